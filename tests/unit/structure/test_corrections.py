"""What is said of a line goes before every rule."""

from __future__ import annotations

import pytest
import tomli

from briefing.document.correction import Correction, Kind
from briefing.document.model import Briefing, Manuscript
from briefing.formats import read
from briefing.formats.text import lines
from briefing.resources import lexicons
from briefing.structure import split
from briefing.structure.lexicon import from_tables

LEXICON = from_tables(tomli.loads(path.read_text("utf-8")) for path in lexicons())
TEXT = """\
Report on the harbour

The harbour is open again after nine days, and the first ships have come in.

Fuel and wages are what the port now speaks of most of all.

Nobody knows for how long this will last, and nobody says so aloud.

Cranes

The crane stood still for nine days while the inspectors waited.
"""


def made(text: str, *given: Correction, name: str = "") -> Briefing:
    manuscript = read(text.encode(), name) if name else Manuscript("text", lines=lines(text))
    return split(manuscript, LEXICON, corrections=given)


def roles(briefing: Briefing) -> dict[str, str]:
    return {" ".join(passage.block.text.split()[:2]): passage.role for passage in briefing.passages}


@pytest.mark.parametrize("kind", ["heading", "question", "trend", "tip", "text", "omitted"])
def test_a_line_is_what_it_was_corrected_to(kind: Kind) -> None:
    briefing = made(TEXT, Correction(5, "Fuel and wages", kind))
    passage = next(p for p in briefing.passages if p.block.text.startswith("Fuel"))
    wanted = "lead" if kind == "text" else kind
    assert passage.role == wanted
    assert passage.reason is not None
    assert (passage.reason.rule, passage.reason.runner_up) == ("corrected", "text")
    assert briefing.notices == ()


def test_a_heading_that_was_none_is_text_again() -> None:
    briefing = made(TEXT, Correction(9, "Cranes", "text"))
    assert roles(briefing)["Cranes"] == "lead"
    assert briefing.passages[-2].reason is not None
    assert briefing.passages[-2].reason.runner_up == "heading"


def test_the_level_of_a_heading_can_be_said() -> None:
    text = "# One\n\n## Two\n\nText of two.\n\nThree\n\nText of three.\n"
    deep = made(text, Correction(7, "Three", "heading", level=3), name="a.md")
    alike = made(text, Correction(7, "Three", "heading"), name="a.md")
    levels = [{part.title: part.level for part in it.parts}["Three"] for it in (deep, alike)]
    assert levels == [3, 2]


def test_a_list_under_a_corrected_trends_heading_is_its_trends() -> None:
    text = "Harbour\n\nThe port is open again after nine days of waiting, as all had hoped.\n\n"
    named = "Key trends at the quay, as they are told by the men who stand there in the rain."
    text += f"{named}\n\n• Fuel: dearer.\n• Ice: later.\n"
    assert not made(text).of_kind("trend")
    briefing = made(text, Correction(5, named, "heading"))
    assert [part.title for part in briefing.of_kind("trend")] == ["Fuel", "Ice"]


def test_what_stands_under_a_corrected_question_is_its_answer() -> None:
    briefing = made(TEXT, Correction(5, "Fuel and wages are", "question"))
    (pair,) = briefing.of_kind("question")
    assert pair.title.startswith("Fuel and wages")
    assert pair.text.startswith("Nobody knows")


def test_what_was_the_answer_to_no_question_is_text() -> None:
    text = "FAQ\n\nWhat next?\n\nNobody knows it yet.\n\nWhy so?\n\nBecause it rains.\n"
    briefing = made(text, Correction(3, "What next?", "heading", level=1))
    assert roles(briefing)["What next?"] == "heading"
    assert roles(briefing)["Nobody knows"] == "text"


def test_a_tip_has_the_label_that_was_said() -> None:
    text = TEXT.replace("Fuel and wages are", "Word of warning: fuel and wages are")
    given = Correction(5, "Word of warning", "tip", label="Word of warning")
    (tip,) = made(text, given).of_kind("tip")
    assert (tip.title, tip.text.split()[0]) == ("Word of warning:", "fuel")


def test_a_label_that_the_line_does_not_begin_with_is_said() -> None:
    briefing = made(TEXT, Correction(5, "Fuel and wages", "trend", label="Prices"))
    assert "does not begin with the label" in briefing.notices[0]


def test_a_line_that_moved_is_found_by_its_words() -> None:
    moved = TEXT.replace("Fuel and", "A line.\n\nAnother line.\n\nFuel and")
    assert roles(made(moved, Correction(5, "fuel and WAGES", "tip")))["Fuel and"] == "tip"


def test_the_nearest_of_several_lines_is_meant() -> None:
    text = "Title\n\nSee below.\n\nOne line of text.\n\nSee below.\n\nMore text to read.\n"
    briefing = made(text, Correction(8, "See below.", "omitted"))
    assert [p.block.line for p in briefing.passages if p.role == "omitted"] == [7]


@pytest.mark.parametrize("line", [5, 1])
def test_a_line_that_is_gone_or_stands_twice_as_near_is_said_and_nothing_is_changed(
    line: int,
) -> None:
    text = "Title\n\nSee below.\n\nOne line of text.\n\nSee below.\n\nMore text to read.\n"
    words = "See below." if line == 5 else "See above."
    briefing = made(text, Correction(line, words, "omitted"))
    assert "no longer finds its line" in briefing.notices[0]
    assert roles(briefing) == roles(made(text))


def test_a_line_within_a_wrapped_paragraph_can_be_a_heading() -> None:
    body = "The harbour is open again after nine days of rain and\nof waiting for the ships\n" * 3
    text = f"Title\n\n{body}Fuel and wages\n{body}"
    briefing = made(text, Correction(9, "Fuel and wages", "heading"))
    heading = next(p for p in briefing.passages if p.block.line == 9)
    assert (heading.role, heading.block.text) == ("heading", "Fuel and wages")


def test_a_label_of_a_question_is_not_in_the_way() -> None:
    text = "FAQ\n\nQ: Why not?\nA: Because.\n\nQ: Why so?\nA: So.\n"
    briefing = made(text, Correction(3, "Q: Why not?", "heading"))
    assert [roles(briefing)[words] for words in ("Why not?", "Because.")] == ["heading", "text"]
