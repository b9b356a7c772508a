"""What DOC means: a path, the id of a briefing, or a beginning that only one id has."""

from __future__ import annotations

import stat
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.document.errors import UnknownDocument, UnreadableDocument
from briefing.document.text import clean_line
from briefing.library.files import SUFFIXES, absolute, documents
from briefing.record import record

if TYPE_CHECKING:
    from briefing.library.catalog import Catalog

LONGEST_NAME = 200
"""Characters of a name that are repeated when nothing goes by it."""


@record
class Resolved:
    """A document that was named."""

    path: Path
    """Absolute."""
    shown: str
    """What messages call it."""
    id: str = ""
    """In the library, where that was looked at."""


def resolve(doc: str, catalog: Callable[[], Catalog]) -> Resolved:
    """Where `doc` is; `catalog` is called only for what is no file.

    Raises UnknownDocument, which names the nearest ids, or UnreadableDocument for a folder.
    """
    if not doc:
        raise UnknownDocument(unknown(doc, catalog()))
    path = absolute(Path(doc))
    kind = _mode(path)
    if kind is not None and not stat.S_ISDIR(kind):
        return Resolved(path, doc)
    known = catalog()
    item = known.called(doc)
    if item is not None:
        return Resolved(Path(item.path), item.path, item.id)
    if kind is not None:
        raise UnreadableDocument(_folder(path, doc))
    if _looks_like_a_path(doc):
        return Resolved(path, doc)  # reading it says what is wrong
    raise UnknownDocument(unknown(doc, known))


def unknown(doc: str, catalog: Catalog) -> str:
    """That nothing is called `doc`, and what is called much the same."""
    near = catalog.near(doc)
    hint = f"did you mean {' or '.join(near)}?" if near else "see `briefing list`"
    shown = clean_line(doc) or "(nothing)"
    shown = shown if len(shown) <= LONGEST_NAME else f"{shown[:LONGEST_NAME]}…"
    return f"{shown}: no such file, and no such id in the library; {hint}"


def without_briefings(doc: str) -> str:
    """That a folder holds nothing to read."""
    kinds = " ".join(sorted(SUFFIXES))
    return f"{clean_line(doc)}: a folder without briefings; name one that holds {kinds} files"


def is_folder(path: Path) -> bool:
    """Whether a folder is at `path`."""
    mode = _mode(path)
    return mode is not None and stat.S_ISDIR(mode)


def _mode(path: Path) -> int | None:
    """What is at `path`; None for nothing, and for what cannot be looked at."""
    try:
        return path.stat().st_mode
    except (OSError, ValueError):
        return None


def _folder(path: Path, doc: str) -> str:
    if next(documents(path), None) is None:
        return without_briefings(doc)
    return f"{clean_line(doc)}: a folder; name a document in it, or add it with `briefing add`"


def _looks_like_a_path(doc: str) -> bool:
    return "/" in doc or "\\" in doc or "\0" in doc or bool(Path(doc).suffix)
