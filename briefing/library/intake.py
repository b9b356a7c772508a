"""Taking documents into the reader's own folder: whole or not at all, and never over another."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from briefing.document.errors import DocumentError, UnreadableDocument
from briefing.document.slug import slug
from briefing.document.text import clean_line
from briefing.library import source
from briefing.library.files import SUFFIXES, documents
from briefing.library.reading import briefing_of


def take_file(path: Path, folder: Path, shown: str) -> Path:
    """Copy the document at `path` into `folder`; returns the copy, or what was there and equal."""
    data = source.read(path, shown).data
    briefing_of(data, path.name, shown)  # what is no text is refused here, not when it is opened
    suffix = path.suffix.lower() if path.suffix.lower() in SUFFIXES else ".txt"
    return _keep(data, slug(path.stem), suffix, folder)


def take_folder(path: Path, folder: Path, tell: Callable[[str], None]) -> Iterator[Path]:
    """Copy each document found under `path`; `tell` gets a line for each that is passed over."""
    for found in documents(path):
        try:
            yield take_file(Path(found.path), folder, found.path)
        except FileNotFoundError:
            tell(f"{clean_line(found.path)}: gone since the folder was listed; left out")
        except UnreadableDocument as error:
            tell(f"{error}; left out")


def take_bytes(data: bytes, folder: Path) -> Path:
    """Keep `data`, named by its title."""
    briefing = briefing_of(data, source.STDIN)
    suffix = {"markdown": ".md", "html": ".html"}.get(briefing.format, ".txt")
    return _keep(data, slug(briefing.title), suffix, folder)


def _keep(data: bytes, stem: str, suffix: str, folder: Path) -> Path:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        opened, temporary = tempfile.mkstemp(dir=folder, prefix=".", suffix=".part")
        try:
            with os.fdopen(opened, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            return _place(Path(temporary), data, stem, suffix, folder)
        finally:
            Path(temporary).unlink(missing_ok=True)
    except OSError as error:
        message = f"{folder}: nothing can be kept there: {error.strerror}; check space and rights"
        raise DocumentError(message) from error


def _place(temporary: Path, data: bytes, stem: str, suffix: str, folder: Path) -> Path:
    number = 1
    while True:
        name = stem if number == 1 else f"{stem}-{number}"
        path = folder / f"{name}{suffix}"
        number += 1
        if _holds(path, data):
            return path
        try:
            # A link fails where a name is taken, a rename would replace what has it.
            os.link(temporary, path)
        except FileExistsError:
            continue
        except OSError:  # a file system without links
            if path.exists():
                continue
            temporary.replace(path)
        _sync(folder)
        return path


def _holds(path: Path, data: bytes) -> bool:
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except OSError:
        return False


def _sync(folder: Path) -> None:
    """Make the new name last through a power cut, where folders can be synced."""
    with contextlib.suppress(OSError):
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)
