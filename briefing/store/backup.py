"""Copies of state.db made while it is in use: one a day, and one before each migration."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from datetime import datetime
from pathlib import Path

from briefing.store.connect import connect
from briefing.store.filesystem import make_private_directory, make_private_file, sync_directory

KEPT = 7
"""Daily copies that are kept."""
DAILY = "state-[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9].db"


def directory(state: Path) -> Path:
    """Where the copies of `state` lie."""
    return state.with_name("backups")


def backups(state: Path) -> tuple[Path, ...]:
    """The daily copies, newest first."""
    return tuple(sorted(directory(state).glob(DAILY), reverse=True))


def daily(connection: sqlite3.Connection, state: Path, now: datetime) -> Path | None:
    """Makes the copy of the day `now` if it is missing, and removes those that are too old.

    Raises OSError or sqlite3.Error; sqlite3.DatabaseError too when the database is damaged.
    """
    copy = directory(state) / f"state-{now:%Y-%m-%d}.db"
    if copy.exists() or not connection.execute("SELECT 1 FROM documents LIMIT 1").fetchone():
        return None
    verdict = str(connection.execute("PRAGMA integrity_check(1)").fetchone()[0])
    if verdict != "ok":
        raise sqlite3.DatabaseError(verdict)
    write(connection, copy)
    for old in backups(state)[KEPT:]:
        old.unlink(missing_ok=True)
    return copy


def before_migration(
    connection: sqlite3.Connection, state: Path, version: int, now: datetime
) -> Path:
    """The copy of a database of the schema `version`, before it is changed; never removed."""
    copy = directory(state) / f"state-version-{version}-{now:%Y%m%dT%H%M%SZ}.db"
    write(connection, copy)
    return copy


def write(connection: sqlite3.Connection, copy: Path) -> None:
    """A complete, private copy at `copy`, or none. Raises OSError or sqlite3.Error."""
    make_private_directory(copy.parent)
    partial = copy.with_name(copy.name + ".partial")
    try:
        partial.unlink(missing_ok=True)
        make_private_file(partial)
        with contextlib.closing(connect(partial, "rw")) as target:
            connection.backup(target)
            # A copy has to be readable on its own, on a read-only medium too.
            target.execute("PRAGMA journal_mode=DELETE")
        fd = os.open(partial, os.O_RDONLY)
        try:
            os.fsync(fd)
        finally:
            os.close(fd)
        partial.replace(copy)
    except BaseException:
        partial.unlink(missing_ok=True)
        raise
    sync_directory(copy.parent)
