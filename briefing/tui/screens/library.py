"""The library: every briefing, to be opened or filtered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Input, Static

from briefing.library.entry import Entry
from briefing.search.fold import fold
from briefing.tui.commands.keymap import Keymap
from briefing.tui.messages import OpenDocument
from briefing.tui.session import Session
from briefing.tui.widgets.masthead import Masthead
from briefing.tui.widgets.shelf import Shelf, heads
from briefing.tui.widgets.status import Hint, Piece, StatusLine

EMPTY = "The library is empty. Take documents in with: briefing add FILE-OR-FOLDER"


@dataclass
class Listed(Message):
    """The library's briefings, as they are now."""

    entries: tuple[Entry, ...]


class LibraryScreen(Screen[None]):
    """A list with a filter."""

    CSS_PATH = "library.tcss"
    AUTO_FOCUS = "#shelf"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "filter", "filter", tooltip="Show only titles with these words.")
    ]

    def __init__(self, session: Session, keymap: Keymap) -> None:
        super().__init__()
        self._session = session
        self._keymap = keymap
        self._entries: tuple[Entry, ...] = ()

    def compose(self) -> ComposeResult:
        """The filter over the list."""
        yield Masthead(id="masthead")
        with Horizontal(id="filter-line"):
            yield Static(Content("/ "), id="filter-sign")
            yield Input(placeholder="filter by title, byline or tag", compact=True, id="filter")
        yield Static(Content(""), id="heads")
        yield Shelf(id="shelf")
        yield Static(Content(EMPTY), id="empty")
        yield StatusLine(id="status")

    @property
    def shelf(self) -> Shelf:
        """The list."""
        return self.query_one("#shelf", Shelf)

    @property
    def status(self) -> StatusLine:
        """The line at the bottom."""
        return self.query_one("#status", StatusLine)

    def on_mount(self) -> None:
        """What can be done."""
        self.query_one("#masthead", Masthead).title = "Library"
        self.status.hints = (
            Hint("Enter", "open"),
            Hint("/", "filter"),
            Hint(self._keymap.shown("library.search"), "search all"),
            Hint(self._keymap.shown("help"), "help"),
        )

    def on_screen_resume(self) -> None:
        """The list is that of now."""
        self.reload()
        self.shelf.focus()

    def on_resize(self) -> None:
        """The columns are those that fit."""
        self.call_after_refresh(self._show_heads)

    def _show_heads(self) -> None:
        self.query_one("#heads", Static).update(Content(heads(self.shelf.content_size.width)))

    def reload(self) -> None:
        """Read the list again, beside the screen and after what waits to be written."""
        self._session.writer.do(lambda: self._tell(Listed(self._session.entries())))

    def _tell(self, message: Message) -> None:
        if self.is_running:
            self.post_message(message)

    @on(Listed)
    def _listed(self, event: Listed) -> None:
        event.stop()
        self._entries = event.entries
        self._show(self.query_one(Input).value)

    def _show(self, words: str) -> None:
        wanted = fold(words).text.split()
        entries = tuple(entry for entry in self._entries if _holds(entry, wanted))
        current = self.shelf.current
        briefing = self._session.briefing
        path = current.path if current else (briefing.source if briefing else "")
        self.shelf.show(entries, path=path)
        unread = sum(entry.unread for entry in self._entries)
        count = f"{len(entries)} of {len(self._entries)}" if wanted else f"{len(self._entries)}"
        left = f"{unread} unread part{'s' * (unread != 1)}"
        details = f"{count} briefing{'s' * (len(self._entries) != 1)} · {left}"
        self.query_one("#masthead", Masthead).details = (details,)
        empty = self.query_one("#empty", Static)
        empty.display = not entries
        if not entries:
            empty.update(Content(f"No title holds “{words}”. Esc clears." if wanted else EMPTY))
        self.status.place = (Piece(f"● {left}"),)
        self._show_heads()

    def action_filter(self) -> None:
        """Type words that the titles must hold."""
        self.add_class("-filtering")
        self.query_one(Input).focus()

    def back_out(self) -> None:
        """Esc: clear the filter, else return to the briefing."""
        field = self.query_one(Input)
        if self.has_class("-filtering"):
            self.remove_class("-filtering")
            field.value = ""
            self.shelf.focus()
        elif self._session.briefing is not None:
            self.app.pop_screen()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._show(event.value)

    @on(Input.Submitted)
    def _kept(self, event: Input.Submitted) -> None:
        event.stop()
        self.shelf.focus()

    @on(Shelf.Chosen)
    def _chosen(self, event: Shelf.Chosen) -> None:
        self.app.post_message(OpenDocument(event.entry.path))


def _holds(entry: Entry, wanted: list[str]) -> bool:
    text = fold(" ".join((entry.title, entry.byline, entry.id, *entry.tags))).text
    return all(word in text for word in wanted)
