"""What the reader has seen of a document: its parts, each by a hash of its text."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from hashlib import blake2b
from typing import Literal

from briefing.store.documents import named, sound

News = Literal["new", "changed"]


def fingerprint(text: str) -> str:
    """A short hash of a part's text, blind to how its lines are broken."""
    return blake2b(" ".join(sound(text).split()).encode(), digest_size=8).hexdigest()


def seen(connection: sqlite3.Connection, document: int) -> dict[str, str]:
    """The parts that were seen, each with the fingerprint of its text, or nothing for it."""
    rows = connection.execute("SELECT part, digest FROM seen WHERE document = ?", (document,))
    return {str(row["part"]): str(row["digest"]) for row in rows.fetchall()}


def by_path(connection: sqlite3.Connection) -> dict[str, frozenset[str]]:
    """The ids of the parts that were seen, by the path of their document."""
    found: dict[str, set[str]] = {}
    rows = connection.execute(
        "SELECT documents.path, part FROM seen JOIN documents ON documents.id = seen.document"
    )
    for row in rows.fetchall():
        found.setdefault(named(row["path"]), set()).add(str(row["part"]))
    return {path: frozenset(parts) for path, parts in found.items()}


def mark(
    connection: sqlite3.Connection, document: int, parts: Mapping[str, str] | Iterable[str]
) -> None:
    """Notes parts as seen: ids alone, or ids with their texts."""
    texts = parts if isinstance(parts, Mapping) else dict.fromkeys(parts)
    connection.executemany(
        "INSERT INTO seen (document, part, digest) VALUES (?, ?, ?)"
        " ON CONFLICT (document, part) DO UPDATE SET digest ="
        " CASE excluded.digest WHEN '' THEN digest ELSE excluded.digest END",
        [
            (document, sound(part), "" if text is None else fingerprint(text))
            for part, text in texts.items()
        ],
    )


def news(known: Mapping[str, str], texts: Mapping[str, str]) -> dict[str, News]:
    """Which parts are new or changed since; none where nothing of the document was seen."""
    found: dict[str, News] = {}
    for part, text in texts.items() if known else ():
        if part not in known:
            found[part] = "new"
        elif known[part] and known[part] != fingerprint(text):
            found[part] = "changed"
    return found
