"""The tables of state.db, as the steps that build them: a step is never changed, only added."""

from __future__ import annotations

import sqlite3

from briefing import __version__
from briefing.store.connect import APPLICATION_ID, number

MIN_READER = 1
"""The oldest schema version whose program can read what this one writes."""

BASE = """
CREATE TABLE meta (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
);
CREATE TABLE documents (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    path NOT NULL UNIQUE,
    digest TEXT NOT NULL,
    title TEXT NOT NULL,
    turn INTEGER NOT NULL DEFAULT 0,
    progress REAL NOT NULL DEFAULT 0,
    place TEXT
);
CREATE INDEX documents_by_digest ON documents (digest);
CREATE TABLE bookmarks (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    document INTEGER NOT NULL REFERENCES documents (id),
    locator TEXT NOT NULL,
    label TEXT NOT NULL,
    note TEXT NOT NULL DEFAULT '',
    tags TEXT NOT NULL DEFAULT '[]',
    created TEXT NOT NULL,
    removed TEXT
);
CREATE INDEX bookmarks_by_document ON bookmarks (document);
CREATE TABLE seen (
    id INTEGER PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES documents (id),
    part TEXT NOT NULL,
    digest TEXT NOT NULL DEFAULT '',
    UNIQUE (document, part)
);
CREATE TABLE preferences (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
);
"""
# Nothing is kept there: what changed is told by hashes. Programs of versions 2 to 4 look for it.
SNAPSHOTS = """
CREATE TABLE snapshots (
    document INTEGER PRIMARY KEY REFERENCES documents (id),
    digest TEXT NOT NULL,
    text BLOB NOT NULL
);
"""
CORRECTIONS = """
CREATE TABLE corrections (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    path NOT NULL,
    line INTEGER NOT NULL,
    text TEXT NOT NULL,
    kind TEXT NOT NULL,
    level INTEGER NOT NULL DEFAULT 0,
    label TEXT NOT NULL DEFAULT ''
);
CREATE INDEX corrections_by_path ON corrections (path);
"""
SEARCHES = """
CREATE TABLE recent (
    query TEXT PRIMARY KEY,
    turn INTEGER NOT NULL
);
CREATE TABLE searches (
    name TEXT PRIMARY KEY,
    query TEXT NOT NULL,
    visited TEXT NOT NULL,
    seen BLOB NOT NULL
);
"""
STEPS = (BASE, SNAPSHOTS, CORRECTIONS, SEARCHES)
"""Step n brings a database from version n to n + 1."""
VERSION = len(STEPS)
Kinds = tuple[type, ...]
INTEGER: Kinds = (int,)
REAL: Kinds = (int, float)
TEXT: Kinds = (str,)
MAYBE: Kinds = (str, type(None))
COLUMNS: dict[str, dict[str, Kinds]] = {
    "documents": {
        "id": INTEGER,
        "path": (str, bytes),
        "digest": TEXT,
        "title": TEXT,
        "turn": INTEGER,
        "progress": REAL,
        "place": MAYBE,
    },
    "bookmarks": {
        "id": INTEGER,
        "document": INTEGER,
        "locator": TEXT,
        "label": TEXT,
        "note": TEXT,
        "tags": TEXT,
        "created": TEXT,
        "removed": MAYBE,
    },
    "seen": {"document": INTEGER, "part": TEXT, "digest": TEXT},
    "preferences": {"name": TEXT, "value": TEXT},
    "corrections": {
        "id": INTEGER,
        "path": (str, bytes),
        "line": INTEGER,
        "text": TEXT,
        "kind": TEXT,
        "level": INTEGER,
        "label": TEXT,
    },
    "recent": {"query": TEXT, "turn": INTEGER},
    "searches": {"name": TEXT, "query": TEXT, "visited": TEXT, "seen": (bytes,)},
}
"""The reader's words: the columns that this program knows, and what a sound one holds."""


def version(connection: sqlite3.Connection) -> int:
    """The schema version of a database; 0 where there is nothing."""
    return number(connection, "user_version")


def migrate(connection: sqlite3.Connection, upto: int = VERSION) -> None:
    """Brings a database to the version `upto` in one transaction. Raises sqlite3.Error."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        for step in STEPS[version(connection) : upto]:
            for statement in filter(str.strip, step.split(";")):
                connection.execute(statement)
        for name, value in (("min_reader", str(MIN_READER)), ("program", __version__)):
            connection.execute(
                "INSERT INTO meta (name, value) VALUES (?, ?)"
                " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                (name, value),
            )
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version={upto}")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def meta(connection: sqlite3.Connection, name: str) -> str:
    """A fact about the database: `min_reader`, `program`; empty where it is not known."""
    try:
        row = connection.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
    except sqlite3.Error:
        return ""
    return str(row[0]) if row else ""
