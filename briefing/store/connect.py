"""Connections to a database, opened as the measured recipe says."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

APPLICATION_ID = 0x42524647
"""`BRFG`, in the header of every database of ours."""
BUSY = 5.0
"""Seconds that SQLite waits for another instance's lock."""
BACK_PORTS = {(3, 50): 7, (3, 44): 6}
"""Releases before 3.51.3 that have the fix too, by their line."""
Access = Literal["ro", "rw"]


def connect(path: Path, access: Access, *, immutable: bool = False) -> sqlite3.Connection:
    """A connection without transactions of its own making. Raises sqlite3.Error.

    `immutable` reads a database of a medium that nobody can write to.
    """
    address = f"{path.absolute().as_uri()}?mode={access}" + ("&immutable=1" if immutable else "")
    connection = sqlite3.connect(
        address, uri=True, timeout=BUSY, isolation_level=None, check_same_thread=False
    )
    return secured(connection)


def memory() -> sqlite3.Connection:
    """A database that is gone with the process."""
    return secured(sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False))


def secured(connection: sqlite3.Connection) -> sqlite3.Connection:
    """The same connection, distrusting what the file says."""
    connection.row_factory = sqlite3.Row
    connection.text_factory = _text
    for pragma in ("foreign_keys=ON", "trusted_schema=OFF", "cell_size_check=ON"):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def number(connection: sqlite3.Connection, pragma: str) -> int:
    """The value of a pragma that is a number."""
    row = connection.execute(f"PRAGMA {pragma}").fetchone()
    return int(row[0]) if row else 0


def wal_is_sound(version: Sequence[int] = sqlite3.sqlite_version_info) -> bool:
    """Whether this SQLite has the fix of the WAL-reset bug: sqlite.org/wal.html#walresetbug."""
    release = tuple(version[:3])
    if release >= (3, 51, 3):
        return True
    return any(release[:2] == line and release[2] >= fixed for line, fixed in BACK_PORTS.items())


def journal_mode(*, local: bool, version: Sequence[int] = sqlite3.sqlite_version_info) -> str:
    """`wal` where it is sound, else `delete`."""
    return "wal" if local and wal_is_sound(version) else "delete"


def set_journal(connection: sqlite3.Connection, wanted: str, *, alone: bool) -> str:
    """Brings the database to `wanted` if nobody else has it open; returns its mode.

    WAL needs FULL to keep an acknowledged commit through a power cut, a rollback journal EXTRA.
    """
    mode = str(connection.execute("PRAGMA journal_mode").fetchone()[0])
    if mode != wanted and alone:
        mode = str(connection.execute(f"PRAGMA journal_mode={wanted}").fetchone()[0])
    connection.execute(f"PRAGMA synchronous={'FULL' if mode == 'wal' else 'EXTRA'}")
    return mode
