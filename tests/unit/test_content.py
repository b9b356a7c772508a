from __future__ import annotations

import re
from pathlib import Path

import pytest

from briefing.cli.commands import SUMMARIES
from briefing.document.model import Briefing
from briefing.formats import front_matter
from briefing.library.reading import briefing_of
from briefing.resources import bundled
from briefing.search.query import parse as parse_query
from briefing.store.settings import parse as parse_settings
from briefing.tui.commands import COMMANDS
from briefing.tui.commands.keymap import display, keymap

CONTENT = bundled("content")
GUIDE = (CONTENT / "guide.md").read_text("utf-8")
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
            # A bar within a table is escaped.
            found.append(re.findall(r"`([^`]+)`", row[1].replace("\\|", "|")))
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


@pytest.fixture(scope="module")
def analysis() -> Briefing:
    name = "ukraine-conflict.txt"
    return briefing_of((CONTENT / name).read_bytes(), name)


@pytest.fixture(scope="module")
def guide() -> Briefing:
    return briefing_of(GUIDE.encode(), "guide.md")


def omitted(briefing: Briefing) -> list[str]:
    return [passage.block.text for passage in briefing.passages if passage.role == "omitted"]


def test_the_analysis_has_its_head_and_its_sections(analysis: Briefing) -> None:
    assert analysis.id == "ukraine-conflict"
    assert analysis.title == "Talks, Drones and the Long Game: Where the War in Ukraine Stands"
    assert analysis.byline == "Briefing Desk"
    assert [section.title for section in analysis.of_kind("section")] == [
        "Escalation or a Way Out: Three Pressures on One War",
        "Drone Warfare Reaches the Caspian",
        "Meetings in Miami: Diplomacy by the Back Door",
        "The Long Game: What the Kremlin Is Said to Want",
        "Looking Ahead: Key Trends to Watch",
        "FAQ",
    ]


def test_the_analysis_has_five_labelled_trends_and_five_answered_questions(
    analysis: Briefing,
) -> None:
    assert [trend.title for trend in analysis.of_kind("trend")] == [
        "Drones in Growing Numbers",
        "Growing Use of Asymmetric Methods",
        "A Shifting World Order",
        "Energy Security",
        "Third Countries",
    ]
    questions = analysis.of_kind("question")
    assert len(questions) == 5
    assert all(part.title.endswith("?") and part.text for part in questions)


def test_the_analysis_has_its_fact_and_its_tip_where_they_belong(analysis: Briefing) -> None:
    assert [(tip.tip, tip.title, tip.section) for tip in analysis.of_kind("tip")] == [
        ("fact", "Did you know?", "s:drone-warfare-reaches-the-caspian"),
        ("tip", "Pro Tip", "s:meetings-in-miami-diplomacy-by-the-back-door"),
    ]


def test_the_analysis_ends_with_four_lines_that_are_left_out(analysis: Briefing) -> None:
    assert [text.split("?")[0] for text in omitted(analysis)] == [
        "Looking for more",
        "How do you see the situation in Ukraine",
        "Related articles",
        "Leave a comment",
    ]


def test_nothing_of_the_guide_is_taken_for_furniture(guide: Briefing) -> None:
    assert omitted(guide) == []
    headings = re.findall(r"^##+ (.+)$", GUIDE, re.MULTILINE)
    parts = [part.title for part in guide.parts if part.kind in {"section", "question"}]
    assert parts == headings


def test_the_guide_shows_what_the_panes_are_for(guide: Briefing) -> None:
    assert len(guide.of_kind("question")) == 6
    assert [tip.tip for tip in guide.of_kind("tip")] == ["tip", "tip", "note"]
