from __future__ import annotations

import json
from collections.abc import Sequence

import pytest

from briefing.document.locator import Locator, Place, locate, place
from briefing.document.model import Block, Briefing, Part, Passage
from briefing.document.position import CONTEXT, QUOTE

TIDES = "The harbour master expects the highest tide of the year on Thursday evening."
FERRY = "Ferries to the outer islands stop at noon, and no later boat is planned this week."
COSTS = "Repairs to the sea wall cost four million crowns, twice what the council had set aside."
STORM = "A second storm is forecast for Sunday, weaker than the first but slower to pass."
Section = tuple[str, Sequence[str]]


def briefing(*sections: Section, digest: str = "") -> Briefing:
    """A briefing of sections, each with a title and paragraphs."""
    passages: list[Passage] = []
    parts: list[Part] = []
    for title, paragraphs in sections:
        start, part = len(passages), f"s:{title.lower().replace(' ', '-')}"
        passages.append(Passage(Block("heading", title, start + 1), "heading", part))
        for text in paragraphs:
            passages.append(Passage(Block("paragraph", text, len(passages) + 1), "text", part))
        parts.append(
            Part(
                part, "section", title, "\n\n".join(paragraphs), start + 1, start, len(passages), 1
            )
        )
    return Briefing("b", "text", tuple(passages), tuple(parts), digest=digest)


FIRST = briefing(("Sea", [TIDES, FERRY]), ("Money", [COSTS, STORM]), digest="one")


def test_a_locator_says_where_it_stands() -> None:
    found = locate(FIRST, 1, 4, 7)
    assert found == Locator(
        part="s:sea",
        headings=("Sea",),
        quote="harbour",
        before="Sea\nThe ",
        after=TIDES[11 : 11 + CONTEXT],
        passage=1,
        offset=4,
        digest="one",
    )


def test_headings_are_those_around_it_outermost_first() -> None:
    parts = (
        Part("s:a", "section", "A", "", 1, 0, 1, 1),
        Part("s:b", "section", "B", "", 2, 1, 2, 2, section="s:a"),
        Part("q:c", "question", "C?", "Yes.", 3, 2, 3, section="s:b"),
    )
    passages = (Passage(Block("paragraph", "C?", 3), "question", "q:c"),)
    found = locate(Briefing("b", "text", passages, parts), 0)
    assert (found.part, found.headings) == ("q:c", ("A", "B"))


@pytest.mark.parametrize(("passage", "offset"), [(-5, -5), (99, 9999), (0, 10**9)])
def test_a_position_out_of_range_is_brought_into_it(passage: int, offset: int) -> None:
    found = locate(FIRST, passage, offset)
    assert 0 <= found.passage < len(FIRST.passages)
    assert 0 <= found.offset <= len(FIRST.passages[found.passage].block.text)


def test_a_quote_and_its_context_are_bounded() -> None:
    long = briefing(("Long", ["word " * 10_000, "word " * 10_000]))
    found = locate(long, 1, 25_000, 5000)
    assert (len(found.quote), len(found.before), len(found.after)) == (QUOTE, CONTEXT, CONTEXT)


def test_an_empty_briefing_has_a_locator_and_a_place_for_it() -> None:
    empty = Briefing("b", "text", (), (), digest="d")
    assert place(empty, locate(empty, 3, 3)) == Place("placed", 0, 0)
    assert place(empty, locate(FIRST, 1)).status == "lost"


def test_a_locator_is_the_same_after_json() -> None:
    found = locate(FIRST, 3, 2)
    assert Locator.from_dict(json.loads(json.dumps(found.to_dict()))) == found


@pytest.mark.parametrize(
    "data",
    [{"quote": 3}, {"passage": -1}, {"offset": True}, {"passage": "1"}, {"headings": "A"}],
)
def test_a_locator_of_the_wrong_shape_is_refused(data: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="locator: "):
        Locator.from_dict(data)


def test_a_locator_with_missing_keys_leads_nowhere() -> None:
    assert place(FIRST, Locator.from_dict({})).status == "lost"


def test_text_that_stayed_in_its_part_is_placed() -> None:
    revised = briefing(("Sea", ["A new first paragraph.", TIDES, FERRY]), ("Money", [COSTS]))
    assert place(revised, locate(FIRST, 2, 8)) == Place("placed", 3, 8)


def test_text_under_another_heading_has_moved() -> None:
    revised = briefing(("Sea", [TIDES]), ("Money", [COSTS, STORM]), ("Boats", [FERRY]))
    assert place(revised, locate(FIRST, 2)) == Place("moved", 6, 0)


def test_deleted_text_is_lost() -> None:
    revised = briefing(("Sea", [TIDES]), ("Money", [COSTS, STORM]))
    assert place(revised, locate(FIRST, 2)).status == "lost"


def test_edited_text_is_found_and_called_changed() -> None:
    edited = FERRY.replace("noon", "four").replace("this week", "before Monday")
    revised = briefing(("Sea", [TIDES, edited]), ("Money", [COSTS, STORM]))
    assert place(revised, locate(FIRST, 2)) == Place("changed", 2, 0)


def test_the_position_inside_edited_text_is_the_word_that_was_marked() -> None:
    edited = "All f" + FERRY[1:].replace("noon", "four")
    revised = briefing(("Sea", [TIDES, edited]), ("Money", [COSTS, STORM]))
    found = place(revised, locate(FIRST, 2, FERRY.index("outer")))
    assert found == Place("changed", 2, edited.index("outer"))


def test_a_text_that_only_looks_alike_is_not_taken_for_it() -> None:
    rows = [f"Output of field {name} rose by {n} percent in June." for n, name in enumerate("abcd")]
    before = briefing(("Oil", rows))
    after = briefing(("Oil", [row for row in rows if "field b" not in row]))
    assert place(after, locate(before, 2)).status == "lost"


def test_two_places_that_cannot_be_told_apart_are_no_place() -> None:
    before = briefing(("Sea", [TIDES]), digest="one")
    twice = briefing(("Other", [STORM, TIDES, STORM]), ("More", [STORM, TIDES, STORM]))
    assert place(twice, locate(before, 1)).status == "lost"


def test_the_surroundings_tell_repeated_text_apart() -> None:
    before = briefing(("A", [TIDES, "Not available."]), ("B", [COSTS, "Not available."]))
    after = briefing(
        ("A", [TIDES, "Not available."]), ("New", [STORM]), ("B", [COSTS, "Not available."])
    )
    assert place(after, locate(before, 5)) == Place("placed", 7, 0)
    assert place(after, locate(before, 2)) == Place("placed", 2, 0)


def test_a_short_heading_is_not_found_inside_other_text() -> None:
    before = briefing(("Sea", [TIDES]), ("Costs", [COSTS]))
    after = briefing(("Sea", [TIDES, "What the Costs will be nobody knows."]))
    assert place(before, locate(before, 2)) == Place("placed", 2, 0)
    assert place(after, locate(before, 2)).status == "lost"


def test_the_same_document_split_in_another_way_is_searched() -> None:
    joined = briefing(("Sea", [f"{TIDES} {FERRY}"]), ("Money", [COSTS, STORM]), digest="one")
    assert place(joined, locate(FIRST, 2)) == Place("placed", 1, len(TIDES) + 1)


def test_an_empty_passage_is_placed_while_the_document_is_the_same() -> None:
    before = briefing(("Sea", [TIDES, "", FERRY]), digest="one")
    assert place(before, locate(before, 2)) == Place("placed", 2, 0)
    assert place(briefing(("Sea", [TIDES, "", FERRY]), digest="two"), locate(before, 2)) == Place(
        "lost"
    )


def retitled(title: str, *put_in: str) -> Briefing:
    return briefing(("Sea", [TIDES, FERRY]), (title, [*put_in, COSTS, STORM]), digest="two")


QUESTION = locate(retitled("The money question"), 3)


def test_an_edited_heading_between_unchanged_texts_is_changed() -> None:
    assert place(retitled("The money issue"), QUESTION) == Place("changed", 3, 0)


@pytest.mark.parametrize(
    "revised",
    [
        retitled("On fishing"),
        retitled("The weather report"),
        retitled("The money issue", "A text was put in."),
        briefing(
            ("Sea", [TIDES, FERRY]),
            ("The money issue", [COSTS, STORM, TIDES, FERRY]),
            ("The money matter", [COSTS, STORM]),
            digest="two",
        ),
    ],
)
def test_another_text_in_its_place_or_no_one_place_is_lost(revised: Briefing) -> None:
    assert place(revised, QUESTION).status == "lost"
