"""The library: every briefing, to be opened, filtered, sorted and grouped."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress

from textual import on
from textual.content import Content
from textual.widgets import Static

from briefing.document.errors import BriefingError
from briefing.library.entry import Entry
from briefing.tui.arranging import Choice
from briefing.tui.commands.keymap import Keymap
from briefing.tui.messages import OpenDocument
from briefing.tui.screens.catalogue import Answer, Catalogue, being_read, of_total
from briefing.tui.session import STDIN, Session
from briefing.tui.shelves import SHELVES, places
from briefing.tui.widgets.shelf import Shelf, has_column, heads


class LibraryScreen(Catalogue[Entry]):
    """All briefings, the open one under the cursor."""

    heading = "Library"
    kept_as = "library"
    filtered_by = "title, byline, source, date or tag"
    empty = "The library is empty. Take documents in with: briefing add FILE-OR-FOLDER"

    def __init__(self, session: Session, keymap: Keymap) -> None:
        super().__init__(session, keymap, SHELVES)
        self._open = ""
        self._places: Mapping[str, str] = {}
        self._unread = 0

    def make_list(self) -> Shelf:
        """One line a briefing."""
        return Shelf(id="list")

    @property
    def shelf(self) -> Shelf:
        """The list."""
        return self.query_one(Shelf)

    def load(self) -> Sequence[Entry]:
        """The briefings, and which of them is open."""
        entries = self._session.entries()
        doc = self._session.doc
        with suppress(BriefingError):
            self._open = self._session.library.path(doc) if doc and doc != STDIN else ""
        self._places = places(entries)
        self._unread = sum(entry.unread for entry in entries)
        return entries

    def show(self, answer: Answer[Entry]) -> None:
        """The same briefing stays under the cursor."""
        current = self.shelf.current
        path = current.path if current else self._open
        self.shelf.show(answer.arranged.rows, self._places, path=path)

    def details(self, answer: Answer[Entry]) -> tuple[str, ...]:
        """How many there are, and how much of it is unread."""
        arranged = answer.arranged
        return (
            f"{self._unread:,} unread part{'s' * (self._unread != 1)}",
            *being_read(answer.coverage),
            of_total(arranged.shown, arranged.total, "briefing"),
        )

    def show_heads(self, choice: Choice) -> None:
        """Name the columns."""
        width = self.shelf.content_size.width
        named = heads(width, choice.order, self.arrow(choice))
        if not has_column(choice.order, width):
            named = heads(width, "", "")
        self.query_one("#heads", Static).update(Content(named))

    @on(Shelf.Chosen)
    def _chosen(self, event: Shelf.Chosen) -> None:
        self.app.post_message(OpenDocument(event.entry.path))
