"""The library: every briefing that the reader knows, to open, list, search and add to."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import cached_property
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING

from briefing.document.errors import DocumentError, UnknownDocument, UnreadableDocument
from briefing.document.text import clean_line
from briefing.library import source
from briefing.library.correcting import Desk, key_of, line_of, refusal
from briefing.library.files import absolute
from briefing.library.kept_split import KeptSplits
from briefing.library.reading import Split, briefing_of
from briefing.library.readings import Readings
from briefing.library.resolve import Resolved, is_folder, resolve, unknown, without_briefings
from briefing.record import replace

if TYPE_CHECKING:
    from briefing.document.correction import Correction
    from briefing.document.model import Briefing
    from briefing.library.catalog import Catalog
    from briefing.library.entry import Entry
    from briefing.library.holdings import Holdings
    from briefing.library.refresh import Coverage, Progress, Refreshed
    from briefing.library.searching import Searches
    from briefing.paths import Paths
    from briefing.search.index import Index
    from briefing.search.results import Results, Trend
    from briefing.store.state import State

FOREVER = float("inf")  # seconds


class Library:
    """The bundled briefings, the reader's own folder, the folders of the settings and those named.

    Opening one by its path touches neither the index nor the state. Threads may share a library.
    """

    def __init__(self, paths: Paths, folders: Sequence[Path] = ()) -> None:
        self.paths = paths
        self.split: Split = briefing_of
        """How bytes become a briefing; the reader has large documents split apart."""
        self._named = tuple(folders)
        self._lock = RLock()
        self._index: Index | None = None
        self._state: State | None = None
        self._desk = Desk(paths.state, lambda: self.state)
        self._held: Holdings | None = None
        self._readings = Readings(KeptSplits(paths.splits), self._desk.look, lambda: self.split)

    @classmethod
    def open(cls, paths: Paths, folders: Sequence[Path] = ()) -> Library:
        """The library of `paths`, with `folders` (or documents) named for this time."""
        return cls(paths, folders)

    @property
    def state(self) -> State:
        """Bookmarks, places, what was seen; opened at its first use."""
        from briefing.store.state import State

        with self._lock:
            if self._state is None:
                self._state = State.open(self.paths)
            return self._state

    @cached_property
    def named_folders(self) -> tuple[Path, ...]:
        """The folders among what was named for this time, absolute."""
        return tuple(path for path in map(absolute, self._named) if is_folder(path))

    @cached_property
    def _standard_input(self) -> bytes:
        """Standard input, which can be read only once."""
        return source.standard_input()

    @property
    def index(self) -> Index:
        """The search index; opened at its first use."""
        from briefing.search.index import Index

        with self._lock:
            if self._index is None:
                self._index = Index.open(self.paths.index)
            return self._index

    @cached_property
    def searches(self) -> Searches:
        """Queries of late, saved searches, what a query may go on with."""
        from briefing.library.searching import Searches

        return Searches(self)

    @property
    def _holdings(self) -> Holdings:
        """Folders and index side by side; made at its first use."""
        from briefing.library.holdings import Holdings

        with self._lock:
            if self._held is None:
                index, state, split = (lambda: self.index), (lambda: self.state), lambda: self.split
                self._held = Holdings(
                    self.paths, self._named, self.named_folders, index, state, self._desk, split
                )
            return self._held

    @property
    def catalog(self) -> Catalog:
        """What is there, as last looked at."""
        return self._holdings.catalog

    def read(self, doc: str) -> Briefing:
        """The briefing `doc`: a path, `-`, an id of the library or a beginning that only one has.

        Raises UnknownDocument, which names the nearest ids, or UnreadableDocument.
        """
        if doc == source.STDIN:
            return self.read_bytes(self._standard_input, doc)
        named = self._resolve(doc)
        try:
            return self._readings.read(named)
        except FileNotFoundError as error:
            raise UnknownDocument(unknown(doc, self.catalog)) from error

    @property
    def done(self) -> float | None:
        """How much is done of what is split now, 0 to 1; None where nothing is, or none can say."""
        done: float | None = getattr(self.split, "done", None)
        return done

    def stop(self) -> None:
        """Stop what is being split, where that can be; nothing large is split from now on."""
        getattr(self.split, "close", lambda: None)()

    def kept(self, doc: str) -> Briefing | None:
        """As `read`, where what came of a split was kept, and only there; takes milliseconds."""
        try:
            return None if doc == source.STDIN else self._readings.kept(self._resolve(doc))
        except FileNotFoundError:
            return None

    def read_bytes(self, data: bytes, name: str) -> Briefing:
        """The briefing in `data`, such as standard input under the name `-`."""
        return self.split(data, name, found=self._desk.look(key_of(data)))

    def corrections(self, doc: str) -> tuple[Correction, ...]:
        """What was said of the lines of `doc`, the oldest first."""
        return self._desk.given(self._key(doc))

    def line(self, doc: str, number: int) -> tuple[int, str]:
        """The line `number` of `doc`, or the one that it goes on with, and its first words."""
        return line_of(self.read(doc), number, lambda: self._bytes(doc))

    def correct(self, doc: str, correction: Correction) -> Briefing:
        """Keep `correction` and read `doc` again; one of the same line gives way.

        Raises DocumentError or NotSaved where it cannot be kept, or does not find its line.
        """
        key = self._key(doc)
        before = [known for known in self.corrections(doc) if known.same_line(correction)]
        for known in before:
            self._desk.drop(key, known)
        self._desk.keep(key, correction)
        made = self._read_again(doc)
        if (refused := refusal(correction)) in made.notices:
            self._desk.drop(key, correction)
            for known in before:
                self._desk.keep(key, known)
            raise DocumentError(f"{clean_line(doc)}: {refused}")
        return made

    def uncorrect(self, doc: str, correction: Correction) -> Briefing:
        """Take `correction` away and read `doc` again. Raises DocumentError or NotSaved."""
        self._desk.drop(self._key(doc), correction)
        return self._read_again(doc)

    def _read_again(self, doc: str) -> Briefing:
        if doc != source.STDIN and self.paths.index.exists():
            self._holdings.unread(self.path(doc))
        return self.read(doc)

    def _bytes(self, doc: str) -> bytes:
        if doc == source.STDIN:
            return self._standard_input
        return source.read(self._resolve(doc).path, doc).data

    def _key(self, doc: str) -> Path | str:
        if doc == source.STDIN:
            return key_of(self._standard_input)
        return self._resolve(doc).path

    def path(self, doc: str) -> str:
        """The absolute path of `doc`, the name that the state knows it by; `-` stays `-`."""
        return doc if doc == source.STDIN else str(self._resolve(doc).path)

    def entries(self) -> tuple[Entry, ...]:
        """Every briefing: of named folders first, then the bundled ones; the unindexed by name."""
        return self._holdings.entries()

    def trends(self, limit: int) -> tuple[Trend, ...]:
        """The key trends of its briefings, at most `limit`, the newest briefings' first."""
        found = self.index.trends(limit)
        return tuple(trend for trend in found if trend.path in self.catalog.by_path)

    def refresh(
        self,
        progress: Progress | None = None,
        *,
        only: Collection[str] | None = None,
        patience: float = FOREVER,
        looked: bool = False,
    ) -> Refreshed:
        """Look at the folders again, unless that was just done (`looked`), and read what changed.

        Of `only` these documents, where none of them is new or gone. One instance reads for all:
        where another does, this one waits `patience` seconds for it.
        """
        done = self._holdings.refresh(progress, only, patience, looked=looked)
        if only is None:
            self.searches.refreshed()
        return done

    def coverage(self) -> Coverage:
        """How much of the library is in the index, and so is searched."""
        return self._holdings.coverage()

    def search(
        self,
        query: str,
        limit: int = 50,
        doc: str | None = None,
        *,
        typing: bool = False,
        ranked: bool = True,
        counting: bool = False,
    ) -> Results:
        """What the index holds of `query`, best first; see `search.query` for the language.

        `doc` keeps to one briefing. While `typing`, the last word may go on. Not `ranked` is the
        quicker, for the first answer to a key; of very many, only `counting` tells how many they
        are. Raises `Interrupted` when `interrupt` stops it.
        """
        return self.searches.search(
            query, limit, doc, typing=typing, ranked=ranked, counting=counting
        )

    def interrupt(self) -> None:
        """Stop the searches under way in other threads."""
        self.index.interrupt()

    def add(
        self, given: str | Path | bytes, tell: Callable[[str], None] = lambda _: None
    ) -> tuple[Path, ...]:
        """Copy a document, all documents of a folder, or bytes (`-`: standard input) in.

        Returns the copies; nothing is ever overwritten, and what is there already is not doubled.
        `tell` gets a line for each document of a folder that cannot be read.
        """
        # Imported here: `tempfile` is a tenth of what a search loads, and only this needs it.
        from briefing.library import intake

        self._holdings.forget()
        folder = self.paths.documents
        if isinstance(given, bytes):
            return (intake.take_bytes(given, folder),)
        if str(given) == source.STDIN:
            return (intake.take_bytes(self._standard_input, folder),)
        path, shown = absolute(Path(given)), str(given)
        if is_folder(path):
            left_out: list[str] = []
            copies = tuple(intake.take_folder(path, folder, left_out.append))
            for line in left_out:
                tell(line)
            if not copies:
                none = f"{clean_line(shown)}: no document in it can be read; name another"
                raise UnreadableDocument(none if left_out else without_briefings(shown))
            return copies
        try:
            return (intake.take_file(path, folder, shown),)
        except FileNotFoundError as error:
            message = f"{clean_line(shown)}: no such file; check the path"
            raise UnknownDocument(message) from error

    def close(self) -> None:
        """Close what was opened; it stays so, also for a thread that is late."""
        with self._lock:
            if self._index is not None:
                self._index.close()
            if self._state is not None:
                self._state.close()

    def _resolve(self, doc: str) -> Resolved:
        found = resolve(doc, lambda: self._holdings.telling(doc))
        looked = self._held.looked_at if self._held is not None else None
        known = looked.at(found.path) if looked and not found.id else None
        return replace(found, id=known.id) if known else found
