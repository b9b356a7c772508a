"""How each style of slab is set."""

from __future__ import annotations

from itertools import pairwise
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from briefing.tui.reading.page import Page
from briefing.tui.reading.rows import Row, row_at
from briefing.tui.reading.slab import Slab, SlabStyle, Slice
from briefing.tui.reading.typeset import gap, height, rows

STYLES: tuple[SlabStyle, ...] = get_args(SlabStyle)
PAGE = Page(80, 40)
SLABS = st.builds(
    Slab,
    text=st.text(st.sampled_from("ab 中é\t\n\x1b\u202e\U0001f600—"), max_size=200),
    style=st.sampled_from(STYLES),
    level=st.integers(0, 6),
    marker=st.sampled_from(["", "-", "3.", "(iv)", "unreasonably long"]),
    tone=st.sampled_from(["", "tip", "fact", "warning"]),
)
PAGES = st.builds(Page, st.integers(10, 90), st.integers(10, 80), st.booleans())


def plain(row: Row) -> str:
    return "".join(run.text for run in row).rstrip()


def text_rows(slab: Slab, page: Page = PAGE, previous: Slab | None = None) -> list[str]:
    return [plain(row) for row in rows(previous, slab, page)]


@given(SLABS, SLABS, PAGES)
def test_the_height_is_the_number_of_rows(previous: Slab, slab: Slab, page: Page) -> None:
    assert height(previous, slab, page) == len(rows(previous, slab, page))
    assert height(None, slab, page) == len(rows(None, slab, page))


@given(SLABS, PAGES)
def test_no_row_is_wider_than_the_page(slab: Slab, page: Page) -> None:
    assert all(cell_len(line) <= page.width for line in text_rows(slab, page))


@given(SLABS, PAGES)
def test_every_letter_is_shown_once_at_its_own_offset(slab: Slab, page: Page) -> None:
    if slab.style == "rule":
        return
    shown: dict[int, str] = {}
    for row in rows(None, slab, page):
        for run in row:
            for at, char in enumerate(run.text):
                if run.start >= 0 and not char.isspace():
                    assert run.start + at not in shown
                    shown[run.start + at] = char
    letters = {at: char for at, char in enumerate(slab.text) if char in "ab中é\U0001f600—"}
    assert {at: char for at, char in shown.items() if at in letters} == letters


@given(SLABS, PAGES)
def test_nothing_that_acts_on_a_terminal_is_set(slab: Slab, page: Page) -> None:
    shown = "".join(text_rows(slab, page))
    assert not set(shown) & {"\x1b", "\u202e", "\n", "\t"}


@given(SLABS, PAGES, st.data())
def test_the_row_of_an_offset_shows_it(slab: Slab, page: Page, data: st.DataObject) -> None:
    made = rows(None, slab, page)
    starts = [run.start for row in made for run in row if run.start >= 0]
    if not starts:
        return
    offset = data.draw(st.sampled_from(starts))
    row = made[row_at(made, offset)]
    assert any(run.start <= offset <= run.start + len(run.text) for run in row if run.start >= 0)


def test_an_item_hangs_from_its_bullet() -> None:
    slab = Slab("one two three four five six seven eight nine", style="item", marker="-")
    assert text_rows(slab)[1:] == ["• one two three four five six seven", "  eight nine"]


def test_an_item_keeps_its_number_and_its_depth() -> None:
    assert text_rows(Slab("deep", style="item", level=1, marker="12."))[1:] == ["  12. deep"]


def test_a_tip_has_a_bar_that_runs_on_through_its_paragraphs() -> None:
    label = Slab("Did you know?", style="tip-label", ref="tip:a", tone="fact")
    first = Slab("Five countries.", style="tip", ref="tip:a", tone="fact")
    assert text_rows(first, previous=label) == ["┃ Five countries."]
    assert text_rows(first, previous=first) == ["┃", "┃ Five countries."]


def test_a_heading_of_the_first_level_has_a_rule_and_air() -> None:
    heading = Slab("Escalation", style="heading", level=1)
    assert text_rows(heading, previous=Slab("x")) == ["", "", "Escalation", "─" * 40]


def test_a_question_and_its_answer_stand_together() -> None:
    question, answer = Slab("Why?", style="question"), Slab("Because.", style="answer")
    assert text_rows(answer, previous=question) == ["A Because."]
    assert gap(answer, question) == 1


def test_code_keeps_its_lines_and_carries_long_ones_on() -> None:
    slab = Slab("def f():\n    return " + "x" * 40, style="code")
    shown = text_rows(slab)[1:]
    assert shown[:2] == [" def f():", "     return " + "x" * 27]
    assert shown[2].startswith(" ↪ x")


def test_rows_are_justified_to_the_measure_but_the_last() -> None:
    slab = Slab("the quick brown fox jumps over a lazy dog and then it sleeps for an hour or two")
    shown = text_rows(slab, Page(80, 40, justify=True))[1:]
    assert len(shown[0]) == 40
    assert len(shown[-1]) < 40
    assert " ".join(" ".join(shown).split()) == slab.text


def test_a_slice_has_no_air_and_no_marker() -> None:
    assert gap(Slab("x"), Slice("y", style="item", marker="-")) == 0
    assert text_rows(Slice("y", style="item", marker="-"), previous=Slab("x")) == ["  y"]


@pytest.mark.parametrize(("pane", "width", "left"), [(100, 72, 14), (39, 35, 3), (76, 72, 3)])
def test_the_measure_is_centred_and_a_narrow_pane_is_used_whole(
    pane: int, width: int, left: int
) -> None:
    page = Page(pane)
    assert (page.width, page.left) == (width, left)


def test_pairs_that_stand_close_have_no_air() -> None:
    slabs = [Slab("a", style="item"), Slab("b", style="item")]
    assert [gap(a, b) for a, b in pairwise(slabs)] == [0]


@given(
    st.one_of(
        st.text(alphabet="ab<[*", min_size=1, max_size=90),
        st.text(alphabet="漢字仮名", min_size=1, max_size=90),
        st.text(alphabet="ab漢é\u0301", min_size=1, max_size=90),
    ),
    st.integers(12, 40),
)
def test_no_row_of_code_is_wider_than_the_page_and_none_of_it_is_lost(text: str, pane: int) -> None:
    page = Page(pane)
    shown = rows(None, Slab(text, style="code"), page)
    assert "".join(run.text for row in shown for run in row if run.start >= 0) == text
    assert {sum(cell_len(run.text) for run in row) for row in shown if row} == {page.width}


def text_of(slab: Slab, page: Page, previous: Slab | None = None) -> list[str]:
    found = rows(previous, slab, page)[gap(previous, slab) :]
    return ["".join(run.text for run in row) for row in found]


@pytest.mark.parametrize(
    ("slab", "shown"),
    [
        (Slab("שלום עולם זוהי פסקה"), ["   שלום עולם", "   זוהי פסקה"]),
        (Slab("שלום", style="item", marker="-"), ["      שלום •"]),
        (Slab("שלום", style="item", level=1, marker="12."), ["  שלום 12.  "]),
        (Slab("עולם", style="quote"), ["      עולם ┃"]),
        (Slab("one שלום"), ["one שלום"]),
        (Slab("1. שלום"), ["     1. שלום"]),
    ],
)
def test_what_is_read_from_the_right_stands_at_the_right(slab: Slab, shown: list[str]) -> None:
    assert text_of(slab, Page(20, 12)) == shown


def test_a_task_has_its_box_for_a_bullet() -> None:
    slab = Slab("[x] one two three four", style="item", marker="-", level=1)
    assert text_of(slab, Page(30, 19)) == ["  [x] one two", "      three four"]


def test_a_footnote_bears_its_mark() -> None:
    assert text_of(Slab("said so elsewhere", marker="[1]"), Page(30, 14)) == [
        "[1] said so",
        "    elsewhere",
    ]


def test_a_list_of_another_kind_stands_apart() -> None:
    bullet, number = (Slab("a", style="item", marker=marker) for marker in ("-", "1."))
    nested = Slab("a", style="item", marker="1.", level=1)
    assert [gap(bullet, number), gap(number, bullet), gap(bullet, bullet)] == [1, 1, 0]
    assert [gap(bullet, nested), gap(nested, bullet)] == [0, 0]
