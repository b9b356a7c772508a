"""A large document from its first moment: its beginning, until all of it is read."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable

from briefing.document.glance import lines
from briefing.document.model import Briefing
from briefing.tui.screens.reader.prepared import Prepared
from briefing.tui.screens.reader.revising import Revising
from briefing.tui.session.trail import Stop
from briefing.tui.views import View
from briefing.tui.widgets.status import Piece

STILL_READING = "the rest is being read"
UNREADABLE = "the rest cannot be read"


class Beginning(Revising):
    """Goes on in the whole at the same words, with all that was done in its beginning."""

    of_the_rest = STILL_READING
    """What is said while there is only the beginning."""

    @property
    def has_begun(self) -> bool:
        """Whether a beginning is shown, and not the whole."""
        return not self.session.whole

    def told_of_rest(self) -> tuple[Piece, ...]:
        """What is said of the rest, and how much of the work is done."""
        done = self.session.library.done if self.of_the_rest == STILL_READING else None
        share = () if done is None else (Piece(f"{round(done * 100)} %", 3),)
        return Piece(self.of_the_rest, 4), *share

    @property
    def has_moved(self) -> bool:
        """Whether the reader has gone anywhere in what is shown."""
        moved = self.text.top_row or self.text.holds_cursor
        return bool(moved) or self.pane != "sections"

    def go_on_in(self, made: Prepared) -> None:
        """Show the whole where its beginning is shown, everything where it was."""
        begun, view = self.briefing, self._sections()
        whole = made.ready.opened.briefing
        if begun is None:
            return
        looked_at = self.session.unread.looked_at if self.session.unread else []
        beyond = self.session.beyond
        opened = self.session.go_on(
            made.ready, [same_place(begun, whole, passage) for passage in looked_at]
        )
        self.made, self.outline = made, made.outline
        sections = self.make_view("sections") if self.omitted else made.view

        def same(slab: int) -> int:
            return sections.nearest(same_place(begun, whole, passage_of(view, slab)))

        self._carry_over(same)
        at, offset = self.text.position()
        cursor = self.text.cursor if self.text.holds_cursor else None
        row = self.contents.cursor
        self.contents.show(self.outline, self.signs())
        self.contents.cursor = row
        self.show_head(whole)
        self.keep_finding(same)
        if self.pane == "sections":
            at, cursor = same(at), None if cursor is None else same(cursor)
        self.show_pane_at(self.pane, at, offset, sections if self.pane == "sections" else None)
        if cursor is not None:
            self.text.put_cursor(cursor)
        self.read_bookmarks()
        self.show_problems()
        if beyond and opened.resumed:
            left = sections.nearest(opened.passage)
            self.session.trail.leave(Stop("sections", left, opened.offset))
            self.say(f"{self.keymap.shown('back')} goes to where you left off")

    def _sections(self) -> View:
        """The whole text as it is shown, or would be."""
        return self.view if self.pane == "sections" else self.make_view("sections")

    def _carry_over(self, same: Callable[[int], int]) -> None:
        """Bring the places to come back to from the beginning into the whole."""
        stops = self.session.trail.stops
        stops[:] = [
            Stop(stop.pane, same(stop.index), stop.offset) if stop.pane == "sections" else stop
            for stop in stops
        ]
        if "sections" in self.spots:
            at, offset = self.spots["sections"]
            self.spots["sections"] = same(at), offset

    def show_head(self, briefing: Briefing) -> None:
        """Show title, byline, date and length; the screen knows how."""
        raise NotImplementedError

    def signs(self) -> dict[str, str]:
        """Which parts are new or changed; the screen knows."""
        raise NotImplementedError


def passage_of(view: View, slab: int) -> int:
    """The passage at a slab, or the nearest before it."""
    before = (view.slabs[at].passage for at in range(min(slab, len(view.slabs) - 1), -1, -1))
    return next((passage for passage in before if passage >= 0), 0)


def same_place(part: Briefing, whole: Briefing, passage: int) -> int:
    """The passage of `whole` that has the words of a passage of its beginning."""
    wanted = part.passages[passage].block
    held = lines(whole.passages)
    at = first = bisect_left(held, wanted.line)
    while at < len(held) and held[at] == wanted.line:
        if whole.passages[at].block.text == wanted.text:
            return at
        at += 1
    return min(first, len(held) - 1)
