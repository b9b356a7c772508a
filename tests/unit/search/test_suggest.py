from __future__ import annotations

import pytest

from briefing.search.index import Index
from tests.unit.search.conftest import Put


@pytest.fixture(autouse=True)
def library(put: Put) -> None:
    put(
        "/a.md",
        "Straits and tankers",
        ("section", "Insurance", "Premiums for tankers in the Black Sea rise. Dishwashers too."),
        ("section", "Ελλάδα", "Η Ελλάδα και η Россия."),
        ("trend", "Convoys", "A convoy leaves; convoys wait."),
    )


@pytest.mark.parametrize(
    ("query", "offered"),
    [
        ("premiuns", ("premiums",)),
        ("insruance", ("insurance",)),
        ("nsurance", ("insurance",)),
        ("prumiuns", ("premiums",)),
        ("convoi", ("convoy", "convoys")),
        ("ελλαδβ", ("ελλαδα",)),
        ("росия", ("россия",)),
        ("blacksea", ("black sea",)),
        ("dish washers -x", ("dishwashers -x",)),
        ("insruance premiuns", ("insurance premiums",)),
        ("in:tips premiuns", ("in:tips premiums",)),
        ("xylophone", ()),
        ("ab", ()),
        ('"black premiuns"', ()),
        ("経済", ()),
    ],
)
def test_a_word_that_is_nowhere_is_put_right(
    index: Index, query: str, offered: tuple[str, ...]
) -> None:
    assert index.search(query).suggestions == offered


@pytest.mark.parametrize("query", ["tankers insurance", "tankers convoi", "tankers zone"])
def test_where_other_words_found_something_only_what_is_sure_is_offered(
    index: Index, query: str
) -> None:
    results = index.search(query)
    assert results.total
    assert all(each == "tankers convoy" for each in results.suggestions)
