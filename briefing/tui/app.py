"""The reader, as an application: themes, keys, which screen is shown."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import PurePath
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.command import Provider
from textual.filter import LineFilter
from textual.screen import Screen

from briefing.record import replace
from briefing.store.settings import Settings
from briefing.theme import Palette
from briefing.tui import themes
from briefing.tui.beside import ScreensBeside
from briefing.tui.commands.bindings import bindings
from briefing.tui.commands.keymap import Keymap
from briefing.tui.ending import Ending
from briefing.tui.line_filter import ControlFilter
from briefing.tui.messages import OpenDocument
from briefing.tui.opening import Opening
from briefing.tui.page import Page
from briefing.tui.screens.reader import ReaderScreen
from briefing.tui.session import STDIN, Session
from briefing.tui.theming import Theming

# What is not shown at once is imported where it is opened: the first text need not wait for it.


def _commands() -> type[Provider]:
    from briefing.tui.palette import CommandProvider

    return CommandProvider


def _parts() -> type[Provider]:
    from briefing.tui.palette import PartProvider

    return PartProvider


def _briefings() -> type[Provider]:
    from briefing.tui.palette import BriefingProvider

    return BriefingProvider


NO_CONTROL = ControlFilter()
"""One for all frames: what was painted under the same filters is not painted again."""


class BriefingApp(Theming, ScreensBeside, Ending, Opening):
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
        _commands,
        _parts,
        _briefings,
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
        super().__init__(ansi_color=plain or None)
        self.HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (64, "-normal"), (100, "-wide")]
        self.VERTICAL_BREAKPOINTS = [(0, "-short"), (20, "-middle"), (30, "-tall")]
        self.session = session
        self.keymap = keymap
        self.settled: Callable[[], None] = lambda: None
        """Called after a briefing was first painted."""
        self._doc = doc
        self._is_up = False
        self._settings = settings
        self._reader = self._new_reader(session)
        self._reader.mounted = lambda: self.open_first(doc)
        self.set_keymap(keymap.changed())
        self.take_themes(palettes, settings.theme or session.theme() or "", colour=not plain)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Nothing a terminal would act on passes, whatever drew it."""
        return [*super().get_line_filters(), NO_CONTROL]

    def get_default_screen(self) -> Screen[None]:
        """The reader."""
        self._reader.set_breakpoints(self.size)
        return self._reader

    def _new_reader(self, session: Session) -> ReaderScreen:
        return ReaderScreen(session, self.keymap, self._settings.measure, self._settings.justify)

    def note_place(self) -> None:
        """Note where the reader is."""
        self._reader.note_place()

    async def on_ready(self) -> None:
        """Open what was named, or what was read last, unless it is shown already."""
        if self.session.briefing is None:
            doc = self._doc or self.session.first()
            if doc is not None:
                self.open_document(OpenDocument(doc))
            else:
                self.action_library()
                self.let_go()
                self.call_after_refresh(self._painted)
        self._is_up = True
        if not self.holding:
            await self.let_keys_in()
        elif self.is_complete() and self.has_keys:
            self.let_go()

    async def on_event(self, event: events.Event) -> None:
        """Let no key wait where it can be answered; the one to leave always can."""
        if self.holding and isinstance(event, (events.Key, events.Paste)):
            leaves = isinstance(event, events.Key) and event.key in self.keymap.of("quit")
            if leaves or (self._is_up and self.is_complete()):
                self.let_go()
        await super().on_event(event)

    def is_complete(self) -> bool:
        """Whether a briefing is on the screen."""
        return isinstance(self.screen, ReaderScreen) and self.screen.briefing is not None

    async def page(self) -> Page | None:
        """The screen with which the next start begins; the app can do nothing but end after it."""
        briefing, doc = self.session.briefing, self.session.doc
        if not self._settings.instant or briefing is None:
            return None
        if doc == STDIN or self.session.problems:
            return None
        session, made = Session(self.session.library), self._reader.made
        screen = self._new_reader(session)
        screen.set_breakpoints(self.size)
        if made is not None:  # of a long text nothing is made twice but what the state knows of it
            whole = self.session.whole
            made = replace(made, ready=session.ready(briefing, doc, whole=whole))
        screen.mounted = lambda: screen.open_briefing(briefing, doc, prepared=made)
        lines = await self.lines_once_still(screen)
        width, height = self.size
        return Page(lines, (width, height), doc, briefing.digest) if lines else None

    def action_help_quit(self) -> None:
        """Ctrl-C, where nothing is selected: say how to leave."""
        key = self.keymap.shown("quit")
        self.say(f"{key} leaves the reader" if key else "The palette has the command to leave")

    def action_back_out(self) -> None:
        """Close what is open; it never quits."""
        if self.take_back():
            return
        if leave := getattr(self.screen, "back_out", None):
            leave()
