"""What goes first among parts that all have some of the words."""

from __future__ import annotations

from briefing.search.index import Index
from tests.unit.search.conftest import Put


def parts(index: Index, query: str) -> list[str]:
    return [f"{match.document_id} {match.part}" for match in index.search(query).matches]


def test_words_in_a_row_go_first(index: Index, put: Put) -> None:
    put(
        "/a.md",
        "A",
        ("section", "One", "The game was played, and it was long, then game by game."),
    )
    put("/b.md", "B", ("section", "Two", "A game of long ago, long and a game, a game, long."))
    put("/c.md", "C", ("section", "Three", "It takes the long game to win, they say, in the end."))
    assert parts(index, "the long game")[0] == "c s:1"


def test_a_heading_goes_before_a_text(index: Index, put: Put) -> None:
    put("/a.md", "A", ("section", "One", "Fuel prices, fuel prices and more of fuel prices."))
    put("/b.md", "B", ("section", "Fuel prices", "They are what they were a year ago, and high."))
    assert parts(index, "fuel prices")[0] == "b s:1"


def test_a_question_is_sooner_answered_by_a_question(index: Index, put: Put) -> None:
    put(
        "/a.md",
        "A",
        ("section", "Votes", "A vote, and another vote, by young people."),
        ("question", "May the young vote?", "Yes, from sixteen years on."),
    )
    assert parts(index, "can teenagers vote")[0] == "a q:2"


def test_a_part_goes_first_whose_document_is_about_the_rest(index: Index, put: Put) -> None:
    put("/a.md", "Hospitals", ("section", "Premiums", "Night work is paid for by premiums."))
    put(
        "/b.md",
        "Straits",
        ("section", "Premiums", "They have tripled since the spring in all lanes."),
        ("trend", "Insurers", "Insurance is hard to get."),
    )
    assert parts(index, "insurance premiums").index("b s:1") < parts(
        index, "insurance premiums"
    ).index("a s:1")
