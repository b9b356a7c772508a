from __future__ import annotations

from contextlib import closing

import pytest

from briefing.paths import Paths
from briefing.store.searches import LONGEST, MOST_RECENT
from briefing.store.state import State

KEYS = (b"12345678", b"abcdefgh")


def test_queries_come_back_newest_first_each_once(state: State) -> None:
    for query in ("drone", "in:faq ship", " drone ", "", "rail"):
        state.remember_query(query)
    assert state.recent_queries() == ("rail", "drone", "in:faq ship")
    assert state.recent_queries("DR") == ("drone",)
    assert state.recent_queries(most=1) == ("rail",)


def test_only_so_many_queries_are_remembered(state: State) -> None:
    for number in range(MOST_RECENT + 5):
        state.remember_query(f"query {number}")
    state.remember_query("x" * (LONGEST + 1))
    kept = state.recent_queries()
    assert len(kept) == MOST_RECENT
    assert kept[0] == f"query {MOST_RECENT + 4}"
    assert kept[-1] == "query 5"


def test_queries_can_be_forgotten(state: State) -> None:
    for query in ("one", "two", "three"):
        state.remember_query(query)
    state.forget_queries("two")
    assert state.recent_queries() == ("three", "one")
    state.forget_queries()
    assert state.recent_queries() == ()


def test_a_saved_search_survives_the_program(paths: Paths) -> None:
    with closing(State.open(paths)) as state:
        made = state.save_search("Sea", "caspian \ud800 in:trends", KEYS)
        state.save_search("air", "drone", ())
    with closing(State.open(paths)) as state:
        air, sea = state.saved_searches()
        assert air.name == "air"
        assert (sea.name, sea.query) == ("Sea", "caspian ? in:trends")
        assert sea.seen == made.seen == frozenset(KEYS)
        assert sea.visited == made.visited != ""


def test_a_search_saved_again_takes_the_place_of_the_first(state: State) -> None:
    state.save_search("sea", "caspian", KEYS)
    state.save_search("sea", "black sea", KEYS[:1])
    (search,) = state.saved_searches()
    assert (search.query, search.seen) == ("black sea", frozenset(KEYS[:1]))


def test_a_saved_search_can_be_removed(state: State) -> None:
    state.save_search("sea", "caspian", KEYS)
    assert state.remove_search("sea")
    assert not state.remove_search("sea")
    assert state.saved_searches() == ()


@pytest.mark.parametrize("seen", [b"123", b"12345678abc"])
def test_keys_that_are_cut_short_are_dropped(state: State, seen: bytes) -> None:
    state.save_search("sea", "caspian", (seen,))
    (search,) = state.saved_searches()
    assert all(len(key) == 8 for key in search.seen)
