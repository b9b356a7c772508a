from __future__ import annotations

from time import process_time

import pytest

from briefing.document.width import cell_width, wrap


@pytest.mark.parametrize(
    ("text", "cells"), [("", 0), ("abc", 3), ("é", 1), ("漢字", 4), ("e\u0301", 1), ("한", 2)]
)
def test_a_text_takes_the_cells_that_a_terminal_gives_it(text: str, cells: int) -> None:
    assert cell_width(text) == cells


def test_lines_break_at_spaces_and_hang_under_their_mark() -> None:
    assert wrap("one two three four", 9, "• ", "  ") == ["• one two", "  three", "  four"]


def test_wide_characters_break_between_themselves() -> None:
    assert wrap("漢字仮名交", 4) == ["漢字", "仮名", "交"]


def test_a_word_wider_than_the_line_is_cut() -> None:
    assert wrap("a abcdefgh", 4) == ["a", "abcd", "efgh"]


@pytest.mark.parametrize("width", [0, 1, 2, 3])
def test_no_width_loses_a_letter(width: int) -> None:
    assert (
        "".join(wrap("some 漢字 words", width, "- ", "  ")).replace(" ", "")[1:] == "some漢字words"
    )


def test_a_word_of_a_whole_document_is_cut_in_linear_time() -> None:
    started = process_time()
    lines = wrap("é" * 300_000, 80)
    assert len(lines) == 3_750
    assert process_time() - started < 5
