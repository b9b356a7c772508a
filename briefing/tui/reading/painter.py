"""Strips for the screen: painted a piece at a time and kept, the gutter put before each."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Collection

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
CURSOR = "▌"
BOOKMARK = "◆"


class Painter:
    """Paints one flow in one look. Whatever changes either calls for `forget`."""

    def __init__(self, flow: Flow, look: Look) -> None:
        self.flow = flow
        self.look = look
        self.hits = Hits()
        self.width = flow.page.pane
        """Cells of a row: the pane and the scroll bar that is drawn over its last."""
        self.bookmarks: Collection[int] = frozenset()
        self._kept: OrderedDict[int, list[Strip]] = OrderedDict()
        self._rows_kept = 0

    def forget(self) -> None:
        """Paint everything anew when it is next shown."""
        self._kept.clear()
        self._rows_kept = 0

    def strip(self, y: int, cursor: int) -> Strip:
        """Row `y` as wide as the pane; `cursor` is the slab that bears the cursor."""
        piece, row = self.flow.heights.locate(y)
        if y >= self.flow.heights.total:
            return Strip([self._blank(self.width)], self.width)
        strips = self._kept.get(piece)
        if strips is None:
            over = self._over(piece)
            count = len(self.flow.rows(piece))
            strips = [self._row(piece, index, over) for index in range(count)]
            self._kept[piece] = strips
            self._rows_kept += count
            while self._rows_kept > KEPT and len(self._kept) > 1:
                self._rows_kept -= len(self._kept.popitem(last=False)[1])
        if row >= len(strips):
            return Strip([self._blank(self.width)], self.width)
        if self.flow.pieces.slab(piece) == cursor and row >= self.flow.gap(piece):
            return self._row(piece, row, self._over(piece), cursor=True)
        return strips[row]

    def selected_strip(self, y: int, span: tuple[int, int], *, cursor: bool) -> Strip:
        """Row `y` with `span` of its slab selected."""
        piece, row = self.flow.heights.locate(y)
        start = self.flow.pieces.start(piece)
        over = self._over(piece, (span[0] - start, span[1] - start))
        return self._row(piece, row, over, cursor=cursor and row >= self.flow.gap(piece))

    def addressed_strip(self, y: int) -> Strip:
        """Row `y` in which every cell knows its slab and offset, for the mouse."""
        piece, row = self.flow.heights.locate(y)
        return self._row(piece, row, self._over(piece), addressed=True)

    def _over(self, piece: int, selected: tuple[int, int] | None = None) -> list[Stretch]:
        return piece_stretches(self.flow.pieces.items[piece], self.hits.over(piece), selected)

    def _row(
        self,
        piece: int,
        index: int,
        over: list[Stretch],
        *,
        cursor: bool = False,
        addressed: bool = False,
    ) -> Strip:
        flow = self.flow
        rows = flow.rows(piece)
        row: Row = rows[min(index, len(rows) - 1)]
        slab, page = flow.pieces.slab(piece), flow.page
        right = self.width - page.left
        if addressed:
            start = flow.pieces.start(piece)
            offset = start + max(offset_of(row), 0)
            cells = page.left if offset_of(row) >= 0 else self.width
            place = self.look.style("") + Style.from_meta({"offset": (offset, slab)})
            segments = [Segment(" ", place)] * cells
            if offset_of(row) >= 0:
                segments += row_segments(row, over, self.look, right, (slab, start))
            return Strip(segments, self.width)
        first = piece == flow.pieces.first(slab) and index == flow.gap(piece)
        sign = first and slab in self.bookmarks
        lead = [self._blank(page.left)]
        if cursor or sign:
            lead = [
                self._blank(page.left - GUTTER),
                Segment(CURSOR if cursor else " ", self.look.style("cursor")),
                Segment(BOOKMARK if sign else " ", self.look.style("bookmark")),
                self._blank(GUTTER - 2),
            ]
        return Strip([*lead, *row_segments(row, over, self.look, right)], self.width)

    def _blank(self, cells: int) -> Segment:
        return Segment(" " * cells, self.look.style(""))
