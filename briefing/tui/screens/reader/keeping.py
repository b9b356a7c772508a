"""Bookmarks and notes of the passage under the cursor, and undoing them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from textual import on
from textual.message import Message

from briefing.store.errors import NotSaved
from briefing.tui.kept import bookmark_id
from briefing.tui.screens.reader.hunting import Hunting
from briefing.tui.session import Bookmarks, Placed


@dataclass(eq=False, repr=False)
class Kept(Message):
    """A change to bookmarks or notes was saved, or could not be."""

    held: Bookmarks
    said: str
    grave: bool


class Keeping(Hunting):
    """`m`, `a`, `u`."""

    def action_toggle_bookmark(self) -> None:
        """Bookmark the passage under the cursor, or take its bookmark away."""
        held = self.session.bookmarks
        if held is None:
            return
        listed = self._listed(held)
        passage = self.passage_here()
        if self.pane == "bookmarks" and listed is not None:
            self._keep(lambda: held.remove(listed.bookmark.id))
        elif passage is None:
            self.say("There is no passage here to bookmark")
        else:
            self._keep(lambda: held.toggle(passage))

    def action_note(self) -> None:
        """Write a note on the passage under the cursor."""
        from briefing.tui.screens.note import NoteDialog, Written

        held = self.session.bookmarks
        if held is None or self.briefing is None:
            return
        passage = self.passage_here()
        found = self._listed(held)
        if found is None and passage is not None:
            found = held.at(passage)
        if found is None and passage is None:
            self.say("There is no passage here to write a note on")
            return
        if found is not None:
            quote, note = found.bookmark.locator.quote, found.bookmark.note
        else:
            quote, note = self.briefing.passages[passage or 0].block.text, ""
        drafts = self.session.drafts
        lost = -2 - found.bookmark.id if found is not None else -1
        draft = self.session.document, lost if passage is None else passage

        def written(result: Written | None) -> None:
            drafts.pop(draft, None)
            if result is None:
                return
            if not result.save:
                drafts[draft] = result.text
                self.say(f"Not saved · {self.keymap.shown('bookmark.note')} brings it back")
            elif found is not None:
                self._keep(lambda: held.set_note(found, result.text))
            elif passage is not None:
                self._keep(lambda: held.write_note(passage, result.text))

        self.app.push_screen(NoteDialog(quote, note, drafts.get(draft)), written)

    def action_undo(self) -> None:
        """Undo the last change to bookmarks and notes."""
        held = self.session.bookmarks
        if held is not None:
            self._keep(held.undo)

    def _listed(self, held: Bookmarks) -> Placed | None:
        """The bookmark under the cursor of the Bookmarks pane."""
        if self.pane != "bookmarks" or not self.view.slabs:
            return None
        number = bookmark_id(self.view.slabs[self.text.cursor].ref)
        return None if number is None else held.with_id(number)

    def _keep(self, change: Callable[[], str]) -> None:
        """Make a change beside the screen; that it is saved is said only once it is."""
        held = self.session.bookmarks

        def work() -> None:
            try:
                said, grave = change(), False
            except NotSaved as error:
                said, grave = str(error), True
            if held is not None:
                self.post_message(Kept(held, said, grave))

        self.session.writer.do(work)

    @on(Kept)
    def _kept_now(self, event: Kept) -> None:
        event.stop()
        if event.held is self.session.bookmarks:
            self.show_kept()
        else:
            self.read_bookmarks()  # the whole has taken the place of its beginning meanwhile
        self.say(event.said, grave=event.grave)
