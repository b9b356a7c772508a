"""The text laid out in a scrolling view, what is under the eye held in place."""

from __future__ import annotations

import gc
from collections.abc import Sequence

from textual.geometry import Size
from textual.reactive import reactive

from briefing.tui.reading.eye import eye_row
from briefing.tui.reading.flow import Anchor, Flow
from briefing.tui.reading.measuring import Measuring
from briefing.tui.reading.page import Page
from briefing.tui.reading.pieces import Pieces
from briefing.tui.reading.slab import Slab
from briefing.tui.scrolling.view import LineView

AT_ONCE = 60_000
"""Code points that are measured within a frame; more is measured beside the event loop."""


class LaidOutView(LineView, can_focus=True):
    """Slabs wrapped to the page; heights exact near the eye, and in the background everywhere."""

    measure: reactive[int] = reactive(72, repaint=False)
    """The most cells a row of text takes."""
    justify: reactive[bool] = reactive(False, repaint=False)
    """Whether rows are spread to the measure."""

    def __init__(
        self,
        *,
        name: str | None = None,
        id: str | None = None,  # noqa: A002 -- the name that every Textual widget gives it
        classes: str | None = None,
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self.flow = Flow((), Page(0))
        self._measuring: Measuring | None = None
        self._anchor: Anchor | None = None
        self._start: tuple[int, int] | None = None
        self._asked: tuple[int, int] | None = None
        self._placing = False
        self.height = 0
        """Rows of text that the pane shows; Textual looks its own size up anew each time."""

    # Laying out

    def load(self, slabs: Sequence[Slab] | Pieces, at: int, offset: int) -> None:
        """Lay out other slabs, with a place in them at the top."""
        self._stop_measuring()
        self.flow = Flow(slabs, self.page())
        self.laid_out()
        self._anchor = None
        self._start = self._asked = (at, offset)
        gc.freeze()  # what is loaded stays: the collector need not walk it during a frame
        self._settle()

    def page(self) -> Page:
        """The page as the pane's size and settings make it."""
        width = self.scrollable_content_region.width
        return Page(width, self.measure, self.justify)

    @property
    def ready(self) -> bool:
        """Whether there is text and room to show it."""
        return self.flow.pieces.count > 0 and self.flow.page.pane > 0 and self.height > 0

    def _settle(self) -> None:
        """Bring the layout up to date with the pane, the text under the eye where it was."""
        page, self.height = self.page(), self.size.height
        if page.pane <= 0 or self.height <= 0:
            return
        # A pane gets its size in steps. Until its reader moves, what was asked for stays on top.
        self._start = self._start or self._asked
        if page != self.flow.page:
            if self._start is None and self.ready:
                self._anchor = self._anchor or self._held_anchor()
            self._stop_measuring()
            self.flow.turn(page)
            self.laid_out()
        if not self.flow.pieces.count:
            self.virtual_size = Size(page.pane, 0)
            self.refresh()
            return
        if self._start is not None:
            self._begin(*self._start)
        elif self._anchor is not None:
            self._hold(self._anchor)
        self._measure_rest()
        self.refresh()
        self.moved()

    def _begin(self, slab: int, offset: int) -> None:
        """Show the place that was asked for when the slabs were given."""
        self._start = None
        if (slab, offset) <= (0, 0):
            self.flow.measure_near(0, 2 * self.height)
            self.scroll_rows(0)
            return
        self.place_at_top(min(slab, len(self.flow.pieces.slabs) - 1), offset)

    def place_at_top(self, slab: int, offset: int, air: int = 0) -> None:
        """Scroll so that a place is on the first row, below `air` of the rows of air it has."""
        piece, inside = self.flow.pieces.place(slab, offset)
        self.flow.measure_near(piece, 2 * self.height)
        y = self.flow.row_of(Anchor(piece, inside, 0, 0))
        self.scroll_rows(y - min(air, self.flow.gap(piece) if inside == 0 else 0))

    def make_exact(self, piece: int) -> None:
        """Make the heights round a piece exact, before it is shown."""
        anchor = self._anchor or self._held_anchor()
        if self.flow.measure_near(piece, 2 * self.height):
            self._hold(anchor)

    def forget_anchor(self) -> None:
        """Let the place that a resize holds be found anew."""
        self._anchor = self._asked = None

    def _hold(self, anchor: Anchor) -> None:
        """Scroll so that an anchor's place is on its row of the screen."""
        self.flow.measure_near(anchor.piece, 2 * self.height)
        screen_row = min(anchor.screen_row, self.height - 1)
        self.scroll_rows(self.flow.row_of(anchor) - screen_row)

    def _held_anchor(self) -> Anchor:
        row = self.held_row
        return self.flow.anchor(self.top_row + row, row)

    @property
    def held_row(self) -> int:
        """The row of the screen whose text stays in place when the page changes."""
        return self.eye

    @property
    def top_row(self) -> int:
        """The row at the top of the screen."""
        return round(self.scroll_y)

    @property
    def furthest(self) -> int:
        """The last row that can be at the top."""
        return max(self.flow.heights.total - self.height, 0)

    @property
    def eye(self) -> int:
        """The row of the screen on which the eye rests."""
        return eye_row(self.top_row, self.furthest, self.height)

    def scroll_rows(self, y: int) -> None:
        """Put row `y` at the top at once, the height of everything brought up to date with it."""
        self._placing = True
        try:
            size = Size(self.flow.page.pane, self.flow.heights.total)
            if self.virtual_size != size:
                self.virtual_size = size
            self.scroll_target_y = self.scroll_y = max(min(y, self.furthest), 0)
        finally:
            self._placing = False

    # Measuring

    def _measure_rest(self) -> None:
        """Make every height exact: at once when that is quick, else beside the event loop."""
        if self._measuring is not None:
            return
        items = self.flow.pieces.items
        if self.flow.pieces.length + 50 * len(items) <= AT_ONCE:
            anchor = self._anchor or self._held_anchor()
            if self.flow.measure(0, len(items)):
                self._hold(anchor)
            return
        self._measuring = Measuring(items, self.flow.page, self._measured_there)
        self._measuring.start()

    def _measured_there(self, source: Measuring, first: int, heights: list[int]) -> None:
        """Hand heights over from the thread that measures."""
        self.call_later(self._measured, source, first, heights)

    def _measured(self, source: Measuring, first: int, heights: list[int]) -> None:
        if source is not self._measuring or not self.ready:
            return
        self._anchor = self._anchor or self._held_anchor()
        if self.flow.heights.replace(first, heights):
            self._hold(self._anchor)
            self.vertical_scrollbar.refresh()
            self.moved()

    def _stop_measuring(self) -> None:
        if self._measuring is not None:
            self._measuring.stop()
            self._measuring = None

    @property
    def exact(self) -> bool:
        """Whether every height is measured."""
        return self.flow.heights.all_exact

    def on_unmount(self) -> None:
        """End the thread that measures."""
        self._stop_measuring()

    # What changes the layout

    def _size_updated(
        self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True
    ) -> bool:
        if self.ready and size != self.size and self._start is None:
            self._anchor = self._anchor or self._held_anchor()
        placing, self._placing = self._placing, True
        changed = super()._size_updated(size, virtual_size, container_size, layout)
        self._placing = placing
        if changed:
            self._settle()
        return changed

    def watch_measure(self) -> None:
        """Wrap to the other measure."""
        self._settle()

    def watch_justify(self) -> None:
        """Set rows ragged or even."""
        self._settle()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Make what comes into view exact, without moving it."""
        super().watch_scroll_y(old_value, new_value)
        rows = round(new_value) - round(old_value)
        if self._placing or not self.ready or not rows:
            return
        self._anchor = self._asked = None
        anchor = self.flow.anchor(self.top_row, 0)
        if self.flow.measure_near(anchor.piece, 2 * self.height):
            self._hold(anchor)
        self.scrolled(rows)
        self.moved()

    def scrolled(self, rows: int) -> None:
        """Called when the reader has scrolled, by rows down."""

    def laid_out(self) -> None:
        """Called when the slabs or the page are others."""

    def moved(self) -> None:
        """Called when other text may be under the eye."""
