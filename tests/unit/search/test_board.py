from __future__ import annotations

from collections.abc import Callable

from briefing.search import rows
from briefing.search.index import Index
from briefing.search.results import Stat

Put = Callable[..., None]


def test_the_trends_of_the_newest_document_come_first(index: Index, put: Put) -> None:
    put("/old.txt", "Old", ("trend", "Rail", "is slow"), date="2024-01-01")
    put("/undated.txt", "Undated", ("trend", "Wind", "blows"))
    put(
        "/new.txt",
        "New",
        ("section", "Energy", "no trend"),
        ("trend", "Energy", "prices rise"),
        ("trend", "Alliances", "they shift"),
        date="2025-06-01",
    )
    assert [(trend.title, trend.label) for trend in index.trends(10)] == [
        ("New", "Energy"),
        ("New", "Alliances"),
        ("Old", "Rail"),
        ("Undated", "Wind"),
    ]


def test_a_trend_knows_its_document_and_its_words(index: Index, put: Put) -> None:
    put("/new.txt", "New", ("trend", "Energy", "prices rise"), date="2025-06-01")
    (trend,) = index.trends(10)
    assert (trend.path, trend.document_id, trend.date) == ("/new.txt", "new", "2025-06-01")
    assert (trend.part, trend.text) == ("t:1", "Energy: prices rise")


def test_the_board_is_bounded(index: Index, put: Put) -> None:
    for day in range(1, 8):
        put(f"/{day}.txt", "Daily", ("trend", f"Of {day}", ""), date=f"2025-01-0{day}")
    assert [trend.label for trend in index.trends(2)] == ["Of 7", "Of 6"]


def test_a_trend_of_many_pages_is_one(index: Index, put: Put) -> None:
    long = " ".join(["word"] * rows.LARGEST)
    put("/new.txt", "New", ("trend", "Energy", long), ("trend", "Rail", "short"))
    assert [trend.label for trend in index.trends(10)] == ["Energy", "Rail"]


def test_what_was_refused_is_known_until_it_is_read(index: Index, put: Put) -> None:
    put("/one.txt", "One", ("section", "Drones", "The Caspian"))
    index.refuse("/one.txt", Stat(5, 7), "no text")
    assert (index.refused()["/one.txt"].stat, dict(index.documents())) == (Stat(5, 7), {})
    index.refuse("/one.txt", Stat(6, 7), "no text")
    put("/one.txt", "One")
    assert dict(index.refused()) == {}
    index.refuse("/one.txt", Stat(6, 7), "no text")
    index.remove("/one.txt")
    assert dict(index.refused()) == {}
