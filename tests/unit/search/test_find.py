from __future__ import annotations

from itertools import pairwise

import pytest

from briefing.search.find import Finder, Hit

TEXTS = (
    "Russia’s drone — strikes went on.\nA second drone strike",
    "The Caspian: striking far away",
    "Proliferation of naval drones",
    "経済ニュース und Käse",
)


def found(query: str, *, typing: bool = False, texts: tuple[str, ...] = TEXTS) -> list[str]:
    hits = Finder(texts).find(query, typing=typing)
    return [texts[hit.index][hit.start : hit.end] for hit in hits]


@pytest.mark.parametrize(
    ("query", "marked"),
    [
        ("strikes", ["strikes", "strike", "striking"]),
        ("DRONE", ["drone", "drone", "drones"]),
        ('"drone strike"', ["drone — strikes", "drone strike"]),
        ("drone-strike", ["drone — strikes", "drone strike"]),
        ("russia", ["Russia"]),
        ("kase", ["Käse"]),
        ("経済", ["経済"]),
        ("proli*", ["Proliferation"]),
        ("caspian OR käse", ["Caspian", "Käse"]),
        ("naval caspian", ["Caspian", "naval"]),
        ('"strike russia"', []),
        ('"strike caspian"', []),
        ("nosuchword", []),
        ("in:faq caspian", ["Caspian"]),
        ("-caspian", []),
        ("", []),
    ],
)
def test_every_form_of_every_word_is_marked(query: str, marked: list[str]) -> None:
    assert found(query) == marked


def test_of_two_words_only_passages_that_hold_both_have_hits() -> None:
    finder = Finder(TEXTS)
    assert {hit.index for hit in finder.find("drone")} == {0, 2}
    assert [hit.index for hit in finder.find("drone naval")] == [2, 2]
    assert len(finder.find("drone (naval OR nosuchword)")) == 2
    assert finder.note == ""


@pytest.mark.parametrize("query", ["naval caspian", "caspian nosuchword", "drone naval -naval"])
def test_where_no_passage_has_all_words_those_with_some_are_found_and_it_is_said(
    query: str,
) -> None:
    finder = Finder(TEXTS)
    assert finder.find(query, typing=False)
    assert finder.note == "no passage has all of these words"
    finder.find("drone")
    assert finder.note == ""


def test_words_that_are_nowhere_have_no_hit_and_no_note() -> None:
    finder = Finder(TEXTS)
    assert not finder.find("nosuch words")
    assert not finder.note


def test_a_word_to_leave_out_hides_the_hits_of_its_passage() -> None:
    assert found("drone -naval") == ["drone", "drone"]


def test_a_word_is_found_at_every_letter_of_its_typing() -> None:
    word = "proliferation"
    for length in range(2, len(word) + 1):
        assert found(word[:length], typing=True) == ["Proliferation"]


def test_a_letter_by_itself_begins_nothing() -> None:
    assert found("d", typing=True) == []


def test_hits_are_in_order_and_none_is_inside_another() -> None:
    hits = Finder(TEXTS).find('"drone strike" drone strike', typing=False)
    places = [(hit.index, hit.start, hit.end) for hit in hits]
    assert places == sorted(places)
    assert all(one[0] < other[0] or one[2] <= other[1] for one, other in pairwise(places))


def test_positions_are_code_points_of_the_text_as_written() -> None:
    assert Finder(("", "𝒳 𝑎 ﬁn end")).find("end") == (Hit(1, 7, 10),)


def test_no_texts_have_no_hits() -> None:
    assert Finder(()).find("x") == ()


def test_words_that_say_nothing_are_found_only_where_there_are_no_others() -> None:
    finder = Finder(["A drone is an aircraft.", "What is it?"])
    assert [(hit.index, hit.start) for hit in finder.find("what is a drone")] == [(0, 2)]
    assert [(hit.index, hit.start) for hit in finder.find("what is")] == [(0, 8), (1, 5)]
