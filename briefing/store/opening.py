"""Opens state.db on disk: who may, in which condition it is, what has to be done first."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from pathlib import Path

from briefing.record import record
from briefing.store import backup, damage
from briefing.store.connect import connect, journal_mode, set_journal
from briefing.store.filesystem import (
    is_local,
    keep_private,
    make_private_directory,
    make_private_file,
    objection,
)
from briefing.store.lock import Lock
from briefing.store.migrations import VERSION, meta, migrate, version

Clock = Callable[[], datetime]
FORGOTTEN = timedelta(days=30)
"""How long a removed bookmark can still be brought back."""


class Unwritable(Exception):  # noqa: N818 - a state of things, not an error
    """Why the database is not used on disk; words that follow its name."""


@record
class Opened:
    """A database on disk that this instance may write."""

    connection: sqlite3.Connection
    lock: Lock
    """Held alone for each write, so that instances wait their turn outside SQLite."""
    users: Lock
    """Held together by all instances that have it open: who gets it alone is the only one."""
    identity: tuple[int, int]

    def close(self) -> None:
        """Closes the connection under the lock, as closing may write, and then the locks."""
        try:
            with self.lock:
                self.connection.close()
        except OSError:
            self.connection.close()
        self.users.close()
        self.lock.close()


def identity(path: Path) -> tuple[int, int]:
    """Which file `path` names. Raises OSError."""
    status = path.stat()
    return status.st_dev, status.st_ino


def open_on_disk(path: Path, now: Clock, problems: list[str], *, thorough: bool) -> Opened:
    """Opens `path`, making, mending and migrating it as needed; says so in `problems`.

    Raises Unwritable, OSError or sqlite3.Error with the file as it was.
    """
    make_private_directory(path.parent)
    if reason := objection(path.parent):
        raise Unwritable(f"{path.parent} {reason}")
    lock = Lock(path.with_name("state.lock"))
    users = None
    try:
        users = Lock(path.with_name("state.open"))
        with lock:
            connection = _Opening(path, now, problems, thorough).under(users)
        return Opened(connection, lock, users, identity(path))
    except BaseException:
        if users is not None:
            users.close()
        lock.close()
        raise


@record
class _Opening:
    path: Path
    now: Clock
    problems: list[str]
    thorough: bool

    def under(self, users: Lock) -> sqlite3.Connection:
        """With the write lock held: a connection, and `users` shared with the others."""
        alone = users.attempt()
        if not alone:
            users.take(shared=True)
        else:
            damage.finish(self.path)
        self._prepare(alone=alone)
        connection = self._connect(alone=alone, mend=alone)
        if alone:
            users.take(shared=True)
        return connection

    def _prepare(self, *, alone: bool) -> None:
        found = damage.condition(self.path, mending=True, thorough=self.thorough)
        if found == "damaged":
            self._rescue(alone=alone)
        elif found == "newer":
            raise Unwritable(self._newer())
        elif found == "foreign":
            raise Unwritable("it is another program's database: move it away")
        elif found in {"closed", "odd"}:
            raise Unwritable("it cannot be opened: look at what is there")
        make_private_file(self.path)
        if self.path.stat().st_mode & 0o077:
            keep_private(self.path, 0o600)

    def _connect(self, *, alone: bool, mend: bool) -> sqlite3.Connection:
        connection = connect(self.path, "rw")
        try:
            set_journal(connection, journal_mode(local=is_local(self.path.parent)), alone=alone)
            self._migrate(connection)
            sound = self._back_up(connection)
        except BaseException:
            connection.close()
            raise
        if sound or not mend:
            return connection
        connection.close()
        self._rescue(alone=alone)
        return self._connect(alone=alone, mend=False)

    def _migrate(self, connection: sqlite3.Connection) -> None:
        found = version(connection)
        if 0 < found < VERSION:
            backup.before_migration(connection, self.path, found, self.now())
        if found < VERSION:
            migrate(connection)

    def _back_up(self, connection: sqlite3.Connection) -> bool:
        """Once a day a copy, and what was removed long ago goes; whether the database is sound."""
        now = self.now()
        try:
            if backup.daily(connection, self.path, now) is not None:
                limit = (now - FORGOTTEN).astimezone(timezone.utc).isoformat(timespec="seconds")
                connection.execute("DELETE FROM bookmarks WHERE removed < ?", (limit,))
        except (OSError, sqlite3.Error) as error:
            if isinstance(error, sqlite3.Error) and damage.is_damage(error):
                return False
            self.problems.append(f"no backup of {self.path} could be made: {error}")
        return True

    def _rescue(self, *, alone: bool) -> None:
        if not alone:
            reason = "it is damaged, and another briefing has it open: close that one first"
            raise Unwritable(reason)
        aside, copied = damage.rescue(self.path, backup.backups(self.path), self.now())
        self.problems.append(
            f"{self.path} was damaged: {copied.bookmarks} bookmarks were rescued"
            f"{'' if copied.complete else ', others may be missing'};"
            f" the damaged file is kept in {aside}"
        )

    def _newer(self) -> str:
        connection = connect(self.path, "ro")
        try:
            program = meta(connection, "program")
        finally:
            connection.close()
        return f"it is of a newer version: update to briefing {program}".rstrip()
