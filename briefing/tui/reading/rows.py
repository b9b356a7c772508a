"""What a layout yields: rows of runs."""

from __future__ import annotations

from typing import NamedTuple


class Run(NamedTuple):
    """A stretch of a row in one style: text of the slab, or a sign that is not its text."""

    text: str
    style: str
    """The component class without its `reading--`; empty for the pane's own style."""
    start: int = -1
    """Where in the piece's text it begins; -1 for a sign."""


Row = tuple[Run, ...]


def offset_of(row: Row) -> int:
    """The first code point of the text that a row shows; -1 when it shows none."""
    return next((run.start for run in row if run.start >= 0), -1)


def row_at(rows: list[Row], offset: int) -> int:
    """The row that shows the code point at `offset`, or the last that begins before it.

    Rows need not be in the order of the text: a table sets cells abreast, and names again.
    """
    nearest, found = -1, 0
    for index, row in enumerate(rows):
        for run in row:
            if run.start < 0 or run.start > offset:
                continue
            if offset < run.start + len(run.text):
                return index
            if run.start > nearest:
                nearest, found = run.start, index
    return found
