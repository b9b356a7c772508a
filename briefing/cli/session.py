"""What a command works on: the library, with the owner's settings, and what is saved."""

from __future__ import annotations

from contextlib import AbstractContextManager, closing
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.cli.output import Output
    from briefing.document.model import Briefing
    from briefing.library import Library
    from briefing.store.bookmarks import Bookmark


def library(named: tuple[Path, ...] = ()) -> AbstractContextManager[Library]:
    """The library over the bundled briefings, the owner's folders and those `named`, to close."""
    from briefing.library import Library
    from briefing.paths import default_paths

    return closing(Library.open(default_paths(), named))


def document_of(books: Library, doc: str, briefing: Briefing) -> int:
    """The number under which the state knows this document."""
    return books.state.document(books.path(doc), briefing.digest, briefing.title)


def marked(books: Library, doc: str | None, out: Output) -> tuple[Bookmark, ...]:
    """The bookmarks of one document, or all of them."""
    tell_problems(books, out)
    if doc is None:
        return books.state.bookmarks()
    return books.state.bookmarks(document_of(books, doc, books.read(doc)))


def tell_problems(books: Library, out: Output) -> None:
    """Say what is wrong with the saved state, before anything relies on it."""
    for problem in books.state.problems:
        out.note(problem)


def refreshed(books: Library, out: Output) -> None:
    """Bring the index up to date; what could not be read is told, all in one line."""
    failed = books.refresh(out.progress).failed
    if len(failed) == 1:
        out.note(failed[0])
    elif failed:
        out.note(f"{len(failed)} documents could not be read; `briefing index` names them")
