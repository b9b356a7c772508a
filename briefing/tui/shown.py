"""The passages of a briefing as slabs, each made when it is looked at. Pure."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Mapping, Sequence
from functools import cached_property

from briefing.document import glance
from briefing.document.columns import PartHead
from briefing.document.model import Briefing, Passage, Span
from briefing.tui.reading.slab import LazySlabs, Slab, SlabStyle

KEPT_SHAPES: dict[str, SlabStyle] = {"code": "code", "table": "table", "image": "image"}
"""Blocks whose lines mean something, whatever part they stand in."""
_BY_LINES = ("code", "table")
_ROLES: dict[str, SlabStyle] = {
    "title": "title",
    "subtitle": "subtitle",
    "byline": "meta",
    "date": "meta",
    "heading": "heading",
    "trend": "trend",
    "question": "question",
    "answer": "answer",
    "tip-label": "tip-label",
    "tip": "tip",
    "omitted": "omitted",
}
_BODY: dict[str, SlabStyle] = {
    "heading": "heading",
    "paragraph": "text",
    "item": "item",
    "quote": "quote",
    "rule": "rule",
    "term": "label",
    "definition": "item",
}
_ALONE = frozenset(("text", "lead", "omitted"))
"""Roles in which a passage looks the same whatever part it belongs to."""


class Shown(LazySlabs):
    """Some passages of a briefing in some order, with slabs of the reader's own among them."""

    def __init__(self, briefing: Briefing, order: array[int], own: Sequence[Slab]) -> None:
        """`order` has a passage's number for each slab, or -1 for `own[0]`, -2 for `own[1]`."""
        self._passages = briefing.passages
        self._head = glance.head_of(briefing.parts)
        self._order = order
        self._own = own

    def __len__(self) -> int:
        return len(self._order)

    def _make(self, index: int) -> Slab:
        number = self._order[index]
        if number < 0:
            return self._own[~number]
        passage = self._passages[number]
        return slab(passage, number, None if passage.role in _ALONE else self._head(passage.part))

    @property
    def passages(self) -> array[int]:
        """The passage of each slab; -1 for what the document does not hold."""
        own = [each.passage for each in self._own]
        return array("i", [n if n >= 0 else own[~n] for n in self._order])

    @property
    def own_texts(self) -> Mapping[int, int]:
        """The slab of each passage that is shown by its own text."""
        return {number: index for index, number in enumerate(self._order) if number >= 0}

    @property
    def lengths(self) -> array[int]:
        """Code points of each slab."""
        held, own = glance.lengths(self._passages), [len(each.text) for each in self._own]
        return array("I", [held[n] if n >= 0 else own[~n] for n in self._order])

    @property
    def by_lines(self) -> Sequence[int]:
        """Slabs that keep their lines."""
        return self._where(glance.kinds(self._passages), _BY_LINES)

    @cached_property
    def headings(self) -> Sequence[int]:
        """Slabs that are title or heading."""
        return self._where(glance.roles(self._passages), ("title", "heading"))

    def _where(self, told: Sequence[str], wanted: Collection[str]) -> Sequence[int]:
        """The slabs whose passage, of which this is `told`, or whose own style is `wanted`."""
        if not any(each in told for each in wanted) and not self._own:
            return ()
        own = [each.style for each in self._own]
        order = enumerate(self._order)
        return array("I", [i for i, n in order if (told[n] if n >= 0 else own[~n]) in wanted])


def slab(passage: Passage, number: int, part: PartHead | None) -> Slab:
    """One passage as a slab. Its text is the block's own, so that offsets hold in both."""
    block = passage.block
    return Slab(
        block.text,
        spans=_spans(passage, number, part),
        style=style(passage),
        level=part.level if part and passage.role == "heading" else block.level,
        marker=block.marker if passage.role in {"lead", "text", "trend", "tip"} else "",
        ref=passage.part,
        passage=number,
        tone=(part.tip or "") if part else "",
    )


def style(passage: Passage) -> SlabStyle:
    """How a passage looks."""
    kind = passage.block.kind
    if passage.role != "omitted" and kind in KEPT_SHAPES:
        return KEPT_SHAPES[kind]
    return _ROLES.get(passage.role) or _BODY.get(kind, "text")


def _spans(passage: Passage, number: int, part: PartHead | None) -> tuple[Span, ...]:
    """The passage's own spans, and a trend's label set apart from its text."""
    block = passage.block
    if part is None or part.kind != "trend" or number != part.start or not part.title:
        return block.spans
    if not block.text.startswith(part.title):
        return block.spans
    end = len(part.title)
    if block.text[end : end + 1] in {":", "."}:
        end += 1
    if any(span.style == "strong" and span.start == 0 for span in block.spans):
        return block.spans
    return (Span(0, end, "strong"), *block.spans)
