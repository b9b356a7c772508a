"""The reader, as an application: themes, keys, which screen is shown."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import PurePath
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.command import Provider
from textual.filter import LineFilter
from textual.screen import Screen

from briefing.store.errors import NotSaved
from briefing.store.settings import Settings
from briefing.theme import Palette
from briefing.tui import themes
from briefing.tui.background import (
    Background,
    DocumentRead,
    DocumentRefused,
    IndexRefreshed,
)
from briefing.tui.commands.bindings import bindings
from briefing.tui.commands.keymap import Keymap
from briefing.tui.line_filter import ControlFilter
from briefing.tui.messages import OpenDocument, Progress, Say
from briefing.tui.palette import BriefingProvider, CommandProvider, PartProvider
from briefing.tui.screens.help import HelpScreen
from briefing.tui.screens.library import LibraryScreen
from briefing.tui.screens.reader import ReaderScreen
from briefing.tui.screens.search import SearchScreen
from briefing.tui.screens.themes import ThemePicker
from briefing.tui.session import Session
from briefing.tui.widgets.status import StatusLine


class BriefingApp(Background):
    """Routes what screens ask for; owns no logic."""

    # The reader's is here and not with its screen, which is made before Textual looks for those.
    CSS_PATH: ClassVar[list[str | PurePath]] = [
        "app.tcss",
        "reading.tcss",
        "screens/reader/reader.tcss",
    ]
    TITLE = "briefing"
    BINDINGS: ClassVar[list[BindingType]] = bindings("app")
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {
        CommandProvider,
        PartProvider,
        BriefingProvider,
    }
    # The palette's keys are declared with all others.
    COMMAND_PALETTE_BINDING = "no-key-palette"

    def __init__(
        self,
        session: Session,
        settings: Settings,
        keymap: Keymap,
        palettes: Sequence[Palette],
        doc: str | None = None,
    ) -> None:
        plain = themes.without_colour(os.environ)
        super().__init__(ansi_color=True if plain else None)
        self.HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (64, "-normal"), (100, "-wide")]
        self.VERTICAL_BREAKPOINTS = [(0, "-short"), (20, "-middle"), (30, "-tall")]
        self.session = session
        self.keymap = keymap
        self.failure: Exception | None = None
        """What ended the reader, where something did."""
        self.settled: Callable[[], None] = lambda: None
        """Called after a briefing was first painted."""
        self._doc = doc
        self._names = {palette.id: palette.name for palette in palettes}
        self._reader = ReaderScreen(session, keymap, settings.measure, settings.justify)
        self.set_keymap(keymap.changed())
        chosen = settings.theme or session.theme() or ""
        themes.register(self, palettes, chosen, colour=not plain)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Nothing a terminal would act on passes, whatever drew it."""
        return [*super().get_line_filters(), ControlFilter()]

    def get_default_screen(self) -> Screen[None]:
        """The reader."""
        return self._reader

    def on_mount(self) -> None:
        """Make the screens that are kept: to open one is then quick."""
        self.install_screen(LibraryScreen(self.session, self.keymap), "library")
        library = self.session.library
        search = partial(library.search, typing=True)
        self.install_screen(SearchScreen(search, library.interrupt), "search")

    def on_ready(self) -> None:
        """Open what was named, or what was read last; bring the index up to date meanwhile."""
        doc = self._doc or self.session.first()
        if doc is None:
            self.action_library()
        else:
            self.open_document(OpenDocument(doc))
        self.refresh_index()

    @on(OpenDocument)
    def open_document(self, asked: OpenDocument) -> None:
        """Read a document, and show that it is being read."""
        self._reader.wait_for(asked.doc)
        self.read_document(asked)

    @on(DocumentRead)
    def _show(self, event: DocumentRead) -> None:
        while self.screen is not self._reader and len(self.screen_stack) > 1:
            self.pop_screen()
        asked = event.asked
        self._reader.open_briefing(
            event.briefing, asked.doc, part=asked.part, passage=asked.passage, find=asked.find
        )
        self.call_after_refresh(self.settled)

    @on(DocumentRefused)
    def _refuse(self, event: DocumentRefused) -> None:
        self._reader.wait_for("")
        if self.session.briefing is None and self.screen is self._reader:
            self.action_library()
        self.call_after_refresh(self.say, event.why, grave=True)

    @on(IndexRefreshed)
    def _refreshed(self, event: IndexRefreshed) -> None:
        if event.changed and isinstance(self.screen, LibraryScreen):
            self.screen.reload()

    @on(Say)
    def _say(self, event: Say) -> None:
        self.say(event.text, grave=event.grave)

    def say(self, text: str, *, grave: bool = False) -> None:
        """Show one line on the screen that is up."""
        for status in self.screen.query(StatusLine):
            status.say(text, grave=grave)

    @on(Progress)
    def _progress(self, event: Progress) -> None:
        for status in self.screen.query(StatusLine):
            status.working = f"{event.what} {event.done} of {event.total}" if event.what else ""

    def action_library(self) -> None:
        """List every briefing."""
        if not isinstance(self.screen, LibraryScreen):
            self.push_screen("library")

    def action_search_library(self) -> None:
        """Search every briefing."""
        if not isinstance(self.screen, SearchScreen):
            self.push_screen("search")

    def action_help(self) -> None:
        """Show every command and its key."""
        self.push_screen(HelpScreen(self.keymap))

    def action_back_out(self) -> None:
        """Close what is open; it never quits."""
        leave = getattr(self.screen, "back_out", None)
        if leave is not None:
            leave()

    def action_themes(self) -> None:
        """Choose the colours."""
        names = [(name, self._names.get(name, name)) for name in sorted(self.available_themes)]
        self.push_screen(ThemePicker(names, self.theme), self._keep_theme)

    def _keep_theme(self, name: str | None) -> None:
        if name is None:
            return
        self.theme = name
        try:
            self.session.keep_theme(name)
            self.say(f"Theme {self._names.get(name, name)}, kept")
        except NotSaved as error:
            self.say(str(error), grave=True)

    def leave(self, status: int) -> None:
        """End with `status`; from a signal, so nothing is touched here but the loop."""
        loop = self._loop
        if loop is not None:
            loop.call_soon_threadsafe(self._leave, status)

    def _leave(self, status: int) -> None:
        self._reader.keep_place_now()
        self.exit(return_code=status)

    async def action_quit(self) -> None:
        """Keep the place, and end."""
        self._reader.keep_place_now()
        self.exit()

    def _fatal_error(self) -> None:
        """End without printing what the error holds: it may be a document's text."""
        self.failure = self._exception
        self._close_messages_no_wait()
