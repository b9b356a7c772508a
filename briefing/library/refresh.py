"""Bringing the index up to date: only what looks otherwise than when it was read is read."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.document.errors import DocumentError
from briefing.document.model import Briefing
from briefing.document.text import clean_line
from briefing.library import source
from briefing.library.catalog import Catalog, Item
from briefing.library.reading import briefing_of
from briefing.library.sidecar import Beside, beside
from briefing.search.results import NotIndexed, Stat

if TYPE_CHECKING:
    from briefing.search.index import Index

Progress = Callable[[int, int], None]
"""Called with how many documents are done and how many there are to read."""
Look = Callable[[Path], Beside]
"""What stands beside a document."""
_AT_ONCE = 0.3
"""Seconds of reading that go into one transaction: another process waits for one at most."""


@dataclass(frozen=True, slots=True)
class Refreshed:
    """What a refresh did."""

    read: int = 0
    removed: int = 0
    failed: tuple[str, ...] = ()
    """One line for each document that could not be read."""


@dataclass(frozen=True, slots=True)
class _Change:
    item: Item
    stat: Stat
    briefing: Briefing | None
    """None where only the file's look, or its id, is another."""


def refresh(
    index: Index, catalog: Catalog, progress: Progress | None = None, look: Look = beside
) -> Refreshed:
    """Make `index` hold what `catalog` does; what was done stays done when it is stopped."""
    known = index.documents()
    ids = index.ids()
    stale = [item for item in catalog.items if _is_stale(item, known, ids)]
    failed: list[str] = []
    try:
        changes = _changes(stale, known, failed, look)
        read = _take_in(index, changes, len(stale), progress)
        removed = _remove_gone(index, catalog, known)
    except NotIndexed as error:
        return Refreshed(failed=(*failed, str(error)))
    return Refreshed(read, removed, tuple(failed))


def _is_stale(item: Item, known: Mapping[str, Stat], ids: Mapping[str, str]) -> bool:
    path = str(item.path)
    stat = known.get(path)
    if stat is None or ids.get(path) != item.id:
        return True
    return (stat.mtime_ns, stat.size) != (item.mtime_ns, item.size)


def _take_in(
    index: Index, changes: Iterator[_Change | None], total: int, progress: Progress | None
) -> int:
    """Put the `changes` in, `total` of them; returns how many were read."""
    read = 0
    waiting: list[_Change] = []
    due = time.monotonic() + _AT_ONCE
    try:
        for done, change in enumerate(changes):
            if progress:
                progress(done, total)
            if change is None:
                continue
            waiting.append(change)
            read += change.briefing is not None
            if time.monotonic() >= due:
                _write(index, waiting)
                due = time.monotonic() + _AT_ONCE
    finally:
        _write(index, waiting)
    if progress and total:
        progress(total, total)
    return read


def _changes(
    stale: list[Item], known: Mapping[str, Stat], failed: list[str], look: Look
) -> Iterator[_Change | None]:
    for item in stale:
        try:
            yield _change(item, known.get(str(item.path)), look(item.path))
        except FileNotFoundError:  # gone since it was listed
            yield None
        except DocumentError as error:
            failed.append(str(error))
            yield None
        except Exception as error:
            failed.append(f"{clean_line(str(item.path))}: {type(error).__name__}; please report it")
            yield None


def _change(item: Item, known: Stat | None, held: Beside) -> _Change:
    found = source.read(item.path)
    stat = Stat(found.mtime_ns + held.mtime_ns, found.size, found.digest + held.digest)
    if known and known.digest == stat.digest:
        return _Change(item, stat, None)
    made = briefing_of(found.data, item.path.name, str(item.path), item.id, held)
    return _Change(item, stat, made)


def _write(index: Index, waiting: list[_Change]) -> None:
    changes = tuple(waiting)
    waiting.clear()
    if not changes:
        return
    with index.writing():
        for change in changes:
            path = str(change.item.path)
            if change.briefing is None:
                index.touch(path, change.stat, change.item.id)
            else:
                index.put(path, change.stat, change.briefing)


def _remove_gone(index: Index, catalog: Catalog, known: Mapping[str, Stat]) -> int:
    """Take out what is no more; a document of another folder, named elsewhere, stays."""
    held = {str(item.path) for item in catalog.items}
    gone = [path for path in known if path not in held and not _exists(path)]
    if gone:
        with index.writing():
            for path in gone:
                index.remove(path)
    return len(gone)


def forget(index: Index, path: str) -> None:
    """Have the next refresh read the document at `path`, however its file looks."""
    with suppress(NotIndexed):
        if known := index.ids().get(path):
            index.touch(path, Stat(0, 0, ""), known)


def _exists(path: str) -> bool:
    try:
        return Path(path).exists()
    except (OSError, ValueError):
        return False
