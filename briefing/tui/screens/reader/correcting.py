"""Correcting what the passage under the cursor is, and undoing that."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from textual import on
from textual.message import Message

from briefing.document.correction import Correction, Kind, words_of
from briefing.document.errors import BriefingError
from briefing.document.locator import Locator, Placer, locate
from briefing.document.model import Briefing
from briefing.record import record
from briefing.tui.messages import Say
from briefing.tui.screens.reader.keeping import Keeping
from briefing.tui.screens.reader.prepared import Prepared
from briefing.tui.session.corrections import Corrections


@dataclass(eq=False, repr=False)
class SplitAgain(Message):
    """The open document was split again, with another correction or one less."""

    doc: str
    prepared: Prepared
    said: str


@record
class Standing:
    """What the reader had under the eye and the cursor, where it is not in the text of now."""

    eye: Locator
    cursor: Locator
    instead: tuple[int, int]
    """The place in the pane that is shown instead."""


class Correcting(Keeping):
    """`c`, and its `u`."""

    standing: Standing | None = None

    @cached_property
    def corrections(self) -> Corrections:
        """What was corrected in this sitting."""
        return Corrections(self.session.library)

    def open_briefing(
        self,
        briefing: Briefing,
        doc: str,
        *,
        part: str = "",
        passage: int = -1,
        find: str = "",
        prepared: Prepared | None = None,
    ) -> None:
        """Show a briefing; the screen knows how."""
        raise NotImplementedError

    def action_correct(self) -> None:
        """Say what the passage under the cursor is."""
        from briefing.tui.screens.correct import CorrectDialog

        passage = self.passage_here()
        doc = self.session.doc
        if self.briefing is None or passage is None:
            self.say("This line is the reader's own, not the document's")
            return
        held = self.briefing.passages[passage]
        text = words_of(held)
        if not text:
            self.say("There are no words here to correct")
            return

        def chosen(kind: Kind | None) -> None:
            if kind is not None:
                correction = Correction(held.block.line, text, kind)
                said = f"Corrected · {self.keymap.shown('bookmark.undo') or 'Undo'} undoes"
                self._split_again(doc, lambda: self.corrections.correct(doc, correction), said)

        self.app.push_screen(CorrectDialog(held), chosen)

    def action_undo(self) -> None:
        """Undo the last change to bookmarks and notes since the last correction, or that."""
        doc = self.session.doc
        change = self.corrections.newest(doc)
        held = self.session.bookmarks
        if change is None or (held is not None and held.can_undo):
            super().action_undo()
            return
        found = change
        said = "The correction is undone"
        self._split_again(doc, lambda: self.corrections.undo(found), said)

    def _split_again(self, doc: str, change: Callable[[], Briefing], said: str) -> None:
        def work() -> None:
            try:
                prepared = self.prepare(change(), doc)
            except BriefingError as error:
                self.app.post_message(Say(str(error), grave=True))
            else:
                self.post_message(SplitAgain(doc, prepared, said))

        self.run_worker(work, thread=True, group="correct")

    @on(SplitAgain)
    def _show_again(self, event: SplitAgain) -> None:
        event.stop()
        if self.show_again(event.doc, event.prepared):
            self.say(event.said)

    def show_again(self, doc: str, prepared: Prepared) -> bool:
        """Show the open document as it was read anew; whether it is still open.

        The same words stay under the eye and the cursor, and what was searched for stays marked.
        """
        before = self.briefing
        if before is None or doc != self.session.doc or not self.view.slabs:
            return False
        briefing = prepared.ready.opened.briefing
        pane, omitted, words = self.pane, self.omitted, self._words
        in_contents = self.contents.has_focus
        at, offset = self.text.position()
        top = self.passage_at(at)
        away = self.standing if self.is_away else None
        eye = away.eye if away else locate(before, top, offset)
        cursor = away.cursor if away else locate(before, self.passage_at(self.text.cursor))
        self.open_briefing(briefing, doc, passage=0, prepared=prepared)
        self.omitted = omitted
        placer = Placer(briefing)
        found, pointed = placer.place(eye), placer.place(cursor)
        if pane != "sections":
            self.show_pane(pane)
        elif found.status != "lost":
            self.show_pane("sections", passage=found.passage, offset=found.offset)
        else:
            # Only half of it may be written: the place is not given up before the reader moves.
            self.show_pane("sections", passage=min(top, len(briefing.passages) - 1))
            self.standing = Standing(eye, cursor, self.text.position())
        if pane == "sections" and pointed.status != "lost":
            self.text.put_cursor(self.view.nearest(pointed.passage))
        if words:
            self.mark_again(words)
        if in_contents:
            self.contents.focus()
        return True

    @property
    def is_away(self) -> bool:
        """Whether what was read is not in the text of now, and the reader has not moved since."""
        away = self.standing
        return away is not None and self.pane == "sections" and self.text.position() == away.instead
