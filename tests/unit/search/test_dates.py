from __future__ import annotations

from datetime import date

import pytest

from briefing.search.dates import EXAMPLES, canonical, day, is_day

TODAY = date(2024, 3, 31)


@pytest.mark.parametrize(
    ("value", "said", "meant"),
    [
        ("2025", "2025", "2025"),
        ("2025-11", "2025-11", "2025-11"),
        ("2025/1/5", "2025-01-05", "2025-01-05"),
        (" Today ", "today", "2024-03-31"),
        ("yesterday", "yesterday", "2024-03-30"),
        ("3 days ago", "3 days ago", "2024-03-28"),
        ("3d", "3 days ago", "2024-03-28"),
        ("a week ago", "1 week ago", "2024-03-24"),
        ("last-week", "1 week ago", "2024-03-24"),
        ("1 month ago", "1 month ago", "2024-02-29"),
        ("13m", "13 months ago", "2023-02-28"),
        ("1y", "1 year ago", "2023-03-31"),
        ("9999 years ago", "9999 years ago", "0001-01-31"),
        ("9999 weeks ago", "9999 weeks ago", "1832-08-12"),
    ],
)
def test_a_date_or_words_for_one_mean_a_day(value: str, said: str, meant: str) -> None:
    assert canonical(value) == said
    assert day(said, TODAY) == meant


@pytest.mark.parametrize("value", ["", "soon", "week", "2025-13", "2025-02-30", "25-1-1", "２０"])
def test_anything_else_is_no_date(value: str) -> None:
    assert canonical(value) == ""


def test_the_examples_are_words_that_are_understood() -> None:
    for example in EXAMPLES:
        assert canonical(example) == example
        assert not is_day(example)
