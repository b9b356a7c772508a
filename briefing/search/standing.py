"""A search that is kept: what it finds now that it had not found when the reader last looked.

A part counts as found before when it was found in the same place, or when its document, byte for
byte, was gone through: so neither a document that was moved nor a newer version of this program,
which may cut it otherwise, makes old parts new.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable
from hashlib import blake2b

from briefing.record import record
from briefing.search.results import KINDS, Results
from briefing.search.searcher import Searcher
from briefing.search.tree import Query
from briefing.search.widen import telling

MOST = 50_000
"""Parts that are compared."""
TOO_MANY = f"of all that it finds, {MOST:,} parts are compared; narrow it to know what is new"
_BYTES = 8
"""Of a key: with 50,000 of them, one false match in 10^14."""


@record
class News:
    """What is new of a search."""

    results: Results
    """The new parts, those of newer documents first; `total` counts them all."""
    seen: frozenset[bytes]
    """What to keep as seen, now that these results were: all that was found but what they left."""


@record
class _Part:
    number: int
    key: bytes
    document: bytes
    """The key of its document's bytes; empty where they are not known."""


def news(
    connection: sqlite3.Connection,
    searcher: Searcher,
    query: Query,
    seen: Collection[bytes] | None,
    limit: int,
) -> News:
    """What `query` finds beyond what was `seen`; without that, nothing is new."""
    query = telling(query)
    parts = _parts(connection, searcher.found(query, MOST + 1))
    note = TOO_MANY if len(parts) > MOST else ""
    fresh = [
        part
        for part in parts
        if seen is not None and part.key not in seen and part.document not in seen
    ]
    shown, left = fresh[:limit], fresh[limit:]
    matches = searcher.matches([part.number for part in shown], query)
    return News(Results(matches, len(fresh), len(fresh), note, query.ignored), _keys(parts, left))


def _parts(connection: sqlite3.Connection, numbers: Collection[int]) -> list[_Part]:
    rows = connection.execute(
        "SELECT p.number, p.kind, p.part, d.path, d.digest FROM parts p"
        " JOIN documents d ON d.number = p.document"
        " WHERE p.number IN (SELECT value FROM json_each(?)) ORDER BY d.date DESC, p.number",
        (json.dumps(list(numbers)),),
    )
    return [
        _Part(number, _key(path, KINDS[kind], part), _key(digest) if digest else b"")
        for number, kind, part, path, digest in rows
    ]


def _keys(parts: Iterable[_Part], left: Collection[_Part]) -> frozenset[bytes]:
    """The keys of `parts` but those `left`, and of the documents that are done with."""
    unfinished = {part.document for part in left} | {b""}
    missed = {part.key for part in left}
    kept = [part for part in parts if part.key not in missed]
    documents = {part.document for part in kept} - unfinished
    return frozenset(part.key for part in kept) | documents


def _key(*words: str) -> bytes:
    data = "\0".join(words).encode("utf-8", "replace")
    return blake2b(data, digest_size=_BYTES).digest()
