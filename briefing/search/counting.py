"""How many parts a query finds, by their kind."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping

from briefing.search.results import KINDS, MatchKind
from briefing.search.searcher import Searcher
from briefing.search.tree import Query
from briefing.search.widen import telling

MOST = 10_000_000
"""Parts that are counted: all."""


def counts(
    connection: sqlite3.Connection, searcher: Searcher, query: Query
) -> Mapping[MatchKind, int]:
    """The parts with all the telling words of `query`, by kind, of kinds that there are."""
    numbers = searcher.found(telling(query), MOST)
    rows = connection.execute(
        "SELECT kind, count(*) FROM parts WHERE number IN (SELECT value FROM json_each(?))"
        " GROUP BY kind ORDER BY kind",
        (json.dumps(numbers),),
    )
    return {KINDS[kind]: count for kind, count in rows}
