"""The reader's own words: bookmarks, notes, places, what was seen, what was chosen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime, timezone
from sqlite3 import Connection

from briefing.document.correction import Correction
from briefing.document.locator import Locator
from briefing.paths import Paths
from briefing.store import bookmarks, corrections, documents, places, preferences, searches, seen
from briefing.store.bookmarks import Bookmark
from briefing.store.database import Database
from briefing.store.errors import NotSaved
from briefing.store.opening import Clock
from briefing.store.searches import SavedSearch
from briefing.store.seen import News


def utc_now() -> datetime:
    """The time, in UTC."""
    return datetime.now(timezone.utc)


class State:
    """state.db behind the words of the reader.

    A method that writes has its change on disk when it returns, and raises `NotSaved` when it
    cannot. Where nothing can be written (`read_only`, said in `problems`), what the reader does by
    hand is kept until the program ends and `NotSaved` still says so; what is noted in passing
    (documents, places, what was seen, preferences) is kept without a word.
    """

    def __init__(self, database: Database, now: Clock = utc_now) -> None:
        self._database = database
        self._now = now
        self._waiting: list[tuple[str, str, str]] = []

    @classmethod
    def open(cls, paths: Paths, now: Clock = utc_now) -> State:
        """Never fails: a damaged, newer or unwritable store is said in `problems`."""
        return cls(Database(paths.state, now), now)

    @property
    def problems(self) -> tuple[str, ...]:
        """One line each, for a banner that stays."""
        return tuple(self._database.problems)

    @property
    def read_only(self) -> bool:
        """Whether nothing is saved."""
        return self._database.read_only

    def close(self) -> None:
        """Closes the store; safe to call twice."""
        self._database.close()

    # Documents

    def document(self, path: str, digest: str, title: str) -> int:
        """The number of the document at `path`, an absolute path or a name like `bundled:guide`.

        A file that was moved is known by its digest, and keeps its bookmarks. A document that
        cannot be saved has a number below zero, and is saved with the first thing that can be.
        """
        wanted = (path, digest, title)
        found = self._database.read(lambda connection: documents.on_record(connection, *wanted))
        if found is not None:
            return found
        try:
            with self._database.writing() as connection:
                return documents.record(connection, *wanted)
        except NotSaved as error:
            self._database.complain(str(error))
            self._waiting.append(wanted)
            return -len(self._waiting)

    def opened(self) -> tuple[str, ...]:
        """The paths of the documents that were read or marked, in the order of first opening."""
        return self._database.read(documents.opened)

    def _number(self, connection: Connection, document: int) -> int:
        """The number on record; a document that could not be recorded is recorded now."""
        if document >= 0:
            return document
        return documents.record(connection, *self._waiting[-document - 1])

    # Bookmarks

    def bookmarks(self, document: int | None = None) -> tuple[Bookmark, ...]:
        """Those of one document or of all, by document and then by place."""
        return self._database.read(lambda connection: bookmarks.listed(connection, document))

    def add_bookmark(
        self,
        document: int,
        locator: Locator,
        *,
        label: str,
        note: str = "",
        tags: Sequence[str] = (),
    ) -> Bookmark:
        """Marks a place."""
        with self._by_hand() as connection:
            owner = self._number(connection, document)
            number = bookmarks.insert(connection, owner, locator, label, note, tags, self._stamp())
            return _found(bookmarks.one(connection, number), number)

    def set_note(self, bookmark_id: int, note: str) -> None:
        """Replaces the note."""
        self._update(bookmark_id, "note", documents.sound(note))

    def remove_bookmark(self, bookmark_id: int) -> Bookmark:
        """Takes a bookmark away, and returns it for `restore_bookmark`."""
        with self._by_hand() as connection:
            bookmark = _found(bookmarks.one(connection, bookmark_id), bookmark_id)
            bookmarks.update(connection, bookmark_id, "removed", self._stamp())
            return bookmark

    def restore_bookmark(self, bookmark: Bookmark) -> None:
        """Brings a removed bookmark back, under its own number."""
        with self._by_hand() as connection:
            bookmarks.restore(connection, bookmark)

    # Places

    def place(self, document: int) -> Locator | None:
        """Where the reader left the document."""
        return self._database.read(lambda connection: places.place(connection, document))

    def set_place(self, document: int, locator: Locator, progress: float) -> None:
        """Notes where the reader is, `progress` 0 to 1; the caller decides how often."""
        with self._database.writing() as connection:
            places.set_place(connection, self._number(connection, document), locator, progress)

    def read_digests(self) -> Mapping[str, str]:
        """The digest of each document that was read, by path, as it was opened last."""
        return self._database.read(documents.digests)

    def last_document(self) -> str | None:
        """The path of the document that was read last."""
        return self._database.read(lambda connection: places.last(connection))

    def progress(self) -> Mapping[str, float]:
        """How far each document was read, 0 to 1, by path."""
        return self._database.read(lambda connection: places.progress(connection))

    def turns(self) -> Mapping[str, int]:
        """In which turn each document was read last, by path; the latest has the greatest."""
        return self._database.read(places.turns)

    # What was seen

    def seen(self, document: int) -> frozenset[str]:
        """Ids of the parts that the reader has seen."""
        return self._database.read(lambda connection: frozenset(seen.seen(connection, document)))

    def seen_by_path(self) -> Mapping[str, frozenset[str]]:
        """Ids of the parts that were seen of every document, by its path."""
        return self._database.read(seen.by_path)

    def mark_seen(self, document: int, parts: Mapping[str, str] | Iterable[str]) -> None:
        """Notes parts as seen: ids alone, or ids with their texts, so that `news` can compare."""
        with self._database.writing() as connection:
            seen.mark(connection, self._number(connection, document), parts)

    def news(self, document: int, texts: Mapping[str, str]) -> Mapping[str, News]:
        """Which of these parts, ids with their texts, are new or changed since they were seen."""
        return self._database.read(
            lambda connection: seen.news(seen.seen(connection, document), texts)
        )

    # Corrections

    def corrections(self, path: str) -> tuple[Correction, ...]:
        """Those of the document at `path` that could not be kept beside it, the oldest first."""
        return self._database.read(lambda connection: corrections.listed(connection, path))

    def add_correction(self, path: str, correction: Correction) -> None:
        """Keeps a correction."""
        with self._by_hand() as connection:
            corrections.insert(connection, path, correction)

    def remove_correction(self, path: str, correction: Correction) -> bool:
        """Takes a correction away; whether it was there."""
        with self._by_hand() as connection:
            return corrections.remove(connection, path, correction)

    # Searches

    def recent_queries(self, begun: str = "", most: int = searches.MOST_RECENT) -> tuple[str, ...]:
        """The queries of late, newest first, that begin as `begun` does."""
        return self._database.read(lambda connection: searches.recent(connection, begun, most))

    def remember_query(self, query: str) -> None:
        """Puts `query` first among the queries of late."""
        with self._database.writing() as connection:
            searches.remember(connection, query)

    def forget_queries(self, query: str | None = None) -> None:
        """Forgets one query, or all of them."""
        with self._database.writing() as connection:
            searches.forget(connection, query)

    def saved_searches(self) -> tuple[SavedSearch, ...]:
        """The saved searches, by name."""
        return self._database.read(searches.saved)

    def save_search(self, name: str, query: str, seen: Iterable[bytes]) -> SavedSearch:
        """Keeps `query` under `name`, visited now, `seen` being the keys of what it found."""
        search = SavedSearch(name, query, self._stamp(), frozenset(seen))
        with self._by_hand() as connection:
            searches.save(connection, search)
        return search

    def remove_search(self, name: str) -> bool:
        """Takes a saved search away; whether it was there."""
        with self._by_hand() as connection:
            return searches.remove(connection, name)

    # Preferences

    def preference(self, name: str) -> str | None:
        """What was chosen inside the program for `name`."""
        return self._database.read(lambda connection: preferences.preference(connection, name))

    def set_preference(self, name: str, value: str) -> None:
        """Keeps a choice made inside the program."""
        with self._database.writing() as connection:
            preferences.set_preference(connection, name, value)

    def _update(self, bookmark_id: int, field: str, value: str) -> None:
        with self._by_hand() as connection:
            if not bookmarks.update(connection, bookmark_id, field, value):
                _found(None, bookmark_id)

    def _stamp(self) -> str:
        return self._now().astimezone(timezone.utc).isoformat(timespec="seconds")

    @contextmanager
    def _by_hand(self) -> Iterator[Connection]:
        with self._database.writing() as connection:
            yield connection
        if self.read_only:
            message = f"Not saved: {self.problems[-1]}"
            raise NotSaved(message)


def _found(bookmark: Bookmark | None, bookmark_id: int) -> Bookmark:
    if bookmark is None:
        message = f"There is no bookmark {bookmark_id}: see `briefing bookmarks`"
        raise NotSaved(message)
    return bookmark
