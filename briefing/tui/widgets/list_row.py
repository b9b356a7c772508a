"""What a row of a list is made of, and how a line of it is fitted into its width."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style

from briefing.document.pattern import pattern

Cell = Segment | tuple[str, str]
"""Text with a Rich style, or with the name of one of the list's own: `STYLES`."""
Render = Callable[[int, int, bool], Sequence[Cell]]
"""`render(index, width, highlighted)`: the cells of a row.

`NEXT_LINE` begins the second line of a row; what follows `FILL` is set at the right.
"""
NEXT_LINE: Cell = ("\n", "")
FILL: Cell = ("", "fill")
STYLES = ("title", "heading", "muted", "mark", "accent", "warning", "success")
_unsafe = pattern("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ud800-\udfff]")


def safe(text: str) -> str:
    """`text` without a character that a terminal could act on, as the last net before it."""
    return _unsafe.sub("\ufffd", text)


def line_cells(cells: Sequence[Cell], line: int) -> Sequence[Cell]:
    """The cells of one line of a row."""
    if NEXT_LINE not in cells:
        return cells if line == 0 else ()
    cut = list(cells).index(NEXT_LINE)
    return cells[:cut] if line == 0 else cells[cut + 1 :]


def fitted(segments: list[Segment], width: int, base: Style) -> list[Segment]:
    """The segments in exactly `width` cells, with an ellipsis where they are cut."""
    used = 0
    for index, segment in enumerate(segments):
        cells = cell_len(segment.text)
        if used + cells > width:
            room = max(width - used - 1, 0)
            kept = set_cell_size(segment.text, room).rstrip(" ")
            cut = Segment(kept + "…" if width > used else "", segment.style)
            left = Segment(" " * (width - used - cell_len(cut.text)), base)
            return [*segments[:index], cut, left]
        used += cells
    return [*segments, Segment(" " * (width - used), base)]
