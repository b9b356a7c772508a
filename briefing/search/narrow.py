"""Narrowing a query by a field: the query as text, with the field in it or out of it. Pure."""

from __future__ import annotations

from dataclasses import replace

from briefing.search.query import NO_SIDE, parse
from briefing.search.tree import And, Field, FieldName, Query


def values(query: Query, name: FieldName) -> tuple[str, ...]:
    """What the query asks of a field, where it asks it of every part."""
    return tuple(value for field in _fields(query, name) for value in field.values)


def with_field(text: str, name: FieldName, value: str) -> str:
    """`text` with `name:value` as its only such field; without one where `value` is empty.

    The field goes to the front: a word that is still being typed stays the last.
    """
    for field in reversed(_fields(parse(text), name)):
        sides = (text[: field.start].rstrip(), text[field.end :].lstrip())
        text = " ".join(side for side in sides if side)
    # An OR without a left side is ignored; behind the field it would join that with what follows.
    while lone := [each for each in parse(text, typing=True).ignored if each.why == NO_SIDE]:
        text = text[: lone[0].start] + text[lone[0].end :]
    if not value:
        return text
    narrowed = f"{name}:{value} {text}"
    if values(parse(narrowed), name) == (value,):
        return narrowed
    # It begins with an OR that has nothing before it, and would have the field there now.
    return f"{name}:{value} {parse(text)}"


def without(query: Query, *names: FieldName) -> Query:
    """The query without its fields of these names."""
    left = {field for name in names for field in _fields(query, name)}
    nodes = tuple(node for node in query.root.nodes if node not in left)
    return replace(query, root=And(nodes, query.root.start, query.root.end))


def _fields(query: Query, name: FieldName) -> list[Field]:
    return [node for node in query.root.nodes if isinstance(node, Field) and node.name == name]
