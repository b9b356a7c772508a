"""The reading pane: the widget that shows a briefing.

It declares no keys; whoever declares commands calls its actions by name:

    line_down line_up page_down page_up half_page_down half_page_up top bottom
    next_slab previous_slab next_heading previous_heading choose

The cursor is the slab on which the eye rests, a third down the pane, and follows the scroll; a slab
that was stepped to, clicked or gone to keeps it until the reader has scrolled on by half a page.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import ClassVar

from rich.style import Style
from textual import events
from textual.geometry import Offset
from textual.message import Message

from briefing.tui.reading.look import CLASSES, CSS
from briefing.tui.reading.marks import Hits
from briefing.tui.reading.moving import MovingView
from briefing.tui.reading.overview import Overview
from briefing.tui.reading.pieces import Pieces
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

    def __init__(
        self,
        *,
        name: str | None = None,
        id: str | None = None,  # noqa: A002 -- the name that every Textual widget gives it
        classes: str | None = None,
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self._overview = Overview()

    # What is shown

    def show(
        self, slabs: Sequence[Slab] | Pieces, *, at: int = 0, offset: int = 0, empty: str = ""
    ) -> None:
        """Show other slabs, place (`at`, `offset`) at the top; `empty` is said when there are none.

        `position()` gives such a place. Pieces may be made of many slabs before, in a thread. What
        was marked in the slabs before is marked no more.
        """
        self.empty = empty
        self.painter.hits, self.painter.bookmarks = Hits(), frozenset()
        self.release_cursor()
        self._told = None
        self.load(slabs, at, offset)

    @property
    def slabs(self) -> Sequence[Slab]:
        """The slabs shown."""
        return self.flow.pieces.slabs

    def mark(self, hits: Sequence[Hit], current: int | None = None) -> None:
        """Mark hits, which are in the order of the text; `current` is an index into `hits`."""
        self.painter.hits = Hits(self.flow.pieces, hits, current)
        self.painter.forget()
        self._marks_changed()

    def mark_current(self, current: int | None) -> None:
        """Make another of the hits the current one."""
        self.painter.mark_current(current)
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

    def bar_marks(self, size: int) -> Mapping[int, tuple[str, Style]]:
        """The hits and the bookmarks."""
        painter = self.painter
        if not self.ready or size <= 0:
            return {}
        return self._overview.marks(self.flow, painter.hits, painter.bookmarks, painter.look, size)

    # What is said of it

    def moved(self) -> None:
        """Say where the reader is, if that is elsewhere."""
        super().moved()
        told = (self.cursor, self.cursor_row, self.progress)
        if told != self._told:
            self._told = told
            # To the screen itself: what stands between would only pass it on.
            hears = self.screen if self.is_attached else self
            hears.post_message(self.PlaceChanged(self, *told))

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
