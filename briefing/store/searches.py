"""What the reader searched for: the queries of late, and searches kept under a name."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection

from briefing.record import record
from briefing.store.documents import sound

MOST_RECENT = 200
"""Queries that are remembered; an older one gives way."""
LONGEST = 1_000
"""Characters of a query that is remembered."""
KEY = 8
"""Bytes of one key of what a saved search found."""


@record
class SavedSearch:
    """A query under a name, and what it had found when the reader last looked."""

    name: str
    query: str
    visited: str
    """When the reader last looked, in UTC, as ISO 8601."""
    seen: frozenset[bytes]
    """Keys of what was found by then, of `KEY` bytes each; whoever makes them says of what."""


def recent(connection: sqlite3.Connection, begun: str, most: int) -> tuple[str, ...]:
    """The last queries, newest first, that begin as `begun` does, in any case."""
    rows = connection.execute("SELECT query FROM recent ORDER BY turn DESC").fetchall()
    wanted = begun.casefold()
    found = (str(row["query"]) for row in rows)
    return tuple(query for query in found if query.casefold().startswith(wanted))[:most]


def remember(connection: sqlite3.Connection, query: str) -> None:
    """Puts a query before all others; nothing, or one that is too long, is not remembered."""
    query = sound(query.strip())
    if not 0 < len(query) <= LONGEST:
        return
    connection.execute(
        "INSERT INTO recent (query, turn) SELECT ?, ifnull(max(turn), 0) + 1 FROM recent WHERE true"
        " ON CONFLICT (query) DO UPDATE SET turn = excluded.turn",
        (query,),
    )
    connection.execute(
        "DELETE FROM recent WHERE turn <="
        " (SELECT turn FROM recent ORDER BY turn DESC LIMIT 1 OFFSET ?)",
        (MOST_RECENT,),
    )


def forget(connection: sqlite3.Connection, query: str | None) -> None:
    """Takes one query out of those of late, or all of them."""
    if query is None:
        connection.execute("DELETE FROM recent")
    else:
        connection.execute("DELETE FROM recent WHERE query = ?", (sound(query.strip()),))


def saved(connection: sqlite3.Connection) -> tuple[SavedSearch, ...]:
    """The saved searches, by name."""
    rows = connection.execute("SELECT name, query, visited, seen FROM searches").fetchall()
    made = (
        SavedSearch(str(row["name"]), str(row["query"]), str(row["visited"]), _keys(row["seen"]))
        for row in rows
    )
    return tuple(sorted(made, key=lambda each: (each.name.casefold(), each.name)))


def save(connection: sqlite3.Connection, search: SavedSearch) -> None:
    """Keeps a search, in place of one of the same name."""
    connection.execute(
        "INSERT INTO searches (name, query, visited, seen) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (name) DO UPDATE SET query = excluded.query,"
        " visited = excluded.visited, seen = excluded.seen",
        (sound(search.name), sound(search.query), search.visited, _packed(search.seen)),
    )


def remove(connection: sqlite3.Connection, name: str) -> bool:
    """Takes a saved search away; whether it was there."""
    return connection.execute("DELETE FROM searches WHERE name = ?", (sound(name),)).rowcount > 0


def _keys(packed: object) -> frozenset[bytes]:
    if not isinstance(packed, bytes):
        return frozenset()
    return frozenset(packed[at : at + KEY] for at in range(0, len(packed) - KEY + 1, KEY))


def _packed(keys: Collection[bytes]) -> bytes:
    return b"".join(sorted(keys))
