"""Text to rows: nothing lost, nothing too wide, breaks where a typesetter would put them."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len as rich_cell_len
from rich.cells import get_character_cell_size

from briefing.tui.reading import cells
from briefing.tui.reading.wrap import NOT_FIRST, row_count, wrap

ANY_TEXT = st.text(
    st.one_of(
        st.characters(exclude_categories=["Cs", "Cc"]),
        st.sampled_from(" \n—中日。」ab1\ufe0f\u200d\U0001f469e\u0301"),
    ),
    max_size=80,
)


def rows_of(text: str, width: int) -> list[str]:
    return [text[start:end] for start, end in pairwise(wrap(text, width))]


@given(ANY_TEXT, st.integers(2, 30))
def test_the_rows_together_are_the_text(text: str, width: int) -> None:
    assert "".join(rows_of(text, width)) == text


@given(ANY_TEXT, st.integers(2, 30))
def test_no_row_is_wider_than_the_measure(text: str, width: int) -> None:
    text = cells.safe(text)
    assert all(rich_cell_len(row.rstrip(" \n")) <= width for row in rows_of(text, width))


@given(st.lists(st.text("abcdé,.", min_size=1, max_size=6)), st.integers(6, 40))
def test_words_that_fit_are_never_broken(words: list[str], width: int) -> None:
    assert [word for row in rows_of(" ".join(words), width) for word in row.split()] == words


@given(st.text(st.sampled_from("abc de—f"), max_size=120), st.integers(2, 30))
@settings(max_examples=200)
def test_the_quick_path_breaks_where_the_careful_one_does(text: str, width: int) -> None:
    plain = text.replace("—", "x")
    careful = wrap(plain + "\u200b", width)  # a code point that no quick path takes
    quick = wrap(plain, width)
    assert quick[1:-1] == careful[1:-1][: len(quick) - 2]


def test_a_line_end_begins_a_row_and_an_empty_text_is_one() -> None:
    assert rows_of("one\n\ntwo", 20) == ["one\n", "\n", "two"]
    assert rows_of("", 20) == [""]


def test_a_row_may_end_after_a_long_dash() -> None:
    assert rows_of("the treaty—signed in 2018", 12) == ["the treaty—", "signed in ", "2018"]


def test_no_row_begins_with_a_closing_sign() -> None:
    text = "這是一個比較長的段落，用來檢查換行。" * 4
    for width in range(6, 40):
        assert not any(row[0] in NOT_FIRST for row in rows_of(text, width)[1:]), width


def test_a_word_that_no_row_can_hold_is_cut_between_graphemes() -> None:
    family = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
    assert rows_of(family * 3, 4) == [family * 2, family]


def test_the_quick_ranges_are_as_wide_as_they_say() -> None:
    for code in range(0x20, 0x20000):
        char = chr(code)
        if cells.is_single(char):
            assert get_character_cell_size(char) == 1 or char == "\x7f", hex(code)
        elif cells.is_double(char):
            assert get_character_cell_size(char) == 2, hex(code)


@pytest.mark.parametrize(
    "text",
    ["word " * 200_000, "x" * 1_000_000, "中" * 1_000_000, "中a " * 300_000, "\u0301" * 300_000],
    ids=["words", "one word", "all wide", "mixed", "marks alone"],
)
def test_a_megabyte_on_one_line_is_linear(text: str) -> None:
    begin = time.process_time()
    assert row_count(text, 72) > 0
    assert time.process_time() - begin < 3
