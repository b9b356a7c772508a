from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.tui.timeline import NONE, Period, bars, periods, words

months = st.builds("{:04}-{:02}".format, st.integers(1, 9998), st.integers(1, 12))
dates = st.one_of(months, st.builds("{:04}".format, st.integers(1, 9998)), st.just(""))


def test_a_short_time_is_shown_by_month() -> None:
    found = periods({"2025-11": 4, "2026-01": 1}, 36)
    assert found == (
        Period("2025-11", "2025-12", 4),
        Period("2025-12", "2026-01", 0),
        Period("2026-01", "2026-02", 1),
    )
    assert [each.label for each in found] == ["Nov 2025", "Dec 2025", "Jan 2026"]


def test_a_long_time_is_shown_by_year() -> None:
    found = periods({"2001-11": 4, "2003-01": 1, "2003-02": 2}, 12)
    assert [(each.label, each.count) for each in found] == [("2001", 4), ("2002", 0), ("2003", 3)]


def test_a_date_that_is_a_year_makes_all_years() -> None:
    assert [each.label for each in periods({"2024": 1, "2025-02": 1}, 36)] == ["2024", "2025"]


@given(st.dictionaries(dates, st.integers(1, 9), max_size=9), st.integers(12, 80))
def test_every_dated_result_is_in_one_period(found: dict[str, int], most: int) -> None:
    shown = periods(found, most)
    assert len(shown) <= most
    assert all(one.end == other.begin for one, other in pairwise(shown))
    for month, count in found.items():
        held = [each for each in shown if month and each.begin <= month < each.end]
        beyond = not shown or month[:4] < shown[0].begin[:4]
        assert beyond or [each.count >= count for each in held] == [True]


def test_the_highest_bar_is_for_the_most() -> None:
    shown = tuple(Period(f"200{n}", f"200{n + 1}", count) for n, count in enumerate((0, 1, 8, 4)))
    assert bars(shown) == f"{NONE}▁█▄"


@pytest.mark.parametrize(
    ("months", "undated", "said"),
    [
        ({"2025-11": 4, "2025-12": 1}, 0, "most in Nov 2025: 4"),
        ({"2025-11": 4, "2025-12": 1}, 2, "most in Nov 2025: 4 · 2 undated"),
        ({"2025-11": 4}, 0, "4"),
        ({}, 3, "3 without a date"),
        ({}, 0, ""),
    ],
)
def test_the_same_is_said_in_words(months: dict[str, int], undated: int, said: str) -> None:
    assert words(periods(months, 36), undated) == said
