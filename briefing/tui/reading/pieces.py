"""Slabs cut to a size that can be laid out within a frame; most slabs are one piece."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate

from briefing.document.model import Lazy, Span
from briefing.record import replace
from briefing.tui.reading.slab import LazySlabs, Slab, Slice
from briefing.tui.reading.tables import DELIMITERS, natural_widths, sides

GIANT = 8192
"""Code points above which a slab is cut."""
BY_LINES = ("code", "table")
"""Styles that keep their lines."""
HEADINGS = ("title", "heading")


class Pieces:
    """The slabs as the pane lays them out, and the way between both countings."""

    def __init__(self, slabs: Sequence[Slab] = ()) -> None:
        self.slabs = slabs
        self.items: Sequence[Slab] = slabs
        self.count = len(slabs)
        self.lengths = _lengths(slabs)
        """Code points of each piece."""
        self._firsts: Sequence[int] = range(len(slabs))
        self._slabs: Sequence[int] = range(len(slabs))
        self._starts: dict[int, int] = {}
        if max(self.lengths, default=0) > GIANT:
            self._cut()
        self.before = array("Q", accumulate(self.lengths, initial=0))
        """Code points above each piece, and at the end all of them."""
        self.length = self.before[-1]
        self._lines = {
            piece: self.items[piece].text.count("\n") + 1
            for index in self._by_lines()
            for piece in range(self.first(index), self.last(index) + 1)
        }

    def _by_lines(self) -> Sequence[int]:
        """The slabs that keep their lines."""
        if isinstance(self.slabs, LazySlabs):
            return self.slabs.by_lines
        return [index for index, slab in enumerate(self.slabs) if slab.style in BY_LINES]

    @cached_property
    def headings(self) -> Sequence[int]:
        """The slabs that are title or heading, in order."""
        if isinstance(self.slabs, LazySlabs):
            return self.slabs.headings
        return [index for index, slab in enumerate(self.slabs) if slab.style in HEADINGS]

    def _cut(self) -> None:
        lengths, firsts, slabs = array("I"), array("I"), array("I")
        cut_out: dict[int, Slab] = {}
        for index, length in enumerate(self.lengths):
            firsts.append(len(slabs))
            if length <= GIANT:
                lengths.append(length)
                slabs.append(index)
                continue
            for start, piece in cut(self.slabs[index]):
                self._starts[len(slabs)] = start
                cut_out[len(slabs)] = piece
                lengths.append(len(piece.text))
                slabs.append(index)
        self.items = _Items(self.slabs, slabs, cut_out)
        self._firsts, self._slabs = firsts, slabs
        self.count, self.lengths = len(slabs), lengths

    def estimates(self, width: int) -> list[int]:
        """About how many rows each piece takes at `width` cells, the air above it included.

        Quick enough for a frame: 5 ms for 64,000 pieces.
        """
        rows = [length // width + 2 for length in self.lengths]
        for piece, lines in self._lines.items():
            rows[piece] = lines + 1
        return rows

    def slab(self, piece: int) -> int:
        """The slab that a piece belongs to."""
        return self._slabs[piece]

    def start(self, piece: int) -> int:
        """Where in its slab a piece begins, in code points."""
        return self._starts.get(piece, 0)

    def first(self, slab: int) -> int:
        """The first piece of a slab."""
        return self._firsts[slab]

    def last(self, slab: int) -> int:
        """The last piece of a slab."""
        return (self._firsts[slab + 1] if slab + 1 < len(self._firsts) else self.count) - 1

    def place(self, slab: int, offset: int) -> tuple[int, int]:
        """The piece and the offset in it for an offset in a slab."""
        first, last = self._firsts[slab], self.last(slab)
        if first == last:
            return first, offset
        starts = [self._starts[piece] for piece in range(first, last + 1)]
        piece = first + max(bisect_right(starts, offset) - 1, 0)
        return piece, offset - self._starts[piece]


def _lengths(slabs: Sequence[Slab]) -> array[int]:
    if isinstance(slabs, LazySlabs):
        return slabs.lengths
    return array("I", (len(slab.text) for slab in slabs))


class _Items(Lazy[Slab]):
    """The pieces of slabs of which some were cut."""

    def __init__(self, slabs: Sequence[Slab], of: Sequence[int], cut_out: dict[int, Slab]) -> None:
        """`of` is the slab of each piece; what was cut out of one is `cut_out` by its number."""
        self._slabs = slabs
        self._of = of
        self._cut_out = cut_out

    def __len__(self) -> int:
        return len(self._of)

    def _make(self, index: int) -> Slab:
        return self._cut_out.get(index) or self._slabs[self._of[index]]


def cut(slab: Slab) -> list[tuple[int, Slab]]:
    """The pieces of a giant slab, each with where it begins; together their texts are its text."""
    text = slab.text
    columns: tuple[int, ...] = ()
    if slab.style == "table":
        columns = natural_widths(text)
        slab = replace(slab, marker="|".join(DELIMITERS[side] for side in sides(text, slab.marker)))
    found: list[tuple[int, Slab]] = []
    spans = sorted(slab.spans, key=lambda span: span.start)
    begin, open_spans = 0, 0
    while begin < len(text):
        end = _cut_at(text, begin, slab.style)
        while open_spans < len(spans) and spans[open_spans].end <= begin:
            open_spans += 1
        found.append((begin, _slice(slab, begin, end, spans[open_spans:], columns)))
        begin = end
    return found


def _cut_at(text: str, begin: int, style: str) -> int:
    """Where the piece that begins at `begin` ends: at a line end, else a space, else anywhere."""
    end = begin + GIANT
    if end >= len(text):
        return len(text)
    line = text.rfind("\n", begin + 1, end)
    if line < 0 and style == "table":
        line = text.find("\n", end)
        return len(text) if line < 0 else line + 1
    if line > begin:
        return line + 1
    space = text.rfind(" ", begin + 1, end)
    return space + 1 if space > begin else end


def _slice(
    slab: Slab, begin: int, end: int, spans: Sequence[Span], columns: tuple[int, ...]
) -> Slab:
    """`slab.text[begin:end]` with what of its spans lies there."""
    inside = []
    for span in spans:
        if span.start >= end:
            break
        if span.end > begin:
            inside.append(
                Span(
                    max(span.start - begin, 0),
                    min(span.end, end) - begin,
                    span.style,
                    span.target,
                )
            )
    text = slab.text[begin:end]
    if not begin:
        return replace(slab, text=text, spans=tuple(inside))
    return Slice(
        text,
        tuple(inside),
        slab.style,
        slab.level,
        slab.marker,
        slab.ref,
        slab.passage,
        slab.tone,
        columns,
    )
