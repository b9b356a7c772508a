from __future__ import annotations

from briefing.search.results import Match
from briefing.tui.found import Group, beyond_title, rows


def match(excerpt: str, marks: tuple[tuple[int, int], ...], title: str, path: str = "a") -> Match:
    return Match(path, "a", "A note", "", "trend", "t:x", title, 1, excerpt, marks, 3)


def test_an_excerpt_does_not_repeat_its_title() -> None:
    trend = match("Spare parts: Fewer make parts.", ((6, 11), (24, 29)), "Spare parts")
    text, marks = beyond_title(trend)
    assert text == "Fewer make parts."
    assert [text[start:end] for start, end in marks] == ["parts"]


def test_an_excerpt_without_its_title_is_whole() -> None:
    assert beyond_title(match("Fewer make parts.", ((11, 16),), "Roads")) == (
        "Fewer make parts.",
        ((11, 16),),
    )


def test_matches_stand_under_their_briefing() -> None:
    first, other, again = (match("x", (), "T", path) for path in "aba")
    found = rows((first, other, again))
    assert [row.path for row in found] == ["a", "a", "a", "b", "b"]
    assert [isinstance(row, Group) for row in found] == [True, False, False, True, False]
