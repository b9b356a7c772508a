"""The key trends of all documents, the newest first."""

from __future__ import annotations

import json
import sqlite3

from briefing.search.fold import BREAK
from briefing.search.names import name
from briefing.search.results import KINDS, Trend
from briefing.search.rows import unpack
from briefing.search.schema import dictionary

LONGEST = 400
"""Characters that are given of a trend: two lines of any terminal."""

_DOCUMENTS = """
SELECT number, trends, path, id, title, date FROM documents
WHERE trends > 0 ORDER BY date DESC, path
"""
_TRENDS = """
SELECT p.kind, p.part, p.title, p.heads, p.places, p.texts, p.document
FROM documents d CROSS JOIN parts p ON p.number BETWEEN d.first AND d.last
WHERE d.number IN (SELECT value FROM json_each(?)) AND p.kind = ? ORDER BY p.number
"""


def trends(connection: sqlite3.Connection, limit: int) -> tuple[Trend, ...]:
    """At most `limit` trends: by the date of their document, in one document in its order."""
    chosen: dict[int, tuple[str, str, str, str]] = {}
    left = limit
    for number, count, *document in connection.execute(_DOCUMENTS):
        if left <= 0:
            break
        chosen[number] = (name(document[0]), document[1], document[2], document[3])
        left -= count
    # By document and part: a very long trend is several rows, of which the first is enough.
    found: dict[int, dict[str, Trend]] = {number: {} for number in chosen}
    taught = dictionary(connection)
    wanted = (json.dumps(list(chosen)), KINDS.index("trend"))
    for *packed, document in connection.execute(_TRENDS, wanted):
        entry = unpack(packed, taught)
        text = BREAK.join(entry.texts[entry.heads :])[:LONGEST]
        made = Trend(*chosen[document], entry.part, entry.title, text)
        found[document].setdefault(entry.part, made)
    return tuple(trend for held in found.values() for trend in held.values())[:limit]
