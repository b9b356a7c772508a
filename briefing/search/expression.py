"""A query as FTS5 and SQL take it. Every term is quoted, so no text can be an operator."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from briefing.record import record
from briefing.search.dates import is_day
from briefing.search.results import KINDS, MatchKind
from briefing.search.rows import KIND_WORDS
from briefing.search.stem import STEMS
from briefing.search.tree import And, Field, Ignored, Node, Not, Or, Query, Text

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


Forms = Callable[[Text], Sequence[str]]
"""The stems that the last word of a text stands for."""
Spell = Callable[[Text], str]
"""A text as FTS5 takes it."""


def match(node: Node, forms: Forms) -> str:
    """The FTS5 expression for texts; `node` holds no field."""
    return _joined(node, lambda text: _phrase(text, forms), _whole(forms))


def begun(node: Node, forms: Forms) -> str:
    """The same, with every stem that a beginning stands for, at the cost of reading them all."""
    return _joined(node, _whole(forms), _whole(forms))


def reaching(node: Node, level: str, forms: Forms) -> str:
    """The expression over `best` for parts that say so much of every text; see `impact`.

    It is wider than the texts: words of a phrase may be apart, and what is not wanted is there.
    """
    return _joined(node, lambda text: _words_reaching(text, level, forms), None)


def _joined(node: Node, spell: Spell, spell_unwanted: Spell | None) -> str:
    """`node` as `spell` has it, without what `spell_unwanted` has, if anything is to be left out.

    What is found may be some of what a beginning stands for, and what is left out never.
    """
    if isinstance(node, Text):
        return spell(node)
    if isinstance(node, Or):
        return f"({' OR '.join(_joined(inner, spell, spell_unwanted) for inner in node.nodes)})"
    if isinstance(node, And):
        unwanted = [inner.node for inner in node.nodes if isinstance(inner, Not)]
        among = [
            _joined(inner, spell, spell_unwanted)
            for inner in node.nodes
            if not isinstance(inner, Not)
        ]
        expression = f"({' AND '.join(among)})"
        if spell_unwanted is None or not unwanted:
            return expression
        without = [_joined(inner, spell_unwanted, spell_unwanted) for inner in unwanted]
        return f"({expression} NOT ({' OR '.join(without)}))"
    message = f"{type(node).__name__} has no place in an expression by itself"
    raise TypeError(message)


def _whole(forms: Forms) -> Spell:
    return lambda text: _phrase(text, forms, whole=True)


def _phrase(text: Text, forms: Forms, *, whole: bool = False) -> str:
    """Words that stand together; every word but the last stands for one stem."""
    before = " ".join(STEMS[word] for word in text.words[:-1])
    spelt = [_quoted(before, stem) for stem in forms(text)]
    if whole and text.prefix:
        spelt.append(_quoted(before, text.words[-1]) + " *")
    return spelt[0] if len(spelt) == 1 else "(" + " OR ".join(spelt) + ")"


def _words_reaching(text: Text, level: str, forms: Forms) -> str:
    before = [_quoted(STEMS[word] + level) for word in text.words[:-1]]
    last = " OR ".join(_quoted(stem + level) for stem in forms(text))
    return "(" + " AND ".join((*before, f"({last})")) + ")"


def _quoted(*words: str) -> str:
    return '"' + " ".join(word for word in words if word).replace('"', '""') + '"'


ANYWHERE = f"({' OR '.join(map(_quoted, KIND_WORDS.values()))})"
"""The expression for every part."""


def is_placed(node: Node) -> bool:
    """Whether `node` holds nothing but `in:`, which is part of the expression and no condition."""
    if isinstance(node, Not):
        return is_placed(node.node)
    if isinstance(node, (And, Or)):
        return all(map(is_placed, node.nodes))
    return isinstance(node, Field) and node.name == "in"


def placed(expression: str, nodes: Iterable[Node]) -> str:
    """`expression`, kept to where the `nodes` say; each `is_placed`."""
    given = tuple(nodes)
    if any(isinstance(node, Field) and node.values == ("title",) for node in given):
        expression = f"({{title}} : {expression})"
    whole = expression
    for node in given:
        if isinstance(node, Not):
            whole = f"({whole} NOT {_place_of(node.node, expression)})"
        elif not isinstance(node, Field) or node.values != ("title",):
            whole = f"({whole} AND {_place_of(node, expression)})"
    return whole


def _place_of(node: Node, expression: str) -> str:
    if isinstance(node, (And, Or)):
        joint = " OR " if isinstance(node, Or) else " AND "
        return f"({joint.join(_place_of(inner, expression) for inner in node.nodes)})"
    if isinstance(node, Not):
        return f"({ANYWHERE} NOT {_place_of(node.node, expression)})"
    if not isinstance(node, Field):
        return expression
    each = [
        f"({{title}} : {expression})"
        if value == "title"
        else " OR ".join(_quoted(KIND_WORDS[kind]) for kind in _PLACES[value])
        for value in node.values
    ]
    return f"({' OR '.join(each)})"


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
    fields: Iterable[Node], states: States, expression: str = ""
) -> tuple[Conditions, tuple[Ignored, ...]]:
    """The conditions of the `fields` of a query, and those that cannot be told.

    `expression` is what the words of the query are for FTS5. With it `in:title` asks for them in a
    title, without it for a part that has one.
    """
    unknown: list[Ignored] = []
    asked = _Asked(states, expression, unknown)
    found = [_condition(node, asked) for node in fields]
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
