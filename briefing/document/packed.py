"""A briefing as bytes, and back: to hand it from one process to another, and to keep it.

What comes back is equal to what was packed, but made when it is looked at: reading 10 MB takes some
ten milliseconds and little more than the memory of its text. Texts stand one after another in
UTF-8; what many passages have in common stands once; numbers stand in columns. A part's text is
told by the passages that it was made of.

The form is that of this machine and this Python, and is guarded against damage, not against
whoever may write to the place where it is kept: as with a `.pyc`, that must be the reader alone.
"""

from __future__ import annotations

import marshal
import sys
from array import array
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import fields
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
_SUM = 4
"""Bytes of the checksum that follows."""
_COLUMN: Final = "I"
_WHOLE = ("passages", "parts")
_TOLD = tuple(field.name for field in fields(Briefing) if field.name not in _WHOLE)
"""Fields of a briefing that are kept as they are."""

Plain = tuple[Any, ...]


class NotPackedError(ValueError):
    """The bytes are no packed briefing of this form, or are damaged."""


def pack(briefing: Briefing) -> bytes:
    """The briefing as bytes, for `unpack`."""
    passages, parts = briefing.passages, briefing.parts
    names = _Table(["", *(part.id for part in parts)])
    owners = [names.at(passage.part) for passage in passages]
    body = (
        tuple(getattr(briefing, name) for name in _TOLD),
        _passages(passages, owners),
        _parts(parts, passages, names, owners),
        _strings(names.rows),
    )
    data = marshal.dumps(body)
    return b"".join((FORM, crc32(data).to_bytes(_SUM, "little"), data))


def unpack(packed: bytes) -> Briefing:
    """The briefing in `packed`. Raises NotPackedError."""
    start = len(FORM) + _SUM
    view = memoryview(packed)
    if view[: len(FORM)] != FORM:
        raise NotPackedError("another form")
    if crc32(view[start:]).to_bytes(_SUM, "little") != view[len(FORM) : start]:
        raise NotPackedError("damaged")
    told, of_passages, of_parts, named = marshal.loads(view[start:])  # noqa: S302 - see above
    names = _texts(named)
    texts, lengths, lines, shape, shapes, owner, spans = of_passages
    passages = PassageColumns(
        _texts(texts),
        _numbers(lengths),
        _numbers(lines),
        _numbers(shape),
        shapes,
        _numbers(owner),
        names,
        _spans_back(spans),
    )
    name, titles, shape, shapes, place, section, how, skipped, verbatim = of_parts
    lines_of, starts, ends = map(_numbers, place)
    parts = PartColumns(
        names,
        _numbers(name),
        _texts(titles),
        _numbers(shape),
        shapes,
        (lines_of, starts, ends),
        _numbers(section),
        how,
        _numbers(skipped),
        _texts(verbatim),
        passages,
    )
    return Briefing(passages=passages, parts=parts, **dict(zip(_TOLD, told, strict=True)))


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


def _passages(passages: Sequence[Passage], owners: Numbers) -> Plain:
    shapes = _Table()
    blocks = [passage.block for passage in passages]
    return (
        _strings([block.text for block in blocks]),
        _column(len(block.text) for block in blocks),
        _column(block.line for block in blocks),
        _column(shapes.at(_shape(passage)) for passage in passages),
        shapes.rows,
        _column(owners),
        _spans(blocks),
    )


def _shape(passage: Passage) -> Plain:
    block, box = passage.block, passage.block.box
    boxed = None if box is None else (box.kind, box.label, box.ordinal)
    reason = _plain(passage.reason)
    return block.kind, block.level, block.marker, boxed, block.furniture, passage.role, reason


def _plain(reason: Reason | None) -> Plain | None:
    return None if reason is None else (reason.rule, reason.signs, reason.runner_up)


def _spans(blocks: Sequence[Block]) -> Plain:
    owned = [(owner, span) for owner, block in enumerate(blocks) for span in block.spans]
    styles, addresses = _Table(), _Table()
    columns: list[Sequence[int]] = [
        [owner for owner, _ in owned],
        [span.start for _, span in owned],
        [span.end for _, span in owned],
        [styles.at(span.style) for _, span in owned],
        [addresses.at(span.target) for _, span in owned],
    ]
    return (*map(_column, columns), styles.rows, _strings(addresses.rows))


def _spans_back(told: Plain) -> SpanColumns:
    owners, starts, ends, styles, targets, names, addresses = told
    return SpanColumns(
        _numbers(owners),
        _numbers(starts),
        _numbers(ends),
        _numbers(styles),
        names,
        _numbers(targets),
        _texts(addresses),
    )


def _parts(
    parts: Sequence[Part], passages: Sequence[Passage], names: _Table, owners: Numbers
) -> Plain:
    shapes, how = _Table(), bytearray()
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
        _column(names.at(part.id) for part in parts),
        _strings([part.title for part in parts]),
        _column(
            shapes.at((part.kind, part.level, part.tip, _plain(part.reason))) for part in parts
        ),
        shapes.rows,
        tuple(_column(getattr(part, name) for part in parts) for name in ("line", "start", "end")),
        _column(names.at(part.section) for part in parts),
        bytes(how),
        _column(skipped),
        _strings(verbatim),
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


def _column(numbers: Iterable[int]) -> bytes:
    return array(_COLUMN, numbers).tobytes()


def _numbers(column: bytes) -> Numbers:
    return memoryview(column).cast(_COLUMN)


def _strings(texts: Sequence[str]) -> tuple[bytes, bytes]:
    pieces = [text.encode("utf-8", "surrogatepass") for text in texts]
    ends = array(_COLUMN)
    end = 0
    for piece in pieces:
        end += len(piece)
        ends.append(end)
    return b"".join(pieces), ends.tobytes()


def _texts(strings: tuple[bytes, bytes]) -> Strings:
    data, ends = strings
    return Strings(data, _numbers(ends))
