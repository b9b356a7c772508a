"""A large document from its first moment: its beginning, until all of it is read."""

from __future__ import annotations

from bisect import bisect_left

from briefing.document.model import Briefing, Passage
from briefing.tui.outline import outline
from briefing.tui.screens.reader.revising import Revising
from briefing.tui.views import View
from briefing.tui.widgets.masthead import Masthead

STILL_READING = "The beginning; the rest is being read"


class Beginning(Revising):
    """Shows a beginning, of which nothing is kept, and goes on in the whole at the same words."""

    _begun: Briefing | None = None

    def show_beginning(self, briefing: Briefing, view: View) -> None:
        """Show the beginning of what is being read, and say so."""
        self.keep_place_now()
        self.session.leave()
        self._begun = briefing
        self.forget_finder()
        self.spots.clear()
        self.outline = outline(briefing)
        self.contents.show(self.outline, {})
        head = self.query_one("#masthead", Masthead)
        head.title, head.details = briefing.title or briefing.id, ()
        self.show_pane("sections", passage=0, view=view)
        self.status.working = STILL_READING
        self.text.focus()

    @property
    def has_begun(self) -> bool:
        """Whether a beginning is shown."""
        return self._begun is not None

    def end_beginning(self) -> None:
        """The whole is there, or will not be."""
        self._begun = None
        self.status.working = ""

    def reached(self, briefing: Briefing) -> tuple[int, int] | None:
        """The passage and offset to which its reader came in the beginning; None for the top."""
        if self._begun is None or not (self.text.top_row or self.text.holds_cursor):
            return None
        slab, offset = self.text.position()
        return same_place(self._begun, briefing, self.passage_at(slab)), offset

    def cursor_reached(self, briefing: Briefing) -> int | None:
        """The passage to which the cursor was put in the beginning."""
        if self._begun is None or not self.text.holds_cursor:
            return None
        return same_place(self._begun, briefing, self.passage_at(self.text.cursor))

    def keep_place_now(self) -> None:
        """Save the place at once; the screen knows how."""
        raise NotImplementedError


def same_place(part: Briefing, whole: Briefing, passage: int) -> int:
    """The passage of `whole` that has the words of a passage of its beginning."""

    def line(each: Passage) -> int:
        return each.block.line

    wanted = part.passages[passage].block
    at = first = bisect_left(whole.passages, wanted.line, key=line)
    while at < len(whole.passages) and line(whole.passages[at]) == wanted.line:
        if whole.passages[at].block.text == wanted.text:
            return at
        at += 1
    return min(first, len(whole.passages) - 1)
