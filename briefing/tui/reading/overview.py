"""What the scroll bar shows of the text: where the hits and the bookmarks are."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from rich.style import Style

from briefing.tui.reading.flow import Anchor, Flow
from briefing.tui.reading.look import Look
from briefing.tui.reading.marks import Hits

HIT = "━"
CURRENT = "█"
BOOKMARK = "◆"


class Overview:
    """Knows which cells of a bar bear a mark; those of hits are looked for once."""

    def __init__(self) -> None:
        self._key: tuple[object, ...] = ()
        self._cells: tuple[int, ...] = ()

    def marks(
        self, flow: Flow, hits: Hits, bookmarks: Collection[int], look: Look, size: int
    ) -> dict[int, tuple[str, Style]]:
        """The marked cells of a bar of `size` cells, each with its sign and style."""
        heights, pieces = flow.heights, flow.pieces
        marks: dict[int, tuple[str, Style]] = {}
        total = max(heights.total, size)
        for slab in bookmarks:
            if slab < len(pieces.slabs):
                row = heights.top(pieces.first(slab))
                marks[row * size // total] = (BOOKMARK, look.style("bookmark"))
        key = (hits, heights, heights.changes, size)
        if key != self._key:
            self._key, self._cells = key, tuple(_cells(flow, hits, size, total))
        marks |= dict.fromkeys(self._cells, (HIT, look.style("hit-bar")))
        if hits.current is not None:
            piece, inside = pieces.place(*hits.place(hits.current))
            row = flow.row_of(Anchor(piece, inside, 0, 0))
            marks[min(row * size // total, size - 1)] = (CURRENT, look.style("hit-bar"))
        return marks


def _cells(flow: Flow, hits: Hits, size: int, total: int) -> Iterator[int]:
    """The cells in which a hit begins."""
    for cell in range(size if hits else 0):
        first, last = cell * total // size, (cell + 1) * total // size
        if first < flow.heights.total and hits.any_between(
            _place_before(flow, first), _place_before(flow, last)
        ):
            yield cell


def _place_before(flow: Flow, row: int) -> tuple[int, int]:
    """About the place that row `row` shows, without laying anything out."""
    pieces, heights = flow.pieces, flow.heights
    if row >= heights.total:
        return len(pieces.slabs), 0
    piece, inside = heights.locate(row)
    offset = pieces.lengths[piece] * inside // heights[piece]
    return pieces.slab(piece), pieces.start(piece) + offset
