"""Rows to pieces and back, through every change of heights."""

from __future__ import annotations

from itertools import accumulate

from hypothesis import given
from hypothesis import strategies as st

from briefing.tui.reading.heights import BLOCK, Heights

ROWS = st.lists(st.integers(1, 9), min_size=1, max_size=40)


@given(ROWS, st.data())
def test_every_row_belongs_to_the_piece_that_holds_it(rows: list[int], data: st.DataObject) -> None:
    heights = Heights(rows)
    y = data.draw(st.integers(0, heights.total - 1))
    piece, row = heights.locate(y)
    assert heights.top(piece) + row == y
    assert 0 <= row < heights[piece]


@given(ROWS, st.data())
def test_measured_heights_take_the_place_of_estimates(rows: list[int], data: st.DataObject) -> None:
    first = data.draw(st.integers(0, len(rows) - 1))
    exact = data.draw(st.lists(st.integers(1, 9), min_size=1, max_size=len(rows) - first))
    heights = Heights(rows)
    before = list(rows)
    rows[first : first + len(exact)] = exact
    assert heights.replace(first, exact) == (rows != before)
    assert [heights.top(piece) for piece in range(len(rows))] == [0, *accumulate(rows)][:-1]
    assert [heights.is_exact(piece) for piece in range(len(rows))] == [
        first <= piece < first + len(exact) for piece in range(len(rows))
    ]


def test_a_change_far_down_moves_only_what_stands_below_it() -> None:
    heights = Heights([2] * (BLOCK * 3))
    assert heights.replace(BLOCK + 5, [7])
    assert heights.top(BLOCK + 5) == 2 * (BLOCK + 5)
    assert heights.top(BLOCK + 6) == 2 * (BLOCK + 5) + 7
    assert heights.locate(heights.total - 1) == (BLOCK * 3 - 1, 1)


def test_the_same_heights_again_change_nothing() -> None:
    heights = Heights([3, 3])
    assert not heights.replace(0, [3, 3])
    assert heights.all_exact


def test_a_row_past_the_end_is_the_last() -> None:
    assert Heights([2, 2]).locate(99) == (1, 1)
