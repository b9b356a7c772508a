"""A screen put together from the parts of widgets that are seen, and only those that changed.

For a frame Textual asks every widget for all of its lines, those that are hidden behind others as
well, and cuts each line wherever any widget begins or ends. That costs as much as the text itself.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from rich.console import Console
from textual._compositor import Compositor, CompositorUpdate
from textual.geometry import Region
from textual.screen import Screen, ScreenResultType
from textual.strip import Strip
from textual.widget import Widget


class Tile(NamedTuple):
    """The cells of a line in which a widget is seen: from `left` to before `right`."""

    left: int
    right: int
    widget: Widget


class Placed(NamedTuple):
    """A stretch of a line as it is written to the terminal."""

    x: int
    y: int
    strip: Strip


class TilesUpdate(CompositorUpdate):
    """A frame: what changed, stretch by stretch."""

    def __init__(self, placed: Sequence[Placed]) -> None:
        self.placed = placed

    def render_segments(self, console: Console) -> str:
        """What is written to the terminal."""
        return "".join(
            [f"\x1b[{y + 1};{x + 1}H{strip.render(console)}" for x, y, strip in self.placed]
        )


Seen = Mapping[Widget, tuple[Region, Region]]
"""The place and the clip of each widget, those in front first."""


class Tiles(Compositor):
    """Draws no widget that is hidden, no line that did not change, and cuts no line in vain."""

    def __init__(self) -> None:
        super().__init__()
        self._seen: Seen = {}
        self._lines: dict[int, list[Tile]] = {}

    def line(self, y: int) -> list[Tile]:
        """What is seen on a line, from left to right."""
        seen = self.visible_widgets
        if seen is not self._seen:
            self._seen, self._lines = seen, {}
        found = self._lines.get(y)
        if found is None:
            found = self._lines[y] = tiles_of(seen, y, self.size.width)
        return found

    # Typed as in Textual, whose own update is of another kind.
    def render_partial_update(self) -> Any:
        """What changed since the last frame; None if nothing did."""
        dirty, screen = list(self._dirty_regions), self.size.region
        self._dirty_regions.clear()
        if not dirty:
            return None
        wanted: list[tuple[int, int, int, Widget]] = []
        lines: dict[Widget, tuple[int, int]] = {}
        for y, left, right in self._regions_to_spans(
            region.intersection(screen) for region in dirty
        ):
            for tile in self.line(y):
                begin, end = max(left, tile.left), min(right, tile.right)
                if begin < end:
                    wanted.append((y, begin, end, tile.widget))
                    first, last = lines.get(tile.widget, (y, y))
                    lines[tile.widget] = min(first, y), max(last, y)
        drawn = {widget: self._drawn(widget, *span) for widget, span in lines.items()}
        placed: list[Placed] = []
        for y, begin, end, widget in wanted:
            x, top, strips = drawn[widget]
            strip = strips[y - top]
            if begin != x or end - x != strip.cell_length:
                strip = strip.crop(begin - x, end - x)
            placed.append(Placed(begin, y, strip))
        return TilesUpdate(placed)

    def _drawn(self, widget: Widget, first: int, last: int) -> tuple[int, int, list[Strip]]:
        """Lines `first` to `last` of the screen as a widget draws them, and where they begin."""
        region, clip = self._seen[widget]
        shown = region.intersection(clip)
        crop = Region(shown.x - region.x, first - region.y, shown.width, last + 1 - first)
        return shown.x, first, widget.render_lines(crop)


def tiles_of(seen: Seen, y: int, width: int) -> list[Tile]:
    """What is seen on line `y` of a screen of `width` cells, from left to right."""
    found: list[Tile] = []
    free = [(0, width)]
    for widget, (region, clip) in seen.items():
        shown = region.intersection(clip)
        if not (shown.width and shown.y <= y < shown.bottom):
            continue
        left: list[tuple[int, int]] = []
        for begin, end in free:
            first, last = max(begin, shown.x), min(end, shown.right)
            if first >= last:
                left.append((begin, end))
                continue
            found.append(Tile(first, last, widget))
            left += [(a, b) for a, b in ((begin, first), (last, end)) if a < b]
        free = left
        if not free:
            break
    return sorted(found, key=lambda tile: tile.left)


class TiledScreen(Screen[ScreenResultType]):
    """A screen that is put together so."""

    def __init__(self) -> None:
        super().__init__()
        self._compositor = Tiles()
