from __future__ import annotations

import pytest

from briefing.search import overview
from briefing.search.index import Index
from briefing.search.overview import Overview
from briefing.search.query import parse
from tests.unit.search.conftest import Put


def asked(index: Index, query: str) -> Overview:
    return index.overview(parse(query))


@pytest.fixture
def three(index: Index, put: Put) -> Index:
    put(
        "/a",
        "Ferries",
        ("section", "Boats", "a boat"),
        ("trend", "Crews", "boats"),
        date="2025-11-02",
    )
    put("/b", "Quays", ("question", "Which boat?", "none"), date="2025-12")
    put("/c", "Piers", ("section", "Boats", "more boats"), date="")
    return index


def test_results_are_counted_by_kind_and_by_month(three: Index) -> None:
    found = asked(three, "boat")
    assert found.total == 4
    assert found.kinds == {"sections": 2, "trends": 1, "faq": 1, "tips": 0}
    assert found.months == {"2025-11": 2, "2025-12": 1, "": 1}
    assert found.whole


def test_what_narrows_to_a_kind_leaves_the_counts_of_the_others(three: Index) -> None:
    found = asked(three, "boat in:trends")
    assert found.kinds == {"sections": 2, "trends": 1, "faq": 1, "tips": 0}
    assert found.months == {"2025-11": 1}


def test_what_narrows_to_a_time_leaves_the_counts_of_other_times(three: Index) -> None:
    found = asked(three, "boat after:2025-12")
    assert (found.total, found.kinds["faq"], found.kinds["sections"]) == (1, 1, 0)
    assert found.months == {"2025-11": 2, "2025-12": 1, "": 1}


def test_a_query_without_words_is_counted_as_well(three: Index) -> None:
    assert asked(three, "in:faq").months == {"2025-12": 1}


def test_what_a_wider_search_finds_is_what_is_counted(three: Index) -> None:
    assert three.search("boat zebra").total == 4
    assert asked(three, "boat zebra").total == 4


def test_of_too_many_the_counts_are_said_to_be_partial(
    three: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(overview, "MOST", 2)
    assert not asked(three, "boat").whole


def test_nothing_found_is_nothing_counted(three: Index) -> None:
    found = asked(three, "zebra")
    assert (found.total, sum(found.kinds.values()), found.months) == (0, 0, {})


def test_a_word_that_is_begun_is_counted_like_one_that_is_found(three: Index) -> None:
    begun = parse("boa", typing=True)
    assert three.overview(begun).total == three.search(begun).total == 4


def test_where_nothing_is_asked_nothing_is_counted(three: Index) -> None:
    assert asked(three, "is:nonsense") == Overview()
