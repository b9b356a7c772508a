"""Rows to segments: runs cut where a span, a hit or the selection begins or ends."""

from __future__ import annotations

from bisect import bisect_right

from rich.segment import Segment
from rich.style import Style

from briefing.tui.reading.cells import cell_len
from briefing.tui.reading.look import SELECTED, Look
from briefing.tui.reading.marks import Overlay, Stretch, span_overlays, stretches
from briefing.tui.reading.rows import Row, Run
from briefing.tui.reading.slab import Slab

OPEN_LINK = "open_link"
"""The pane's action that a link carries, with the address as data and never as text to parse."""


def piece_stretches(
    slab: Slab, hits: list[Overlay], selected: tuple[int, int] | None = None
) -> list[Stretch]:
    """What lies over the text of a piece."""
    overlays = span_overlays(slab.spans) + hits
    if selected is not None:
        overlays.append(Overlay(*selected, SELECTED))
    return stretches(overlays)


def row_segments(
    row: Row,
    over: list[Stretch],
    look: Look,
    width: int,
    address: tuple[int, int] | None = None,
) -> list[Segment]:
    """The segments of a row, padded to `width` cells.

    With `address`, the slab and where in it the piece begins, each segment of text knows its place,
    which is how the screen finds what the mouse points at.
    """
    found: list[Segment] = []
    used = 0
    for run in row:
        used += cell_len(run.text)
        if run.start < 0:
            found.append(Segment(run.text, look.style(run.style)))
        elif len(over) == 1 and address is None:
            found.append(Segment(run.text, look.style(run.style, over[0].flags)))
        else:
            found += _cut(run, over, look, address)
    if used < width:
        found.append(Segment(" " * (width - used), look.style("")))
    return found


def _cut(
    run: Run, over: list[Stretch], look: Look, address: tuple[int, int] | None
) -> list[Segment]:
    """A run of text cut where what lies over it changes."""
    found: list[Segment] = []
    at, end = run.start, run.start + len(run.text)
    index = bisect_right(over, at, key=_start) - 1
    while at < end:
        stretch = over[index]
        stop = min(over[index + 1].start, end) if index + 1 < len(over) else end
        style = look.style(run.style, stretch.flags)
        if stretch.target:
            style += Style.from_meta({"@click": (OPEN_LINK, (stretch.target,))})
        if address is not None:
            style += Style.from_meta({"offset": (address[1] + at, address[0])})
        found.append(Segment(run.text[at - run.start : stop - run.start], style))
        at = stop
        index += 1
    return found


def _start(stretch: Stretch) -> int:
    return stretch.start
