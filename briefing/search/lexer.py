"""A query string cut into tokens; every character stands in at most one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from briefing.document.pattern import pattern
from briefing.record import record
from briefing.search.tree import FIELDS

TokenKind = Literal["open", "close", "or", "not", "minus", "text", "field"]
# What a keyboard or an editor makes of the signs of the language is that sign: all kinds of double
# quote, full-width letters and signs, a minus and a hyphen of their own. One character each, so no
# position moves.
_SIGNS = str.maketrans(
    {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    | dict.fromkeys(map(ord, "“”„‟«»「」『』〝〞〟"), '"')
    | dict.fromkeys(map(ord, "−‐‑"), "-")
)
_VALUE = r'"[^"]*"?|[^\s()"|,]+'
_TOKEN = pattern(
    rf"""
      (?P<open>-?\() | (?P<close>\))
    | (?P<minus>-)?
      (?: (?P<field>(?i:{"|".join(FIELDS)})):(?P<values>(?:[|,]*(?:{_VALUE}))*[|,]*)
        | "(?P<quoted>[^"]*)"?(?P<star>\*)?
        | (?P<or>\|+) | (?P<bare>[^\s()"|]+) )
    """,
    re.VERBOSE,
)
_VALUES = pattern(_VALUE)


@record
class Value:
    """One of the values of a field, at `query[start:end]`, its quotes within."""

    text: str
    """Without them."""
    start: int
    end: int


@record
class Token:
    """One token of a query, at `query[start:end]`."""

    kind: TokenKind
    start: int
    end: int
    value: str = ""
    """Of a text, without its quotes."""
    field: str = ""
    minus: bool = False
    prefix: bool = False
    values: tuple[Value, ...] = ()
    """Of a field."""


def plain(query: str) -> str:
    """`query`, as long as it is, with the signs of the language as a plain keyboard has them."""
    return query if query.isascii() else query.translate(_SIGNS)


def tokens(query: str) -> Iterator[Token]:
    """The tokens of `query`, in order."""
    for match in _TOKEN.finditer(plain(query)):
        start, end = match.span()
        minus = match[0].startswith("-")
        if match["open"]:
            yield Token("open", start, end, minus=minus)
        elif match["close"]:
            yield Token("close", start, end)
        elif match["field"]:
            values = tuple(_values(match["values"], match.start("values")))
            name = match["field"].lower()
            yield Token("field", start, end, field=name, minus=minus, values=values)
        elif match["or"] or match[0] == "OR":
            yield Token("or", start, end)
        elif match[0] == "NOT":
            yield Token("not", start, end)
        elif not match[0].strip("-"):
            yield Token("minus", start, end)
        elif match[0] != "AND":
            value = match["bare"] if match["quoted"] is None else match["quoted"]
            prefix = bool(match["star"]) or value.endswith("*")
            yield Token("text", start, end, value, minus=minus, prefix=prefix)


def _values(spelt: str, start: int) -> Iterator[Value]:
    for match in _VALUES.finditer(spelt):
        yield Value(match[0].replace('"', ""), start + match.start(), start + match.end())
