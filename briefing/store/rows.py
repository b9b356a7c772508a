"""Copies the reader's words from one database to another, row by row, past what is damaged."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator

from briefing.record import record
from briefing.store.migrations import COLUMNS, Kinds

PROBES = 2000
"""Rows asked for one by one, between the last read forwards and the last read backwards."""
EXTRA = 40
"""Columns of a newer program that are taken along in one table."""
STEPS, TURNS = 100_000, 2000
"""A table that takes more than STEPS * TURNS instructions of SQLite is not one of ours."""


@record
class Copied:
    """What came over."""

    bookmarks: int
    complete: bool
    """No table failed to be read to its end."""


def copy_rows(source: sqlite3.Connection, target: sqlite3.Connection) -> Copied:
    """Puts every sound row of `source` that `target` lacks into it, in one transaction.

    Columns that this program does not know come along. Raises sqlite3.Error for `target` alone.
    """
    with contextlib.suppress(sqlite3.Error):
        source.execute("BEGIN")  # one moment of the source, whoever writes to it meanwhile
    target.execute("PRAGMA foreign_keys=OFF")
    target.execute("BEGIN IMMEDIATE")
    try:
        failed = [table for table in COLUMNS if not _copy_table(source, target, table)]
        _adopt(target)
        bookmarks = target.execute("SELECT count(*) FROM bookmarks WHERE removed IS NULL")
        count = int(bookmarks.fetchone()[0])
    except BaseException:
        target.execute("ROLLBACK")
        raise
    target.execute("COMMIT")
    target.execute("PRAGMA foreign_keys=ON")
    return Copied(count, not failed)


def _copy_table(source: sqlite3.Connection, target: sqlite3.Connection, table: str) -> bool:
    try:
        names = _columns(source, table)
    except sqlite3.Error:
        return False
    kinds = COLUMNS[table]
    if not names:
        return False
    known = _columns(target, table)
    for name in names:
        if name not in known:
            target.execute(f"ALTER TABLE {table} ADD COLUMN {_quoted(name)}")
    columns = ", ".join(map(_quoted, names))
    marks = ", ".join("?" * len(names))
    insert = f"INSERT OR IGNORE INTO {table} ({columns}) VALUES ({marks})"  # noqa: S608 - quoted
    reader = _Reader(source, table, columns)
    for row in reader:
        if all(_sound(row[at + 1], kinds.get(name)) for at, name in enumerate(names)):
            target.execute(insert, row[1:])
    return reader.complete


class _Reader:
    """The rows of a table, each after its rowid: forwards, then backwards, then one by one."""

    def __init__(self, source: sqlite3.Connection, table: str, columns: str) -> None:
        self._source = source
        self._select = f"SELECT rowid, {columns} FROM {table}"  # noqa: S608 - quoted
        self.complete = True

    def __iter__(self) -> Iterator[tuple[object, ...]]:
        last = None
        for row in self._run("ORDER BY rowid"):
            last = row[0]
            yield row
        if self.complete:
            return
        first = None
        for row in self._run("ORDER BY rowid DESC"):
            if row[0] == last:
                return
            first = row[0]
            yield row
        low = last + 1 if isinstance(last, int) else 1
        high = first if isinstance(first, int) else low + PROBES
        for rowid in range(low, min(high, low + PROBES)):
            yield from self._run("WHERE rowid = ?", rowid)

    def _run(self, rest: str, *values: object) -> Iterator[tuple[object, ...]]:
        turns = 0

        def too_long() -> bool:
            nonlocal turns
            turns += 1
            return turns > TURNS

        self._source.set_progress_handler(too_long, STEPS)
        try:
            for row in self._source.execute(f"{self._select} {rest}", values):
                yield tuple(row)
        except (sqlite3.Error, OverflowError):
            self.complete = False
        finally:
            self._source.set_progress_handler(None, 0)


def _columns(connection: sqlite3.Connection, table: str) -> list[str]:
    """The columns of a plain table; none where it is missing, virtual or a view."""
    plain = connection.execute(
        "SELECT 1 FROM sqlite_master"
        " WHERE type = 'table' AND name = ? AND sql LIKE 'CREATE TABLE%'",
        (table,),
    ).fetchone()
    if not plain:
        return []
    rows = connection.execute(f"PRAGMA table_info({table})").fetchall()
    extra = [str(row[1]) for row in rows if row[1] not in COLUMNS[table] and row[1] != "id"]
    known = [name for name in COLUMNS[table] if name in {row[1] for row in rows}]
    return known + extra[:EXTRA]


def _sound(value: object, kinds: Kinds | None) -> bool:
    return kinds is None or isinstance(value, kinds)


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _adopt(target: sqlite3.Connection) -> None:
    """Gives a document without a name to rows whose own was lost."""
    for table in ("bookmarks", "seen"):
        orphans = f"FROM {table} WHERE document NOT IN (SELECT id FROM documents)"  # noqa: S608 - ours
        target.execute(
            "INSERT OR IGNORE INTO documents (id, path, digest, title)"
            f" SELECT DISTINCT document, 'lost:' || document, '', 'A lost document' {orphans}"
        )
