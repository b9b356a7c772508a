"""Code: its lines as they are, long ones carried on with a sign."""

from __future__ import annotations

from briefing.tui.reading.cells import cell_len, is_double, is_single, split_graphemes
from briefing.tui.reading.rows import Row, Run

CARRIED = "↪ "
PADDING = 1
"""Cells of the code's own ground left and right of it."""


def code_rows(text: str, width: int) -> list[Row]:
    """The rows of code, each as wide as the page so that its ground is a rectangle."""
    room = max(width - 2 * PADDING, len(CARRIED) + 2)
    rows: list[Row] = []
    start = 0
    lines = text.split("\n")
    if lines[-1] == "" and len(lines) > 1:
        lines.pop()
    for source in lines:
        line = source.replace("\t", " ").rstrip(" ")
        for part, (begin, end) in enumerate(_parts(line, room)):
            shown = line[begin:end]
            lead = " " * PADDING + (CARRIED if part else "")
            left = max(width - len(lead) - cell_len(shown), 0)
            rows.append(
                (
                    Run(lead, "code-sign"),
                    Run(shown, "code", start + begin),
                    Run(" " * left, "code"),
                )
            )
        start += len(source) + 1
    return rows


def _parts(line: str, room: int) -> list[tuple[int, int]]:
    """Where a line is cut to fit `room` cells, the sign of what is carried on included."""
    if cell_len(line) <= room:
        return [(0, len(line))]
    for even, wide in ((is_single(line), 1), (is_double(line), 2)):
        if even:
            later = (room - len(CARRIED)) // wide
            cuts = [0, *range(room // wide, len(line), max(later, 1))]
            return list(zip(cuts, [*cuts[1:], len(line)], strict=True))
    cuts = [0]
    used, limit = 0, room
    for start, _end, cells in split_graphemes(line)[0]:
        if used + cells > limit:
            cuts.append(start)
            used, limit = 0, room - len(CARRIED)
        used += cells
    return list(zip(cuts, [*cuts[1:], len(line)], strict=True))
