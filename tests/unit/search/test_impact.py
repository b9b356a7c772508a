from __future__ import annotations

import pytest

from briefing.search.fold import terms
from briefing.search.impact import LEVELS, impacts

FILLER = [f"word{number}" for number in range(149)]


def levels(title: str, body: list[str], stem: str = "herring") -> str:
    """The levels that `stem` reaches, highest first."""
    reached = impacts(title.split(), body).split()
    return "".join(level for level in LEVELS if stem + level in reached)


@pytest.mark.parametrize(
    ("title", "times", "reached"),
    [
        ("", 1, ""),
        ("", 2, "¹"),
        ("", 4, "²¹"),
        ("herring", 0, "³²¹"),
        ("herring", 1, "³²¹"),
        ("herring", 2, "⁴³²¹"),
    ],
)
def test_a_word_reaches_a_level_by_how_often_and_where_it_is_said(
    title: str, times: int, reached: str
) -> None:
    body = [*FILLER, *["herring"] * times][-150:]
    assert levels(title, body) == reached


def test_in_a_longer_part_a_word_must_be_said_more_often() -> None:
    assert levels("", ["herring"] * 4 + FILLER * 4) == ""
    assert levels("", ["herring"] * 8 + FILLER * 4) == "¹"


def test_in_a_short_part_once_is_much() -> None:
    assert levels("", ["fresh", "herring"]) == "¹"


def test_no_word_of_a_text_has_a_level() -> None:
    for level in LEVELS:
        assert level not in "".join(terms(f"herring{level} {level}"))


def test_an_empty_part_reaches_nothing() -> None:
    assert impacts([], []) == ""
