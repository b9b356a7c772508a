"""The heights of all pieces, estimated or exact, and the way between a row and its piece."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate

BLOCK = 512
"""Pieces whose heights are summed together, so that a change costs one block and not all."""


class Heights:
    """Rows of each piece; sums are kept a block, and within a block made when asked for."""

    def __init__(self, heights: Iterable[int] = ()) -> None:
        self._rows = array("I", heights)
        self._exact = bytearray(len(self._rows))
        self._sums = [
            sum(self._rows[start : start + BLOCK]) for start in range(0, len(self._rows), BLOCK)
        ]
        self._tops: list[int] = []
        self._open: tuple[int, list[int]] = (-1, [])
        self.changes = 0
        """How often a height turned out otherwise."""
        self._add_up()

    def _add_up(self) -> None:
        self._tops = list(accumulate(self._sums, initial=0))
        self._open = (-1, [])

    def __len__(self) -> int:
        return len(self._rows)

    def __getitem__(self, piece: int) -> int:
        return self._rows[piece]

    @property
    def total(self) -> int:
        """Rows of everything."""
        return self._tops[-1]

    def is_exact(self, piece: int) -> bool:
        """Whether the height of a piece was measured."""
        return bool(self._exact[piece])

    @property
    def all_exact(self) -> bool:
        """Whether every height was measured."""
        return 0 not in self._exact

    def replace(self, start: int, rows: Sequence[int]) -> bool:
        """Put measured heights from piece `start` on; whether any differs from what was there."""
        end = start + len(rows)
        new = array("I", rows)
        self._exact[start:end] = b"\x01" * len(rows)
        if self._rows[start:end] == new:
            return False
        self._rows[start:end] = new
        for block in range(start // BLOCK, (end - 1) // BLOCK + 1):
            self._sums[block] = sum(self._rows[block * BLOCK : (block + 1) * BLOCK])
        self._add_up()
        self.changes += 1
        return True

    def _within(self, block: int) -> list[int]:
        """The tops of the pieces of a block, from the top of the block."""
        if self._open[0] != block:
            rows = self._rows[block * BLOCK : (block + 1) * BLOCK]
            self._open = (block, list(accumulate(rows, initial=0)))
        return self._open[1]

    def top(self, piece: int) -> int:
        """The row on which a piece begins."""
        block = piece // BLOCK
        return self._tops[block] + self._within(block)[piece - block * BLOCK]

    def locate(self, y: int) -> tuple[int, int]:
        """The piece that holds row `y`, and which of its rows that is; `y` is kept in range."""
        y = max(min(y, self.total - 1), 0)
        block = bisect_right(self._tops, y) - 1
        tops = self._within(block)
        y -= self._tops[block]
        piece = bisect_right(tops, y) - 1
        return block * BLOCK + piece, y - tops[piece]
