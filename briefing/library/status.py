"""How the index stands beside the library, told without a change to it."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from briefing.library.library import Library
from briefing.library.refresh import Coverage, compare
from briefing.search.condition import condition


class Status(NamedTuple):
    """The index, and what is to be done for it."""

    path: Path
    size: int
    """Bytes, with what waits beside it to be taken in."""
    fault: str
    """Why it cannot be asked as it is, in words; empty where it can."""
    coverage: Coverage
    stale: int
    """Documents that are to be read, or read again."""
    gone: int
    """Documents that are in the index, and there no more."""
    refused: tuple[str, ...]
    """One line for each document that cannot be read."""


def status(library: Library) -> Status:
    """The status of the index of `library`."""
    path = library.paths.index
    fault, held = condition(path), library.catalog
    total = len(held.items)
    if fault:
        return Status(path, _size(path), fault, Coverage(0, total), total, 0, ())
    index = library.index
    work = compare(index, held)
    here = index.refused().items()
    refused = tuple(each.why for name, each in here if name in held.by_path)
    counts = (library.coverage(), len(work.stale), len(work.gone))
    return Status(path, _size(path), "", *counts, refused)


def _size(path: Path) -> int:
    beside = (path, path.with_name(f"{path.name}-wal"))
    return sum(each.stat().st_size for each in beside if each.exists())
