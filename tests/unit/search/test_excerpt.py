from __future__ import annotations

from dataclasses import replace

from briefing.search.excerpt import CUT, LONGEST, excerpt
from briefing.search.query import parse
from briefing.search.rows import Entry


def entry(*texts: str, heads: int = 0) -> Entry:
    places = tuple((number + 10, number + 100) for number in range(len(texts)))
    return Entry("section", "s:one", "One", heads, texts, places)


def marked(made: Entry, query: str) -> tuple[str, list[str]]:
    piece = excerpt(made, parse(query).wanted)
    return piece.text, [piece.text[start:end] for start, end in piece.marks]


def test_a_short_passage_is_shown_whole() -> None:
    assert marked(entry("Drones, drones."), "drone") == ("Drones, drones.", ["Drones", "drones"])


def test_a_long_passage_is_cut_around_its_finds() -> None:
    text = "before " * 100 + "the needle here " + "after " * 100
    piece, marks = marked(entry(text), "needle")
    assert piece.startswith(f"{CUT}before")
    assert piece.endswith(CUT)
    assert len(piece) <= LONGEST + 2
    assert marks == ["needle"]


def test_the_passage_with_most_finds_is_shown() -> None:
    piece = excerpt(entry("one drone", "drones and a drone"), parse("drone").wanted)
    assert (piece.passage, piece.line) == (11, 101)


def test_a_title_is_shown_only_where_nothing_else_was_found() -> None:
    made = entry("Drones at sea", "The text", heads=1)
    assert marked(made, "drone") == ("Drones at sea", ["Drones"])
    assert marked(made, "text") == ("The text", ["text"])
    assert marked(made, "other") == ("The text", [])


def test_an_excerpt_is_one_line() -> None:
    assert marked(entry("code\n\tdrone"), "drone") == ("code  drone", ["drone"])


def test_a_find_longer_than_an_excerpt_is_marked_as_far_as_it_is_shown() -> None:
    piece, marks = marked(entry("x" * 500), "x*")
    assert len(piece) <= LONGEST + 2
    assert marks


def test_of_a_document_that_no_word_asked_for_the_title_is_shown() -> None:
    head = replace(entry("Drones at sea", "Helena Strand", heads=1), kind="title")
    assert marked(head, "by:strand") == ("Drones at sea", [])
    assert marked(head, "helena") == ("Helena Strand", ["Helena"])
