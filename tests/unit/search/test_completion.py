from __future__ import annotations

import pytest

from briefing.search.completion import Completion, Sources, completions

SOURCES = Sources.of(
    [
        ("night-trains", "Night Trains Return", "Jane Doe", ("rail", "travel by night")),
        ("grain-corridor", "Grain Corridor Reopens", "Ivo Čapek", ("grain", "rail")),
        ("talks", "Talks, drones", "Jane Doe", ()),
    ]
)


def texts(query: str, cursor: int | None = None, most: int = 12) -> list[str]:
    at = len(query) if cursor is None else cursor
    return [each.text for each in completions(query, at, SOURCES, most)]


def first(query: str, cursor: int | None = None) -> Completion:
    return completions(query, len(query) if cursor is None else cursor, SOURCES)[0]


@pytest.mark.parametrize("query", ["", "drone ", "-", "drone -", "("])
def test_where_no_word_is_begun_every_field_is_offered(query: str) -> None:
    assert texts(query) == ["in:", "doc:", "by:", "tag:", "after:", "before:", "is:"]


@pytest.mark.parametrize(
    ("query", "offered"),
    [
        ("be", ["before:"]),
        ("drone i", ["in:", "is:"]),
        ("in:t", ["trends", "tips", "title"]),
        ("IN:TR", ["trends"]),
        ("-in:ti", ["tips", "title"]),
        ("in:faq|ti", ["tips", "title"]),
        ("is:", ["bookmarked", "unread", "changed"]),
        ("after:yes", ["yesterday"]),
        ("before:1", ['"1 week ago"', '"1 month ago"', '"1 year ago"']),
        ("tag:r", ["rail"]),
        ("tag:ni", ['"travel by night"']),
        ("by:", ['"Jane Doe"', '"Ivo Čapek"']),
        ("by:cap", ['"Ivo Čapek"']),
        ('by:"jane d', ['"Jane Doe"']),
        ("doc:dron", ["talks"]),
        ("doc:n", ["night-trains"]),
        ("unr", ["is:unread"]),
        ("capek", ['by:"Ivo Čapek"']),
        ("grai", ["tag:grain"]),
    ],
)
def test_a_word_begun_is_offered_what_it_may_become(query: str, offered: list[str]) -> None:
    assert texts(query) == offered


@pytest.mark.parametrize("query", ['"in:t', '"drone" OR i', "drone OR in:t", "xyz", "in:faq)"])
def test_nothing_is_offered_where_a_field_would_be_ignored(query: str) -> None:
    assert texts(query) == []


def test_the_word_under_the_cursor_is_replaced_whole_and_the_rest_stays() -> None:
    completion = first("drone in:trnd naval", 11)
    assert completion.applied("drone in:trnd naval") == ("drone in:trends naval", 16)


def test_after_a_value_the_next_word_can_be_typed_at_once() -> None:
    assert first("is:un").applied("is:un") == ("is:unread ", 10)
    assert first("(is:un)", 6).applied("(is:un)") == ("(is:unread)", 10)
    assert first("be").applied("be") == ("before:", 7)


def test_no_more_are_offered_than_asked_for() -> None:
    assert len(texts("", most=3)) == 3
