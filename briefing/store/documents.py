"""The documents that the reader has opened: each is known by its path."""

from __future__ import annotations

import os
import re
import sqlite3

from briefing.document.pattern import pattern

PSEUDO = pattern(r"[a-z][a-z0-9+.-]+:", re.IGNORECASE)
"""`bundled:…`, `stdin:…`: a name that is no file. One letter is a drive."""

FOREIGN = pattern("[\ud800-\udc7f\udd00-\udfff]")
"""Surrogates that no file name has: Python gives bytes that are not UTF-8 as U+DC80 to U+DCFF."""


def identify(connection: sqlite3.Connection, path: str, digest: str) -> int | None:
    """The document at `path`; else the one with this digest whose own file is gone."""
    row = connection.execute("SELECT id FROM documents WHERE path = ?", (column(path),)).fetchone()
    if row is not None:
        return int(row["id"])
    if not digest or is_pseudo(path):
        return None
    rows = connection.execute(
        "SELECT id, path FROM documents WHERE digest = ? ORDER BY turn DESC, id DESC", (digest,)
    )
    return next((int(row["id"]) for row in rows.fetchall() if is_gone(named(row["path"]))), None)


def on_record(connection: sqlite3.Connection, path: str, digest: str, title: str) -> int | None:
    """The number of a document that is on record exactly so."""
    row = connection.execute(
        "SELECT id FROM documents WHERE path = ? AND digest = ? AND title = ?",
        (column(path), digest, sound(title)),
    ).fetchone()
    return int(row["id"]) if row else None


def record(connection: sqlite3.Connection, path: str, digest: str, title: str) -> int:
    """Puts the document on record, and returns its number."""
    document = identify(connection, path, digest)
    values = (column(path), digest, sound(title))
    if document is None:
        cursor = connection.execute(
            "INSERT INTO documents (path, digest, title) VALUES (?, ?, ?)", values
        )
        return int(cursor.lastrowid or 0)
    connection.execute(
        "UPDATE documents SET path = ?, digest = ?, title = ? WHERE id = ?", (*values, document)
    )
    return document


def digests(connection: sqlite3.Connection) -> dict[str, str]:
    """The digest of each document that was read, by path."""
    rows = connection.execute("SELECT path, digest FROM documents WHERE turn > 0").fetchall()
    return {named(row["path"]): str(row["digest"]) for row in rows}


def opened(connection: sqlite3.Connection) -> tuple[str, ...]:
    """The paths of the documents that were read or marked, in the order of their first opening."""
    rows = connection.execute(
        "SELECT path FROM documents WHERE turn > 0"
        " OR id IN (SELECT document FROM bookmarks WHERE removed IS NULL) ORDER BY id"
    )
    paths = [named(row["path"]) for row in rows.fetchall()]
    return tuple(path for path in paths if os.path.isabs(path))  # noqa: PTH117 - a name as kept


def is_pseudo(path: str) -> bool:
    """Whether `path` names no file."""
    return PSEUDO.match(path) is not None


def is_gone(path: str) -> bool:
    """Whether a file was at `path` and is there no more."""
    if is_pseudo(path):
        return False
    try:
        os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        return True
    except (OSError, ValueError):
        return False
    return False


def column(path: str) -> str | bytes:
    """A path as it is kept: bytes where the name is not Unicode."""
    try:
        path.encode()
    except UnicodeEncodeError:
        return FOREIGN.sub("?", path).encode("utf-8", "surrogateescape")
    return path


def named(value: object) -> str:
    """A path from its column."""
    return value.decode("utf-8", "surrogateescape") if isinstance(value, bytes) else str(value)


def sound(text: str) -> str:
    """A text that the database can hold: lone surrogates become question marks."""
    return text.encode("utf-8", "replace").decode()
