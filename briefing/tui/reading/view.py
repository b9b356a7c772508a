"""The laid-out text painted, row by row as the screen asks for them, and selected."""

from __future__ import annotations

from typing import ClassVar

from rich.style import Style
from textual.geometry import Region
from textual.selection import Selection
from textual.strip import Strip

from briefing.tui.reading.flow import Flow
from briefing.tui.reading.layout import LaidOutView
from briefing.tui.reading.look import Look
from briefing.tui.reading.painter import Painter
from briefing.tui.reading.selection import selected_text, span_in
from briefing.tui.reading.slab import Slab


class TextView(LaidOutView, can_focus=True):
    """Rows of text in the pane's look; of an empty view, what it says of itself."""

    ALLOW_SELECT: ClassVar[bool] = True

    def __init__(
        self,
        *,
        name: str | None = None,
        id: str | None = None,  # noqa: A002 -- the name that every Textual widget gives it
        classes: str | None = None,
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self.set_reactive(TextView.auto_links, False)
        self.painter = Painter(self.flow, Look(self._component, Style()))
        self.empty = ""
        self._in_frame = False
        self._frame_cursor = -1
        self._stale_look = True

    def laid_out(self) -> None:
        """Paint everything anew."""
        self.painter.flow = self.flow
        self.painter.width = self.size.width
        self.painter.forget()

    def notify_style_update(self) -> None:
        """Paint anew under another theme."""
        super().notify_style_update()
        self._stale_look = True

    def _component(self, name: str, partial: bool) -> Style:
        if not name:
            return self.rich_style
        return self.get_component_rich_style(f"reading--{name}", partial=partial)

    def _fresh_painter(self) -> Painter:
        if self._stale_look:
            self._stale_look = False
            selection = self.screen.get_component_rich_style("screen--selection")
            self.painter.look = Look(self._component, selection)
            self.painter.forget()
        return self.painter

    @property
    def cursor_slab(self) -> int:
        """The slab that bears the cursor; -1 for none."""
        return -1

    def render_lines(self, crop: Region) -> list[Strip]:
        """Paint a frame; its cells need not know their places in the text."""
        if any(self.styles.gutter) or self.opacity < 1 or crop.x or crop.width != self.size.width:
            self._in_frame, self._frame_cursor = True, self.cursor_slab
            try:
                return super().render_lines(crop)
            finally:
                self._in_frame = False
        # Without border and padding a line of the content is a line of the widget, and the
        # strips that are kept keep what was filtered and rendered of them as well.
        self._in_frame, self._frame_cursor = True, self.cursor_slab
        filters, ground = self.get_line_filters(), self.background_colors[1]
        try:
            strips = [self.render_line(y) for y in crop.line_range]
        finally:
            self._in_frame = False
        for line_filter in filters:
            strips = [strip.apply_filter(line_filter, ground) for strip in strips]
        return strips

    def render_line(self, y: int) -> Strip:
        """Row `y` of the screen."""
        painter = self._fresh_painter()
        if not self.ready:
            return self._empty_line(y)
        row = self.top_row + y
        if not self._in_frame:
            return painter.addressed_strip(row)
        selection = self.text_selection
        cursor = self._frame_cursor
        if selection is not None and row < self.flow.heights.total:
            slab = self.flow.slab_at(row)
            span = span_in(selection, slab, len(self.flow.pieces.slabs[slab].text))
            if span is not None:
                return painter.selected_strip(row, span, cursor=slab == cursor)
        return painter.strip(row, cursor)

    def _empty_line(self, y: int) -> Strip:
        strip = Strip.blank(self.size.width, self.rich_style)
        page = self.page()
        if not self.empty or self.flow.pieces.count or page.pane <= 0:
            return strip
        note = Painter(Flow((Slab(self.empty, style="meta"),), page), self.painter.look)
        note.width = self.size.width
        return note.strip(y, -1)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The selected text, unwrapped."""
        return selected_text(self.flow.pieces.slabs, selection), "\n"
