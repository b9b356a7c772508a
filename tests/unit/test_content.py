from __future__ import annotations

import re
from pathlib import Path

import pytest

from briefing.cli.commands import SUMMARIES
from briefing.formats import front_matter
from briefing.resources import bundled
from briefing.search.query import parse as parse_query
from briefing.store.settings import parse as parse_settings
from briefing.tui.commands import COMMANDS
from briefing.tui.commands.keymap import display, keymap

GUIDE = (bundled("content") / "guide.md").read_text("utf-8")
ROW = re.compile(r"\| (`.*`) \|")


def table_rows(header: str) -> list[list[str]]:
    """The code in the first column of every table of the guide that begins with `header`."""
    found: list[list[str]] = []
    inside = False
    for line in GUIDE.splitlines():
        if not line.startswith("|"):
            inside = False
        elif line.startswith(f"| {header} |"):
            inside = True
        elif inside and (row := ROW.match(line)):
            found.append(re.findall(r"`([^`]+)`", row[1]))
    return found


def example(language: str) -> str:
    """The first example in the guide that is fenced as `language`."""
    return GUIDE.partition(f"```{language}\n")[2].partition("```")[0]


def test_every_row_of_keys_in_the_guide_is_one_command_with_those_keys() -> None:
    rows = table_rows("key")
    assert len(rows) > 30
    known = [{display(key) for key in command.keys.split(",")} for command in COMMANDS]
    assert [row for row in rows if not any(set(row) <= keys for keys in known)] == []


def test_every_command_of_the_reader_is_in_the_guide() -> None:
    written = {key for row in table_rows("key") for key in row}
    assert [
        command.id
        for command in COMMANDS
        if command.keys
        and command.scope in {"app", "reader"}
        and not {display(key) for key in command.keys.split(",")} & written
    ] == []


@pytest.mark.parametrize("row", [*table_rows("you type"), *table_rows("you search only")], ids=str)
def test_every_query_in_the_guide_is_understood(row: list[str]) -> None:
    for query in row:
        assert parse_query(query).ignored == ()


def test_the_settings_in_the_guide_have_no_fault(tmp_path: Path) -> None:
    settings, faults = parse_settings(example("toml").encode(), tmp_path / "settings.toml")
    assert faults == ()
    assert keymap(settings.keys).faults == ()


def test_the_front_matter_in_the_guide_is_read() -> None:
    block = "+++" + GUIDE.partition("```\n+++")[2].partition("```")[0]
    metadata = front_matter.split(block).metadata
    assert metadata.title == "Water levels in the delta"
    assert (metadata.byline, metadata.date) == ("R. Mensah", "2025-12-20")
    assert metadata.tags == ("water", "energy")


def test_every_command_line_in_the_guide_is_a_command() -> None:
    code = [*re.findall(r"`([^`\n]+)`", GUIDE), *GUIDE.splitlines()]
    calls = [line.split()[1] for line in code if re.match(r"briefing [a-z]+(?: |$)", line)]
    names = {summary.partition(" ")[0] for summary in SUMMARIES}
    assert len(calls) > 10
    assert [name for name in calls if name not in names] == []
