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

PATIENCE = 2.0
"""Seconds to wait for another instance that brings the index up to date."""


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
    """Bring the index up to date; what could not be read is told, all in one line.

    Where another instance is at it for longer, what it has so far has to do, and that is said.
    """
    done = books.refresh(out.progress, patience=PATIENCE)
    if len(done.failed) == 1:
        out.note(done.failed[0])
    elif done.failed:
        out.note(f"{len(done.failed)} documents could not be read; `briefing index` names them")
    if done.elsewhere:
        covered = books.coverage()
        told = f"{covered.indexed:,} of {covered.total:,} briefings are indexed so far"
        out.note(f"{told}; another briefing reads the rest")
