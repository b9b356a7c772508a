"""Where the reader's eye rests: the row by which the cursor and the place are told."""

from __future__ import annotations

REST = 3
"""The eye rests a third of the way down the pane."""


def eye_row(scroll: int, furthest: int, height: int) -> int:
    """The row of the screen on which the eye rests, from 0 to `height - 1`.

    It is the top row at the very top of the text and the last at the very end, so that scrolling
    alone reaches every slab; between it is a third down. `furthest` is the last scroll position.
    """
    if furthest <= 0 or height <= 1:
        return 0
    if furthest < height:
        return round((height - 1) * scroll / furthest)
    left = furthest - scroll
    return max(min(height // REST, scroll), height - 1 - left)
