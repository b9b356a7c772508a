"""The model: a manuscript as a format reads it, a briefing as the splitter makes it.

A format turns bytes into a `Manuscript`. The splitter turns that into a `Briefing`: every block of
the manuscript stands in it exactly once, as a `Passage` with one role. Parts (sections, trends,
questions, tips) are ranges over those passages, so no word can be lost or doubled.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Collection, Iterable, Iterator, Sequence
from operator import eq
from typing import Literal, TypeVar, overload

from briefing.record import record

Format = Literal["text", "markdown", "html"]
SpanStyle = Literal["strong", "emphasis", "code", "strike", "link"]
BlockKind = Literal[
    "heading", "paragraph", "item", "quote", "code", "table", "rule", "image", "term", "definition"
]
BoxKind = Literal[
    "tip", "fact", "note", "warning", "update", "quote-box", "details", "question", "points"
]
PartKind = Literal["section", "trend", "question", "tip"]
TipKind = Literal["tip", "fact", "note", "warning", "update", "quote-box"]
Role = Literal[
    "title",
    "subtitle",
    "byline",
    "date",
    "lead",  # body before the first heading
    "heading",  # a section's title
    "text",  # a section's own text
    "trend",
    "question",
    "answer",
    "tip-label",
    "tip",
    "omitted",
]


@record
class Span:
    """One inline style over `text[start:end]` of its block, in code points; spans may nest."""

    start: int
    end: int
    style: SpanStyle
    target: str = ""
    """Where a link leads, as written; never opened without being asked for and shown."""


@record
class Box:
    """A container that the markup itself sets apart: an alert, an admonition, `<details>`."""

    kind: BoxKind
    label: str
    """As written; empty where the markup gives only a kind."""
    ordinal: int
    """Which box of the document, so that neighbours stay apart."""


@record
class Block:
    """The smallest piece that the splitter places: a heading, a paragraph, a list item and so on.

    `text` holds what is read and nothing else: no markup, no bullet, no control character. It is
    one line for prose; code keeps its lines; a table has a line a row and a tab between cells.
    """

    kind: BlockKind
    text: str
    line: int
    """The line of the source on which it begins, from 1."""
    level: int = 0
    """Of a heading 1 to 6; of an item or a quote how deep it is nested, from 0."""
    marker: str = ""
    """What stood before it and is not a word: a bullet, `3.`, `Q:`; of a table, where its author
    sets columns at the left, the right or in the middle, `:-|-:|:-:`."""
    spans: tuple[Span, ...] = ()
    box: Box | None = None
    furniture: str = ""
    """Why the markup itself sets it outside the text (`navigation`, `share`); empty where not."""


@record
class Line:
    """A line of a text without markup, before anything is known of it."""

    text: str
    """Without surrounding space."""
    number: int
    """From 1."""
    blanks: int = 0
    """Blank lines just before it."""
    indent: int = 0
    """Cells of space before it."""


@record
class Metadata:
    """What the author said of the document, in front matter or a sidecar; empty when not said."""

    title: str = ""
    subtitle: str = ""
    byline: str = ""
    date: str = ""
    """As written; the splitter knows how dates are written in many languages."""
    source: str = ""
    language: str = ""
    tags: tuple[str, ...] = ()


@record
class Manuscript:
    """A document as its format reads it. Markup gives `blocks`, plain text gives `lines`."""

    format: Format
    blocks: tuple[Block, ...] = ()
    lines: tuple[Line, ...] = ()
    metadata: Metadata = Metadata()
    notices: tuple[str, ...] = ()
    """What the reader should know: `read as windows-1252`, `3 direction marks shown as �`."""


@record
class Reason:
    """Which rule made something what it is."""

    rule: str
    """`heading.short-alone`, `trends.list-under-heading`; of an omitted text its `reason`."""
    signs: tuple[str, ...] = ()
    """What was weighed, most telling first: `short`, `blank on both sides`."""
    runner_up: str = ""
    """What it would have been otherwise."""


@record
class Passage:
    """A block in its place: its role, and the part that owns it."""

    block: Block
    role: Role
    part: str = ""
    """Id of the part; empty for the head, the lead and what is omitted."""
    reason: Reason | None = None


@record
class Part:
    """Anything addressable in a briefing."""

    id: str
    """Stable and unique in its briefing: `s:drone-warfare`, `t:…`, `q:…`, `tip:…`."""
    kind: PartKind
    title: str
    """A section's title, a trend's label (may be empty), a question, a tip's label."""
    text: str
    """A section's own text without its children, trends, questions and tips; a trend's text without
    its label; an answer; a tip's text. Paragraphs are parted by a blank line."""
    line: int
    start: int
    """Its first passage, an index into `Briefing.passages`."""
    end: int
    """One past its last; a section's range holds the parts set in it, not its subsections."""
    level: int = 0
    """Depth of a section, from 1; 0 for other parts."""
    section: str = ""
    """Id of the section it stands in; of a section, its parent's; empty at the top."""
    tip: TipKind | None = None
    reason: Reason | None = None


T = TypeVar("T")


class Lazy(Sequence[T], ABC):
    """A sequence whose items are made when they are looked at, and equal to any that has the same.

    A passage as an object takes half a kilobyte, and a large document has a hundred thousand.
    """

    @abstractmethod
    def _make(self, index: int) -> T:
        """The item at `index`, which is in range."""

    @overload
    def __getitem__(self, index: int) -> T: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[T, ...]: ...

    def __getitem__(self, index: int | slice) -> T | tuple[T, ...]:
        size = len(self)
        if isinstance(index, slice):
            return tuple(map(self._make, range(*index.indices(size))))
        if not -size <= index < size:
            raise IndexError(index)
        return self._make(index % size)

    def __iter__(self) -> Iterator[T]:
        return map(self._make, range(len(self)))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence) or len(self) != len(other):
            return False
        return self is other or all(map(eq, self, other))

    def __hash__(self) -> int:
        return hash(tuple(self))


class LazyParts(Lazy[Part]):
    """The parts of a large document."""

    @abstractmethod
    def with_id(self, part_id: str) -> Part | None:
        """The part with this id."""

    @property
    @abstractmethod
    def ids(self) -> Iterable[str]:
        """The id of each, in order."""

    @property
    @abstractmethod
    def kinds(self) -> Iterable[PartKind]:
        """The kind of each, in order."""

    def of_kind(self, kind: PartKind) -> tuple[Part, ...]:
        """Those of one kind."""
        return tuple(self._make(at) for at, each in enumerate(self.kinds) if each == kind)


@record
class Briefing:
    """One document, split."""

    id: str
    """A slug of the title or the file name; the library makes it unique."""
    format: Format
    passages: Sequence[Passage]
    """The whole document in its own order."""
    parts: Sequence[Part]
    """In the order in which they begin."""
    title: str = ""
    subtitle: str = ""
    byline: str = ""
    date: str = ""
    source: str = ""
    language: str = ""
    words: int = 0
    tags: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()
    digest: str = ""
    """SHA-256 of the document's bytes, in hex; empty where there are none."""

    def of_kind(self, kind: PartKind) -> tuple[Part, ...]:
        """Its parts of one kind, in order."""
        if isinstance(self.parts, LazyParts):
            return self.parts.of_kind(kind)
        return tuple(part for part in self.parts if part.kind == kind)

    def count(self, kind: PartKind) -> int:
        """How many parts of one kind it has."""
        if isinstance(self.parts, LazyParts):
            return sum(each == kind for each in self.parts.kinds)
        return sum(part.kind == kind for part in self.parts)

    @property
    def part_ids(self) -> tuple[str, ...]:
        """The ids of its parts, in order."""
        if isinstance(self.parts, LazyParts):
            return tuple(self.parts.ids)
        return tuple(part.id for part in self.parts)

    def parts_called(self, ids: Collection[str]) -> Iterator[Part]:
        """Its parts that have one of these ids, in order."""
        return (self.parts[at] for at, each in enumerate(self.part_ids) if each in ids)

    def part(self, part_id: str) -> Part | None:
        """The part with this id."""
        if isinstance(self.parts, LazyParts):
            return self.parts.with_id(part_id)
        return next((part for part in self.parts if part.id == part_id), None)
