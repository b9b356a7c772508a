"""The index over a library: where every word of every part stands, in one SQLite file.

It can be deleted at any time: a damaged one, or one of another version, is built anew by whoever
next brings it up to date. Several processes and threads may use it at once.
"""

from __future__ import annotations

import contextlib
import json
import sqlite3
from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from briefing.document.model import Briefing
from briefing.search.connections import Connections, is_damaged
from briefing.search.names import key, name
from briefing.search.results import MatchKind, NotIndexed, Refusal, Results, Row, Stat, Trend

if TYPE_CHECKING:
    from briefing.search.expression import States
    from briefing.search.overview import Overview
    from briefing.search.searcher import Searcher
    from briefing.search.standing import News
    from briefing.search.tree import Query
    from briefing.search.writer import Writer

Read = TypeVar("Read")

_ROW = (
    "SELECT path, id, title, byline, date, source, words, sections, trends, questions, tips,"
    " tags, part_ids FROM documents"
)


class Index:
    """The index in the file at `path`, or in memory where no file can be written."""

    def __init__(self, path: Path) -> None:
        self._connections = Connections(path)
        self._writer: Writer | None = None

    @classmethod
    def open(cls, path: Path) -> Index:
        """The index at `path`, made where there is none; never fails for what is in the file."""
        index = cls(path)
        index._connections.get()
        return index

    def looks(self) -> Mapping[str, tuple[int, int, str]]:
        """What is in, by path: time and size of each file as it was read, and the document's id."""
        rows = self._rows("SELECT path, mtime_ns, size, id FROM documents")
        return {name(path): (mtime, size, each) for path, mtime, size, each in rows}

    @property
    def edition(self) -> int:
        """Another number once it was begun anew, damaged or gone: what it held is not there."""
        return self._connections.edition

    def documents(self, among: Collection[str] | None = None) -> Mapping[str, Stat]:
        """What is in, or those `among` these, by path, each with how its file looked."""
        some = "" if among is None else " WHERE path IN (SELECT value FROM json_each(?))"
        rows = self._rows(
            f"SELECT path, mtime_ns, size, digest FROM documents{some}",  # noqa: S608 - our own
            *(() if among is None else (json.dumps([key(path) for path in among]),)),
        )
        return {name(path): Stat(mtime, size, digest) for path, mtime, size, digest in rows}

    def ids(self) -> Mapping[str, str]:
        """The id that each document goes by, by path."""
        return {name(path): each for path, each in self._rows("SELECT path, id FROM documents")}

    def entries(self) -> tuple[Row, ...]:
        """The documents, by path."""
        return tuple(sorted(map(_row, self._rows(_ROW)), key=lambda row: row.path))

    def trends(self, limit: int) -> tuple[Trend, ...]:
        """The key trends of all documents, at most `limit`, the newest documents' first."""
        from briefing.search import board

        return tuple(self._read(lambda connection: board.trends(connection, limit)) or ())

    def refused(self) -> Mapping[str, Refusal]:
        """What could not be read, by path: it need not be tried again while it looks the same."""
        rows = self._rows("SELECT path, mtime_ns, size, why FROM refused")
        return {name(path): Refusal(Stat(mtime, size), why) for path, mtime, size, why in rows}

    def refuse(self, path: str, stat: Stat, why: str) -> None:
        """Note that the file, as it looks, cannot be read; what it held before goes."""
        with self.writing() as connection:
            self._writing(connection).remove(key(path))
            connection.execute(
                "INSERT INTO refused VALUES (?, ?, ?, ?)",
                (key(path), stat.mtime_ns, stat.size, why.encode("utf-8", "replace").decode()),
            )

    def heads(self) -> tuple[tuple[str, str, str, tuple[str, ...]], ...]:
        """Id, title, byline and tags of each document, of newer ones first."""
        rows = self._rows("SELECT id, title, byline, tags FROM documents ORDER BY date DESC, id")
        return tuple((*head, tuple(tags.split("\n")) if tags else ()) for *head, tags in rows)

    def put(self, path: str, stat: Stat, briefing: Briefing) -> None:
        """Take `briefing` in, in place of what was at `path`."""
        from briefing.search.prepared import prepare

        with self.writing() as connection:
            writer = self._writing(connection)
            writer.put(key(path), stat, prepare(briefing, writer.packer))

    def remove(self, path: str) -> None:
        """Take out what was at `path`, if anything."""
        with self.writing() as connection:
            self._writing(connection).remove(key(path))

    def _writing(self, connection: sqlite3.Connection) -> Writer:
        from briefing.search.writer import Writer

        if self._writer is None or self._writer.connection is not connection:
            self._writer = Writer(connection)  # the connection may be to another file
        return self._writer

    def touch(self, path: str, stat: Stat, document_id: str) -> None:
        """Note that the file looks otherwise and says the same, or goes by another id."""
        with self.writing() as connection:
            connection.execute(
                "UPDATE documents SET mtime_ns = ?, size = ?, digest = ?, id = ? WHERE path = ?",
                (stat.mtime_ns, stat.size, stat.digest, document_id, key(path)),
            )

    @contextlib.contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction for several changes: all are kept, or none. Raises NotIndexed."""
        try:
            with self._connections.writing() as connection:
                yield connection
        except BaseException as error:
            self._writer = None
            if is_damaged(error):
                # Begun anew, and filled by the next refresh; meanwhile it holds less.
                self._connections.rebuild()
            elif isinstance(error, sqlite3.Error):
                raise NotIndexed(f"the index cannot be written: {error}") from error
            else:
                raise

    def search(
        self,
        query: Query | str,
        limit: int = 50,
        *,
        states: States | None = None,
        within: Collection[str] | None = None,
        ranked: bool = True,
        counting: bool = False,
    ) -> Results:
        """The parts that `query` finds, best first, at most `limit` of them.

        `states` gives the documents of each `is:`; `within` keeps to some paths. Not `ranked`, the
        newest come first. Not `counting`, of very many it is told only that they are more: to count
        them means to go through them all. Raises `Interrupted` when `interrupt` stops it.
        """
        # Imported here: 30 ms that listing and opening documents need not pay.
        from briefing.search.query import parse

        asked = parse(query) if isinstance(query, str) else query

        def ask(_: sqlite3.Connection, searcher: Searcher) -> Results:
            searcher.counting = counting
            return searcher.search(asked, limit, ranked=ranked)

        found = self._asked(ask, states, within)
        return Results(note=found) if isinstance(found, str) else found

    def news(
        self,
        query: Query,
        seen: Collection[bytes] | None,
        limit: int = 50,
        *,
        states: States | None = None,
        within: Collection[str] | None = None,
    ) -> News:
        """What `query` finds beyond what was `seen`, an earlier `News.seen`; None: nothing is new.

        Nothing is added to what it finds: not when it finds too little. Raises as `search` does.
        """
        from briefing.search.standing import news

        found = self._asked(
            lambda connection, searcher: news(connection, searcher, query, seen, limit),
            states,
            within,
        )
        if isinstance(found, str):
            raise NotIndexed(found)
        return found

    def overview(
        self,
        query: Query,
        *,
        states: States | None = None,
        within: Collection[str] | None = None,
    ) -> Overview:
        """How all that `query` finds is spread over kinds and time. Raises `Interrupted`."""
        from briefing.search.overview import Overview, overview

        found = self._asked(
            lambda connection, searcher: overview(connection, searcher, query), states, within
        )
        return Overview() if isinstance(found, str) else found  # the search says why

    def counts(
        self,
        query: Query,
        *,
        states: States | None = None,
        within: Collection[str] | None = None,
    ) -> Mapping[MatchKind, int]:
        """How many parts hold all the words of `query`, by kind. Raises as `news` does."""
        from briefing.search.counting import counts

        found = self._asked(
            lambda connection, searcher: counts(connection, searcher, query), states, within
        )
        if isinstance(found, str):
            raise NotIndexed(found)
        return found

    def _asked(
        self,
        ask: Callable[[sqlite3.Connection, Searcher], Read],
        states: States | None,
        within: Collection[str] | None,
    ) -> Read | str:
        """What `ask` makes of the index, or one line that says why it cannot be read."""
        from briefing.search.searcher import Searcher

        paths = None if within is None else [key(path) for path in within]
        keyed = {state: {key(path) for path in among} for state, among in (states or {}).items()}
        for attempt in (1, 2):
            try:
                with self._connections.asking() as connection:
                    return ask(connection, Searcher(connection, keyed, paths))
            except sqlite3.DatabaseError as error:
                if attempt == 2 or not is_damaged(error):
                    return f"the index cannot be read now: {error}"
                self._connections.rebuild()
        return ""

    def interrupt(self) -> None:
        """Stop the searches under way in other threads, each with `Interrupted`."""
        self._connections.interrupt()

    def close(self) -> None:
        """Close the file, for every thread."""
        self._connections.close()

    def _rows(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        return self._read(lambda connection: connection.execute(statement, values).fetchall()) or []

    def _read(self, reading: Callable[[sqlite3.Connection], Read]) -> Read | None:
        try:
            with self._connections.reading() as connection:
                return reading(connection)
        except sqlite3.Error as error:
            # What cannot be read counts as not there; the refresh that follows says why.
            if is_damaged(error):
                self._connections.rebuild()
            return None


def _row(values: tuple[Any, ...]) -> Row:
    """A document from the columns of `_ROW`."""
    path, *columns, tags, parts = values
    topics = tuple(tags.split("\n")) if tags else ()
    return Row._make((name(path), *columns, topics, parts))
