"""The text laid out on a page: which row shows which place, exact where it is looked at."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from typing import NamedTuple

from briefing.tui.reading.heights import Heights
from briefing.tui.reading.page import Page
from briefing.tui.reading.pieces import Pieces
from briefing.tui.reading.rows import Row, offset_of, row_at
from briefing.tui.reading.slab import Slab
from briefing.tui.reading.typeset import gap, height, rows

KEPT = 128
"""Pieces whose rows are kept."""


class Anchor(NamedTuple):
    """A place in the text, and where on the screen it shows."""

    piece: int
    offset: int
    lead: int
    """Rows of air between this place and the row meant; 0 for a row of text."""
    screen_row: int


class Flow:
    """Slabs on a page. Row numbers count from the top of everything."""

    def __init__(self, shown: Sequence[Slab] | Pieces, page: Page) -> None:
        self.pieces = shown if isinstance(shown, Pieces) else Pieces(shown)
        self.page = page
        self.heights = Heights()
        self._rows: OrderedDict[int, list[Row]] = OrderedDict()
        self.turn(page)

    def turn(self, page: Page) -> None:
        """Set everything anew on another page: all heights estimated."""
        self.page = page
        self._rows.clear()
        self.heights = Heights(self.pieces.estimates(page.width))

    def previous(self, piece: int) -> Slab | None:
        """What stands above a piece."""
        return self.pieces.items[piece - 1] if piece else None

    def rows(self, piece: int) -> list[Row]:
        """The rows of a piece."""
        kept = self._rows.get(piece)
        if kept is not None:
            self._rows.move_to_end(piece)
            return kept
        made = rows(self.previous(piece), self.pieces.items[piece], self.page)
        self._rows[piece] = made
        if len(self._rows) > KEPT:
            self._rows.popitem(last=False)
        return made

    def measure(self, first: int, last: int) -> bool:
        """Make the heights of pieces `first` to `last` exact; whether any was not."""
        changed = False
        for piece in range(max(first, 0), min(last + 1, self.pieces.count)):
            if not self.heights.is_exact(piece):
                exact = height(self.previous(piece), self.pieces.items[piece], self.page)
                changed |= self.heights.replace(piece, [exact])
        return changed

    def measure_near(self, piece: int, extent: int) -> bool:
        """Make exact at least `extent` rows above and below a piece; whether heights changed."""
        changed = self.measure(piece, piece)
        for step in (-1, 1):
            at, seen = piece + step, 0
            while 0 <= at < self.pieces.count and seen < extent:
                changed |= self.measure(at, at)
                seen += self.heights[at]
                at += step
        return changed

    def gap(self, piece: int) -> int:
        """Rows of air that a piece begins with."""
        return gap(self.previous(piece), self.pieces.items[piece])

    def anchor(self, y: int, screen_row: int) -> Anchor:
        """What row `y` shows, as a place that survives another page."""
        piece, row = self.heights.locate(y)
        shown = self.rows(piece)
        row = min(row, len(shown) - 1)
        text = next((at for at in range(row, len(shown)) if offset_of(shown[at]) >= 0), row)
        return Anchor(piece, max(offset_of(shown[text]), 0), text - row, screen_row)

    def row_of(self, anchor: Anchor) -> int:
        """The row that shows an anchor's place."""
        self.measure(anchor.piece, anchor.piece)
        row = row_at(self.rows(anchor.piece), anchor.offset) - anchor.lead
        return self.heights.top(anchor.piece) + max(row, 0)

    def place(self, y: int) -> tuple[int, int]:
        """The slab and the offset in it that row `y` shows."""
        found = self.anchor(y, 0)
        start = self.pieces.start(found.piece)
        return self.pieces.slab(found.piece), start + found.offset

    def slab_at(self, y: int) -> int:
        """The slab that row `y` belongs to."""
        return self.pieces.slab(self.heights.locate(y)[0])

    def share_before(self, y: int) -> float:
        """How much of the text stands above row `y`, from 0 to 1; the same on every page."""
        total = self.pieces.length
        piece, row = self.heights.locate(y)
        before, after = self.pieces.before[piece : piece + 2]
        part = row / max(self.heights[piece], 1)
        return (before + (after - before) * part) / total if total else 1.0
