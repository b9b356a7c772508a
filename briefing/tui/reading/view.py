"""The laid-out text painted, row by row as the screen asks for them, and selected."""

from __future__ import annotations

from typing import ClassVar

from rich.style import Style
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
        self.painter = Painter(self.flow, Look(self._component, Style()), self.strip)
        self.empty = ""
        self._stale_look = True

    def laid_out(self) -> None:
        """Paint everything anew."""
        self.painter.flow = self.flow
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

    def forget_strips(self) -> None:
        """Paint anew for a terminal that shows it otherwise."""
        self.painter.forget()

    def strips(self, first: int, last: int) -> list[Strip]:
        """Lines of the screen; their cells need not know their places in the text."""
        painter = self._fresh_painter()
        if not self.ready:
            return [self._empty_line(y) for y in range(first, last)]
        top, cursor = self.top_row, self.cursor_slab
        selection = self.text_selection
        if selection is None:
            return painter.strips(top + first, top + last, cursor)
        return [self._selected(row, selection, cursor) for row in range(top + first, top + last)]

    def _selected(self, row: int, selection: Selection, cursor: int) -> Strip:
        if row < self.flow.heights.total:
            slab = self.flow.slab_at(row)
            span = span_in(selection, slab, len(self.flow.pieces.slabs[slab].text))
            if span is not None:
                return self.painter.selected_strip(row, span, cursor=slab == cursor)
        return self.painter.strips(row, row + 1, cursor)[0]

    def render_line(self, y: int) -> Strip:
        """Line `y` of the screen, every cell of which knows its place in the text."""
        painter = self._fresh_painter()
        return painter.addressed_strip(self.top_row + y) if self.ready else self._empty_line(y)

    def _empty_line(self, y: int) -> Strip:
        strip = Strip.blank(self.size.width, self.rich_style)
        page = self.page()
        if not self.empty or self.flow.pieces.count or page.pane <= 0:
            return strip
        flow = Flow((Slab(self.empty, style="meta"),), page)
        return Painter(flow, self.painter.look, self.strip).strips(y, y + 1, -1)[0]

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The selected text, unwrapped."""
        return selected_text(self.flow.pieces.slabs, selection), "\n"
