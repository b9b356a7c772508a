from __future__ import annotations

from dataclasses import replace

from briefing.search.results import Match
from briefing.tui.found import Group, beyond_title, identity, in_order, place, rows, with_more


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
    ordered = in_order((first, other, again))
    assert ordered == (first, again, other)
    assert rows(ordered) == (
        *(Group("a", "A note", "", 2), first, again),
        *(Group("b", "A note", "", 1), other),
    )


def test_more_matches_stand_behind_those_that_are_listed() -> None:
    listed = (match("x", (), "T", "a"), match("x", (), "T", "b"))
    late = replace(listed[0], part="t:y")
    assert with_more(listed, (late, *listed)) == (*listed, late)


def test_a_briefing_without_a_title_goes_by_its_id() -> None:
    (group, _) = rows((replace(match("x", (), "T"), title="", document_id="the-note"),))
    assert group == Group("a", "the-note", "", 1)


def test_a_place_counts_results_and_their_briefings() -> None:
    found = [match("x", (), "T", path) for path in "aabc"]
    assert str(place(found, 2, 4)) == "result 3 of 4 · briefing 2 of 3"
    assert str(place(found, 2, 1_200)) == "result 3 of 1,200 · briefing 2"
    assert str(place(found[:2], 0, 2)) == "result 1 of 2"


def test_a_match_is_known_again_whatever_of_it_is_shown() -> None:
    shown = match("x", (), "T")
    assert identity(shown) == identity(replace(shown, excerpt="other words", passage=9))
