"""Opening documents in the app: what is asked for, begun, read, refused."""

from __future__ import annotations

from collections.abc import Callable

from textual import on

from briefing.tui.at_once import KeysAtOnce
from briefing.tui.background import DocumentBegun, DocumentRead, DocumentRefused
from briefing.tui.messages import OpenDocument
from briefing.tui.takeover import TakeOver
from briefing.tui.upkeep import Upkeep
from briefing.tui.waiting import KeysForTheWhole


class Opening(Upkeep, KeysForTheWhole, KeysAtOnce, TakeOver):
    """Shows a document as soon as there is anything of it; of several the one asked for last."""

    settled: Callable[[], None]
    """Called after a briefing was first painted."""
    _being_read: OpenDocument | None = None

    def action_library(self) -> None:
        """List every briefing; the app knows how."""
        raise NotImplementedError

    def open_first(self, doc: str | None) -> None:
        """Show what is read already with the first frame; it saves one without text."""
        if doc is not None and self.session.is_read(doc):
            self._being_read = OpenDocument(doc)
            self._show(DocumentRead(self._being_read, self.session.read(doc)))
        elif doc is not None and self.session.has_begun(doc):
            begun = self.session.beginning(doc)
            if begun is not None:
                asked = self._being_read = OpenDocument(doc)
                made = self._reader.prepare(begun, doc, whole=False)
                self._show_beginning(DocumentBegun(asked, made))
                # The rest is read once this is seen: the first frame is not to wait for it.
                self.call_after_refresh(self._read_rest, asked)

    def _read_rest(self, asked: OpenDocument) -> None:
        self.read_document(asked, self._reader.prepare, has_begun=True)

    @on(OpenDocument)
    def open_document(self, asked: OpenDocument) -> None:
        """Read a document, and show that it is being read."""
        self._being_read = asked
        self._reader.wait_for(asked.doc)
        self.read_document(asked, self._reader.prepare)

    @on(DocumentBegun)
    def _begin(self, event: DocumentBegun) -> None:
        self._show_beginning(event)

    def _show_beginning(self, event: DocumentBegun) -> None:
        if event.asked is self._being_read and self.screen_stack:
            self._only_the_reader()
            made = event.prepared
            self._reader.open_briefing(made.ready.opened.briefing, event.asked.doc, prepared=made)
            self._let_go()
            self.call_after_refresh(self.keys_may_act)

    def _only_the_reader(self) -> None:
        while self.screen is not self._reader and len(self.screen_stack) > 1:
            self.pop_screen()

    @on(DocumentRead)
    def _show(self, event: DocumentRead) -> None:
        asked = event.asked
        if asked is not self._being_read or not self.screen_stack:
            return  # another was asked for, or the end has come
        reader, made = self._reader, event.prepared
        if not reader.has_begun:  # what was opened over a beginning stays open
            self._only_the_reader()
        self._being_read = None
        goes_on = reader.has_begun and (reader.has_moved or not self.session.beyond)
        if goes_on and made is not None and not (asked.part or asked.find or asked.passage >= 0):
            reader.go_on_in(made)
        else:
            reader.open_briefing(
                event.briefing,
                asked.doc,
                part=asked.part,
                passage=asked.passage,
                find=asked.find,
                prepared=made,
            )
        self.call_after_refresh(self.keys_may_act)
        self.call_after_refresh(self._painted)

    def _painted(self) -> None:
        """There is something to read: time for what that did not need."""
        self._let_go()
        self.settled()
        self.keep_up()

    def _let_go(self) -> None:
        """Show what there is: at once where a key waits, else when it is as the painted page."""
        if self.has_keys:
            self.let_go()
        else:
            self.let_go_soon()

    @on(DocumentRefused)
    def _refuse(self, event: DocumentRefused) -> None:
        if event.asked is not self._being_read or not self.screen_stack:
            return
        self._being_read = None
        if self._reader.has_begun and self.session.doc != event.asked.doc:
            # Another was asked for meanwhile, in vain: the reader goes on in this one.
            self._being_read = OpenDocument(self.session.doc)
            self._read_rest(self._being_read)
            self._reader.wait_for(self.session.doc)
        else:
            self._reader.wait_over()
        self.call_after_refresh(self.keys_may_act)
        self.let_go()
        if self.session.briefing is None and self.screen is self._reader:
            self.action_library()
        self.call_after_refresh(self.say, event.why, grave=True)
        self.call_after_refresh(self._painted)
