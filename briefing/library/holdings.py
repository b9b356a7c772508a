"""What the library holds: the documents of its folders, and how much of them the index has."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING

from briefing.library.catalog import Catalog, catalog
from briefing.library.refresh import (
    Coverage,
    Progress,
    Refreshed,
    compare,
    coverage,
    forget,
    refresh,
)
from briefing.resources import bundled

if TYPE_CHECKING:
    from briefing.library.correcting import Desk
    from briefing.library.entry import Entry
    from briefing.library.reading import Split
    from briefing.paths import Paths
    from briefing.search.index import Index
    from briefing.store.state import State

LOCK = "index.lock"
"""Beside the index; held by the one instance that reads documents for it."""


class Holdings:
    """Folders and index side by side. Threads and processes may share them."""

    def __init__(
        self,
        paths: Paths,
        named: Sequence[Path],
        first: Sequence[Path],
        index: Callable[[], Index],
        state: Callable[[], State],
        desk: Desk,
        split: Callable[[], Split],
    ) -> None:
        """What was `named` for this time belongs to it; what lies in the folders `first` is so."""
        self._paths = paths
        self._named = tuple(named)
        self._index = index
        self._state = state
        self._desk = desk
        self._split = split
        self._roots = tuple(str(folder / "_")[:-1] for folder in first)
        self._lock = RLock()
        self._catalog: Catalog | None = None
        self._whole: tuple[Catalog, int] | None = None
        """Of which all was in the index after a refresh, and in which edition of that."""

    @property
    def looked_at(self) -> Catalog | None:
        """What was there, if it was looked at."""
        return self._catalog

    @property
    def catalog(self) -> Catalog:
        """What is there, as last looked at."""
        with self._lock:
            return self._catalog or self.look()

    def look(self) -> Catalog:
        """Look again at what is there: folders first, then what was opened from elsewhere."""
        from briefing.store.settings import load

        settings, _ = load(self._paths.settings)
        folders = (self._paths.documents, *map(Path, settings.folders), *self._named)
        # A state that is not there yet is not made for this.
        opened = self._state().opened() if self._paths.state.exists() else ()
        found = catalog(bundled("content"), (*folders, *map(Path, opened)))
        with self._lock:
            if self._catalog == found:  # what was made for the one of before holds on
                return self._catalog
            self._catalog = found
        return found

    def telling(self, doc: str) -> Catalog:
        """What tells the meaning of `doc`: for a briefing of the program no folder is looked at."""
        own = self._own
        return own if any(item.id == doc.lower() for item in own.items) else self.catalog

    @cached_property
    def _own(self) -> Catalog:
        """What comes with the program; its ids are nobody else's."""
        return catalog(bundled("content"), ())

    def look_at(self, paths: Collection[str]) -> bool:
        """Look again at the documents at `paths` alone; not where one is new, or gone."""
        with self._lock:
            found = self._catalog.again(paths) if self._catalog is not None else None
            if found is not None:
                self._catalog = found
        return found is not None

    def forget(self) -> None:
        """Other documents are there now: look before the next use."""
        with self._lock:
            self._catalog = None

    def entries(self) -> tuple[Entry, ...]:
        """Every briefing: of named folders first, then the bundled ones; the unindexed by name."""
        from briefing.library.entry import entries, so_far

        index = self._index()
        rows = {row.path: row for row in index.entries()}
        fresh = self.catalog.bundled()
        if any(item.path not in rows for item in fresh.items):  # few, and first to be opened
            refresh(index, compare(index, fresh), look=self._desk.look, split=self._split())
            rows = {row.path: row for row in index.entries()}
        listed = tuple(entries(self.catalog, rows, so_far(self._state())))
        if not self._roots:
            return listed
        return tuple(sorted(listed, key=lambda entry: not entry.path.startswith(self._roots)))

    def refresh(
        self,
        progress: Progress | None = None,
        only: Collection[str] | None = None,
        patience: float = float("inf"),
        *,
        looked: bool = False,
    ) -> Refreshed:
        """Look at the folders again and read what changed; of `only` these where that will do.

        Not again where they were `looked` at just now.

        One instance reads for all: another waits so many seconds, and may leave it to that.
        """
        index = self._index()
        edition, was_whole = index.edition, self._is_whole()
        if only is not None and not self.look_at(only):
            only = None
        held = self.look() if only is None and not looked else self.catalog
        work = compare(index, held, only)
        done = Refreshed()
        if work:
            with self._turn(patience) as (mine, waited):
                if not mine:
                    return Refreshed(elsewhere=True)
                if waited:
                    work = compare(index, held, only)
                done = refresh(index, work, progress, self._desk.look, self._split())
        if not done.written:
            self._whole = None
        elif only is None or was_whole:
            self._whole = held, edition
        return done

    @contextmanager
    def _turn(self, patience: float) -> Iterator[tuple[bool, bool]]:
        """Whether it is this instance's turn to read, and whether it had to wait for that."""
        from briefing.store.lock import Lock

        try:
            self._paths.cache.mkdir(mode=0o700, parents=True, exist_ok=True)
            lock = Lock(self._paths.cache / LOCK)
        except OSError:  # nothing can be kept there: the index is in memory, and nobody shares it
            yield True, False
            return
        try:
            free = lock.attempt()
            if not free:
                lock.take(patience=patience)
        except TimeoutError:
            yield False, True
            return
        else:
            yield True, not free
        finally:
            lock.close()

    def coverage(self) -> Coverage:
        """How much of the library is in the index."""
        held = self.catalog
        if self._is_whole():
            return Coverage(len(held.items), len(held.items))
        return coverage(self._index(), held)

    def _is_whole(self) -> bool:
        """Whether the index is known to hold all of the catalog, without a look at either."""
        whole = self._whole
        return whole is not None and whole[0] is self._catalog and whole[1] == self._index().edition

    def unread(self, path: str) -> None:
        """Have the next refresh read the document at `path`, however its file looks."""
        forget(self._index(), path)
