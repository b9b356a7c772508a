"""A query string cut into tokens; every character stands in at most one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from briefing.document.pattern import pattern
from briefing.search.tree import FIELDS

TokenKind = Literal["open", "close", "or", "text", "field"]
# All kinds of double quote are one; each is one character, so no position moves.
_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»＂", '"'))
_TOKEN = pattern(
    rf"""
      (?P<open>-?\() | (?P<close>\))
    | (?P<minus>-)?
      (?:(?P<field>(?i:{"|".join(FIELDS)})):)?
      (?: "(?P<quoted>[^"]*)"?(?P<star>\*)? | (?P<bare>[^\s()"]+) )
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Token:
    """One token of a query, at `query[start:end]`."""

    kind: TokenKind
    start: int
    end: int
    value: str = ""
    field: str = ""
    minus: bool = False
    prefix: bool = False


def tokens(query: str) -> Iterator[Token]:
    """The tokens of `query`, in order."""
    for match in _TOKEN.finditer(query.translate(_QUOTES)):
        start, end = match.span()
        minus = match[0].startswith("-")
        if match["open"]:
            yield Token("open", start, end, minus=minus)
        elif match["close"]:
            yield Token("close", start, end)
        elif match[0] == "OR":
            yield Token("or", start, end)
        elif match[0] == "AND":
            continue
        else:
            value = match["bare"] if match["quoted"] is None else match["quoted"]
            prefix = bool(match["star"]) or value.endswith("*")
            field = (match["field"] or "").lower()
            yield Token("field" if field else "text", start, end, value, field, minus, prefix)
