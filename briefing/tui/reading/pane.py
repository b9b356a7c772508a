"""The reading pane: the widget that shows a briefing.

It declares no keys; whoever declares commands calls its actions by name:

    line_down line_up page_down page_up half_page_down half_page_up top bottom
    next_slab previous_slab next_heading previous_heading choose

The cursor is the slab on which the eye rests, a third down the pane, and follows the scroll; a slab
that was stepped to, clicked or gone to keeps it until the reader has scrolled on by half a page.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import ClassVar

from rich.style import Style
from textual import events
from textual.geometry import Offset
from textual.message import Message
from textual.scrollbar import ScrollBar

from briefing.tui.reading.look import CLASSES, CSS
from briefing.tui.reading.marks import Hits
from briefing.tui.reading.moving import MovingView
from briefing.tui.reading.overview import BOOKMARK, CURRENT, HIT, marked_renderer
from briefing.tui.reading.selection import select, word_at
from briefing.tui.reading.slab import Hit, Slab


class ReadingPane(MovingView, can_focus=True):
    """Shows slabs of text, with a cursor, hits, bookmarks and a place."""

    DEFAULT_CSS = CSS
    COMPONENT_CLASSES: ClassVar[set[str]] = CLASSES

    class PlaceChanged(Message):
        """Other text is under the eye; only the newest of several is delivered."""

        def __init__(self, pane: ReadingPane, slab: int, row: int, progress: float) -> None:
            """`slab` bears the cursor, `row` of it is under the eye, `progress` is 0 to 1."""
            super().__init__()
            self.pane = pane
            self.slab = slab
            self.row = row
            self.progress = progress

        @property
        def control(self) -> ReadingPane:
            """The pane."""
            return self.pane

        def can_replace(self, message: Message) -> bool:
            """An older one that waits is dropped."""
            return isinstance(message, ReadingPane.PlaceChanged) and message.pane is self.pane

    class Chosen(Message):
        """Enter was pressed on a slab."""

        def __init__(self, pane: ReadingPane, slab: int) -> None:
            super().__init__()
            self.pane = pane
            self.slab = slab

        @property
        def control(self) -> ReadingPane:
            """The pane."""
            return self.pane

    class LinkRequested(Message):
        """A link was clicked; `target` is as the document gives it, unchecked."""

        def __init__(self, pane: ReadingPane, target: str) -> None:
            super().__init__()
            self.pane = pane
            self.target = target

        @property
        def control(self) -> ReadingPane:
            """The pane."""
            return self.pane

    _told: tuple[int, int, float] | None = None

    # What is shown

    def show(self, slabs: Sequence[Slab], *, at: int = 0, offset: int = 0, empty: str = "") -> None:
        """Show other slabs, place (`at`, `offset`) at the top; `empty` is said when there are none.

        `position()` gives such a place.
        """
        self.empty = empty
        self.release_cursor()
        self._told = None
        self.load(slabs, at, offset)

    @property
    def slabs(self) -> Sequence[Slab]:
        """The slabs shown."""
        return self.flow.pieces.slabs

    def mark(self, hits: Sequence[Hit], current: int | None = None) -> None:
        """Mark hits, in the text and in the scroll bar; `current` is an index into `hits`."""
        self.painter.hits = Hits(self.flow.pieces, hits, current)
        self.painter.forget()
        self._marks_changed()

    def set_bookmarks(self, slabs: Collection[int]) -> None:
        """Put the bookmark's sign beside these slabs, and in the scroll bar."""
        self.painter.bookmarks = frozenset(slabs)
        self.painter.forget()
        self._marks_changed()

    def _marks_changed(self) -> None:
        self.refresh()
        if self.is_attached:
            self.vertical_scrollbar.refresh()

    @property
    def vertical_scrollbar(self) -> ScrollBar:
        """The scroll bar, which shows the marks as well."""
        bar = super().vertical_scrollbar
        if bar.renderer is ScrollBar.renderer:
            bar.renderer = marked_renderer(self)  # type: ignore[misc]  # Textual's documented way
        return bar

    def bar_marks(self, size: int) -> dict[int, tuple[str, Style]]:
        """The marked cells of a scroll bar of `size` cells."""
        if not self.ready or size <= 0:
            return {}
        hits, heights = self.painter.hits, self.flow.heights
        look = self.painter.look
        marks: dict[int, tuple[str, Style]] = {}
        total = max(heights.total, size)
        for slab in self.painter.bookmarks:
            if slab < len(self.slabs):
                row = heights.top(self.flow.pieces.first(slab))
                marks[row * size // total] = (BOOKMARK, look.style("bookmark"))
        if not hits:
            return marks
        for cell in range(size):
            first, last = cell * total // size, (cell + 1) * total // size
            if first < heights.total and hits.any_between(
                self._place_before(first), self._place_before(last)
            ):
                marks[cell] = (HIT, look.style("hit-bar"))
        if hits.current is not None:
            row = self.row_of(*hits.place(hits.current))
            marks[row * size // total] = (CURRENT, look.style("hit-bar"))
        return marks

    def _place_before(self, row: int) -> tuple[int, int]:
        """About the place that row `row` shows, without laying anything out."""
        pieces, heights = self.flow.pieces, self.flow.heights
        if row >= heights.total:
            return len(pieces.slabs), 0
        piece, inside = heights.locate(row)
        offset = len(pieces.items[piece].text) * inside // heights[piece]
        return pieces.slab(piece), pieces.start(piece) + offset

    # What is said of it

    def moved(self) -> None:
        """Say where the reader is, if that is elsewhere."""
        super().moved()
        told = (self.cursor, self.cursor_row, self.progress)
        if told != self._told:
            self._told = told
            self.post_message(self.PlaceChanged(self, *told))

    def action_choose(self) -> None:
        """Choose the slab under the cursor."""
        if self.ready:
            self.post_message(self.Chosen(self, self.cursor))

    def action_open_link(self, target: str) -> None:
        """Ask for a link to be opened."""
        self.post_message(self.LinkRequested(self, target))

    def paragraph_text(self, slab: int) -> str:
        """The text of a slab, unwrapped."""
        return self.slabs[slab].text

    @property
    def selected_text(self) -> str:
        """What the mouse selected, unwrapped; empty when nothing is."""
        selection = self.text_selection if self.is_attached else None
        found = self.get_selection(selection) if selection is not None else None
        return found[0] if found is not None else ""

    # The mouse

    async def _on_click(self, event: events.Click) -> None:
        """Put the cursor on what is clicked; twice selects the word, three times the slab."""
        _, place = self.screen.get_widget_and_offset_at(event.screen_x, event.screen_y)
        if not self.ready or place is None:
            return
        if event.chain > 1:
            event.prevent_default()  # the base class selects everything
            self._select_at(place, whole=event.chain > 2)
        else:
            self.put_cursor(place.y)

    def _select_at(self, place: Offset, *, whole: bool) -> None:
        text = self.slabs[place.y].text
        start, end = (0, len(text)) if whole else word_at(text, place.x)
        self.screen.selections = {self: select(place.y, start, end)}
