"""What the program can do is written down, and what is written down it can do."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from briefing.cli.commands import DEFAULTS, SUMMARIES, parser_of
from briefing.cli.dispatch import chosen
from briefing.cli.output import DEBUG_VARIABLE
from briefing.document.errors import UsageError
from briefing.folders import HOME_VARIABLE

ROOT = Path(__file__).parent.parent
COMMANDS = (ROOT / "docs" / "commands.md").read_text("utf-8")
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])


def chapter(name: str) -> str:
    """What docs/commands.md says under the heading of a command."""
    first = name.partition(" ")[0]
    heading = r"## briefing \[" if name == "open" else rf"## briefing {first}\b"
    found = re.search(rf"^{heading}.*?(?=^## |\Z)", COMMANDS, re.MULTILINE | re.DOTALL)
    assert found is not None, f"docs/commands.md has no chapter on {name}"
    return found[0]


@pytest.mark.parametrize("name", ["open", *SUMMARIES])
def test_every_command_and_option_is_documented(name: str) -> None:
    text = chapter(name)
    options = [option for option in parser_of(name).options() if option != "--help"]
    assert [option for option in options if f"`{option}" not in text] == []
    assert name == "open" or name in text


@pytest.mark.parametrize("name", ["open", *DEFAULTS, *SUMMARIES])
def test_no_option_is_documented_that_does_not_exist(name: str) -> None:
    first = name.partition(" ")[0]
    names = [each for each in ["open", *SUMMARIES] if each.partition(" ")[0] == first]
    known = {option for each in names for option in parser_of(each).options()}
    assert set(re.findall(r"`(--[a-z-]+)", chapter(name))) <= known


def test_every_variable_of_the_environment_is_documented() -> None:
    for variable in (HOME_VARIABLE, DEBUG_VARIABLE, "NO_COLOR"):
        assert f"`{variable}`" in COMMANDS
    assert HOME_VARIABLE in parser_of("open").format_help()


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_every_link_between_the_pages_leads_somewhere(page: Path) -> None:
    targets = re.findall(r"\]\(([^)#\s]+)[^)]*\)", page.read_text("utf-8"))
    inside = [target for target in targets if "://" not in target]
    assert [target for target in inside if not (page.parent / target).exists()] == []


@pytest.mark.parametrize("name", ["open", *SUMMARIES])
def test_the_examples_of_a_command_are_understood(name: str) -> None:
    examples = [re.split(r"  | [>|] ", example)[0] for example in parser_of(name).examples]
    calls = [re.search(r"briefing( .*)?$", example) for example in examples]
    assert all("briefing" in example for example in parser_of(name).examples), name
    for call in filter(None, calls):
        understood((call[1] or "").rstrip(')"').strip())


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_the_commands_that_a_page_shows_are_understood(page: Path) -> None:
    shown = re.findall(r"^(?: {4})?briefing (.+)$", page.read_text("utf-8"), re.MULTILINE)
    for call in shown:
        understood(re.split(r"\s+#|\s[|>]\s", call)[0])


def understood(call: str) -> None:
    """Parse the words of a call as the program does."""
    name, rest = chosen(shlex.split(call))
    try:
        parser_of(name).read(rest)
    except UsageError as error:
        pytest.fail(f"briefing {call}: {error}")
