"""One connection a thread to the index, made anew when the file turns out damaged."""

from __future__ import annotations

import contextlib
import sqlite3
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from briefing.document.errors import Closed
from briefing.search.results import Interrupted
from briefing.search.schema import MEMORY, connect

_DAMAGED = ("malformed", "not a database", "disk image", "no such table", "corrupt", "vtable")

_File = tuple[int, int] | None
"""Which file it is, whatever its name: device and number."""

LONGEST_WAIT = 5.0
"""Seconds for a thread to let go of its connection; after that it is left to the system."""


@dataclass(slots=True)
class _Opened:
    """A connection, and who is using it."""

    connection: sqlite3.Connection
    file: _File
    in_use: threading.RLock = field(default_factory=threading.RLock)

    def idle(self) -> bool:
        """Take it from who is using it, who is cut short; whether it was let go in time."""
        if self.in_use.acquire(blocking=False):
            return True
        self.connection.interrupt()
        return self.in_use.acquire(timeout=LONGEST_WAIT)


class Connections:
    """Connections to the index at `path`; where no file can be, the index is in memory."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._memory: sqlite3.Connection | None = None
        self._open: dict[int, _Opened] = {}
        self._asking: set[sqlite3.Connection] = set()
        self._in_memory = threading.RLock()
        self._over = False
        self.edition = 0
        """Another number once the file is another, which holds nothing of what this one held."""

    def get(self) -> sqlite3.Connection:
        """This thread's connection; another one when another process made the file anew.

        Raises Closed after the end.
        """
        if self._over:
            raise Closed(f"{self._path} was closed")
        if self._memory is not None:
            return self._memory
        thread = threading.get_ident()
        opened = self._open.get(thread)
        if opened is not None:
            # A file that is merely gone answers until the program ends.
            if opened.connection.in_transaction or _file(self._path) in {opened.file, None}:
                return opened.connection
            opened.connection.close()
            self.edition += 1
        connection = self._connect()
        if connection is not self._memory:
            with self._lock:
                self._open[thread] = _Opened(connection, _file(self._path))
        return connection

    def _connect(self) -> sqlite3.Connection:
        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            return connect(self._path)
        except (sqlite3.Error, OSError) as error:
            if is_damaged(error):
                with contextlib.suppress(sqlite3.Error, OSError):
                    self._delete()
                    return connect(self._path)
        with self._lock:
            if self._memory is None:
                self._memory = connect(Path(MEMORY))
        return self._memory

    def rebuild(self) -> None:
        """Delete the file, unless another process has already, and begin anew at the next use."""
        with self._lock:
            self.edition += 1
            opened = {each.file for each in self._open.values()}
        self._close_all()
        if _file(self._path) in opened:
            with contextlib.suppress(OSError):
                self._delete()

    def _delete(self) -> None:
        for suffix in ("", "-wal", "-shm", "-journal"):
            self._path.with_name(self._path.name + suffix).unlink(missing_ok=True)

    @contextlib.contextmanager
    def shared(self) -> Iterator[sqlite3.Connection]:
        """This thread's connection, not closed meanwhile; that in memory serves one at a time."""
        connection = self.get()
        opened = self._open.get(threading.get_ident())
        with opened.in_use if opened and opened.connection is connection else self._in_memory:
            yield connection

    @contextlib.contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """This thread's connection to the index as it is now, whatever is written meanwhile."""
        with self.shared() as connection:
            if connection.in_transaction or connection is self._memory:
                yield connection
                return
            connection.execute("BEGIN")
            try:
                yield connection
            finally:
                self._end(connection)

    def _end(self, connection: sqlite3.Connection) -> None:
        with contextlib.suppress(sqlite3.Error):
            connection.execute("COMMIT")
        if connection.in_transaction:
            # Stopped with rows half read it takes no statement more; the next use opens another.
            with self._lock:
                self._open.pop(threading.get_ident(), None)
            connection.close()

    @contextlib.contextmanager
    def asking(self) -> Iterator[sqlite3.Connection]:
        """As `reading`, for a search, which `interrupt` may stop."""
        with self.reading() as connection:
            with self._lock:
                self._asking.add(connection)
            try:
                yield connection
            except sqlite3.OperationalError as error:
                if "interrupted" in str(error):
                    raise Interrupted from error
                raise
            finally:
                with self._lock:
                    self._asking.discard(connection)

    @contextlib.contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """This thread's connection in a transaction, its own or the one it is in."""
        with self.shared() as connection:
            if connection.in_transaction:
                yield connection
                return
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                with contextlib.suppress(sqlite3.Error):
                    connection.execute("ROLLBACK")
                raise

    def interrupt(self) -> None:
        """Stop the searches that are under way, in whatever thread."""
        with self._lock:
            for connection in self._asking:
                connection.interrupt()

    def close(self) -> None:
        """Close it for good: a thread that is late opens nothing anew."""
        self._over = True
        self._close_all()

    def _close_all(self) -> None:
        """Close every thread's connection; what one is doing is cut short first.

        SQLite falls over a connection that is closed while another thread is using it.
        """
        with self._lock:
            closing = list(self._open.values())
            if self._memory is not None:
                closing.append(_Opened(self._memory, None, self._in_memory))
            self._open.clear()
            self._memory = None
        for opened in closing:
            if opened.idle():
                opened.connection.close()
                opened.in_use.release()


def _file(path: Path) -> _File:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


def is_damaged(error: BaseException) -> bool:
    """Whether `error` says that the file is no sound index."""
    return isinstance(error, sqlite3.DatabaseError) and any(word in str(error) for word in _DAMAGED)
