"""Moving about: the scroll, the cursor that follows it, and steps from slab to slab."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from briefing.tui.reading.flow import Anchor
from briefing.tui.reading.slab import Slab
from briefing.tui.reading.view import TextView

OVERLAP = 2
"""Rows that two pages share, to read on from."""


class MovingView(TextView, can_focus=True):
    """A view with a cursor. Every `action_*` is a command's; none is bound to a key here."""

    _pinned: int | None = None
    """The slab that was given the cursor."""
    _wandered: int = 0
    """Rows scrolled down since then."""
    by_item: bool = False
    """Whether a line down or up leads to the next item: slabs of one `ref` are an item."""
    jumps: int = 0
    """How often the text between two places was passed over, not scrolled through."""

    @property
    def slabs(self) -> Sequence[Slab]:
        """The slabs shown."""
        return self.flow.pieces.slabs

    @property
    def cursor(self) -> int:
        """The slab that bears the cursor; 0 when there is none."""
        if self._pinned is not None:
            return self._pinned
        return self.flow.slab_at(self.top_row + self.eye) if self.ready else 0

    @property
    def holds_cursor(self) -> bool:
        """Whether the cursor is where it was put, and not under the eye."""
        return self._pinned is not None

    @property
    def cursor_slab(self) -> int:
        """The slab beside which the cursor is drawn."""
        return self.cursor if self.has_focus else -1

    @property
    def progress(self) -> float:
        """How much of the text was passed by the eye, from 0 to 1; the same on every page."""
        if not self.ready or self.top_row >= self.furthest:
            return 1.0
        return self.flow.share_before(self.top_row + self.eye)

    def position(self) -> tuple[int, int]:
        """The slab and the offset in it at the top of the pane, for `show` and `go`."""
        return self.flow.place(self.top_row) if self.ready else (0, 0)

    def go(self, slab: int, offset: int = 0, top: bool = False) -> None:
        """Put the cursor on a slab and show the place in it.

        With `top` it comes to the first row, below a row of air; else the text stays if the place
        is well in view, and otherwise it comes a third down.
        """
        if not self.ready:
            if self.slabs:
                self.load(self.flow.pieces, slab, offset)
            return
        slab = max(min(slab, len(self.slabs) - 1), 0)
        self.jumps += abs(slab - self.cursor) > 1
        self.forget_anchor()
        if top:
            self.place_at_top(slab, offset, air=1)
        else:
            piece, _ = self.flow.pieces.place(slab, offset)
            self.make_exact(piece)
            row = self.row_of(slab, offset)
            height = self.height
            margin = min(2, (height - 1) // 2)
            if not self.top_row + margin <= row < self.top_row + height - margin:
                self.scroll_rows(row - height // 3)
        self.put_cursor(slab)

    def scrolled(self, rows: int) -> None:
        """Give the cursor back to the eye once the reader has read on by half a page."""
        self._wandered += rows
        if abs(rows) > self.height:
            self.jumps += 1
        if abs(self._wandered) > self.height // 2:
            self._pinned = None

    @property
    def cursor_row(self) -> int:
        """Which row of the cursor's slab is under the eye; 0 when none is."""
        if not self.ready:
            return 0
        first = self.flow.heights.top(self.flow.pieces.first(self.cursor))
        return max(self.top_row + self.eye - first, 0)

    def row_of(self, slab: int, offset: int) -> int:
        """The row that shows a place."""
        piece, inside = self.flow.pieces.place(slab, offset)
        return self.flow.row_of(Anchor(piece, inside, 0, 0))

    @property
    def held_row(self) -> int:
        """The first row of the slab that was given the cursor, while in view; else the eye's."""
        if self._pinned is not None:
            piece = self.flow.pieces.first(self._pinned)
            row = self.flow.heights.top(piece) + self.flow.gap(piece) - self.top_row
            if 0 <= row < self.height:
                return row
        return self.eye

    def release_cursor(self) -> None:
        """Let the cursor follow the eye."""
        self._pinned = None

    def put_cursor(self, slab: int) -> None:
        """Put the cursor on a slab, the text staying where it is."""
        self._pinned, self._wandered = slab, 0
        self.refresh()
        self.moved()

    # By item

    def _item(self, slab: int) -> range:
        """The slabs of the item that a slab belongs to."""
        ref, first, last = self.slabs[slab].ref, slab, slab
        while first > 0 and self.slabs[first - 1].ref == ref:
            first -= 1
        while last + 1 < len(self.slabs) and self.slabs[last + 1].ref == ref:
            last += 1
        return range(first, last + 1)

    def _rows_of_item(self, slab: int) -> range:
        """The rows of an item, without the air above it."""
        item, pieces, heights = self._item(slab), self.flow.pieces, self.flow.heights
        first, last = pieces.first(item[0]), pieces.last(item[-1])
        top = heights.top(first) + self.flow.gap(first)
        return range(top, heights.top(last) + heights[last])

    def _ends_in_view(self, slab: int) -> bool:
        """Whether the last row of an item is on the screen, or above it."""
        return not self.ready or (self._rows_of_item(slab).stop <= self.top_row + self.height)

    def _begins_in_view(self, slab: int) -> bool:
        """Whether the first row of an item is on the screen, or below it."""
        return not self.ready or self._rows_of_item(slab).start >= self.top_row

    def _show_item(self, slab: int) -> None:
        """Put the cursor on an item, as much of it in view as the pane holds."""
        self.go(slab)
        rows = self._rows_of_item(slab)
        beyond = rows.stop - self.top_row - self.height
        self._scroll_by(max(min(beyond, rows.start - self.top_row), 0))
        self.put_cursor(slab)

    def _go_item(self, step: int) -> None:
        """Put the cursor on the first slab of the next item, or of the one before; no heading."""
        if not self.ready:
            return
        at: int = self.cursor
        while True:
            item = self._item(at)
            at = item[-1] + 1 if step > 0 else item[0] - 1
            if not 0 <= at < len(self.slabs):
                self._scroll_by(step * self.height)  # what stands before or behind the items
                return
            if self.slabs[at].style != "heading":
                self._show_item(self._item(at)[0])
                return

    # Scrolling

    def _scroll_by(self, rows: int) -> bool:
        """Scroll by rows; whether there was anywhere to go."""
        y = max(min(self.top_row + rows, self.furthest), 0)
        if y == self.top_row:
            return False
        self.scroll_target_y = self.scroll_y = y
        return True

    def action_line_down(self) -> None:
        """Scroll a row down; at the end, step to the next slab. By item, step to the next item.

        Of an item that is longer than the pane, the rest comes first.
        """
        if self.by_item and self._ends_in_view(self.cursor):
            self._go_item(1)
        elif not self._scroll_by(1) and not self.by_item:
            self.action_next_slab()

    def action_line_up(self) -> None:
        """Scroll a row up; at the top, step to the slab before. By item, to the item before."""
        if self.by_item and self._begins_in_view(self.cursor):
            self._go_item(-1)
        elif not self._scroll_by(-1) and not self.by_item:
            self.action_previous_slab()

    def _page_rows(self) -> int:
        return max(self.height - OVERLAP, 1)

    def action_page_down(self) -> None:
        """Scroll a page down; at the end, put the cursor on the last slab."""
        if not self._scroll_by(self._page_rows()):
            self.action_bottom()

    def action_page_up(self) -> None:
        """Scroll a page up; at the top, put the cursor on the first slab."""
        if not self._scroll_by(-self._page_rows()):
            self.action_top()

    def action_half_page_down(self) -> None:
        """Scroll half a page down."""
        if not self._scroll_by(max(self.height // 2, 1)):
            self.action_bottom()

    def action_half_page_up(self) -> None:
        """Scroll half a page up."""
        if not self._scroll_by(-max(self.height // 2, 1)):
            self.action_top()

    def action_top(self) -> None:
        """Go to the very beginning."""
        if self.ready:
            self.jumps += 1
            self._scroll_by(-self.top_row)
            self.put_cursor(0)

    def action_bottom(self) -> None:
        """Go to the very end."""
        if self.ready:
            self.jumps += 1
            self.make_exact(self.flow.pieces.count - 1)
            self._scroll_by(self.furthest - self.top_row)
            self.put_cursor(len(self.slabs) - 1)

    # Stepping

    def action_next_slab(self) -> None:
        """Put the cursor on the next slab."""
        if self.ready and self.cursor + 1 < len(self.slabs):
            self.go(self.cursor + 1)

    def action_previous_slab(self) -> None:
        """Put the cursor on the slab before."""
        if self.ready and self.cursor > 0:
            self.go(self.cursor - 1)

    def action_next_heading(self) -> None:
        """Bring the next heading to the top."""
        held = self.flow.pieces.headings
        at = bisect_right(held, self.cursor)
        self._go_heading(held[at] if at < len(held) else None)

    def action_previous_heading(self) -> None:
        """Bring the heading before the cursor to the top; before the first, the very beginning."""
        held = self.flow.pieces.headings
        at = bisect_left(held, self.cursor)
        self._go_heading(held[at - 1] if at else 0)

    def _go_heading(self, slab: int | None) -> None:
        if self.ready and slab is not None:
            self.go(slab, top=True)
