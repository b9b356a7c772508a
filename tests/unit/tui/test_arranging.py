from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.library.entry import Entry
from briefing.search.results import Trend
from briefing.tui.arranging import Arranger, Choice, Header
from briefing.tui.shelves import SHELVES, source_of
from briefing.tui.trends import BOARD, beyond_label


def entry(title: str, **given: Any) -> Entry:
    empty = Entry(title, title, "", "", "", 1, 1, 0, 0, 0, 0, 0, 0.0, 0, f"/notes/{title}", False)
    return empty._replace(**given)


WAR = entry("War", date="2025-12-20", words=900, unread=3, turn=1, tags=("energy", "Asia"))
TRADE = entry(
    "Écluse", date="2024-06-01", words=100, tags=("energy",), source="https://www.x.org/a"
)
NOTE = entry("a note", words=500, unread=9, turn=7, byline="José Díaz")
ALL = (WAR, TRADE, NOTE)


def arranged(choice: Choice, words: str = "") -> list[str]:
    rows = Arranger(SHELVES, ALL).arrange(choice, words).rows
    return [f"[{row.title} {row.size}]" if isinstance(row, Header) else row.title for row in rows]


@pytest.mark.parametrize(
    ("order", "reverse", "titles"),
    [
        ("date", False, ["War", "Écluse", "a note"]),
        ("date", True, ["Écluse", "War", "a note"]),
        ("title", False, ["a note", "Écluse", "War"]),
        ("title", True, ["War", "Écluse", "a note"]),
        ("length", False, ["War", "a note", "Écluse"]),
        ("unread", False, ["a note", "War", "Écluse"]),
        ("read", False, ["a note", "War", "Écluse"]),
        ("read", True, ["War", "a note", "Écluse"]),
    ],
)
def test_what_has_nothing_to_be_sorted_by_comes_last(
    order: str, reverse: bool, titles: list[str]
) -> None:
    assert arranged(Choice(order, reverse)) == titles


@pytest.mark.parametrize(
    ("group", "rows"),
    [
        ("source", ["[notes 2]", "War", "a note", "[x.org 1]", "Écluse"]),
        (
            "month",
            ["[Dec 2025 1]", "War", "[Jun 2024 1]", "Écluse", "[without a date 1]", "a note"],
        ),
        (
            "tag",
            ["[Asia 1]", "War", "[energy 2]", "War", "Écluse", "[without a tag 1]", "a note"],
        ),
    ],
)
def test_groups_stand_under_headings_that_count_them(group: str, rows: list[str]) -> None:
    assert arranged(Choice("date", group=group)) == rows


def test_months_go_the_way_that_dates_do() -> None:
    rows = arranged(Choice("date", reverse=True, group="month"))
    assert rows[:3] == ["[Jun 2024 1]", "Écluse", "[Dec 2025 1]"]


@pytest.mark.parametrize(
    ("words", "titles"),
    [
        ("ecl", ["Écluse"]),
        ("energy asia", ["War"]),
        ("jose", ["a note"]),
        ("x.org", ["Écluse"]),
        ("nothing", []),
        ("  ", ["War", "Écluse", "a note"]),
    ],
)
def test_only_what_holds_all_words_is_left(words: str, titles: list[str]) -> None:
    assert arranged(Choice("date"), words) == titles


def test_what_is_in_two_groups_counts_once() -> None:
    found = Arranger(SHELVES, ALL).arrange(Choice("date", group="tag"), "energy")
    assert (found.shown, found.total) == (2, 3)


def test_a_choice_is_kept_as_a_text() -> None:
    choice = Choice("title", reverse=True, group="tag")
    assert Choice.of(str(choice), SHELVES) == choice
    assert Choice.of("title forward", SHELVES) == Choice("title")


@given(st.one_of(st.none(), st.text()))
def test_whatever_was_kept_is_a_choice(kept: str | None) -> None:
    choice = Choice.of(kept, SHELVES)
    assert choice.order in SHELVES.orders
    assert choice.group in {"", *SHELVES.groupings}


def test_every_order_and_every_grouping_has_its_turn() -> None:
    choice = Choice.of(None, SHELVES)
    orders, groups = [], []
    for _ in SHELVES.orders:
        orders.append(choice.order)
        choice = choice.turned().next_order(SHELVES)
        assert not choice.reverse
    for _ in ("", *SHELVES.groupings):
        groups.append(choice.group)
        choice = choice.next_group(SHELVES)
    assert orders == list(SHELVES.orders)
    assert groups == ["", *SHELVES.groupings]


@pytest.mark.parametrize(
    ("given", "source"),
    [
        ({"bundled": True}, "the program"),
        ({"source": "https://www.example.org/a?b"}, "example.org"),
        ({"source": "Reuters"}, "Reuters"),
        ({"source": "/notes/War"}, "notes"),
        ({}, "notes"),
    ],
)
def test_a_source_is_a_site_a_name_or_a_folder(given: dict[str, Any], source: str) -> None:
    assert source_of(entry("War", **given)) == source


def trend(label: str, text: str, title: str = "War", date: str = "2025-01-02") -> Trend:
    return Trend("/war.md", "war", title, date, f"t:{label}", label, text)


def test_trends_are_sorted_and_parted_too() -> None:
    board = Arranger(
        BOARD,
        (
            trend("Rail", "is slow", "Trade", "2024-01-01"),
            trend("Energy", "prices rise"),
            trend("Alliances", "they shift"),
        ),
    )
    newest = [row.label for row in board.arrange(Choice("date")).rows if isinstance(row, Trend)]
    assert newest == ["Energy", "Alliances", "Rail"]
    parted = board.arrange(Choice("trend", group="briefing")).rows
    assert [row.title if isinstance(row, Header) else row.label for row in parted] == [
        *("Trade", "Rail", "War", "Alliances", "Energy")
    ]
    assert board.arrange(Choice("date"), "shift").shown == 1


def test_a_label_is_not_said_twice() -> None:
    assert beyond_label(trend("Energy", "Energy: prices\nrise")) == "prices rise"
    assert beyond_label(trend("", "Prices rise")) == "Prices rise"
