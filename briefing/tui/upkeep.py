"""Index, library and open document are kept as the files are, while the reader is open."""

from __future__ import annotations

import time
from contextlib import suppress
from dataclasses import dataclass

from textual import on
from textual.message import Message
from textual.screen import ModalScreen
from textual.timer import Timer

from briefing.document.errors import BriefingError, UnknownDocument
from briefing.library.watch import Watch
from briefing.tui.background import Background
from briefing.tui.messages import Progress, Say
from briefing.tui.screens.reader import ReaderScreen
from briefing.tui.screens.reader.prepared import Prepared
from briefing.tui.session import STDIN

TURN = 1.0
"""Seconds to wait for another instance that reads, before it is asked again how far it is."""
WORTH_SAYING = 0.3
"""Seconds of reading after which it is said how far that is."""
GROWN = 1.0
"""Seconds between two looks of the library's screen at an index that is being filled."""
AGAIN = 0.5
"""Seconds after which a revised text is tried again, where it came in the middle of something."""


@dataclass(eq=False, repr=False)
class IndexRefreshed(Message):
    """The index holds more, or other, documents."""

    changed: int
    """Documents that were read or removed."""


@dataclass(eq=False, repr=False)
class FileTouched(Message):
    """The file of the open document may be another."""


@dataclass(eq=False, repr=False)
class DocumentRevised(Message):
    """The open document was changed by somebody, and read anew."""

    doc: str
    prepared: Prepared
    number: int
    """Of the look at the file that it came of."""


class Upkeep(Background):
    """Watches in a thread; what came of it is told to the screens."""

    _reader: ReaderScreen
    _watch: Watch | None = None
    looks = 0
    """How many times the file of the open document was read again."""
    put_off: Timer | None = None
    """Looks at the file when the reader is no longer in the middle of something."""

    def keep_up(self) -> None:
        """Keep all as the files are, from now on, with the document that is open now."""
        if self._watch is None:
            self._watch = Watch(lambda: self.session.library.catalog)
            self.aside(self._keep, "upkeep")
        watch, doc = self._watch, self.session.doc
        if self.session.briefing is not None and doc != STDIN:
            self.aside(lambda: self._watch_file(watch, doc), "follow")

    def on_app_focus(self) -> None:
        """Who comes back from elsewhere may have changed something there."""
        if self._watch is not None:
            self._watch.look()

    def on_unmount(self) -> None:
        """The reader ends, and so does the thread."""
        if self._watch is not None:
            self._watch.close()

    # In the threads

    def _watch_file(self, watch: Watch, doc: str) -> None:
        with suppress(BriefingError):
            watch.follow(self.session.library.path(doc))

    def _keep(self) -> None:
        watch = self._watch
        if watch is None:
            return
        watch.begin()  # before the folders are compared, so that no change falls between the two
        self._refresh(watch, None, looked=True)
        while (noticed := watch.wait()) is not None:
            if noticed.opened:
                self.tell(FileTouched())
            if noticed.documents is None or noticed.documents:
                self._refresh(watch, noticed.documents)

    def _refresh(self, watch: Watch, only: frozenset[str] | None, *, looked: bool = False) -> None:
        library, begun = self.session.library, time.monotonic()
        told = begun

        def progress(count: int, total: int) -> None:
            nonlocal told
            now = time.monotonic()
            if now - begun > WORTH_SAYING:
                self.tell(Progress("indexing", count, total))
            if now - told > GROWN:
                told = now
                self.tell(IndexRefreshed(count))

        try:
            done = library.refresh(progress, only=only, patience=TURN, looked=looked)
            while done.elsewhere and self.is_running:
                progress(*library.coverage())
                done = library.refresh(progress, only=only, patience=TURN)
        except BriefingError as error:
            self.tell(Progress("", 0, 0))
            self.tell(Say(str(error), grave=True))
            return
        if only is None:
            watch.took(time.monotonic() - begun)
        self.tell(Progress("", 0, 0))
        if done.read or done.removed:
            self.tell(IndexRefreshed(done.read + done.removed))
        if done.failed:
            self.tell(Say(f"{len(done.failed)} not read: {done.failed[0]}", grave=True))

    # The open document

    @property
    def _ends(self) -> bool:
        """Whether the reader's widgets are being taken away, which they are one by one."""
        needed = ("#masthead", "#text", "#contents", "#find", "#status")
        return not self.screen_stack or not all(self._reader.query(each) for each in needed)

    @on(FileTouched)
    def _read_again(self, event: FileTouched) -> None:
        event.stop()
        before, doc = self.session.briefing, self.session.doc
        if before is None or doc == STDIN or not self.session.whole or self._ends:
            return
        if self._is_busy:
            self._read_later()
            return
        reader = self._reader
        reader.keep_place_now()  # what was read up to now is known to the state before it is asked
        self.looks += 1
        number = self.looks

        def work() -> None:
            try:
                briefing = self.session.library.read(doc)
                if briefing is before or briefing == before:
                    return
                if before.words and not briefing.words:  # it may be about to be written
                    self.tell(Say("The file is empty now; its text stays until you leave it"))
                else:
                    self.tell(DocumentRevised(doc, reader.prepare(briefing, doc), number))
            except UnknownDocument:
                self.tell(Say("The file is gone; its text stays until you leave it"))
            except BriefingError as error:
                self.tell(Say(str(error), grave=True))

        self.aside(work, "revised")

    @property
    def _is_busy(self) -> bool:
        """Whether the reader writes a note on a passage, or types what to find in the text."""
        return isinstance(self.screen, ModalScreen) or bool(self._reader.find_bar.display)

    def _read_later(self) -> None:
        """Look at the file again in a moment, once however often it changes until then."""
        if self.put_off is not None:
            self.put_off.stop()
        self.put_off = self.set_timer(AGAIN, lambda: self._read_again(FileTouched()))

    @on(DocumentRevised)
    def _revised(self, event: DocumentRevised) -> None:
        event.stop()
        if self._ends or event.number != self.looks:
            return  # a later look is under way
        if event.prepared.ready.opened.briefing == self.session.briefing:
            return  # shown already, as after a correction of one's own
        if self._is_busy:
            self._read_later()
            return
        self._reader.show_revised(event.doc, event.prepared)
