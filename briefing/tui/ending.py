"""The app's end: asked for, forced by a signal, or by a fault of our own."""

from __future__ import annotations

from contextlib import suppress

from textual.app import App

from briefing.tui.page import Page
from briefing.tui.session import Session


class Ending(App[None]):
    """Keeps the place before the end, and prints nothing of a document after it."""

    session: Session
    failure: Exception | None = None
    """What ended the reader, where something did."""
    last_page: Page | None = None
    """What the next start shows first; None where there is nothing to show."""

    def note_place(self) -> None:
        """Note where the reader is; called before the end."""

    async def page(self) -> Page | None:
        """What the next start shows first; called right before the end."""
        return None

    async def action_quit(self) -> None:
        """Keep the place, and end."""
        await self._end(0)

    async def _end(self, status: int) -> None:
        self.note_place()
        self.session.close()
        # A page less is no reason to stay.
        with suppress(Exception):
            self.last_page = await self.page()
        self.exit(return_code=status)

    def leave(self, status: int) -> None:
        """End with `status`; from a signal, so nothing is touched here but the loop."""
        loop = self._loop
        if loop is not None:
            loop.call_soon_threadsafe(self.call_next, self._end, status)

    def _fatal_error(self) -> None:
        """End without printing what the error holds: it may be a document's text."""
        self.failure = self._exception
        self._close_messages_no_wait()
