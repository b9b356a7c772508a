"""Strips for the screen: painted a piece at a time and kept, the gutter put before each."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Collection
from dataclasses import dataclass, field

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from briefing.tui.reading.flow import Flow
from briefing.tui.reading.look import Look
from briefing.tui.reading.marks import Hits, Stretch
from briefing.tui.reading.page import GUTTER
from briefing.tui.reading.paint import piece_stretches, row_segments
from briefing.tui.reading.rows import Row, offset_of

KEPT = 256
"""Rows whose strips are kept: some screens, and few enough for the collector to walk unnoticed."""
Finish = Callable[[list[Segment], int], Strip]
CURSOR = "▌"
BOOKMARK = "◆"


@dataclass(slots=True)
class Painted:
    """What was painted of a piece."""

    over: list[Stretch]
    """What lies over its text."""
    strips: dict[int, Strip] = field(default_factory=dict)
    """By row."""


class Painter:
    """Paints one flow in one look. Whatever changes either calls for `forget`."""

    def __init__(self, flow: Flow, look: Look, finish: Finish) -> None:
        """`finish(segments, width)` makes the strip that is shown."""
        self.flow = flow
        self.look = look
        self._finish = finish
        self.hits = Hits()
        self.bookmarks: Collection[int] = frozenset()
        self._kept: OrderedDict[int, Painted] = OrderedDict()
        self._count = 0
        self._blanks: dict[int, Segment] = {}
        self._left: int | None = None
        self._at_cursor: tuple[int, Painted] | None = None

    def forget(self) -> None:
        """Paint everything anew when it is next shown."""
        self._kept.clear()
        self._blanks.clear()
        self._left = None
        self._count = 0
        self._at_cursor = None

    def strips(self, first: int, last: int, cursor: int) -> list[Strip]:
        """Rows `first` to before `last`; `cursor` is the slab that bears the cursor."""
        flow = self.flow
        found: list[Strip] = []
        piece, row = flow.heights.locate(first)
        if first >= flow.heights.total:
            piece = flow.pieces.count
        wanted = last - first
        while piece < flow.pieces.count and len(found) < wanted:
            end = min(flow.heights[piece], row + wanted - len(found))
            found += self._piece(piece, row, end, flow.pieces.slab(piece) == cursor)
            piece, row = piece + 1, 0
        return found + [self._empty()] * (wanted - len(found))

    def _piece(self, piece: int, first: int, last: int, at_cursor: bool) -> list[Strip]:
        """Rows `first` to before `last` of a piece; blank beyond its end, if it was estimated."""
        rows = self.flow.rows(piece)
        kept = self._kept_at_cursor(piece) if at_cursor else self._kept_of(piece)
        strips = kept.strips
        found: list[Strip] = []
        for index in range(first, last):
            if index >= len(rows):
                found.append(self._empty())
                continue
            strip = strips.get(index)
            if strip is None:
                marked = at_cursor and index >= self.flow.gap(piece)
                strip = self._row(piece, index, rows[index], kept.over, cursor=marked)
                strips[index] = strip
                self._count += not at_cursor
            found.append(strip)
        return found

    def _kept_of(self, piece: int) -> Painted:
        kept = self._kept.get(piece)
        if kept is None:
            kept = self._kept[piece] = Painted(self._over(piece))
            while self._count > KEPT and len(self._kept) > 1:
                self._count -= len(self._kept.popitem(last=False)[1].strips)
        return kept

    def _kept_at_cursor(self, piece: int) -> Painted:
        if self._at_cursor is None or self._at_cursor[0] != piece:
            self._at_cursor = piece, Painted(self._kept_of(piece).over)
        return self._at_cursor[1]

    def mark_current(self, current: int | None) -> None:
        """Make another hit the current one; only the pieces of the two are painted anew."""
        self._forget_current()
        self.hits.current = current
        self._forget_current()

    def _forget_current(self) -> None:
        self._at_cursor = None
        if self.hits.current is not None:
            piece, _ = self.flow.pieces.place(*self.hits.place(self.hits.current))
            for near in (piece, piece + 1):  # a hit may reach over the end of a piece
                if gone := self._kept.pop(near, None):
                    self._count -= len(gone.strips)

    def _empty(self) -> Strip:
        width = self.flow.page.pane
        return self._finish([self._blank(width)], width)

    def selected_strip(self, y: int, span: tuple[int, int], *, cursor: bool) -> Strip:
        """Row `y` with `span` of its slab selected."""
        piece, row = self.flow.heights.locate(y)
        start = self.flow.pieces.start(piece)
        over = self._over(piece, (span[0] - start, span[1] - start))
        marked = cursor and row >= self.flow.gap(piece)
        return self._row(piece, row, self._row_of(piece, row), over, cursor=marked)

    def addressed_strip(self, y: int) -> Strip:
        """Row `y` in which every cell knows its slab and offset, for the mouse."""
        piece, index = self.flow.heights.locate(y)
        row, page = self._row_of(piece, index), self.flow.page
        slab, start = self.flow.pieces.slab(piece), self.flow.pieces.start(piece)
        first = offset_of(row)
        place = Style.from_meta({"offset": (start + max(first, 0), slab)})
        cells = page.left if first >= 0 else page.pane
        segments = [Segment(" ", self.look.style("") + place)] * cells
        if first >= 0:
            over, right = self._over(piece), page.pane - page.left
            segments += row_segments(row, over, self.look, right, (slab, start))
        return Strip(segments, page.pane)

    def _row_of(self, piece: int, index: int) -> Row:
        rows = self.flow.rows(piece)
        return rows[min(index, len(rows) - 1)]

    def _over(self, piece: int, selected: tuple[int, int] | None = None) -> list[Stretch]:
        return piece_stretches(self.flow.pieces.items[piece], self.hits.over(piece), selected)

    def _row(self, piece: int, index: int, row: Row, over: list[Stretch], *, cursor: bool) -> Strip:
        pane, left = self.flow.page.pane, self._left
        if left is None:
            left = self._left = self.flow.page.left
        sign = bool(self.bookmarks) and self._signed(piece, index)
        lead = [self._blank(left)]
        if cursor or sign:
            lead = [
                self._blank(left - GUTTER),
                Segment(CURSOR if cursor else " ", self.look.style("cursor")),
                Segment(BOOKMARK if sign else " ", self.look.style("bookmark")),
                self._blank(GUTTER - 2),
            ]
        words = row_segments(row, over, self.look, pane - left)
        return self._finish([*lead, *words], pane)

    def _signed(self, piece: int, index: int) -> bool:
        """Whether a row bears the sign of a bookmark."""
        slab = self.flow.pieces.slab(piece)
        first = piece == self.flow.pieces.first(slab) and index == self.flow.gap(piece)
        return first and slab in self.bookmarks

    def _blank(self, cells: int) -> Segment:
        found = self._blanks.get(cells)
        if found is None:
            found = self._blanks[cells] = Segment(" " * cells, self.look.style(""))
        return found
