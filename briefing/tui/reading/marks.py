"""What lies over a piece's text: its own spans, hits, the selection, as stretches of flags."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from briefing.document.model import Span
from briefing.tui.reading.look import CURRENT, FLAGS, HIT, LINK
from briefing.tui.reading.pieces import Pieces
from briefing.tui.reading.slab import Hit


class Stretch(NamedTuple):
    """Flags from `start` to the start of the next stretch."""

    start: int
    flags: int
    target: str


class Overlay(NamedTuple):
    """A flag over `[start, end)` of a piece."""

    start: int
    end: int
    flag: int
    target: str = ""


def stretches(overlays: Iterable[Overlay]) -> list[Stretch]:
    """The overlays laid over each other, in one pass over their ends."""
    events = [
        event
        for overlay in overlays
        if overlay.end > overlay.start
        for event in ((overlay.start, 1, overlay), (overlay.end, -1, overlay))
    ]
    events.sort(key=lambda event: (event[0], event[1]))
    depth: dict[int, int] = {}
    targets: list[str] = []
    found = [Stretch(0, 0, "")]
    flags = 0
    for at, change, overlay in events:
        count = depth.get(overlay.flag, 0) + change
        depth[overlay.flag] = count
        flags = flags | overlay.flag if count > 0 else flags & ~overlay.flag
        if overlay.flag == LINK:
            if change > 0:
                targets.append(overlay.target)
            elif targets:
                targets.pop()
        stretch = Stretch(max(at, 0), flags, targets[-1] if targets else "")
        if found[-1].start == stretch.start:
            found[-1] = stretch
        else:
            found.append(stretch)
    return found


def span_overlays(spans: Iterable[Span]) -> list[Overlay]:
    """A slab's own spans as overlays."""
    return [Overlay(span.start, span.end, FLAGS[span.style], span.target) for span in spans]


class Hits:
    """The hits over all pieces, in the order of the text, and which of them is the current one."""

    def __init__(
        self,
        pieces: Pieces | None = None,
        hits: Sequence[Hit] = (),
        current: int | None = None,
    ) -> None:
        """There may be very many `hits`: they are never all looked at."""
        self._pieces = pieces
        self._hits = hits
        self.current = current

    def __bool__(self) -> bool:
        return bool(self._hits)

    def place(self, index: int) -> tuple[int, int]:
        """The slab and the offset at which a hit begins."""
        return _begin(self._hits[index])

    def over(self, piece: int) -> list[Overlay]:
        """The overlays of the hits in a piece, in the piece's own offsets."""
        if self._pieces is None or not self._hits:
            return []
        slab, start = self._pieces.slab(piece), self._pieces.start(piece)
        end = start + self._pieces.lengths[piece]
        first = max(self._before((slab, start)) - 1, 0)
        found: list[Overlay] = []
        for index in range(first, len(self._hits)):
            hit = self._hits[index]
            if _begin(hit) >= (slab, end):
                break
            if hit.index == slab and hit.end > start:
                flag = CURRENT if index == self.current else HIT
                found.append(Overlay(hit.start - start, hit.end - start, flag))
        return found

    def any_between(self, first: tuple[int, int], last: tuple[int, int]) -> bool:
        """Whether a hit begins between two (slab, offset) places, the second left out."""
        return self._before(first) < self._before(last)

    def _before(self, place: tuple[int, int]) -> int:
        """How many hits begin before a place."""
        return bisect_left(self._hits, place, key=_begin)


def _begin(hit: Hit) -> tuple[int, int]:
    return hit.index, hit.start
