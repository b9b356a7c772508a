"""A briefing as bytes, and back: to hand it from one process to another, and to keep it.

What comes back is equal to what was packed, but made when it is looked at: a document of any size
is there in some milliseconds and takes little more than the memory of its text. Texts stand one
after another in UTF-8; what many passages have in common stands once; numbers stand in columns, and
nothing of these is copied. A part's text is told by the passages that it was made of.

The form is that of this machine and this Python, and is guarded against damage, not against
whoever may write to the place where it is kept: as with a `.pyc`, that must be the reader alone.
"""

from __future__ import annotations

import marshal
import sys
from array import array
from collections.abc import Hashable, Iterable, Sequence
from itertools import accumulate
from typing import Any, Final
from zlib import crc32

from briefing.document.columns import (
    AFTER_FIRST,
    VERBATIM,
    WITH_FIRST,
    Numbers,
    PartColumns,
    PassageColumns,
    SpanColumns,
    Strings,
    joined,
)
from briefing.document.model import Block, Briefing, Part, Passage, Reason

FORM = f"briefing packed 1 {sys.byteorder} {sys.implementation.cache_tag}\n".encode()
"""What the bytes begin with; another Python, and another version of this module, has another."""
_SUM, _SIZE = 4, 8
"""Bytes of the checksum that follows, and of the length of the plain values behind it."""
_COLUMN: Final = "I"
_WHOLE = ("passages", "parts")
_TOLD = tuple(name for name in Briefing.__match_args__ if name not in _WHOLE)
"""Fields of a briefing that are kept as they are."""

Plain = tuple[Any, ...]
Stretch = tuple[int, int]
"""Where bytes stand among those of all columns."""


class NotPackedError(ValueError):
    """The bytes are no packed briefing of this form, or are damaged."""


def pack(briefing: Briefing) -> bytes:
    """The briefing as bytes, for `unpack`."""
    passages, parts = briefing.passages, briefing.parts
    fields = tuple(getattr(briefing, name) for name in _TOLD)
    if isinstance(parts, PartColumns) and parts.passages is passages and parts.packed:
        packed, before = parts.packed
        if before == fields:  # it came back from there as it is
            return packed
    names = _Table(["", *(part.id for part in parts)])
    owners = [names.at(passage.part) for passage in passages]
    out = _Columns()
    told = (
        fields,
        _passages(passages, owners, out),
        _parts(parts, passages, names, owners, out),
        out.texts(names.rows),
    )
    plain = marshal.dumps(told)
    body = [len(plain).to_bytes(_SIZE, "little"), plain, *out.pieces]
    check = 0
    for piece in body:
        check = crc32(piece, check)
    return b"".join((FORM, check.to_bytes(_SUM, "little"), *body))


def unpack(packed: bytes) -> Briefing:
    """The briefing in `packed`, which it goes on to hold. Raises NotPackedError."""
    view = memoryview(packed)
    begin = len(FORM) + _SUM
    if view[: len(FORM)] != FORM:
        raise NotPackedError("another form")
    if crc32(view[begin:]).to_bytes(_SUM, "little") != view[len(FORM) : begin]:
        raise NotPackedError("damaged")
    begin += _SIZE
    end = begin + int.from_bytes(view[begin - _SIZE : begin], "little")
    told, of_passages, of_parts, named = marshal.loads(view[begin:end])  # noqa: S302 - see above
    held = _Held(view[end:])
    names = held.texts(named)
    texts, lengths, lines, shape, shapes, owner, spans = of_passages
    owners, span_starts, span_ends, styles, targets, style_names, addresses = spans
    passages = PassageColumns(
        held.texts(texts),
        held.numbers(lengths),
        held.numbers(lines),
        held.numbers(shape),
        shapes,
        held.numbers(owner),
        names,
        SpanColumns(
            held.numbers(owners),
            held.numbers(span_starts),
            held.numbers(span_ends),
            held.numbers(styles),
            style_names,
            held.numbers(targets),
            held.texts(addresses),
        ),
    )
    name, titles, shape, shapes, place, section, how, skipped, verbatim = of_parts
    first_lines, starts, ends = map(held.numbers, place)
    parts = PartColumns(
        names,
        held.numbers(name),
        held.texts(titles),
        held.numbers(shape),
        shapes,
        (first_lines, starts, ends),
        held.numbers(section),
        held.numbers(how),
        held.numbers(skipped),
        held.texts(verbatim),
        passages,
    )
    parts.packed = packed, told
    return Briefing(passages=passages, parts=parts, **dict(zip(_TOLD, told, strict=True)))


class _Columns:
    """Takes columns to be written one after another."""

    def __init__(self) -> None:
        self.pieces: list[bytes] = []
        self._size = 0

    def _put(self, data: bytes) -> Stretch:
        start, self._size = self._size, self._size + len(data)
        self.pieces.append(data)
        return start, self._size

    def numbers(self, numbers: Iterable[int]) -> Stretch:
        """A column of numbers below 2 ** 32."""
        return self._put(array(_COLUMN, numbers).tobytes())

    def texts(self, texts: Sequence[str]) -> tuple[Stretch, Stretch]:
        """A column of texts, and where each ends."""
        pieces = [text.encode("utf-8", "surrogatepass") for text in texts]
        ends = self.numbers(accumulate(map(len, pieces)))
        return self._put(b"".join(pieces)), ends


class _Held:
    """Finds the columns again."""

    def __init__(self, view: memoryview) -> None:
        self._view = view

    def numbers(self, stretch: Stretch) -> Numbers:
        """A column of numbers."""
        start, end = stretch
        return self._view[start:end].cast(_COLUMN)

    def texts(self, stretches: tuple[Stretch, Stretch]) -> Strings:
        """A column of texts."""
        (start, end), ends = stretches
        return Strings(self._view[start:end], self.numbers(ends))


class _Table:
    """Different values, each with the number under which it was first seen."""

    def __init__(self, values: Iterable[Hashable] = ()) -> None:
        self._numbers: dict[Hashable, int] = {}
        for value in values:
            self.at(value)

    def at(self, value: Hashable) -> int:
        """The number of `value`."""
        return self._numbers.setdefault(value, len(self._numbers))

    @property
    def rows(self) -> list[Any]:
        """The values by their numbers."""
        return list(self._numbers)


def _passages(passages: Sequence[Passage], owners: Numbers, out: _Columns) -> Plain:
    shapes = _Table()
    blocks = [passage.block for passage in passages]
    return (
        out.texts([block.text for block in blocks]),
        out.numbers(len(block.text) for block in blocks),
        out.numbers(block.line for block in blocks),
        out.numbers(shapes.at(_shape(passage)) for passage in passages),
        shapes.rows,
        out.numbers(owners),
        _spans(blocks, out),
    )


def _shape(passage: Passage) -> Plain:
    block, box = passage.block, passage.block.box
    boxed = None if box is None else (box.kind, box.label, box.ordinal)
    reason = _plain(passage.reason)
    return block.kind, block.level, block.marker, boxed, block.furniture, passage.role, reason


def _plain(reason: Reason | None) -> Plain | None:
    return None if reason is None else (reason.rule, reason.signs, reason.runner_up)


def _spans(blocks: Sequence[Block], out: _Columns) -> Plain:
    owned = [(owner, span) for owner, block in enumerate(blocks) for span in block.spans]
    styles, addresses = _Table(), _Table()
    columns: list[Sequence[int]] = [
        [owner for owner, _ in owned],
        [span.start for _, span in owned],
        [span.end for _, span in owned],
        [styles.at(span.style) for _, span in owned],
        [addresses.at(span.target) for _, span in owned],
    ]
    return (*map(out.numbers, columns), styles.rows, out.texts(addresses.rows))


def _parts(
    parts: Sequence[Part],
    passages: Sequence[Passage],
    names: _Table,
    owners: Numbers,
    out: _Columns,
) -> Plain:
    shapes = _Table()
    how: list[int] = []
    skipped: list[int] = []
    verbatim: list[str] = []
    for part in parts:
        own = [
            passages[at].block.text
            for at in range(part.start, min(part.end, len(passages)))
            if owners[at] == names.at(part.id)
        ]
        told, skip = _telling(part.text, own)
        if told == VERBATIM:
            skip = len(verbatim)
            verbatim.append(part.text)
        how.append(told)
        skipped.append(skip)
    return (
        out.numbers(names.at(part.id) for part in parts),
        out.texts([part.title for part in parts]),
        out.numbers(
            shapes.at((part.kind, part.level, part.tip, _plain(part.reason))) for part in parts
        ),
        shapes.rows,
        tuple(
            out.numbers(getattr(part, name) for part in parts) for name in ("line", "start", "end")
        ),
        out.numbers(names.at(part.section) for part in parts),
        out.numbers(how),
        out.numbers(skipped),
        out.texts(verbatim),
    )


def _telling(text: str, own: Sequence[str]) -> tuple[int, int]:
    """How to tell a part's text by the texts of its passages, and what of the first to skip."""
    if joined(own, AFTER_FIRST, 0) == text:
        return AFTER_FIRST, 0
    rest = len("\n\n".join(filter(None, own)))
    skip = rest - len(text)
    if own and 0 <= skip <= len(own[0]) and joined(own, WITH_FIRST, skip) == text:
        return WITH_FIRST, skip
    return VERBATIM, 0
