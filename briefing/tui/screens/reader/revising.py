"""A document that somebody changed while it is read."""

from __future__ import annotations

from briefing.tui.screens.reader.prepared import Prepared
from briefing.tui.screens.reader.taking import Taking


class Revising(Taking):
    """Takes the new text under the same words, and says so in one line."""

    def show_revised(self, doc: str, prepared: Prepared) -> None:
        """Show the text as it is now."""
        before, held = self.briefing, self.session.bookmarks
        lost = self._lost()
        if before is None or not self.show_again(doc, prepared):
            return
        if held is not None:
            prepared.ready.bookmarks.go_on(held)  # what was done to them can still be undone
            self.read_bookmarks()  # and may have been done since they were read
        known = {part.id for part in before.parts}
        signs = self.session.unread.signs if self.session.unread else {}
        parts = sum(sign == "changed" or part not in known for part, sign in signs.items())
        said = ["The text has changed"]
        if parts:
            said.append(f"{parts} part{'s' * (parts != 1)} new or changed")
        if (more := self._lost() - lost) > 0:
            said.append(f"{more} bookmark{'s' * (more != 1)} lost the text")
        self.say(" · ".join(said))

    def _lost(self) -> int:
        held = self.session.bookmarks
        return sum(it.place.status == "lost" for it in held.placed) if held else 0
