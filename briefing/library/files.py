"""Which files are documents, and which stand beside them.

Ten thousand files are looked at whenever folders are compared with the index, so that here a path
is a text: a `Path` for each would cost more than the look.
"""

from __future__ import annotations

import os
from collections.abc import Container, Iterator
from operator import attrgetter
from pathlib import Path
from typing import NamedTuple

SUFFIXES = frozenset((".md", ".markdown", ".txt", ".text", ".html", ".htm"))
"""What a document's name ends in, when it is found in a folder; a file that is named may be any."""
_ENDINGS = tuple(SUFFIXES)
SIDECAR = ".briefing.toml"
"""What the name of a sidecar ends in, behind the document's own, with or without its suffix."""
_NAME = attrgetter("name")
DEEPEST = 40
"""Folders within folders."""


def sidecars(path: Path) -> tuple[Path, Path]:
    """Where the sidecar of `path` may be: behind its whole name, or behind it without suffix."""
    return path.with_name(path.name + SIDECAR), path.with_name(path.stem + SIDECAR)


class Found(NamedTuple):
    """A document's file, as it looks."""

    path: str
    """Absolute."""
    mtime_ns: int
    """That of its sidecar added: another one when either changes."""
    size: int


def look(path: str) -> Found | None:
    """The file at `path` as it looks now; None where there is none."""
    try:
        status = os.stat(path)  # noqa: PTH116 - no Path here
        return Found(path, status.st_mtime_ns + _stamp(path), status.st_size)
    except (OSError, ValueError):
        return None


def document_of(path: str) -> tuple[str, ...]:
    """The documents that a change of the file at `path` may change: itself, or by a sidecar."""
    if path.endswith(SIDECAR):
        name = path.removesuffix(SIDECAR)
        return (name, *(name + suffix for suffix in SUFFIXES))
    return (path,) if is_document(path) else ()


def is_document(name: str) -> bool:
    """Whether a file of this name is a document, where it is found in a folder."""
    return name.lower().endswith(_ENDINGS)


def documents(root: Path, folders: list[str] | None = None) -> Iterator[Found]:
    """The documents in `root`, its folders after its files; `root` itself when it is a file.

    What is hidden or cannot be looked at is passed over, and a folder that links lead to more than
    once, or in a loop, is entered once. Those that are entered are added to `folders`.
    """
    root = absolute(root)
    try:
        if root.is_dir():
            entered = [] if folders is None else folders
            yield from _within(str(root), set(), DEEPEST, entered)
        elif root.is_file() and (found := look(str(root))):
            yield found
    except (OSError, ValueError):
        return


def absolute(path: Path) -> Path:
    """`path` from the root on, without `..`; links in it stay as they are."""
    return Path(os.path.abspath(path.expanduser()))  # noqa: PTH100 - Path.absolute keeps `..`


def _within(
    folder: str, entered: set[tuple[int, int]], depth: int, folders: list[str]
) -> Iterator[Found]:
    try:
        status = os.stat(folder)  # noqa: PTH116 - no Path here
        if (status.st_dev, status.st_ino) in entered or not depth:
            return
        entered.add((status.st_dev, status.st_ino))
        with os.scandir(folder) as scan:
            found = sorted(scan, key=_NAME)
    except OSError:
        return
    folders.append(folder)
    inner: list[str] = []
    sidecars_here = {entry.path for entry in found if entry.name.endswith(SIDECAR)}
    for entry in found:
        name = entry.name
        if name.startswith("."):
            continue
        try:
            if is_document(name) and entry.is_file():
                status = entry.stat()
                changed = status.st_mtime_ns
                if sidecars_here:
                    changed += _stamp(entry.path, sidecars_here)
                yield Found(entry.path, changed, status.st_size)
            elif entry.is_dir():
                inner.append(entry.path)
        except OSError:
            continue
    for each in inner:
        yield from _within(each, entered, depth - 1, folders)


def _stamp(path: str, there: Container[str] | None = None) -> int:
    """When the sidecar of `path` was changed, in nanoseconds; 0 where there is none.

    `there` are the sidecars of its folder, where they are known.
    """
    for stem in (path, os.path.splitext(path)[0]):  # noqa: PTH122 - no Path here
        if there is None or stem + SIDECAR in there:
            try:
                return os.stat(stem + SIDECAR).st_mtime_ns  # noqa: PTH116 - no Path here
            except (OSError, ValueError):
                continue
    return 0
