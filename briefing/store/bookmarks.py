"""What the reader marked, with notes and tags."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence

from briefing.document.locator import Locator
from briefing.record import record
from briefing.store.documents import named, sound

SELECT = (
    "SELECT b.id, b.document, d.path, d.title, b.locator, b.label, b.note, b.tags, b.created"
    " FROM bookmarks b JOIN documents d ON d.id = b.document WHERE b.removed IS NULL"
)


@record
class Bookmark:
    """A place that the reader marked."""

    id: int
    document: int
    path: str
    title: str
    """Of the document."""
    locator: Locator
    label: str
    note: str
    tags: tuple[str, ...]
    created: str
    """ISO 8601, UTC."""


def listed(connection: sqlite3.Connection, document: int | None) -> tuple[Bookmark, ...]:
    """The bookmarks of one document or of all, by document and then by place."""
    where, values = ("", ()) if document is None else (" AND b.document = ?", (document,))
    found = [_bookmark(row) for row in connection.execute(SELECT + where, values).fetchall()]
    return tuple(sorted(found, key=_order))


def one(connection: sqlite3.Connection, bookmark_id: int) -> Bookmark | None:
    """The bookmark with this number."""
    row = connection.execute(f"{SELECT} AND b.id = ?", (bookmark_id,)).fetchone()
    return _bookmark(row) if row else None


def insert(
    connection: sqlite3.Connection,
    document: int,
    locator: Locator,
    label: str,
    note: str,
    tags: Sequence[str],
    created: str,
) -> int:
    """Adds a bookmark, and returns its number."""
    cursor = connection.execute(
        "INSERT INTO bookmarks (document, locator, label, note, tags, created)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        (document, written(locator), sound(label), sound(note), listing(tags), created),
    )
    return int(cursor.lastrowid or 0)


def update(connection: sqlite3.Connection, bookmark_id: int, field: str, value: str) -> bool:
    """Sets the note, or when it was removed; whether there is such a bookmark."""
    statements = {
        "note": "UPDATE bookmarks SET note = ? WHERE id = ? AND removed IS NULL",
        "removed": "UPDATE bookmarks SET removed = ? WHERE id = ?",
    }
    return connection.execute(statements[field], (value, bookmark_id)).rowcount > 0


def restore(connection: sqlite3.Connection, bookmark: Bookmark) -> None:
    """Brings a removed bookmark back under its number, as it was."""
    connection.execute(
        "INSERT INTO bookmarks (id, document, locator, label, note, tags, created)"
        " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET removed = NULL,"
        " locator = excluded.locator, label = excluded.label, note = excluded.note,"
        " tags = excluded.tags",
        (
            bookmark.id,
            bookmark.document,
            written(bookmark.locator),
            sound(bookmark.label),
            sound(bookmark.note),
            listing(bookmark.tags),
            bookmark.created,
        ),
    )


def listing(tags: Sequence[str]) -> str:
    """Tags as they are kept, without blanks and repetitions."""
    return json.dumps(list(dict.fromkeys(tag.strip() for tag in tags if tag.strip())))


def written(locator: Locator) -> str:
    """A locator as it is kept: JSON, in ASCII, so that any text can be in it."""
    return json.dumps(locator.to_dict())


def read(text: object) -> Locator:
    """A locator from its column; one that leads nowhere when the column is damaged."""
    try:
        data = json.loads(str(text))
        return Locator.from_dict(data if isinstance(data, dict) else {})
    except (ValueError, RecursionError):
        return Locator.from_dict({})


def _bookmark(row: sqlite3.Row) -> Bookmark:
    return Bookmark(
        id=int(row["id"]),
        document=int(row["document"]),
        path=named(row["path"]),
        title=str(row["title"]),
        locator=read(row["locator"]),
        label=str(row["label"]),
        note=str(row["note"]),
        tags=_tags(row["tags"]),
        created=str(row["created"]),
    )


def _tags(text: object) -> tuple[str, ...]:
    try:
        tags = json.loads(str(text))
    except (ValueError, RecursionError):
        return ()
    return tuple(map(str, tags)) if isinstance(tags, list) else ()


def _order(bookmark: Bookmark) -> tuple[str, str, int, int, int, int]:
    locator = bookmark.locator
    title = bookmark.title.casefold()
    return title, bookmark.path, bookmark.document, locator.passage, locator.offset, bookmark.id
