"""Text fitted to one line of cells."""

from __future__ import annotations

from rich.cells import cell_len, set_cell_size


def fit(text: str, width: int) -> str:
    """`text` on one line in at most `width` cells, cut with an ellipsis."""
    text = " ".join(text.split())
    if cell_len(text) <= width:
        return text
    if width <= 1:
        return "…"[:width]
    return set_cell_size(text, width - 1).rstrip() + "…"


def pad(text: str, width: int) -> str:
    """`text` in exactly `width` cells."""
    return set_cell_size(fit(text, width), max(0, width))


def spread(left: str, right: str, width: int, gap: int = 2) -> tuple[str, str]:
    """Two texts for the ends of a line of `width` cells: the left one gives way to the right.

    Returns both, the left one padded; the right one is empty where less than a third would be left.
    """
    space = width - cell_len(right) - gap
    if not right or space < max(8, width // 3):
        return pad(left, width), ""
    return pad(left, space) + " " * gap, right
