"""Single things of all passages, or of all parts, without making the others.

Of a briefing that came back packed they are columns; of any other they are taken from the objects.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from briefing.document.columns import PartColumns, PartHead, PassageColumns
from briefing.document.model import BlockKind, Part, Passage, Role


def owners(passages: Sequence[Passage]) -> list[str]:
    """The ids of the parts that own these passages, one a passage."""
    if isinstance(passages, PassageColumns):
        return list(passages.owners)
    return [passage.part for passage in passages]


def roles(passages: Sequence[Passage]) -> list[Role]:
    """The role of each passage."""
    if isinstance(passages, PassageColumns):
        return list(passages.roles)
    return [passage.role for passage in passages]


def kinds(passages: Sequence[Passage]) -> list[BlockKind]:
    """The kind of each passage's block."""
    if isinstance(passages, PassageColumns):
        return list(passages.kinds)
    return [passage.block.kind for passage in passages]


def texts(passages: Sequence[Passage]) -> Sequence[str]:
    """The text of each passage."""
    if isinstance(passages, PassageColumns):
        return passages.texts
    return [passage.block.text for passage in passages]


def lengths(passages: Sequence[Passage]) -> Sequence[int]:
    """The length of each passage's text, in code points."""
    if isinstance(passages, PassageColumns):
        return passages.lengths
    return [len(passage.block.text) for passage in passages]


def lines(passages: Sequence[Passage]) -> Sequence[int]:
    """The line on which each passage begins."""
    if isinstance(passages, PassageColumns):
        return passages.lines
    return [passage.block.line for passage in passages]


def heads(parts: Sequence[Part]) -> Iterator[PartHead]:
    """Each part without its text."""
    if isinstance(parts, PartColumns):
        return parts.heads
    return (
        PartHead(
            part.id,
            part.kind,
            part.title,
            part.start,
            part.end,
            part.level,
            part.section,
            part.tip,
        )
        for part in parts
    )


def head_of(parts: Sequence[Part]) -> Callable[[str], PartHead | None]:
    """Finds a part, without its text, by its id."""
    if isinstance(parts, PartColumns):
        return parts.head
    return {head.id: head for head in heads(parts)}.get
