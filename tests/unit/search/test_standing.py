from __future__ import annotations

from briefing.document.model import PartKind
from briefing.search.index import Index
from briefing.search.query import parse
from briefing.search.results import Stat
from tests.unit.search.conftest import briefing

Given = tuple[PartKind, str, str]
DRONES: Given = ("section", "Drones", "A drone.")
ANOTHER: Given = ("tip", "Tip", "Another drone.")


def put(index: Index, path: str, *parts: Given, digest: str = "", date: str = "") -> None:
    made = briefing(path, parts, id=path[1:-3], date=date)
    index.put(path, Stat(1, 1, digest or f"digest of {path}"), made)


def parts(index: Index, seen: frozenset[bytes] | None, query: str = "drone") -> list[str]:
    results = index.news(parse(query), seen).results
    assert results.total == len(results.matches)
    return [f"{match.document_id} {match.part}" for match in results.matches]


def test_what_was_there_is_old_and_what_comes_is_new(index: Index) -> None:
    put(index, "/a.md", DRONES, ANOTHER)
    assert parts(index, None) == []
    seen = index.news(parse("drone"), None).seen
    assert parts(index, seen) == []
    put(index, "/b.md", ("trend", "Drone", "At sea."), date="2025-01-01")
    put(index, "/c.md", ("trend", "Drone", "On land."), date="2025-06-01")
    assert parts(index, seen) == ["c t:1", "b t:1"]
    assert parts(index, seen, "drone sea") == ["b t:1"]
    assert parts(index, index.news(parse("drone"), seen).seen) == []


def test_of_a_revised_document_only_what_was_not_found_is_new(index: Index) -> None:
    put(index, "/a.md", DRONES, ("tip", "Tip", "None here."), digest="first")
    seen = index.news(parse("drone"), None).seen
    put(index, "/a.md", ("section", "Drones", "The drone."), ANOTHER, digest="second")
    assert parts(index, seen) == ["a t:2"]


def test_a_document_that_is_moved_or_cut_otherwise_is_not_new(index: Index) -> None:
    put(index, "/a.md", DRONES, digest="same")
    seen = index.news(parse("drone"), None).seen
    index.remove("/a.md")
    put(index, "/b.md", ANOTHER, DRONES, digest="same")
    assert parts(index, seen) == []


def test_what_was_left_off_stays_new(index: Index) -> None:
    seen = index.news(parse("drone"), None).seen
    put(index, "/a.md", DRONES, ANOTHER)
    shown = index.news(parse("drone"), seen, limit=1)
    assert (len(shown.results.matches), shown.results.total) == (1, 2)
    left = index.news(parse("drone"), shown.seen).results
    assert left.total == 1
    assert left.matches[0].part != shown.results.matches[0].part


def test_fields_alone_may_be_kept_as_a_search(index: Index) -> None:
    query = parse("in:tips")
    seen = index.news(query, None).seen
    put(index, "/a.md", DRONES, ANOTHER)
    assert [match.kind for match in index.news(query, seen).results.matches] == ["tip"]
