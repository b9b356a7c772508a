"""Which files are documents, and which stand beside them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

SUFFIXES = frozenset((".md", ".markdown", ".txt", ".text", ".html", ".htm"))
"""What a document's name ends in, when it is found in a folder; a file that is named may be any."""
SIDECAR = ".briefing.toml"
"""What the name of a sidecar ends in, behind the document's own, with or without its suffix."""
DEEPEST = 40
"""Folders within folders."""


def sidecars(path: Path) -> tuple[Path, Path]:
    """Where the sidecar of `path` may be: behind its whole name, or behind it without suffix."""
    return path.with_name(path.name + SIDECAR), path.with_name(path.stem + SIDECAR)


def stamp(path: Path) -> int:
    """When the sidecar of `path` was changed, in nanoseconds; 0 where there is none."""
    name = str(path)
    for stem in (name, name.removesuffix(path.suffix)):
        try:
            return os.stat(stem + SIDECAR).st_mtime_ns  # noqa: PTH116 - two for each document
        except (OSError, ValueError):
            continue
    return 0


def documents(root: Path) -> Iterator[tuple[Path, os.stat_result]]:
    """The documents in `root`, its folders after its files; `root` itself when it is a file.

    What is hidden or cannot be looked at is passed over, and a folder that links lead to more than
    once, or in a loop, is entered once.
    """
    root = absolute(root)
    try:
        if root.is_file():
            yield root, root.stat()
        elif root.is_dir():
            yield from _within(str(root), set(), DEEPEST)
    except (OSError, ValueError):
        return


def absolute(path: Path) -> Path:
    """`path` from the root on, without `..`; links in it stay as they are."""
    return Path(os.path.abspath(path.expanduser()))  # noqa: PTH100 - Path.absolute keeps `..`


def _within(
    folder: str, entered: set[tuple[int, int]], depth: int
) -> Iterator[tuple[Path, os.stat_result]]:
    try:
        status = os.stat(folder)  # noqa: PTH116 - ten thousand of these: no Path for each
        if (status.st_dev, status.st_ino) in entered or not depth:
            return
        entered.add((status.st_dev, status.st_ino))
        with os.scandir(folder) as scan:
            found = sorted(scan, key=lambda entry: entry.name)
    except OSError:
        return
    folders: list[str] = []
    for entry in found:
        if entry.name.startswith("."):
            continue
        try:
            if entry.is_dir():
                folders.append(entry.path)
            elif _is_document(entry.name) and entry.is_file():
                yield Path(entry.path), entry.stat()
        except OSError:
            continue
    for inner in folders:
        yield from _within(inner, entered, depth - 1)


def _is_document(name: str) -> bool:
    return os.path.splitext(name)[1].lower() in SUFFIXES  # noqa: PTH122 - as above
