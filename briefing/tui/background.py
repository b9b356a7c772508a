"""The app's long work, in threads, and what it says meanwhile on the status line."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from threading import Thread
from typing import Protocol

from textual import on
from textual.app import App
from textual.message import Message
from textual.screen import Screen

from briefing.document.errors import BriefingError
from briefing.document.model import Briefing
from briefing.tui.messages import OpenDocument, Progress, Say
from briefing.tui.screens.reader.prepared import Prepared
from briefing.tui.session import Session
from briefing.tui.widgets.status import StatusLine


@dataclass(eq=False, repr=False)
class DocumentRead(Message):
    """A document was read and split."""

    asked: OpenDocument
    briefing: Briefing
    prepared: Prepared | None = None
    """What showing it takes, where that was made already."""


@dataclass(eq=False, repr=False)
class DocumentBegun(Message):
    """The beginning of a large document was read, and all of it is being read."""

    asked: OpenDocument
    prepared: Prepared


@dataclass(eq=False, repr=False)
class DocumentRefused(Message):
    """A document could not be read."""

    asked: OpenDocument
    why: str


@dataclass(eq=False, repr=False)
class Broken(Message):
    """A thread came upon a fault of ours."""

    error: Exception


class Prepare(Protocol):
    """Makes what showing a briefing takes, which may be the beginning of one."""

    def __call__(self, briefing: Briefing, doc: str, *, whole: bool = True) -> Prepared:
        """Raises BriefingError."""


SWITCH = 0.001
"""Seconds for which a busy thread may hold the interpreter while the screen's thread waits for it;
with Python's own 5 ms a frame, which waits several times, comes late."""


class Background(App[None]):
    """Starts threads and hears from them by messages."""

    session: Session

    def on_load(self) -> None:
        """Let the screen's thread in sooner than Python would."""
        sys.setswitchinterval(SWITCH)

    def read_document(
        self, asked: OpenDocument, prepare: Prepare, *, has_begun: bool = False
    ) -> None:
        """Read a document and prepare what showing it takes; of several the newest is shown.

        Of a large one its beginning comes first, unless it `has_begun`.
        """

        def work() -> None:
            try:
                begun = None if has_begun else self.session.beginning(asked.doc)
                if begun is not None:
                    self.tell(DocumentBegun(asked, prepare(begun, asked.doc, whole=False)))
                briefing = self.session.read(asked.doc)
                prepared = prepare(briefing, asked.doc)
            except BriefingError as error:
                self.tell(DocumentRefused(asked, str(error)))
            else:
                self.tell(DocumentRead(asked, briefing, prepared))

        self.aside(work, "open")

    def aside(self, work: Callable[[], None], name: str) -> None:
        """Do `work` in a thread that the end does not wait for, as it would for a worker's."""

        def run() -> None:
            try:
                work()
            except Exception as error:
                self.tell(Broken(error))

        Thread(target=run, name=name, daemon=True).start()

    @on(Broken)
    def _break(self, event: Broken) -> None:
        raise event.error

    def tell(self, message: Message) -> None:
        """Post from a thread; nobody hears it once the app has ended."""
        if self.is_running:
            with suppress(RuntimeError):  # the loop was closed this moment
                self.post_message(message)

    @on(Say)
    def _say(self, event: Say) -> None:
        self.say(event.text, grave=event.grave)

    def say(self, text: str, *, grave: bool = False) -> None:
        """Show one line on the screen that is up."""
        for status in self._status_lines():
            status.say(text, grave=grave)

    @on(Progress)
    def _progress(self, event: Progress) -> None:
        working = f"{event.what} {event.done} of {event.total}" if event.what else ""
        # Also on those that are covered: when they are back, it may be over.
        for screen in (*self.screen_stack, *self.kept_screens()):
            for status in screen.query(StatusLine):
                status.working = working

    def kept_screens(self) -> Iterable[Screen[None]]:
        """Screens that are not shown and will be again."""
        return ()

    def _status_lines(self) -> Iterable[StatusLine]:
        """Those of the screen that is up; none once the app ends."""
        return self.screen.query(StatusLine) if self.screen_stack else ()
