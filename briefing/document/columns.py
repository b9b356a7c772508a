"""Passages and parts in columns, as they come back from `packed`: each is made when looked at."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import takewhile
from typing import Any, NamedTuple

from briefing.document.model import (
    Block,
    BlockKind,
    Box,
    Lazy,
    LazyParts,
    Part,
    PartKind,
    Passage,
    Reason,
    Role,
    Span,
    TipKind,
)

Numbers = Sequence[int]
Shape = tuple[Any, ...]
"""What many passages or parts have in common, as plain values."""

VERBATIM, AFTER_FIRST, WITH_FIRST = range(3)
"""How a part's text is told: as it is; by its passages after the first; by all of them, the first
from some character on."""


class Strings(Lazy[str]):
    """Texts one after another in UTF-8, each decoded when it is looked at."""

    def __init__(self, data: memoryview, ends: Numbers) -> None:
        """`ends` are bytes into `data`."""
        self._data = data
        self._ends = ends

    def __len__(self) -> int:
        return len(self._ends)

    def _make(self, index: int) -> str:
        start = self._ends[index - 1] if index else 0
        return str(self._data[start : self._ends[index]], "utf-8", "surrogatepass")

    def __iter__(self) -> Iterator[str]:
        start, data = 0, self._data
        for end in self._ends:
            yield str(data[start:end], "utf-8", "surrogatepass")
            start = end


class SpanColumns(NamedTuple):
    """The spans of all passages, in the order of the passages."""

    owners: Numbers
    starts: Numbers
    ends: Numbers
    styles: Numbers
    names: Sequence[Any]
    """The styles that there are."""
    targets: Numbers
    addresses: Strings

    def of(self, passage: int) -> tuple[Span, ...]:
        """Those of one passage."""
        first = bisect_left(self.owners, passage)
        own = takewhile(lambda at: self.owners[at] == passage, range(first, len(self.owners)))
        return tuple(
            Span(
                self.starts[at],
                self.ends[at],
                self.names[self.styles[at]],
                self.addresses[self.targets[at]],
            )
            for at in own
        )


class PartHead(NamedTuple):
    """What a part is, without its text."""

    id: str
    kind: PartKind
    title: str
    start: int
    end: int
    level: int
    section: str
    tip: TipKind | None


class PassageColumns(Lazy[Passage]):
    """The passages of a large document, and single things of all of them."""

    def __init__(
        self,
        texts: Strings,
        lengths: Numbers,
        lines: Numbers,
        shape: Numbers,
        shapes: Sequence[Shape],
        owner: Numbers,
        names: Strings,
        spans: SpanColumns,
    ) -> None:
        self.texts = texts
        self.lengths = lengths
        """Of the texts, in code points."""
        self.lines = lines
        self._shape = shape
        self._shapes = shapes
        self._made: dict[int, Shape] = {}
        self._owner = owner
        self._names = names
        self._spans = spans

    def __len__(self) -> int:
        return len(self.lines)

    def _make(self, index: int) -> Passage:
        kind, level, marker, box, furniture, role, reason = self._shaped(self._shape[index])
        spans = self._spans.of(index) if self._spans.owners else ()
        text, line = self.texts[index], self.lines[index]
        block = Block(kind, text, line, level, marker, spans, box, furniture)
        return Passage(block, role, self._names[self._owner[index]], reason)

    def _shaped(self, number: int) -> Shape:
        made = self._made.get(number)
        if made is None:
            kind, level, marker, box, furniture, role, reason = self._shapes[number]
            boxed = Box(*box) if box else None
            made = kind, level, marker, boxed, furniture, role, reason_of(reason)
            self._made[number] = made
        return made

    @property
    def kinds(self) -> Iterator[BlockKind]:
        """The kind of each one's block."""
        return map([shape[0] for shape in self._shapes].__getitem__, self._shape)

    @property
    def roles(self) -> Iterator[Role]:
        """The role of each."""
        return map([shape[5] for shape in self._shapes].__getitem__, self._shape)

    @property
    def owners(self) -> Iterator[str]:
        """The id of the part of each."""
        return map(list(self._names).__getitem__, self._owner)

    def texts_of(self, name: int, start: int, end: int) -> list[str]:
        """The texts of those from `start` to `end` that belong to the part of this name."""
        within = range(start, min(end, len(self)))
        return [self.texts[at] for at in within if self._owner[at] == name]


class PartColumns(LazyParts):
    """The parts of a large document."""

    def __init__(
        self,
        names: Strings,
        name: Numbers,
        titles: Strings,
        shape: Numbers,
        shapes: Sequence[Shape],
        place: tuple[Numbers, Numbers, Numbers],
        section: Numbers,
        told: Numbers,
        skipped: Numbers,
        verbatim: Strings,
        passages: PassageColumns,
    ) -> None:
        """`place` is line, start and end of each."""
        self._names = names
        self._name = name
        self._titles = titles
        self._shape = shape
        self._shapes = shapes
        self._lines, self._starts, self._ends = place
        self._section = section
        self._told = told
        self._skipped = skipped
        self._verbatim = verbatim
        self.passages = passages
        self.packed: tuple[bytes, tuple[object, ...]] | None = None
        """All that they came from, and the other fields of the briefing in it."""

    def __len__(self) -> int:
        return len(self._lines)

    def _make(self, index: int) -> Part:
        kind, level, tip, reason = self._shapes[self._shape[index]]
        return Part(
            self._names[self._name[index]],
            kind,
            self._titles[index],
            self._text(index),
            self._lines[index],
            self._starts[index],
            self._ends[index],
            level,
            self._names[self._section[index]],
            tip,
            reason_of(reason),
        )

    def _text(self, index: int) -> str:
        told, skipped = self._told[index], self._skipped[index]
        if told == VERBATIM:
            return self._verbatim[skipped]
        name, start, end = self._name[index], self._starts[index], self._ends[index]
        return joined(self.passages.texts_of(name, start, end), told, skipped)

    @cached_property
    def _at(self) -> dict[str, int]:
        found: dict[str, int] = {}
        for index, part_id in enumerate(self.ids):
            found.setdefault(part_id, index)
        return found

    def with_id(self, part_id: str) -> Part | None:
        """The part with this id."""
        index = self._at.get(part_id)
        return None if index is None else self._make(index)

    def head(self, part_id: str) -> PartHead | None:
        """The part with this id, without its text."""
        index = self._at.get(part_id)
        return None if index is None else self._head(index)

    @property
    def heads(self) -> Iterator[PartHead]:
        """Each without its text."""
        names, shapes = tuple(self._names), self._shapes
        columns = (self._name, self._titles, self._shape, self._starts, self._ends, self._section)
        for name, title, shape, start, end, section in zip(*columns, strict=True):
            kind, level, tip, _ = shapes[shape]
            yield PartHead(names[name], kind, title, start, end, level, names[section], tip)

    def _head(self, index: int) -> PartHead:
        kind, level, tip, _ = self._shapes[self._shape[index]]
        return PartHead(
            self._names[self._name[index]],
            kind,
            self._titles[index],
            self._starts[index],
            self._ends[index],
            level,
            self._names[self._section[index]],
            tip,
        )

    @property
    def ids(self) -> Iterator[str]:
        """The id of each."""
        return map(tuple(self._names).__getitem__, self._name)

    @property
    def kinds(self) -> Iterable[PartKind]:
        """The kind of each."""
        return map([shape[0] for shape in self._shapes].__getitem__, self._shape)


def joined(own: Sequence[str], told: int, skipped: int) -> str:
    """The text of a part by the texts of its passages."""
    if told == AFTER_FIRST:
        own = own[1:]
    elif own:
        own = [own[0][skipped:], *own[1:]]
    return "\n\n".join(filter(None, own))


def reason_of(told: Shape | None) -> Reason | None:
    """A reason from plain values."""
    return None if told is None else Reason(*told)
