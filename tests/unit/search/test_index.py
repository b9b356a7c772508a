from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.search.index import Index
from briefing.search.query import parse
from briefing.search.results import Results
from briefing.search.wording import ANY_WORD

Put = Callable[..., None]


@pytest.fixture(autouse=True)
def library(put: Put) -> None:
    put(
        "/texts/war.txt",
        "Talks and drones",
        (
            "section",
            "Drone warfare",
            "Strikes on a warship in the Caspian — far away.\nProliferation.",
        ),
        ("question", "Is peace possible?", "Perhaps, if fewer missiles fly."),
        ("trend", "Energy", "prices rise with every strike"),
        ("tip", "Pro tip", "Watch the Black Sea"),
        date="2025-12-20",
        byline="Jané Doe",
        tags="war energy",
    )
    put(
        "/texts/trade.txt",
        "Trade in 2024",
        ("section", "Shipping", "The Caspian is a sea without an outlet."),
        date="2024-06-01",
        byline="Max Li",
        tags="trade",
    )


def parts(results: Results) -> list[str]:
    return [f"{match.document_id} {match.kind}" for match in results.matches]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("warship", ["war section"]),
        ("striking warship", ["war section"]),
        ("energy", ["war trend"]),
        ("peace", ["war question"]),
        ("missile", ["war question"]),
        ("proliferati*", ["war section"]),
        ("black sea", ["war tip"]),
        ('"caspian far"', ["war section"]),
        ('"caspian sea"', []),
        ('"far proliferation"', []),
        ("in:faq caspian", []),
        ("in:tips sea", ["war tip"]),
        ("in:title drone", ["war title", "war section"]),
        ("in:title|tips strike", []),
        ("in:title|tips sea", ["war tip"]),
        ("in:title|trends drone", ["war title", "war section"]),
        ("-in:title drone", []),
        ("-in:title caspian", ["war section", "trade section"]),
        ("in:trends", ["war trend"]),
        ("-in:sections strike", ["war trend"]),
        ("caspian -warship", ["trade section"]),
        ("sea by:jane", ["war tip"]),
        ("sea tag:trade", ["trade section"]),
        ("caspian after:2025", ["war section"]),
        ("caspian before:2025", ["trade section"]),
        ("caspian doc:tra", ["trade section"]),
        ("tag:energy", ["war title"]),
        ("outlet OR warship in:sections", ["war section", "trade section"]),
        ("nosuchword", []),
    ],
)
def test_a_query_finds_the_parts_it_describes(index: Index, query: str, found: list[str]) -> None:
    results = index.search(query)
    assert sorted(parts(results)[: results.exact]) == sorted(found)


def test_a_match_knows_its_place_and_marks_the_text_as_written(index: Index) -> None:
    (match,) = index.search("warship").matches
    assert (match.path, match.part, match.part_title) == (
        "/texts/war.txt",
        "s:1",
        "Drone warfare",
    )
    assert (match.line, match.passage) == (11, 2)
    assert [match.excerpt[start:end] for start, end in match.marks] == ["warship"]


def test_titles_weigh_more_than_text(index: Index, put: Put) -> None:
    put("/texts/z.txt", "Other", ("section", "Caspian", "A lake, some say, and not a small one."))
    assert parts(index.search("caspian"))[0] == "z section"


def test_of_equals_the_newer_goes_first(index: Index, put: Put) -> None:
    for name, date in (
        ("/a.txt", "2023-01-01"),
        ("/b.txt", "2025-01-01"),
        ("/c.txt", "2024-01-01"),
    ):
        put(name, "Same", ("section", "Same", "herring quota"), date=date)
    assert [match.document_id for match in index.search("herring").matches] == ["b", "c", "a"]


def test_when_no_part_has_all_words_some_will_do_and_it_is_said(index: Index) -> None:
    results = index.search("warship outlet missile")
    assert len(results.matches) == 3
    assert ANY_WORD in results.note


def test_where_few_parts_have_all_words_those_with_some_follow_and_it_is_said(index: Index) -> None:
    results = index.search("caspian warship")
    assert parts(results) == ["war section", "trade section"]
    assert (results.exact, results.total) == (1, 2)
    assert results.note == "only the first has all of these words"


def test_a_word_that_is_nowhere_is_named(index: Index) -> None:
    results = index.search("caspian what zeppelins")
    assert results.exact == 0
    assert (
        results.note == "no part has “zeppelins”; these have words like it, or others of the query"
    )


def test_common_words_alone_never_hide_a_part(index: Index) -> None:
    results = index.search("what is the energy")
    assert parts(results) == ["war trend"]
    assert results.note == ""


def test_a_misspelt_word_is_offered_as_the_library_spells_it(index: Index) -> None:
    assert "caspian" in index.search("caspain").suggestions
    assert "warship -x" in index.search("wahrship -x").suggestions
    assert index.search("xylophone").suggestions == ()


def test_a_word_whose_document_is_gone_is_not_offered(index: Index) -> None:
    index.remove("/texts/war.txt")
    assert index.search("warshipp").suggestions == ()


def test_states_come_from_outside_and_what_cannot_be_told_is_ignored(index: Index) -> None:
    states = {"bookmarked": {"/texts/trade.txt"}, "unread": frozenset[str]()}
    assert parts(index.search("caspian is:bookmarked", states=states)) == ["trade section"]
    assert parts(index.search("caspian is:unread", states=states)) == []
    results = index.search("caspian is:changed", states=states)
    assert len(results.matches) == 2
    assert "is:changed" in " ".join(map(str, results.ignored))


def test_a_search_can_keep_to_some_documents(index: Index) -> None:
    assert parts(index.search("caspian", within=["/texts/war.txt"])) == ["war section"]


def test_the_total_counts_past_the_limit(index: Index) -> None:
    results = index.search("caspian", 1)
    assert (len(results.matches), results.total, results.more) == (1, 2, False)


def test_parts_of_a_kind_come_by_date_and_then_in_the_order_of_their_document(
    index: Index, put: Put
) -> None:
    trends = (("trend", "First", "one"), ("trend", "Second", "two"))
    put("/texts/new.txt", "New", *trends, date="2026-02-01")
    put("/texts/old.txt", "Old", *trends, date="2020-01-01")
    found = [
        f"{match.document_id} {match.part_title}" for match in index.search("in:trends").matches
    ]
    assert found == ["new First", "new Second", "war Energy", "old First", "old Second"]


def test_putting_a_document_again_replaces_it(index: Index, put: Put) -> None:
    put("/texts/war.txt", "Talks", ("section", "Peace", "Nothing is left of it."))
    assert parts(index.search("warship")) == []
    assert parts(index.search("nothing left")) == ["war section"]
    assert len(index.documents()) == 2


def test_a_document_that_is_removed_leaves_nothing(index: Index) -> None:
    index.remove("/texts/war.txt")
    index.remove("/texts/trade.txt")
    assert index.search("caspian OR warship").total == 0
    assert index.documents() == {}
    assert index.entries() == ()


def test_a_row_tells_of_its_document(index: Index) -> None:
    row = index.entries()[1]
    assert (row.id, row.title, row.byline) == ("war", "Talks and drones", "Jané Doe")
    assert (row.sections, row.trends, row.questions, row.tips) == (1, 1, 1, 1)
    assert (row.tags, row.parts) == (("war", "energy"), ["s:1", "q:2", "t:3", "t:4"])


def test_a_long_part_is_found_to_its_last_passage(index: Index, put: Put) -> None:
    text = "\n".join(f"paragraph {number} " + "filler " * 200 for number in range(100))
    put("/long.txt", "Long", ("section", "All", text + "\nthe needle"))
    (match,) = index.search("needle").matches
    assert (match.excerpt, match.passage) == ("the needle", 102)


def test_a_path_that_is_no_unicode_comes_back_as_it_was(index: Index, put: Put) -> None:
    put("/texts/caf\udce9.txt", "Name", ("section", "Odd", "oddity"))
    assert index.search("oddity").matches[0].path == "/texts/caf\udce9.txt"
    assert "/texts/caf\udce9.txt" in index.documents()


def test_without_full_text_search_every_part_is_read(
    index: Index, put: Put, tmp_path: Path
) -> None:
    with sqlite3.connect(tmp_path / "cache" / "index.db") as connection:
        connection.execute("DROP TABLE terms")
    connection.close()
    results = index.search("striking caspian OR energy")
    assert parts(results)
    assert "FTS5" in results.note
    assert sorted(parts(index.search("in:title drone -peace"))) == ["war section", "war title"]
    put("/texts/new.txt", "New", ("section", "Fresh", "brandnew"))
    assert parts(index.search("brandnew")) == ["new section"]


def test_parts_are_counted_by_kind(index: Index) -> None:
    assert index.counts(parse("caspian")) == {"section": 2}
    assert index.counts(parse("is the strike")) == {"section": 1, "trend": 1}
    assert index.counts(parse("nosuchword")) == {}
    assert index.counts(parse("in:faq")) == {"question": 1}
