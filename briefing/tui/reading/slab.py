"""What the pane shows: slabs of text in their order, and marks over them."""

from __future__ import annotations

from abc import abstractmethod
from array import array
from collections.abc import Sequence
from typing import Literal, Protocol

from briefing.document.model import Lazy, Span
from briefing.record import record

SlabStyle = Literal[
    "title",
    "subtitle",
    "meta",
    "heading",
    "text",
    "item",
    "quote",
    "code",
    "table",
    "rule",
    "image",
    "label",
    "question",
    "answer",
    "tip",
    "tip-label",
    "trend",
    "omitted",
    "note",
]


@record
class Slab:
    """One block to show. Offsets into it are code points of `text`."""

    text: str
    """One line for prose; code keeps its lines; a table a line a row, a tab between cells."""
    spans: tuple[Span, ...] = ()
    style: SlabStyle = "text"
    level: int = 0
    """Of a heading 1 to 6; of an item or a quote how deep it is nested, from 0."""
    marker: str = ""
    """A bullet or `3.`, set in the margin of the text; of a table the row of Markdown that sets its
    columns, as `:-|-:|:-:`."""
    ref: str = ""
    """The part it belongs to; opaque to the pane, which only compares it with a neighbour's."""
    passage: int = -1
    """Its index into `Briefing.passages`; -1 for what the document does not hold."""
    tone: str = ""
    """The kind of a tip, which colours the bar at its left."""


@record
class Slice(Slab):
    """A later stretch of a giant slab: no air above it, no marker and no header row of its own."""

    columns: tuple[int, ...] = ()
    """Of a table, the natural widths of the whole table's columns, in cells."""


class LazySlabs(Lazy[Slab]):
    """Slabs that are made when they are looked at, and what laying out asks of all of them."""

    @property
    @abstractmethod
    def lengths(self) -> array[int]:
        """Code points of each."""

    @property
    @abstractmethod
    def by_lines(self) -> Sequence[int]:
        """Which keep their lines: code and tables."""

    @property
    @abstractmethod
    def headings(self) -> Sequence[int]:
        """Which are title or heading, in order."""


class Hit(Protocol):
    """A found stretch of a slab: `text[start:end]` of the slab at `index`."""

    @property
    def index(self) -> int:
        """Which slab."""

    @property
    def start(self) -> int:
        """The first code point."""

    @property
    def end(self) -> int:
        """One past the last."""
