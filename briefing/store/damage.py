"""What state a database file is in; a damaged one is copied aside and its rows are rescued."""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
import stat
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Literal

from briefing.store.connect import APPLICATION_ID, Access, connect, number
from briefing.store.filesystem import make_private_file, sync_directory
from briefing.store.migrations import COLUMNS, VERSION, migrate, version
from briefing.store.rows import Copied, copy_rows

Condition = Literal["new", "sound", "newer", "foreign", "damaged", "closed", "odd"]
"""Empty; ours; of a newer program; of another program; damaged; a file that does not open; no
file at all but a directory, a link, a pipe, or nothing that we may look at."""
PASSING = ("locked", "unable to open", "readonly", "I/O", "interrupted")
"""What SQLite says when the file itself may be sound."""
COMPANIONS = ("-wal", "-journal", "-shm")
CHECKED = 4 * 1024 * 1024
"""Bytes of a database that is checked each time that it is opened: about 1 ms a megabyte."""


def condition(path: Path, *, mending: bool = False, thorough: bool = False) -> Condition:
    """The state of the file at `path`, which is read and not changed.

    With `mending`, a transaction that a crash broke off is rolled back by SQLite before reading.
    """
    try:
        status = path.lstat()
    except FileNotFoundError:
        return "new"
    except OSError:
        return "odd"
    if not stat.S_ISREG(status.st_mode):
        return "odd"  # a link would part the database from its journal
    if status.st_size == 0:
        return "new"
    accesses: tuple[Access, ...] = ("ro", "rw") if mending else ("ro",)
    for access in accesses:
        found = _look(path, access, thorough=thorough)
        if found != "closed":
            return found
    return "closed"


def _look(path: Path, access: Access, *, thorough: bool) -> Condition:
    try:
        with contextlib.closing(connect(path, access)) as connection:
            return examine(connection, thorough=thorough or path.stat().st_size <= CHECKED)
    except sqlite3.Error as error:
        return "closed" if is_passing(error) else "damaged"
    except OSError:
        return "closed"


def is_passing(error: sqlite3.Error) -> bool:
    """Whether an error says nothing against the file."""
    return isinstance(error, sqlite3.OperationalError) and any(
        words in str(error) for words in PASSING
    )


def is_damage(error: sqlite3.Error) -> bool:
    """Whether an error speaks of the file's own content: malformed, or no database at all."""
    return type(error) is sqlite3.DatabaseError


def examine(connection: sqlite3.Connection, *, thorough: bool) -> Condition:
    """The state of an open database. Raises sqlite3.Error where it cannot be read."""
    objects = {
        (str(row[0]), str(row[1]))
        for row in connection.execute("SELECT type, name FROM sqlite_master")
    }
    tables = {name for kind, name in objects if kind == "table"}
    application, found = number(connection, "application_id"), version(connection)
    if not objects and not found and not application:
        return "new"
    if application != APPLICATION_ID:
        return "damaged" if {"documents", "bookmarks"} <= tables else "foreign"
    # Some releases of SQLite find a damage that others do not: nothing here depends on which.
    if thorough and connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        return "damaged"
    if found > VERSION:
        return "newer"
    # We make no triggers and no views: one that is there would act on what the reader writes.
    if found < 1 or any(kind in {"trigger", "view"} for kind, _ in objects):
        return "damaged"
    if found == VERSION:
        for table, columns in COLUMNS.items():
            connection.execute(f"SELECT {', '.join(columns)} FROM {table} LIMIT 0")  # noqa: S608 - ours
    return "sound"


def copy_aside(path: Path, now: datetime) -> Path:
    """Copies the database and its companions to a new `damaged-<time>` beside it; OSError."""
    stamp = f"damaged-{now:%Y%m%dT%H%M%SZ}"
    number_ = 1
    while True:
        aside = path.with_name(stamp if number_ == 1 else f"{stamp}-{number_}")
        try:
            aside.mkdir(mode=0o700)
            break
        except FileExistsError:
            number_ += 1
    for name in (path.name, *(path.name + end for end in COMPANIONS)):
        origin = path.with_name(name)
        if origin.is_file():
            _copy(origin, aside / name)
    sync_directory(aside)
    sync_directory(path.parent)
    return aside


def _copy(origin: Path, copy: Path) -> None:
    fd = os.open(copy, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with origin.open("rb") as source, os.fdopen(fd, "wb") as target:
        shutil.copyfileobj(source, target)
        target.flush()
        os.fsync(target.fileno())


def salvage(path: Path, target: sqlite3.Connection) -> Copied:
    """What can still be read of `path`, put into `target`, whose errors are raised."""
    copied = Copied(0, complete=False)
    accesses: tuple[Access, ...] = ("ro", "rw")
    for access in accesses:
        try:
            source = connect(path, access)
        except sqlite3.Error:
            continue
        with contextlib.closing(source):
            with contextlib.suppress(sqlite3.Error):
                source.execute("PRAGMA writable_schema=ON")  # read on past a malformed schema
            copied = copy_rows(source, target)
        if copied.complete:
            break
    return copied


def rescue(path: Path, backups: Sequence[Path], now: datetime) -> tuple[Path, Copied]:
    """Copies the damaged database aside and puts a sound one in its place.

    Only for the one instance that has it open. `backups`, newest first, fill what could not be
    read. Returns the directory of the copy. Raises OSError or sqlite3.Error, with nothing changed.
    """
    aside = copy_aside(path, now)
    fresh = path.with_name(path.name + ".rescue")
    for end in ("", *COMPANIONS):
        fresh.with_name(fresh.name + end).unlink(missing_ok=True)
    make_private_file(fresh)
    with contextlib.closing(connect(fresh, "rw")) as target:
        target.execute("PRAGMA synchronous=EXTRA")
        migrate(target)
        copied = salvage(path, target)
        for backup in backups:
            if copied.complete:
                break
            copied = salvage(backup, target)
    fresh.replace(_rescued(path))
    finish(path)
    return aside, copied


def _rescued(path: Path) -> Path:
    return path.with_name(path.name + ".rescued")


def finish(path: Path) -> None:
    """Puts a complete rescue in place, also one that a crash broke off.

    The old journal goes first: it would be rolled back into the new database.
    """
    rescued = _rescued(path)
    if not rescued.exists():
        return
    for end in COMPANIONS:
        path.with_name(path.name + end).unlink(missing_ok=True)
    sync_directory(path.parent)
    rescued.replace(path)
    sync_directory(path.parent)
