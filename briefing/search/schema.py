"""The tables of the index, and a connection that finds them in order.

Made for SQLite 3.37 and later. The full-text tables keep no text: `terms` holds stems, `best` what
each part says most of (`impact.py`). A part's text as written is in `parts`, compressed, for
excerpts and for taking the part out again.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import suppress
from pathlib import Path

APPLICATION_ID = 0x62726978  # "brix"
VERSION = 6
"""Raised whenever tables, folding or stems change: an index of another version is built anew."""
BUSY_MS = 5_000
CACHE_KB = 16_000
"""Pages kept of a large index; with SQLite's own 2 MB, putting in takes a fifth longer."""
PAGE = 8_192
"""Bytes of a page: of SQLite's own 4,096 a sixth would stay empty, as parts are 600 to 800."""
MEMORY = ":memory:"

_TABLES = """
CREATE TABLE documents (
    number INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, id TEXT NOT NULL, title TEXT NOT NULL,
    byline TEXT NOT NULL, date TEXT NOT NULL, source TEXT NOT NULL, words INTEGER NOT NULL,
    sections INTEGER NOT NULL, trends INTEGER NOT NULL, questions INTEGER NOT NULL,
    tips INTEGER NOT NULL, tags TEXT NOT NULL, part_ids TEXT NOT NULL,
    mtime_ns INTEGER NOT NULL, size INTEGER NOT NULL, digest TEXT NOT NULL,
    names TEXT NOT NULL, topics TEXT NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL
);
CREATE INDEX documents_by_date ON documents (date, first, last);
CREATE TABLE parts (
    number INTEGER PRIMARY KEY, document INTEGER NOT NULL, kind INTEGER NOT NULL,
    part TEXT NOT NULL, title TEXT NOT NULL, heads INTEGER NOT NULL, places BLOB NOT NULL,
    texts BLOB NOT NULL
);
CREATE TABLE refused (
    path TEXT PRIMARY KEY, mtime_ns INTEGER NOT NULL, size INTEGER NOT NULL, why TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE vocabulary (
    word TEXT PRIMARY KEY, stem TEXT NOT NULL, born INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX vocabulary_stems ON vocabulary (stem, born);
CREATE INDEX vocabulary_ages ON vocabulary (born, stem);
CREATE TABLE dictionary (text BLOB NOT NULL);
"""
# The ascii tokenizer cuts at spaces alone here: words were cut, folded and stemmed before.
# More is gathered before it is written, and more segments before they are merged, than FTS5 does
# by itself: half the time of a build. `best` is asked only whether a part has a word.
_FULL_TEXT = """
CREATE VIRTUAL TABLE terms USING fts5(title, body, content='', tokenize='ascii');
INSERT INTO terms (terms, rank) VALUES ('hashsize', 16000000);
INSERT INTO terms (terms, rank) VALUES ('automerge', 8);
CREATE VIRTUAL TABLE best USING fts5(
    words, content='', tokenize='ascii', detail=none, columnsize=0
);
INSERT INTO best (best, rank) VALUES ('hashsize', 8000000);
INSERT INTO best (best, rank) VALUES ('automerge', 8)
"""


def connect(path: Path) -> sqlite3.Connection:
    """A connection to the index at `path`, its tables made where they are missing.

    An index of another version is emptied. Raises sqlite3.Error when the file is damaged, and
    OSError where none can be.
    """
    if str(path) != MEMORY:
        # Made before SQLite makes it, for the owner's eyes alone: it holds what the texts say. One
        # that is there is not touched: closing it would drop the locks of every connection of this
        # process, and the next program to leave would take their log away from under them.
        with suppress(FileExistsError):
            os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    connection = sqlite3.connect(
        path, timeout=BUSY_MS / 1000, isolation_level=None, check_same_thread=False
    )
    try:
        connection.execute(f"PRAGMA page_size = {PAGE}")  # of a new file; an old one keeps its own
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute(f"PRAGMA cache_size = -{CACHE_KB}")
        if _version(connection) != (APPLICATION_ID, VERSION):
            _create(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def has_full_text(connection: sqlite3.Connection) -> bool:
    """Whether the index has its full-text table: some builds of SQLite come without FTS5."""
    found = connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'terms'").fetchone()
    return found is not None


def dictionary(connection: sqlite3.Connection) -> bytes:
    """What the texts of the index are compressed with; empty in a small one."""
    found = connection.execute("SELECT text FROM dictionary").fetchone()
    return bytes(found[0]) if found else b""


def _version(connection: sqlite3.Connection) -> tuple[int, int]:
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    return application, connection.execute("PRAGMA user_version").fetchone()[0]


def _create(connection: sqlite3.Connection) -> None:
    connection.execute("BEGIN IMMEDIATE")
    try:
        if _version(connection) == (APPLICATION_ID, VERSION):  # another process was first
            connection.execute("ROLLBACK")
            return
        # The full-text table goes first: it takes its shadow tables with it.
        names = connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
            " ORDER BY sql NOT LIKE 'CREATE VIRTUAL%'"
        ).fetchall()
        for (name,) in names:
            connection.execute(f'DROP TABLE IF EXISTS "{name}"')
        for statement in _TABLES.split(";"):
            connection.execute(statement)
        try:
            for statement in _FULL_TEXT.split(";"):
                connection.execute(statement)
        except sqlite3.OperationalError as error:
            if "no such module" not in str(error):
                raise
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
