from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing.search.completion import Sources, completions
from briefing.search.query import MOST_TERMS, parse
from briefing.search.tree import FIELDS, And, Field, Node, Not, Or, Text

SOURCES = Sources.of([("rail-notes", 'Rail "notes"', 'Jane "J." Doe', ("rail", "a|b", "経済 (x)"))])

PIECES = st.sampled_from(
    [
        "drone", "OR", "AND", "NOT", "-", "(", ")", '"', "“", "*", ":", "in:faq", "is:unread",
        "doc:", "tag:a|b", "after:2025", "before:x", " ", "  ", "é", "経済", "\ud800", "NEAR", "^",
        "+", "'", "|", "NOT ", "in:faq|x", "：", "「", "－", "after:yesterday", "by:\"a b\"",
    ]
)  # fmt: skip
QUERIES = st.one_of(st.text(), st.lists(PIECES, max_size=40).map("".join))


@given(QUERIES)
def test_any_string_is_a_query(query: str) -> None:
    for typing in (False, True):
        parsed = parse(query, typing=typing)
        assert parsed.text == query
        assert len(parsed.wanted) <= MOST_TERMS
        assert all(told.why.strip() for told in parsed.ignored)
        assert all(0 <= told.start < told.end <= len(query) for told in parsed.ignored)


def placeless(node: Node) -> object:
    """`node` without where it stands."""
    if isinstance(node, Text):
        return (*node.words, node.prefix)
    if isinstance(node, Field):
        return (node.name, *node.values)
    inner = (node.node,) if isinstance(node, Not) else node.nodes
    return (type(node).__name__, *map(placeless, inner))


@given(QUERIES)
def test_a_query_written_as_it_was_understood_is_understood_so_again(query: str) -> None:
    parsed = parse(query)
    again = parse(str(parsed))
    assert placeless(again.root) == placeless(parsed.root)
    assert again.ignored == ()
    assert str(again) == str(parsed)


@given(QUERIES, st.integers(0, 80), st.sampled_from(["", "i", "in:t", "is:", "by:j", "doc:", "ra"]))
def test_a_completion_is_a_field_of_the_query_that_it_gives(
    query: str, cursor: int, typed: str
) -> None:
    cursor = min(cursor, len(query))
    query = query[:cursor] + typed + query[cursor:]
    cursor += len(typed)
    for completion in completions(query, cursor, SOURCES):
        assert completion.start <= cursor <= completion.end
        applied, after = completion.applied(query)
        assert 0 <= after <= len(applied)
        begun = applied[: completion.start] + completion.text
        assert applied.startswith(begun)
        if completion.whole:
            name, colon, _ = completion.text.partition(":")
            fields = [each for each in parse(applied).walk() if isinstance(each, Field)]
            (found,) = [each for each in fields if each.start <= completion.start < each.end]
            assert not colon or name == found.name or name not in FIELDS


@given(QUERIES)
def test_every_node_knows_where_it_stands(query: str) -> None:
    for node in parse(query).walk():
        assert 0 <= node.start <= node.end <= len(query)


@given(QUERIES)
def test_below_the_root_texts_and_fields_never_mix(query: str) -> None:
    for node in parse(query).root.nodes:
        inner = parse("").root if isinstance(node, (Text, Field)) else And((node,), 0, 0)
        kinds = {type(each) for each in walk(inner)} & {Text, Field}
        assert len(kinds) <= 1
        if isinstance(node, Or):
            assert not any(
                isinstance(each, Not) and Text in {type(deep) for deep in walk(each)}
                for each in walk(node)
            )


def walk(node: And | Or | Not | Text | Field) -> list[And | Or | Not | Text | Field]:
    if isinstance(node, (Text, Field)):
        return [node]
    inner = (node.node,) if isinstance(node, Not) else node.nodes
    return [node, *(each for child in inner for each in walk(child))]
