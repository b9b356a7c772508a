"""What the fields of the query language take: `in:faq`, `after:2025-11`, `is:unread`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import cast

from briefing.record import replace
from briefing.search import dates
from briefing.search.fold import terms
from briefing.search.lexer import Token, Value
from briefing.search.tree import (
    PLACES,
    STATES,
    And,
    Field,
    FieldName,
    Ignored,
    Node,
    Not,
    Or,
    Query,
)

_PLACE_NAMES = {
    "section": "sections", "body": "sections", "text": "sections", "lead": "sections",
    "trend": "trends", "question": "faq", "questions": "faq", "answers": "faq", "q": "faq",
    "tip": "tips", "titles": "title", "heading": "title", "headings": "title",
    "label": "title", "labels": "title",
} | {place: place for place in PLACES}  # fmt: skip
_STATE_NAMES = {"bookmark": "bookmarked", "new": "unread"} | {state: state for state in STATES}
_NEEDED = {"by": "a name", "tag": "a name", "doc": "an id"}


def field(token: Token) -> tuple[Field | None, tuple[Ignored, ...]]:
    """The field that `token` spells, if any, and what of it is ignored, each with why."""
    name = cast(FieldName, token.field)
    if not any(value.text.strip() for value in token.values):
        needs = f"{name}: needs {_NEEDED.get(name, 'a value')}"
        return None, (Ignored(needs, token.start, token.end),)
    read, known = _READERS[name]
    values: dict[str, None] = {}
    ignored: list[Ignored] = []
    for value in _parted(token.values) if name in {"in", "is"} else token.values:
        if understood := read(value.text):
            values[understood] = None
        elif value.text.strip():
            why = f"{name}:{value.text.strip()} is not understood: {name}: takes {known}"
            ignored.append(Ignored(why, value.start, value.end))
    found = Field(name, tuple(values), token.start, token.end) if values else None
    return found, tuple(ignored)


def _parted(values: tuple[Value, ...]) -> Iterator[Value]:
    """In quotes, values that are one word each are still several: `in:"faq, tips"`."""
    for value in values:
        for piece in value.text.replace("|", ",").split(","):
            yield Value(piece, value.start, value.end)


def _listed(known: tuple[str, ...]) -> str:
    return ", ".join(known[:-1]) + " or " + known[-1]


def _folded(value: str) -> str:
    return " ".join(terms(value))


def _sound(value: str) -> str:
    """`value` as a database takes it: half a surrogate pair is not text."""
    return value.encode("utf-8", "replace").decode()


_READERS: dict[FieldName, tuple[Callable[[str], str], str]] = {
    "in": (lambda value: _PLACE_NAMES.get(value.strip().lower(), ""), _listed(PLACES)),
    "is": (lambda value: _STATE_NAMES.get(value.strip().lower(), ""), _listed(STATES)),
    "after": (dates.canonical, dates.KNOWN),
    "before": (dates.canonical, dates.KNOWN),
    "doc": (lambda value: _sound(value.strip().lower()), "an id"),
    "by": (_folded, "a word"),
    "tag": (_folded, "a word"),
}


def dated(query: Query, today: date) -> Query:
    """`query` with the dates that its words for dates mean on the day `today`."""
    nodes = tuple(_dated(node, today) for node in query.root.nodes)
    return replace(query, root=And(nodes, query.root.start, query.root.end))


def _dated(node: Node, today: date) -> Node:
    if isinstance(node, Field) and node.name in {"after", "before"}:
        return replace(node, values=tuple(dates.day(value, today) for value in node.values))
    if isinstance(node, Not):
        return replace(node, node=_dated(node.node, today))
    if isinstance(node, (And, Or)):
        return replace(node, nodes=tuple(_dated(inner, today) for inner in node.nodes))
    return node
