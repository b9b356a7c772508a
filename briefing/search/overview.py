"""How all that a query finds is spread over the kinds of parts and over time."""

from __future__ import annotations

import sqlite3
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from briefing.record import record
from briefing.search.expression import placed
from briefing.search.matching import Matching, scope
from briefing.search.narrow import without
from briefing.search.tree import Field

if TYPE_CHECKING:
    from briefing.search.searcher import Searcher
    from briefing.search.tree import Query

MOST = 50_000
"""Parts that are counted by their date: about 50 ms. Of more, those that went in last."""
KINDS = ("sections", "trends", "faq", "tips")
"""Values of `in:` that are counted."""


@record
class Overview:
    """Counts of parts; none without full text."""

    total: int = 0
    """How many are found, whatever kind the query asks for."""
    kinds: Mapping[str, int] = MappingProxyType({})
    """The same by `KINDS`."""
    months: Mapping[str, int] = MappingProxyType({})
    """Whatever time the query asks for: by month, `2025-11`, or by year where the date says no
    more; those without a date under the empty text."""
    whole: bool = True
    """Whether all were counted by their date, and not the `MOST` that went in last."""


def overview(connection: sqlite3.Connection, searcher: Searcher, query: Query) -> Overview:
    """How what `query` finds, widened as for a search, is spread."""
    if not searcher.full_text or not (query.wanted or query.fields):
        return Overview()
    reached = searcher.reach(query)
    expression, where = searcher.expressed(without(reached, "in"))
    terms = Matching(connection, scope(connection, where))
    kinds = {
        name: terms.counted(placed(expression, [Field("in", (name,), 0, 0)])) for name in KINDS
    }
    total = terms.counted(expression)
    expression, where = searcher.expressed(without(reached, "after", "before"))
    numbers = Matching(connection, scope(connection, where)).newest(expression, MOST + 1)
    months = _by_month(connection, numbers[:MOST])
    return Overview(total, kinds, months, len(numbers) <= MOST)


def _by_month(connection: sqlite3.Connection, numbers: Sequence[int]) -> Mapping[str, int]:
    documents = connection.execute(
        "SELECT first, substr(date, 1, 7) FROM documents ORDER BY first"
    ).fetchall()
    firsts, months = [first for first, _ in documents], [month for _, month in documents]
    return Counter(months[bisect_right(firsts, number) - 1] for number in numbers)
