"""A query as FTS5 and SQL take it. Every term is quoted, so no text can be an operator."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence

from briefing.record import record
from briefing.search.dates import is_day
from briefing.search.find import Lookup
from briefing.search.results import KINDS, MatchKind
from briefing.search.tree import And, Field, Ignored, Node, Not, Or, Query, Text
from briefing.search.vocabulary import Wanted

MOST_FORMS = 32
"""Stems that a word begun may stand for beside those it begins itself."""
_PLACES: Mapping[str, tuple[MatchKind, ...]] = {
    "sections": ("section", "lead"),
    "trends": ("trend",),
    "faq": ("question",),
    "tips": ("tip",),
}
States = Mapping[str, Collection[str]]
"""For `is:`: the paths of the documents that are `bookmarked`, `unread` and so on."""


@record
class Conditions:
    """An SQL condition over `parts p` and `documents d`, with its values."""

    sql: str = ""
    values: tuple[object, ...] = ()


def match(node: Node, lookup: Lookup) -> str:
    """The FTS5 expression for texts; `node` holds no field."""
    if isinstance(node, Text):
        return phrase(lookup(node))
    if isinstance(node, Or):
        return "(" + " OR ".join(match(inner, lookup) for inner in node.nodes) + ")"
    if isinstance(node, And):
        wanted = [match(inner, lookup) for inner in node.nodes if not isinstance(inner, Not)]
        unwanted = [match(inner.node, lookup) for inner in node.nodes if isinstance(inner, Not)]
        expression = "(" + " AND ".join(wanted) + ")"
        return f"({expression} NOT ({' OR '.join(unwanted)}))" if unwanted else expression
    message = f"{type(node).__name__} has no place in an expression by itself"
    raise TypeError(message)


def phrase(asked: Sequence[Wanted]) -> str:
    """Words that stand together; every word but the last stands for one stem."""
    before = " ".join(next(iter(wanted.stems)) for wanted in asked[:-1])
    last = asked[-1]
    forms = [_quoted(before, stem) for stem in sorted(last.stems)[:MOST_FORMS]]
    if last.prefix:
        forms.insert(0, _quoted(before, last.prefix) + " *")
    return forms[0] if len(forms) == 1 else "(" + " OR ".join(forms) + ")"


def _quoted(*words: str) -> str:
    return '"' + " ".join(word for word in words if word).replace('"', '""') + '"'


@record
class _Asked:
    """What a condition may depend on beside its field; `unknown` gathers what cannot be told."""

    states: States
    expression: str
    unknown: list[Ignored]


def in_titles(query: Query) -> bool:
    """Whether only titles, headings and labels are searched."""
    return any(
        isinstance(node, Field) and node.name == "in" and node.values == ("title",)
        for node in query.fields
    )


def conditions(
    query: Query, states: States, expression: str = ""
) -> tuple[Conditions, tuple[Ignored, ...]]:
    """The conditions of the fields, and those that cannot be told.

    `expression` is what the words of the query are for FTS5. With it `in:title` asks for them in a
    title, without it for a part that has one.
    """
    unknown: list[Ignored] = []
    asked = _Asked(states, expression, unknown)
    found = [_condition(node, asked) for node in query.fields]
    kept = [condition for condition in found if condition.sql]
    values = tuple(value for condition in kept for value in condition.values)
    return Conditions(" AND ".join(condition.sql for condition in kept), values), tuple(unknown)


def _condition(node: Node, asked: _Asked) -> Conditions:
    if isinstance(node, Not):
        inner = _condition(node.node, asked)
        return Conditions(f"NOT {inner.sql}", inner.values) if inner.sql else inner
    if isinstance(node, (And, Or)):
        parts = [_condition(inner, asked) for inner in node.nodes]
        parts = [part for part in parts if part.sql]
        joined = (" OR " if isinstance(node, Or) else " AND ").join(part.sql for part in parts)
        values = tuple(value for part in parts for value in part.values)
        return Conditions(f"({joined})" if joined else "", values)
    return _field(node, asked) if isinstance(node, Field) else Conditions()


def _field(field: Field, asked: _Asked) -> Conditions:
    each: list[Conditions] = []
    for value in field.values:
        if field.name == "in":
            each.append(_place(value, asked.expression))
        elif field.name == "is" and value not in asked.states:
            asked.unknown.append(_untold(field, value))
        elif field.name == "is":
            each.append(among("d.path", sorted(asked.states[value])))
        elif field.name == "doc":
            high = value + "\U0010ffff"
            each.append(Conditions("(d.id >= ? AND d.id < ?)", (value.lower(), high.lower())))
        elif field.name == "by":
            each.append(Conditions("instr(d.names, ?) > 0", (f" {value}",)))
        elif field.name == "tag":
            each.append(Conditions("instr(d.topics, ?) > 0", (f"\n{value}\n",)))
        elif not is_day(value):
            asked.unknown.append(_untold(field, value))
        else:
            comparison = "d.date >= ?" if field.name == "after" else "d.date < ?"
            each.append(Conditions(f"(d.date != '' AND {comparison})", (value,)))
    joined = " OR ".join(condition.sql for condition in each)
    values = tuple(value for condition in each for value in condition.values)
    return Conditions(f"({joined})" if joined else "", values)


def _untold(field: Field, value: str) -> Ignored:
    return Ignored(f"{field.name}:{value} cannot be told here", field.start, field.end)


def _place(value: str, expression: str) -> Conditions:
    if value == "title" and expression:
        titled = "p.number IN (SELECT rowid FROM terms WHERE terms MATCH ?)"
        return Conditions(titled, (f"{{title}} : {expression}",))
    if value == "title":
        return Conditions("p.heads > 0")
    kinds = [KINDS.index(kind) for kind in _PLACES[value]]
    return among("p.kind", kinds)


def among(column: str, values: Sequence[object]) -> Conditions:
    """`column` is one of `values`, however many they are."""
    given = json.dumps(list(values))
    return Conditions(f"{column} IN (SELECT value FROM json_each(?))", (given,))  # noqa: S608 - our column
