from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.document.model import Block, Briefing, Passage
from briefing.document.width import cell_width
from briefing.document.words import words
from briefing.export.text import render


def test_the_whole_briefing_reads_as_text(briefing: Briefing) -> None:
    assert render(briefing, width=40) == (
        "River & City\nAda Brook · 2025-12-20\n\nOpening words.\n\n\n"
        "Trends\n\n• Water: It rises.\n\n\n"
        "FAQ\n\nQ: Why <now>?\nA: See this *place*.\n\n"
        "│ Note\n│ Mind the step.\n\n    a < b\n      c\n"
    )


def test_a_linear_text_has_nothing_drawn_beside_it(briefing: Briefing) -> None:
    text = render(briefing, width=1_000_000)
    assert "│" not in text
    assert "Note\nMind the step.\n\na < b\n  c\n" in text


@pytest.mark.parametrize(
    ("part", "shown"),
    [
        ("trends", "• Water: It rises.\n"),
        ("faq", "Q: Why <now>?\nA: See this *place*.\n"),
        ("tips", "│ Note\n│ Mind the step.\n"),
        ("omitted", "You may also like\n"),
        ("s:trends", "Trends\n\n• Water: It rises.\n"),
        ("q:why-now", "Q: Why <now>?\nA: See this *place*.\n"),
        ("sections", "Trends\n\nFAQ\n\n    a < b\n      c\n"),
        ("s:none", ""),
    ],
)
def test_a_part_is_shown_alone(briefing: Briefing, part: str, shown: str) -> None:
    assert render(briefing, part=part) == shown


@pytest.mark.parametrize("width", [1, 10, 20, 60])
def test_no_width_loses_a_word_and_prose_keeps_within_it(width: int) -> None:
    text = "Some 漢字かな交じり text that goes on and on, with longish words now and then."
    blocks = (
        Block("paragraph", text, 1),
        Block("item", text, 2, marker="3."),
        Block("quote", text, 3),
    )
    briefing = Briefing("x", "text", tuple(Passage(block, "lead") for block in blocks), ())
    shown = render(briefing, width=width)
    if width >= 20:
        assert max(map(cell_width, shown.split("\n"))) <= width
        assert [word for word in words(shown) if word != "3"] == list(words(text)) * 3


def test_a_table_has_its_columns_one_under_the_other_where_they_fit(briefing: Briefing) -> None:
    block = Block("table", "name\tsum\n漢字\t2\n\tx", 1)
    table = replace(
        briefing, title="", byline="", date="", passages=(Passage(block, "lead"),), parts=()
    )
    assert render(table) == "name  sum\n漢字  2\n      x\n"
    assert render(table, width=5) == "name | sum\n漢字 | 2\n | x\n"


def test_an_empty_briefing_is_an_empty_text() -> None:
    assert render(Briefing("x", "text", (), ())) == ""
