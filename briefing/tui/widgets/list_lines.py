"""The lines of a list, made when they are shown and kept while they are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from briefing.tui.scrolling.view import LineView
from briefing.tui.widgets.list_row import FILL, STYLES, Cell, Render, fitted, line_cells, safe

KEPT = 256
"""Lines whose strips are kept: some screens."""


class ListLines(LineView, can_focus=True):
    """Rows of one or two lines, one of them under a cursor."""

    DEFAULT_CSS = """
    ListLines {
        overflow: hidden auto;
        scrollbar-size-vertical: 1;
        background: $background;
        color: $foreground;

        & > .list--title { text-style: bold; }
        & > .list--heading { color: $primary; text-style: bold; }
        & > .list--muted, & > .list--empty { color: $text-muted; }
        & > .list--mark { color: $text-warning; background: $warning-muted; }
        & > .list--accent { color: $accent; }
        & > .list--warning { color: $warning; }
        & > .list--success { color: $success; }
        & > .list--cursor {
            background: $block-cursor-blurred-background;
            color: $block-cursor-blurred-foreground;
            text-style: bold;
        }
        &:focus > .list--cursor {
            background: $block-cursor-background;
            color: $block-cursor-foreground;
            text-style: bold;
        }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "list--cursor",
        "list--empty",
        *(f"list--{name}" for name in STYLES),
    }

    def __init__(
        self,
        *,
        row_height: int = 1,
        empty: str = "",
        name: str | None = None,
        id: str | None = None,  # noqa: A002 -- the name that every Textual widget gives it
        classes: str | None = None,
    ) -> None:
        """Rows are `row_height` lines each, 1 or 2; `empty` is said when there are none."""
        super().__init__(name=name, id=id, classes=classes)
        self.row_height = row_height
        self.empty = empty
        self.count = 0
        self._render_row: Render = lambda *_: ()
        self._cursor = -1
        self._painted: dict[int, Strip] = {}
        self._looks: dict[tuple[str, bool], Style] = {}

    def repaint(self) -> None:
        """Ask for every row anew."""
        self.forget_strips()
        self.refresh()

    def repaint_row(self, index: int) -> None:
        """Ask for one row anew."""
        first = index * self.row_height
        for line in range(first, first + self.row_height):
            self._painted.pop(line, None)
        self.refresh_lines(first, self.row_height)

    def forget_strips(self) -> None:
        """Every row may look otherwise."""
        self._painted.clear()
        self._looks.clear()

    def notify_style_update(self) -> None:
        """Paint anew under another theme, with or without the focus."""
        super().notify_style_update()
        self.forget_strips()

    def strips(self, first: int, last: int) -> list[Strip]:
        """Lines of the screen; those that were painted are kept."""
        top = round(self.scroll_y)
        if len(self._painted) > KEPT:
            self._painted.clear()
        width = self.scrollable_content_region.width
        found = []
        for y in range(first, last):
            strip = self._painted.get(top + y)
            if strip is None:
                strip = self._painted[top + y] = self._paint(top + y, width)
            found.append(strip)
        return found

    def render_line(self, y: int) -> Strip:
        """Line `y` of the screen."""
        return self.strips(y, y + 1)[0]

    def _paint(self, line: int, width: int) -> Strip:
        """A line of the list."""
        index, part = divmod(line, self.row_height)
        if not self.count:
            return self._line([(self.empty, "empty")] if line == 0 else [], width, Style())
        if index >= self.count:
            return self._line([], width, Style())
        at_cursor = index == self._cursor
        cells = line_cells(self._render_row(index, width, at_cursor), part)
        over = self._style("cursor", partial=True) if at_cursor else Style()
        return self._line(cells, width, over)

    def _style(self, name: str, *, partial: bool = False) -> Style:
        made = self._looks.get((name, partial))
        if made is None:
            made = self.rich_style
            if name:
                made = self.get_component_rich_style(f"list--{name}", partial=partial)
            self._looks[name, partial] = made
        return made

    def _line(self, cells: Sequence[Cell], width: int, over: Style) -> Strip:
        """A line as wide as the list: what is right of a fill is kept, what is left of it cut."""
        base = self._style("")
        sides: tuple[list[Segment], list[Segment]] = ([], [])
        side = sides[0]
        for cell in cells:
            if cell == FILL:
                side = sides[1]
                continue
            if isinstance(cell, Segment):
                text, style = cell.text, base + (cell.style or Style())
            else:
                text, name = cell
                style = self._style(name)
            side.append(Segment(safe(text), style + over))
        right = sum(cell_len(segment.text) for segment in sides[1])
        segments = [*fitted(sides[0], max(width - right, 0), base + over), *sides[1]]
        if right > width:
            segments = list(Strip(segments).crop(0, width))
        return self.strip(segments, width)
