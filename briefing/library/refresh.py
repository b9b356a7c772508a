"""Bringing the index up to date: only what looks otherwise than when it was read is read."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from briefing.document.errors import Closed, DocumentError
from briefing.document.model import Briefing
from briefing.document.text import clean_line
from briefing.library import source
from briefing.library.catalog import Catalog, Item
from briefing.library.reading import Split, briefing_of
from briefing.library.sidecar import Beside, beside
from briefing.record import record
from briefing.search.results import NotIndexed, Refusal, Stat

if TYPE_CHECKING:
    from briefing.search.index import Index

Progress = Callable[[int, int], None]
"""Called with how many documents are done and how many there are to read."""
Look = Callable[[Path], Beside]
"""What stands beside a document."""
_AT_ONCE = 0.3
"""Seconds of reading that go into one transaction: another process waits for one at most."""


@record
class Refreshed:
    """What a refresh did."""

    read: int = 0
    removed: int = 0
    failed: tuple[str, ...] = ()
    """One line for each document that could not be read; it is tried again when it changes."""
    elsewhere: bool = False
    """Whether nothing was done, since another instance is at it."""
    written: bool = True
    """Whether what was done reached the index."""


class Coverage(NamedTuple):
    """How much of the library is in the index."""

    indexed: int
    """Documents that are in, or were tried and cannot be read."""
    total: int

    @property
    def whole(self) -> bool:
        """Whether all is in."""
        return self.indexed >= self.total


@record
class Work:
    """What differs between folders and index."""

    stale: tuple[Item, ...]
    gone: tuple[str, ...]
    known: Mapping[str, Stat]

    def __bool__(self) -> bool:
        return bool(self.stale or self.gone)


@record
class _Change:
    item: Item
    stat: Stat
    briefing: Briefing | None = None
    """None where only the file's look, or its id, is another."""
    why: str = ""
    """Why it cannot be read."""


def compare(index: Index, catalog: Catalog, only: Collection[str] | None = None) -> Work:
    """What is to be done for `index` to hold what `catalog` does.

    The documents at the paths `only` are read however their files look: two changes within one
    tick of the file system's clock look the same. All others are left alone then.
    """
    if only is not None:
        return Work(tuple(catalog.by_path[path] for path in only), (), index.documents(only))
    looks, refused = index.looks(), index.refused()
    stale = tuple(item for item in catalog.items if _is_stale(item, looks, refused))
    gone = (looks.keys() | refused.keys()) - catalog.by_path.keys()
    known = index.documents([item.path for item in stale]) if stale else {}
    return Work(stale, tuple(path for path in gone if not _exists(path)), known)


def coverage(index: Index, catalog: Catalog) -> Coverage:
    """How much of `catalog` is in `index`, if not as it is now."""
    held = index.looks().keys() | index.refused().keys()
    return Coverage(len(catalog.by_path.keys() & held), len(catalog.items))


def refresh(
    index: Index,
    work: Work,
    progress: Progress | None = None,
    look: Look = beside,
    split: Split = briefing_of,
) -> Refreshed:
    """Do the `work`; what was done stays done when it is stopped."""
    failed: list[str] = []
    try:
        changes = _changes(work.stale, work.known, failed, look, split)
        read = _take_in(index, changes, len(work.stale), progress)
        with index.writing():
            for path in work.gone:
                index.remove(path)
    except NotIndexed as error:
        return Refreshed(failed=(*failed, str(error)), written=False)
    return Refreshed(read, len(work.gone), tuple(failed))


def _is_stale(
    item: Item, looks: Mapping[str, tuple[int, int, str]], refused: Mapping[str, Refusal]
) -> bool:
    look = looks.get(item.path)
    if look is not None:
        return look != (item.mtime_ns, item.size, item.id)
    stat = refused[item.path].stat if item.path in refused else None
    return stat is None or (stat.mtime_ns, stat.size) != (item.mtime_ns, item.size)


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
    stale: Iterable[Item], known: Mapping[str, Stat], failed: list[str], look: Look, split: Split
) -> Iterator[_Change | None]:
    for item in stale:
        change = None
        try:
            change = _change(item, known.get(item.path), look(Path(item.path)), split)
        except FileNotFoundError:  # gone since it was listed
            pass
        except DocumentError as error:  # it may be readable the next time, looking the same
            failed.append(str(error))
        if change is not None and change.why:
            failed.append(change.why)
        yield change


def _change(item: Item, known: Stat | None, held: Beside, split: Split) -> _Change:
    path = Path(item.path)
    found = source.read(path)
    stat = Stat(found.mtime_ns + held.mtime_ns, found.size, found.digest + held.digest)
    if known and known.digest == stat.digest:
        return _Change(item, stat)
    try:
        made = split(found.data, path.name, item.path, item.id, held)
    except DocumentError as error:
        return _Change(item, stat, why=str(error))
    except Closed:
        raise  # the end has come, and nothing is wrong with the document
    except Exception as error:
        told = f"{clean_line(item.path)}: {type(error).__name__}; please report it"
        return _Change(item, stat, why=told)
    return _Change(item, stat, made)


def _write(index: Index, waiting: list[_Change]) -> None:
    changes = tuple(waiting)
    waiting.clear()
    if not changes:
        return
    with index.writing():
        for change in changes:
            path = change.item.path
            if change.why:
                index.refuse(path, change.stat, change.why)
            elif change.briefing is None:
                index.touch(path, change.stat, change.item.id)
            else:
                index.put(path, change.stat, change.briefing)


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
