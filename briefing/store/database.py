"""state.db, open: on disk where that can be, else a copy in memory that says so."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path

from briefing.store import backup, damage
from briefing.store.connect import connect, journal_mode, memory, set_journal
from briefing.store.errors import NotSaved
from briefing.store.filesystem import (
    is_local,
    keep_private,
    make_private_directory,
    make_private_file,
    objection,
)
from briefing.store.lock import Lock
from briefing.store.migrations import VERSION, meta, migrate, version
from briefing.store.rows import copy_rows

Clock = Callable[[], datetime]
KEPT = "what you mark is kept until you quit"


class Unwritable(Exception):  # noqa: N818 - not an error, a state of things
    """Why the database is not used on disk; one line."""


class Database:
    """One connection and the locks around it; safe to share between threads."""

    def __init__(self, path: Path, now: Clock) -> None:
        """Opens `path`, come what may; `problems` says what could not be done."""
        self.path = path
        self.problems: list[str] = []
        self._now = now
        self._mutex = threading.RLock()
        self._lock: Lock | None = None
        self._users: Lock | None = None
        self._inode: tuple[int, int] | None = None
        self._reopen()

    @property
    def read_only(self) -> bool:
        """Whether nothing reaches the disk."""
        return self._inode is None

    def _reopen(self) -> None:
        try:
            self.connection = self._on_disk()
            status = self.path.stat()
            self._inode = (status.st_dev, status.st_ino)
        except Unwritable as reason:
            self._in_memory(str(reason))
        except TimeoutError:
            self._in_memory("another briefing does not let go of its lock")
        except (OSError, sqlite3.Error) as error:
            self._in_memory(_said(error))

    def _on_disk(self) -> sqlite3.Connection:
        make_private_directory(self.path.parent)
        if reason := objection(self.path.parent):
            raise Unwritable(f"{self.path.parent} {reason}")
        self._lock = Lock(self.path.with_name("state.lock"))
        self._users = Lock(self.path.with_name("state.open"))
        with self._lock:
            alone = self._users.attempt()
            if not alone:
                self._users.take(shared=True)
            try:
                return self._under_lock(alone=alone)
            finally:
                self._users.take(shared=True)

    def _under_lock(self, *, alone: bool) -> sqlite3.Connection:
        if alone:
            damage.finish(self.path)
        found = damage.condition(self.path)
        if found == "damaged":
            if not alone:
                raise Unwritable("it is damaged, and another briefing has it open: close that one")
            self._rescue()
        elif found == "newer":
            raise Unwritable(self._newer())
        elif found == "foreign":
            raise Unwritable("it is another program's database: move it away")
        elif found == "closed":
            raise Unwritable("it cannot be opened")
        make_private_file(self.path)
        if self.path.stat().st_mode & 0o077:
            keep_private(self.path, 0o600)
        connection = connect(self.path, "rw")
        try:
            set_journal(connection, journal_mode(local=is_local(self.path.parent)), alone=alone)
            found_version = version(connection)
            if found_version < VERSION:
                if found_version:
                    backup.before_migration(connection, self.path, found_version, self._now())
                migrate(connection)
        except BaseException:
            connection.close()
            raise
        self._back_up(connection)
        return connection

    def _rescue(self) -> None:
        aside, copied = damage.rescue(self.path, backup.backups(self.path), self._now())
        self.problems.append(
            f"{self.path} was damaged: {copied.bookmarks} bookmarks were rescued"
            f"{'' if copied.complete else ', others may be missing'};"
            f" the damaged file is kept in {aside}"
        )

    def _newer(self) -> str:
        with closing(connect(self.path, "ro")) as connection:
            needed = meta(connection, "program")
        return f"it is of a newer briefing: update to {needed or 'a newer version'} to change it"

    def _back_up(self, connection: sqlite3.Connection) -> None:
        try:
            backup.daily(connection, self.path, self._now())
        except (OSError, sqlite3.Error) as error:
            self.problems.append(f"no backup of {self.path} could be made: {_said(error)}")

    def _in_memory(self, reason: str) -> None:
        self._inode = None
        self._let_go()
        self.connection = memory()
        migrate(self.connection)
        if damage.condition(self.path) in {"sound", "newer", "damaged"}:
            self._load()
        self.problems.append(f"{self.path} is not written: {reason}; {KEPT}")

    def _load(self) -> None:
        """Takes over what can be read, without changing a byte of it."""
        for immutable in (False, True):
            try:
                with closing(connect(self.path, "ro", immutable=immutable)) as source:
                    readable = version(source) <= VERSION
                    if not readable and int(meta(source, "min_reader") or VERSION + 1) > VERSION:
                        return
                    copied = copy_rows(source, self.connection)
            except (sqlite3.Error, ValueError):
                continue
            if copied.complete:
                return

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """The connection, for statements that only read."""
        with self._mutex:
            yield self.connection

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """The connection in a transaction that is on disk when the block ends, or `NotSaved`."""
        with self._mutex:
            try:
                if self._lock is None:
                    with _transaction(self.connection) as connection:
                        yield connection
                    return
                with self._lock, _transaction(self.connection) as connection:
                    yield connection
            except (OSError, sqlite3.Error) as error:
                message = f"Not saved in {self.path}: {_said(error)}"
                raise NotSaved(message) from error

    def close(self) -> None:
        """Closes it; what was written stands."""
        with self._mutex:
            if self._lock is None:
                self.connection.close()
            else:
                try:
                    with self._lock:
                        self.connection.close()
                except OSError:
                    self.connection.close()
            self._let_go()

    def _let_go(self) -> None:
        for lock in (self._lock, self._users):
            if lock is not None:
                lock.close()
        self._lock = self._users = None


@contextmanager
def _transaction(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield connection
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _said(error: Exception) -> str:
    """What an error says, in the words of the system."""
    if isinstance(error, OSError) and error.strerror:
        return error.strerror.lower()
    return str(error) or type(error).__name__
