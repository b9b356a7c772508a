"""Noticing that documents change while the reader is open.

Where the system tells (Linux), a change is noticed in some 10 ms. It is not told of files on other
machines, nor of those that a program writes and does not close; so folders are looked at again now
and then. Where nothing tells, that is every other second, or more rarely where a look takes long.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterable
from typing import NamedTuple, Protocol

from briefing.library.catalog import Catalog
from briefing.library.files import document_of, look

OPEN = 1.0
"""Seconds between two looks at the file of the document that is open."""
UNTOLD, TOLD = 2.0, 30.0
"""Seconds between two looks at all folders, where the system tells nothing and where it does."""
SHARE = 50
"""Looks may take one second in so many."""
SETTLED = 0.1
"""Seconds for which a file must be left alone, lest half of it be read."""

_UNKNOWN = object()


class Noticed(NamedTuple):
    """What may have changed."""

    documents: frozenset[str] | None
    """Their paths, absolute; None for any."""
    opened: bool
    """Whether the document that is open may have."""


class Signals(Protocol):
    """What the system tells of files."""

    all_watched: bool

    def watch(self, folders: Iterable[str]) -> bool:
        """Watch `folders`; whether there are new ones among them."""

    def wait(self, seconds: float) -> set[str] | None:
        """The files that changed, waiting so long at most; None where that cannot be told."""

    def wake(self) -> None:
        """Have whoever waits wait no longer."""

    def close(self) -> None:
        """Watch nothing any more."""


class Silence:
    """A system that tells nothing."""

    all_watched = False

    def __init__(self) -> None:
        self._woken = threading.Event()

    def watch(self, folders: Iterable[str]) -> bool:
        """Nothing is watched."""
        del folders
        return False

    def wait(self, seconds: float) -> set[str]:
        """Nothing is told."""
        self._woken.wait(seconds)
        self._woken.clear()
        return set()

    def wake(self) -> None:
        """Have whoever waits wait no longer."""
        self._woken.set()

    def close(self) -> None:
        """Nothing is open."""


def signals() -> Signals:
    """Those of this system."""
    from briefing.library.inotify import Inotify  # here: it loads what calls C

    try:
        return Inotify()
    except OSError:
        return Silence()


class Watch:
    """Tells one thread, which calls `wait`, what may have changed; the rest is for any thread."""

    def __init__(
        self, catalog: Callable[[], Catalog], told: Callable[[], Signals] = signals
    ) -> None:
        """Nothing is watched, and nothing loaded for it, before it begins."""
        self._catalog = catalog
        self._told: Callable[[], Signals] | None = told
        self._signals: Signals = Silence()
        self._open = ""
        self._looks: object = _UNKNOWN
        """How the file of the open document looked."""
        self._over = self._at_once = False
        self._held: tuple[Catalog, str] | None = None
        self._cost = 0.0
        self._next_look = 0.0
        self._lock = threading.Lock()

    def follow(self, path: str) -> None:
        """The file at the absolute `path` was opened; empty for none."""
        with self._lock:
            self._open, self._looks = path, _UNKNOWN  # it may have changed since it was read
            self._signals.wake()

    def look(self) -> None:
        """Look at everything now, as when the reader comes back to the terminal."""
        with self._lock:
            self._at_once = True
            self._signals.wake()

    def close(self) -> None:
        """The thread that waits is to end."""
        with self._lock:
            self._over = True
            self._signals.wake()

    def took(self, seconds: float) -> None:
        """A look at everything took so long."""
        self._cost = seconds

    def _pause(self) -> float:
        """Seconds until the next look at everything."""
        return max(TOLD if self._signals.all_watched else UNTOLD, SHARE * self._cost)

    def begin(self) -> None:
        """Watch from now on, before the folders are compared; for the thread that waits."""
        if self._told is None:
            return
        with self._lock:
            self._signals, self._told = self._told(), None
        self._renewed()
        self._next_look = time.monotonic() + self._pause()

    def wait(self) -> Noticed | None:
        """What may have changed, once something may have; None at the end."""
        self.begin()
        while not self._ended():
            if self._renewed():
                return Noticed(None, opened=True)
            now = time.monotonic()
            heard = self._signals.wait(max(0.0, min(OPEN, self._next_look - now)))
            if self._ended():
                break
            if heard is None or self._at_once or time.monotonic() >= self._next_look:
                self._at_once = False
                self._next_look = time.monotonic() + self._pause()
                return Noticed(None, self._open_changed(heard or ()))
            documents = self._of_library(heard)
            opened = self._open_changed(heard)
            if documents or opened:
                return Noticed(documents, opened)
        with self._lock:
            self._signals.close()
            self._signals = Silence()
        return None

    def _ended(self) -> bool:
        return self._over

    def _renewed(self) -> bool:
        """Watch the folders of now; whether some are new, in which something may have happened."""
        held, path = self._catalog(), self._open
        if self._held is not None and self._held[0] is held and self._held[1] == path:
            return False
        first, before = self._held is None, self._held
        self._held = (held, path)
        alone = {os.path.dirname(each) for each in (*held.by_path, path) if each}  # noqa: PTH120
        added = self._signals.watch({*held.folders, *alone})
        only_other_open = before is not None and before[0] is held
        return added and not first and not only_other_open

    def _of_library(self, changed: Iterable[str]) -> frozenset[str]:
        """The documents of the library, or new ones in its folders, among files that changed."""
        held = self._catalog()
        folders = set(held.folders)
        found: set[str] = set()
        for path in changed:
            folder, name = os.path.split(path)
            for document in () if name.startswith(".") else document_of(path):
                known = document in held.by_path
                if known or (document == path and folder in folders):
                    found.add(document)
            if path in held.by_path:  # of whatever suffix, since it was opened by its name
                found.add(path)
        return frozenset(found)

    def _open_changed(self, changed: Iterable[str]) -> bool:
        """Whether the file of the open document is another than before, and left alone by now."""
        with self._lock:
            path, before = self._open, self._looks
        if not path:
            return False
        told = any(path == each or path in document_of(each) for each in changed)
        found = look(path)
        if not told:
            if found == before:
                return False
            if found is not None and abs(time.time() - found.mtime_ns / 1e9) < SETTLED:
                return False  # looked at again in a moment
        with self._lock:
            if self._open == path:
                self._looks = found
        return True
