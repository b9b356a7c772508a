from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.search import frequency, ranking, searcher, words
from briefing.search.index import Index
from briefing.search.results import Results

Put = Callable[..., None]


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is bounded is bounded so low that a handful of parts is many."""
    for name in ("MOST_RANKED", "MOST_OF_PHRASE"):
        monkeypatch.setattr(ranking, name, 2)
        monkeypatch.setattr(searcher, name, 2)
    monkeypatch.setattr(frequency, "_PROBED", 2)
    for name in ("_READ_THROUGH", "_GONE_THROUGH"):
        monkeypatch.setattr(ranking, name, 2)


def names(results: Results) -> list[str]:
    return [match.document_id for match in results.matches]


def herrings(put: Put) -> None:
    """Parts of one word: in a title first, then much said of it, then those put in last."""
    put("/old.txt", "Old", ("section", "Herring", "a fish of the sea"))
    for name in "abcde":
        said = "herring " * (9 if name == "b" else 1)
        put(f"/{name}.txt", "Same", ("section", "Same", said + "and more of the kind " * 20))


@pytest.mark.usefixtures("few")
def test_of_a_common_word_titles_go_first_then_where_it_is_said_most_then_the_newest(
    index: Index, put: Put
) -> None:
    herrings(put)
    results = index.search("herring", 4)
    assert names(results) == ["old", "b", "e", "d"]
    assert (results.total, results.more) == (4, True)


@pytest.mark.usefixtures("few")
def test_only_a_search_that_counts_goes_through_all_that_match(index: Index, put: Put) -> None:
    herrings(put)
    counted = index.search("herring", 3, counting=True)
    assert (counted.total, counted.more) == (6, False)
    assert index.search("herring doc:a|b|c|d", 2, counting=True).total == 4
    assert index.search("herring", 3, ranked=False).more
    assert not index.search("herring", 6).more


@pytest.mark.usefixtures("few")
@pytest.mark.parametrize(
    ("query", "limit", "found"),
    [
        ("herring -sea", 2, ["b", "e"]),
        ("herring in:title", 2, ["old"]),
        ("herring -in:title", 2, ["b", "e"]),
        ('"herring and"', 2, ["e", "d"]),
        ("herring kind", 2, ["b", "e"]),
        ("herring doc:a|b|c|d", 2, ["b", "d"]),
        ("herr*", 2, ["old", "b"]),
        ("herring OR fish", 2, ["old", "b"]),
        ("sea OR herring", 1, ["old"]),
    ],
)
def test_of_very_many_the_best_that_match_are_shown(
    index: Index, put: Put, query: str, limit: int, found: list[str]
) -> None:
    herrings(put)
    assert names(index.search(query, limit)) == found


@pytest.mark.usefixtures("few")
def test_a_rare_word_beside_a_common_one_decides(index: Index, put: Put) -> None:
    herrings(put)
    put("/one.txt", "Same", ("section", "Same", "herring in vinegar " + "and more " * 40))
    put("/two.txt", "Same", ("section", "Vinegar", "herring " + "and more " * 40))
    assert names(index.search("herring vinegar"))[:2] == ["two", "one"]


def test_a_beginning_of_very_many_words_finds_a_part_of_each(
    index: Index, put: Put, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(words, "MOST_FORMS", 2)
    for name in ("prattle", "precise", "print", "problem", "prune"):
        put(f"/{name}.txt", "Same", ("section", "Same", f"a {name} of it"))
    assert sorted(names(index.search("pr*"))) == ["prattle", "precise", "print", "problem", "prune"]
    assert len(names(index.search("pr*", 2))) == 2


def test_how_many_have_a_beginning_hangs_on_no_limit(
    index: Index, put: Put, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(words, "MOST_FORMS", 2)
    for name in ("prattle", "precise", "print", "problem", "prune"):
        put(f"/{name}.txt", "Same", ("section", "Same", f"a {name} of it"))
    for limit in range(1, 7):
        counted, shown = index.search("pr*", limit, counting=True), index.search("pr*", limit)
        assert (counted.total, counted.exact, counted.more) == (5, 5, False)
        assert shown.total == 5 or shown.more, limit


def test_a_beginning_of_very_many_words_leaves_out_the_parts_of_each(
    index: Index, put: Put, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(words, "MOST_FORMS", 2)
    for name in ("prattle", "precise", "print", "problem", "oak"):
        put(f"/{name}.txt", "Same", ("section", "Same", f"a herring, a {name}"))
    assert names(index.search("herring -pr*")) == ["oak"]
    assert names(index.search("herring -(x OR pr*)")) == ["oak"]


def test_beside_a_rare_word_a_beginning_of_very_many_words_finds_any_of_them(
    index: Index, put: Put, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(words, "MOST_FORMS", 2)
    for name in ("prattle", "precise", "print", "problem", "prune"):
        put(f"/{name}.txt", "Same", ("section", "Same", f"a {name} of it and {name} herrings"))
    put("/herring.txt", "Same", ("section", "Same", "herring and no other"))
    everything = ["prattle", "precise", "print", "problem", "prune"]
    assert sorted(names(index.search("herring pr*"))) == everything
    assert sorted(names(index.search("herring pr* -prune"))) == everything[:-1]
    monkeypatch.setattr(searcher, "_REREAD", 2)
    assert sorted(names(index.search("herring pr*"))) == everything


def test_a_beginning_of_one_letter_stands_for_all_its_words(index: Index, put: Put) -> None:
    for word in ("kelp", "kiosk", "knee", "oak"):
        put(f"/{word}.txt", "Same", ("section", "Same", f"a {word} of it"))
    assert sorted(names(index.search("k*"))) == ["kelp", "kiosk", "knee"]


def test_many_beginnings_share_the_stems_that_are_looked_for(
    index: Index, put: Put, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(words, "MOST_FORMS", 2)
    put("/one.txt", "Same", ("section", "Same", "kelp knee oak oasis"))
    put("/two.txt", "Same", ("section", "Same", "knee oasis"))
    assert sorted(names(index.search("k* oa*"))) == ["one", "two"]


def test_among_documents_far_apart_only_those_are_looked_at(index: Index, put: Put) -> None:
    for number in range(60):
        tags = "odd" if number % 2 else "even"
        put(f"/{number}.txt", "Same", ("section", "Same", "herring"), tags=tags)
    assert index.search("herring tag:odd", 50).total == 30
    assert {int(name) % 2 for name in names(index.search("herring tag:odd"))} == {1}
    assert index.search("herring tag:odd", 4, counting=True).total == 30
