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


def test_a_document_that_lacks_a_word_has_no_hit() -> None:
    assert found("drone nosuchword") == []


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
