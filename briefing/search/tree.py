"""What a query says: a tree of frozen nodes, each knowing where it stands in the query.

Any string is a query. What cannot be understood is left out and named in `Query.ignored`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, TypeAlias

from briefing.document.pattern import pattern
from briefing.record import record

FieldName = Literal["in", "doc", "by", "tag", "after", "before", "is"]
FIELDS: tuple[FieldName, ...] = ("in", "doc", "by", "tag", "after", "before", "is")
PLACES = ("sections", "trends", "faq", "tips", "title")
"""What `in:` takes."""
STATES = ("bookmarked", "unread", "changed")
"""What `is:` takes."""
_PLAIN = pattern(r"[\w-]+")
"""A value that needs no quotes."""


@record
class Text:
    """A word, or words that stand together: `"drone strike"`, `foo-bar`, `経済`."""

    words: tuple[str, ...]
    """Folded, at least one."""
    prefix: bool
    """The last word may go on: `proli*`."""
    start: int
    end: int

    def __hash__(self) -> int:  # asked for hundreds of times a search
        return hash(self.words) ^ self.start


@record
class Field:
    """`in:faq`, `after:2025-11`; several values, parted by `|`, are alternatives."""

    name: FieldName
    values: tuple[str, ...]
    """Of `in` one of `PLACES`, of `is` one of `STATES`, of the dates what `dates.canonical` makes
    of them, of `doc` in lower case, else folded."""
    start: int
    end: int


@record
class Not:
    """`-naval`."""

    node: Node
    start: int
    end: int


@record
class Or:
    """`drone OR missile`: all texts, or all fields."""

    nodes: tuple[Node, ...]
    start: int
    end: int


@record
class And:
    """Everything of it must be there; nothing is in an empty one."""

    nodes: tuple[Node, ...]
    start: int
    end: int


Node: TypeAlias = "Text | Field | Not | Or | And"


@record
class Ignored:
    """What of a query was left out, where it stands, and in words why."""

    why: str
    start: int
    end: int

    def __str__(self) -> str:
        return self.why


@record
class Query:
    """A query as understood: `root.nodes` are the things that must all hold."""

    text: str
    root: And
    ignored: tuple[Ignored, ...] = ()

    def __str__(self) -> str:
        """The query as it was understood: parsed again, it is the same query."""
        return " ".join(map(spelt, self.root.nodes))

    def walk(self) -> Iterator[Node]:
        """Every node, from the root down."""
        waiting: list[Node] = [self.root]
        while waiting:
            node = waiting.pop()
            yield node
            if isinstance(node, Not):
                waiting.append(node.node)
            elif isinstance(node, (And, Or)):
                waiting.extend(reversed(node.nodes))

    def asks(self, name: FieldName) -> bool:
        """Whether it has a field of this name."""
        return any(isinstance(node, Field) and node.name == name for node in self.walk())

    @property
    def wanted(self) -> tuple[Text, ...]:
        """The texts to look for, in order; not those to leave out."""
        return tuple(_wanted(self.root))

    @property
    def fields(self) -> tuple[Node, ...]:
        """The conditions that are no text."""
        return tuple(node for node in self.root.nodes if _is_condition(node))

    @property
    def texts(self) -> tuple[Node, ...]:
        """The conditions that are text."""
        return tuple(node for node in self.root.nodes if not _is_condition(node))


def spelt(node: Node) -> str:
    """`node` in the query language."""
    if isinstance(node, Text):
        words = " ".join(node.words)
        return (f'"{words}"' if len(node.words) > 1 else words) + ("*" if node.prefix else "")
    if isinstance(node, Field):
        plain = (value if _PLAIN.fullmatch(value) else f'"{value}"' for value in node.values)
        return f"{node.name}:{'|'.join(plain)}"
    if isinstance(node, Not):
        return f"-{_bracketed(node.node)}"
    between = " OR " if isinstance(node, Or) else " "
    return between.join(map(_bracketed, node.nodes))


def _bracketed(node: Node) -> str:
    return f"({spelt(node)})" if isinstance(node, (And, Or)) else spelt(node)


def _wanted(node: Node) -> Iterator[Text]:
    if isinstance(node, Text):
        yield node
    elif isinstance(node, (And, Or)):
        for inner in node.nodes:
            yield from _wanted(inner)


def _is_condition(node: Node) -> bool:
    """Whether `node` holds fields; the parser never mixes fields and texts below the root."""
    if isinstance(node, Not):
        return _is_condition(node.node)
    if isinstance(node, (And, Or)):
        return any(_is_condition(inner) for inner in node.nodes)
    return isinstance(node, Field)
