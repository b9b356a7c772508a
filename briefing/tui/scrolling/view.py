"""A scrolling view whose rows are strips that it makes itself, once each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import ANSIToTruecolor, DimFilter, LineFilter, Monochrome, NoColor
from textual.geometry import Region
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBar
from textual.strip import Strip

from briefing.tui.scrolling.bar import QuickBar

OF_STYLE = (ANSIToTruecolor, DimFilter, Monochrome, NoColor)
"""Filters that change the style of a segment by that style alone."""


class LineView(ScrollView, can_focus=True):
    """Hands its rows to the screen as they are, and never as more strips than rows.

    Half of what a frame costs otherwise is strips: cut to the width, one for each filter, and
    those of the scroll bar. Here a row is filtered before it is a strip and exactly as wide as the
    text's share of the view, and the bar draws itself only when it changes.
    """

    _filters: Sequence[LineFilter] = ()
    _of_style: Sequence[LineFilter] = ()
    _of_text: Sequence[LineFilter] = ()
    _ground = Color(0, 0, 0)
    _as_it_is: frozenset[Style | None] = frozenset()
    """Styles that filters of style leave as they are: nearly all, and asking them costs a frame a
    third of its painting."""

    @property
    def vertical_scrollbar(self) -> ScrollBar:
        """The scroll bar."""
        if self._vertical_scrollbar is None:
            bar = QuickBar(thickness=self.scrollbar_size_vertical, marks=self.bar_marks)
            bar.display = False
            self._vertical_scrollbar = bar
            self.app._start_widget(self, bar)  # noqa: SLF001 -- Textual starts its own bar so
        return self._vertical_scrollbar

    def bar_marks(self, size: int) -> Mapping[int, tuple[str, Style]]:
        """What a scroll bar of `size` cells shows beside the place: a sign and its style a cell."""
        del size
        return {}

    def strips(self, first: int, last: int) -> list[Strip]:
        """Lines `first` to before `last` of the screen, each as `strip` makes them."""
        return [self.render_line(y) for y in range(first, last)]

    def strip(self, segments: list[Segment], width: int) -> Strip:
        """A strip of these segments as the terminal will get them."""
        if not self._as_it_is.issuperset([style for _, style, _ in segments]):
            before = segments
            for line_filter in self._of_style:
                segments = line_filter.apply(segments, self._ground)
            pairs = zip(before, segments, strict=True)
            self._as_it_is |= {old.style for old, new in pairs if old.style == new.style}
        for line_filter in self._of_text:
            segments = line_filter.apply(segments, self._ground)
        return Strip(segments, width)

    def forget_strips(self) -> None:
        """Called when strips that were kept look otherwise now."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """A frame, or what of it is to be drawn anew."""
        filters, ground = self.get_line_filters(), self.background_colors[1]
        if filters != self._filters or ground != self._ground:
            self._filters, self._ground, self._as_it_is = filters, ground, frozenset()
            self._of_style = [each for each in filters if isinstance(each, OF_STYLE)]
            self._of_text = [each for each in filters if not isinstance(each, OF_STYLE)]
            self.forget_strips()
        padding, height = self.styles.padding, self.size.height
        if (
            self.styles.gutter != padding  # a border is Textual's to draw
            or padding.width
            or self.opacity < 1
            or crop.x
            or crop.width != self.size.width
        ):
            return super().render_lines(crop)
        first, last = crop.y - padding.top, crop.bottom - padding.top
        rows = self.strips(max(first, 0), min(last, height))
        if len(rows) == last - first:
            return rows
        width = self.scrollable_content_region.width
        blank = self.strip([Segment(" " * width, self.rich_style)], width)
        above, below = min(max(-first, 0), last - first), max(last - max(first, height), 0)
        return [blank] * above + rows + [blank] * below
