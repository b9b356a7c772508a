"""The palette: commands, and anything of the open briefing or the library, by name."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from briefing.library.entry import Entry
from briefing.tui.commands import COMMANDS, Command
from briefing.tui.messages import OpenDocument
from briefing.tui.screens.reader import ReaderScreen
from briefing.tui.session import Session

MOST = 20_000
"""Parts that are looked through; a longer briefing has its contents and its search."""
KINDS = {"section": "section", "trend": "trend", "question": "FAQ", "tip": "tip"}


class CommandProvider(Provider):
    """Every command that works here, with its key."""

    async def discover(self) -> Hits:
        """All of them."""
        for command in self._commands():
            yield DiscoveryHit(self._shown(command), self._runner(command), command.title)

    async def search(self, query: str) -> Hits:
        """Those whose title or sentence fits."""
        matcher = self.matcher(query)
        for command in self._commands():
            score = matcher.match(f"{command.title} {command.label}")
            if score > 0:
                yield Hit(score, self._shown(command), self._runner(command), command.title)

    def _commands(self) -> Iterator[Command]:
        scopes = {"app"} | getattr(self.screen, "SCOPES", frozenset())
        for command in COMMANDS:
            if command.palette and command.scope in scopes and command.id != "palette":
                yield command

    def _shown(self, command: Command) -> Content:
        keymap = getattr(self.screen, "keymap", None)
        key = keymap.shown(command.id) if keymap else ""
        return Content.assemble(command.title, (f"  {key}", "$muted"))

    def _runner(self, command: Command) -> Callable[[], object]:
        owner = self.app if command.scope == "app" else self.screen
        return partial(self.app.run_action, command.action, owner)


class PartProvider(Provider):
    """Sections, trends, questions and tips of the open briefing."""

    async def search(self, query: str) -> Hits:
        """Those whose title fits."""
        screen = self.screen
        if not isinstance(screen, ReaderScreen) or screen.briefing is None:
            return
        matcher = self.matcher(query)
        for part in screen.briefing.parts[:MOST]:
            title = part.title or part.text[:60]
            score = matcher.match(title)
            if score > 0:
                shown = Content.assemble(title, (f"  {KINDS[part.kind]}", "$muted"))
                yield Hit(score, shown, partial(screen.go_to, part.start), title)


class BriefingProvider(Provider):
    """Briefings of the library."""

    _entries: tuple[Entry, ...] = ()

    async def startup(self) -> None:
        """List them, beside the screen."""
        session = getattr(self.app, "session", None)
        if isinstance(session, Session):
            self._entries = await asyncio.to_thread(session.entries)

    async def search(self, query: str) -> Hits:
        """Those whose title fits."""
        matcher = self.matcher(query)
        for entry in self._entries:
            score = matcher.match(entry.title)
            if score > 0:
                shown = Content.assemble(entry.title, ("  briefing", "$muted"))
                open_it = partial(self.app.post_message, OpenDocument(entry.path))
                yield Hit(score, shown, open_it, entry.title)
