from __future__ import annotations

import time

import pytest

from briefing.search.query import MOST_TERMS, parse
from briefing.search.tree import And, Field, Not, Or, Query, Text


def word(query: Query, at: int = 0) -> Text:
    node = query.root.nodes[at]
    assert isinstance(node, Text)
    return node


def test_words_side_by_side_must_all_be_there() -> None:
    query = parse("drone strike")
    assert query.root.nodes == (
        Text(("drone",), False, 0, 5),
        Text(("strike",), False, 6, 12),
    )


@pytest.mark.parametrize(
    "query", ['"drone strike"', "“drone strike”", "drone-strike", "«drone strike"]
)
def test_words_in_quotes_or_joined_stand_together(query: str) -> None:
    assert word(parse(query)).words == ("drone", "strike")


def test_or_joins_its_neighbours_only() -> None:
    first, second = parse("talks drone OR missile OR mine").root.nodes
    assert isinstance(first, Text)
    assert isinstance(second, Or)
    assert len(second.nodes) == 3


def test_a_minus_leaves_a_word_a_phrase_or_a_group_out() -> None:
    for query in ("drone -naval", 'drone -"naval base"', "drone -(naval base)"):
        assert isinstance(parse(query).root.nodes[1], Not)


@pytest.mark.parametrize(
    "query",
    [
        "drone NOT naval",
        "drone AND NOT naval",
        "drone −naval",
        "ｄｒｏｎｅ －naval",
        "drone -(naval)",
    ],
)
def test_not_and_every_kind_of_minus_leave_out(query: str) -> None:
    drone, naval = parse(query).root.nodes
    assert isinstance(drone, Text)
    assert isinstance(naval, Not)
    assert parse(query).ignored == ()


@pytest.mark.parametrize("query", ["-in:tips", "NOT tag:x", "-(is:unread OR tag:x)"])
def test_what_a_field_says_can_be_left_out(query: str) -> None:
    (node,) = parse(query).fields
    assert isinstance(node, Not)


@pytest.mark.parametrize("query", ["drone OR missile", "drone | missile", "drone|missile"])
def test_or_may_be_a_bar(query: str) -> None:
    (node,) = parse(query).root.nodes
    assert isinstance(node, Or)


def test_of_several_values_the_good_ones_are_kept() -> None:
    parsed = parse("in:faq|nowhere drone")
    assert parsed.fields == (Field("in", ("faq",), 0, 14),)
    (ignored,) = parsed.ignored
    assert (ignored.start, ignored.end) == (7, 14)
    assert "in:nowhere is not understood" in ignored.why


@pytest.mark.parametrize("query", ["x -", "x OR", "x NOT", "in:", "in:fa", "after:202", "by:"])
def test_while_typing_what_is_not_finished_is_not_named(query: str) -> None:
    assert parse(query, typing=True).ignored == ()
    assert parse(query).ignored != ()


def test_the_same_reason_is_given_once() -> None:
    (ignored,) = parse("NOT " * 5_000).ignored
    assert (ignored.start, ignored.end) == (0, 3)


def test_a_query_can_be_written_as_it_was_understood() -> None:
    query = 'Drone  “Long game” proli* ships OR Boats -(a b) NOT IN:faq|tip by:"Jané Doe" in:x'
    assert str(parse(query)) == (
        'drone "long game" proli* ships OR boats -(a b) -in:faq|tips by:"jane doe"'
    )


def test_brackets_group() -> None:
    (node,) = parse("((drone) OR (long game))").root.nodes
    assert isinstance(node, Or)
    assert isinstance(node.nodes[1], And)


def test_a_star_lets_the_word_go_on() -> None:
    assert word(parse("proli*")).prefix
    assert not word(parse("proli")).prefix


@pytest.mark.parametrize(
    ("query", "name", "values"),
    [
        ("in:faq", "in", ("faq",)),
        ("IN:Trends|tips", "in", ("trends", "tips")),
        ("in:questions", "in", ("faq",)),
        ("doc:ukraine-conflict", "doc", ("ukraine-conflict",)),
        ("doc:a\ud800b", "doc", ("a?b",)),
        ('by:"Jané Doe"', "by", ("jane doe",)),
        ("tag:War", "tag", ("war",)),
        ("after:2025-11", "after", ("2025-11",)),
        ("before:2026-01-15", "before", ("2026-01-15",)),
        ("after:2025-1-5", "after", ("2025-01-05",)),
        ("after:yesterday", "after", ("yesterday",)),
        ('before:"2 Weeks ago"', "before", ("2 weeks ago",)),
        ("after:last-month", "after", ("1 month ago",)),
        ("is:bookmarked", "is", ("bookmarked",)),
        ('by:"Jane Doe"|smith', "by", ("jane doe", "smith")),
        ('tag:"war, peace"', "tag", ("war peace",)),
        ("tag:war,peace", "tag", ("war", "peace")),
        ("ｉｎ：ｆａｑ｜tips", "in", ("faq", "tips")),
        ("by:「経済」", "by", ("経 済",)),
    ],
)
def test_each_field_takes_its_values(query: str, name: str, values: tuple[str, ...]) -> None:
    assert parse(query).root.nodes == (Field(name, values, 0, len(query)),)  # type: ignore[arg-type]  # a parameter is no literal


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("in:nowhere x", "in:nowhere"),
        ("in: x", "in: needs a value"),
        ("after:soon x", "after:soon"),
        ("after:2025-13 x", "after:2025-13"),
        ("is:red x", "is:red"),
        ("x OR", "OR needs"),
        ("OR x", "OR needs"),
        ("x ?!", "“?!”"),
        ("x OR in:faq", "in:faq"),
        ("x OR -y", "-y"),
        ("by: x", "by:"),
        ("in:| x", "in: needs a value"),
        ("in:faq|nowhere x", "in:nowhere"),
        ("after:2025-02-30 x", "after:2025-02-30"),
        ("after:0000 x", "after:0000"),
        ("x - ", "“-”"),
        ("x NOT", "NOT needs"),
        ("NOT NOT x OR x", "NOT needs"),
        ("x )", "“)”"),
        ("| x", "OR needs"),
    ],
)
def test_what_is_ignored_is_said_and_the_rest_is_looked_for(query: str, told: str) -> None:
    parsed = parse(query)
    assert told in " ".join(map(str, parsed.ignored))
    assert {text.words for text in parsed.wanted} <= {("x",)}
    for ignored in parsed.ignored:
        spelt = query[ignored.start : ignored.end]
        assert spelt.strip('"') in ignored.why or spelt in {"|", "in:|"}


@pytest.mark.parametrize(
    "query", ["http://x.org/a", "C++", "it's", "NEAR(a b)", "a AND b", "foo:bar"]
)
def test_what_is_syntax_elsewhere_is_words_here(query: str) -> None:
    parsed = parse(query)
    assert parsed.wanted
    assert parsed.ignored == ()


@pytest.mark.parametrize("query", ["", " ", "-", "*", "OR", "()", '"', '""', "?!", "\ud800", "\0"])
def test_a_query_may_hold_nothing_to_look_for(query: str) -> None:
    assert parse(query).wanted == ()


@pytest.mark.parametrize(
    "query",
    [
        "word " * 10_000,
        "(" * 5_000 + "x",
        "((" * 5_000 + "))" * 5_000,
        '"' * 9_999,
        "-" * 9_999,
        "a OR " * 5_000,
    ],
)
def test_a_huge_query_is_cut_at_once(query: str) -> None:
    start = time.perf_counter()
    assert len(parse(query).wanted) <= MOST_TERMS
    assert time.perf_counter() - start < 0.5


def test_while_typing_the_last_word_may_go_on() -> None:
    assert word(parse("long dro", typing=True), 1).prefix
    assert not word(parse("long dro ", typing=True), 1).prefix
    assert not word(parse('"long dro"', typing=True)).prefix
    assert word(parse('"long dro', typing=True)).prefix
    assert not word(parse("d", typing=True)).prefix
