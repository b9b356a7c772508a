"""state.db, open: on disk where that can be, else a copy in memory that says so."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from briefing.document.errors import Closed
from briefing.store import damage, opening
from briefing.store.connect import connect, memory
from briefing.store.errors import NotSaved
from briefing.store.migrations import VERSION, meta, migrate, version
from briefing.store.opening import Clock, Opened, Unwritable
from briefing.store.rows import copy_rows

KEPT = "what you mark is kept until you quit"
T = TypeVar("T")


class Database:
    """One connection and the locks around it; safe to share between threads."""

    def __init__(self, path: Path, now: Clock) -> None:
        """Opens `path`, come what may; `problems` says what could not be done."""
        self.path = path
        self.problems: list[str] = []
        self._now = now
        self._mutex = threading.RLock()
        self._opened: Opened | None = None
        self._memory: sqlite3.Connection | None = None
        self._closed = False
        self._open(thorough=False)

    @property
    def read_only(self) -> bool:
        """Whether nothing reaches the disk."""
        return self._opened is None

    def read(self, query: Callable[[sqlite3.Connection], T]) -> T:
        """The answer of `query`, which reads only. A database that turns out damaged is mended.

        Raises Closed after the end.
        """
        with self._mutex:
            self._check_open()
            for thorough in (True, False):
                try:
                    return query(self._connection())
                except sqlite3.Error as error:
                    self._reopen(error, thorough=thorough)
            return query(self._connection())

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A connection in a transaction that is on disk when the block ends, or `NotSaved`."""
        with self._mutex:
            self._check_open()
            opened = self._opened
            try:
                if opened is None:
                    with _transaction(self._connection()) as connection:
                        yield connection
                    return
                with opened.lock:
                    self._check_in_place(opened)
                    with _transaction(opened.connection) as connection:
                        yield connection
            except (OSError, sqlite3.Error) as error:
                if isinstance(error, sqlite3.Error) and damage.is_damage(error):
                    self._reopen(error, thorough=True)
                message = f"Not saved in {self.path}: {said(error)}"
                raise NotSaved(message) from error

    def complain(self, problem: str) -> None:
        """Adds a line to the problems, once."""
        if problem not in self.problems:
            self.problems.append(problem)

    def close(self) -> None:
        """Closes it; what was written stands. A thread that is late opens nothing anew."""
        with self._mutex:
            if self._closed:
                return
            self._closed = True
            if self._opened is not None:
                self._opened.close()
            if self._memory is not None:
                self._memory.close()

    def _check_open(self) -> None:
        if self._closed:
            raise Closed(f"{self.path} was closed")

    def _connection(self) -> sqlite3.Connection:
        if self._opened is not None:
            return self._opened.connection
        if self._memory is None:
            self._memory = memory()
            migrate(self._memory)
            self._load(self._memory)
        return self._memory

    def _open(self, *, thorough: bool) -> None:
        try:
            self._opened = opening.open_on_disk(
                self.path, self._now, self.problems, thorough=thorough
            )
        except Unwritable as reason:
            self._give_up(str(reason))
        except TimeoutError:
            self._give_up("another briefing does not let go of its lock")
        except (OSError, sqlite3.Error) as error:
            self._give_up(said(error))

    def _reopen(self, error: sqlite3.Error, *, thorough: bool) -> None:
        """Once more from the start, where a damage is found and mended; then in memory."""
        if self._opened is None:
            raise error
        self._opened.close()
        self._opened = None
        if thorough:
            self._open(thorough=True)
        else:
            self._give_up(said(error))

    def _give_up(self, reason: str) -> None:
        self.complain(f"{self.path} is not written: {reason}; {KEPT}")

    def _check_in_place(self, opened: Opened) -> None:
        """A database whose name is gone would take what is written with it."""
        if opening.identity(self.path) != opened.identity:
            message = "it was removed or replaced while it was open: start briefing again"
            raise sqlite3.OperationalError(message)

    def _load(self, target: sqlite3.Connection) -> None:
        """Takes over what can be read on disk, without changing a byte of it."""
        if damage.condition(self.path) not in {"sound", "newer", "damaged", "closed"}:
            return
        for immutable in (False, True):
            try:
                source = connect(self.path, "ro", immutable=immutable)
            except sqlite3.Error:
                continue
            try:
                if _readable(source) and copy_rows(source, target).complete:
                    return
            except (sqlite3.Error, ValueError):
                continue
            finally:
                source.close()


def _readable(source: sqlite3.Connection) -> bool:
    if version(source) <= VERSION:
        return True
    return int(meta(source, "min_reader") or VERSION + 1) <= VERSION


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


def said(error: Exception) -> str:
    """What an error says, in the words of the system."""
    if isinstance(error, OSError) and error.strerror:
        return error.strerror.lower()
    return str(error) or type(error).__name__
