from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing.search.query import MOST_TERMS, parse
from briefing.search.tree import And, Field, Not, Or, Text

PIECES = st.sampled_from(
    [
        "drone", "OR", "AND", "NOT", "-", "(", ")", '"', "“", "*", ":", "in:faq", "is:unread",
        "doc:", "tag:a|b", "after:2025", "before:x", " ", "  ", "é", "経済", "\ud800", "NEAR", "^",
        "+", "'",
    ]
)  # fmt: skip
QUERIES = st.one_of(st.text(), st.lists(PIECES, max_size=40).map("".join))


@given(QUERIES)
def test_any_string_is_a_query(query: str) -> None:
    for typing in (False, True):
        parsed = parse(query, typing=typing)
        assert parsed.text == query
        assert len(parsed.wanted) <= MOST_TERMS
        assert all(told.strip() for told in parsed.ignored)


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
