"""What each pane shows of a briefing, as slabs for the reading pane. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Literal

from briefing.document.model import Briefing, Part, Passage, Span
from briefing.record import record
from briefing.tui.reading.pieces import Pieces
from briefing.tui.reading.slab import Slab, SlabStyle

Pane = Literal["sections", "trends", "faq", "tips", "bookmarks"]
PANES: tuple[Pane, ...] = ("sections", "trends", "faq", "tips", "bookmarks")
NAMES: dict[Pane, str] = {
    "sections": "Sections",
    "trends": "Key trends",
    "faq": "FAQ",
    "tips": "Tips",
    "bookmarks": "Bookmarks",
}


@record
class View:
    """The slabs of one pane, and where each passage stands among them."""

    __slots__ = ("__dict__",)  # for what is made once
    slabs: tuple[Slab, ...]

    @cached_property
    def pieces(self) -> Pieces:
        """The slabs as the reading pane lays them out."""
        return Pieces(self.slabs)

    @cached_property
    def first(self) -> dict[int, int]:
        """The first slab of each passage that is shown."""
        found: dict[int, int] = {}
        for index, slab in enumerate(self.slabs):
            if slab.passage >= 0:
                found.setdefault(slab.passage, index)
        return found

    def nearest(self, passage: int) -> int:
        """The slab that shows a passage, or the last one that stands before it."""
        if passage in self.first:
            return self.first[passage]
        before = (index for index, slab in enumerate(self.slabs) if 0 <= slab.passage < passage)
        return max(before, default=0)

    def of(self, passage: int) -> range:
        """The slabs that show a passage."""
        first = self.first.get(passage, 0)
        end = first
        while end < len(self.slabs) and self.slabs[end].passage == passage:
            end += 1
        return range(first, end)

    def prepare(self) -> None:
        """Make what is made once; fit for a thread."""
        _ = self.pieces, self.first


def sections(briefing: Briefing, *, omitted: bool, key: str) -> View:
    """The whole briefing in its own order; `key` is what shows and hides omitted text."""
    parts = {part.id: part for part in briefing.parts}
    slabs: list[Slab] = []
    hidden = 0
    reason = ""
    for number, passage in enumerate(briefing.passages):
        if passage.role != "omitted":
            reason = ""
            part = parts.get(passage.part)
            slabs.extend(_unwritten_label(part, number))
            slabs.append(slab(passage, number, part))
            continue
        hidden += 1
        if omitted:
            rule = passage.reason.rule if passage.reason else "unknown"
            if rule != reason:
                slabs.append(Slab(f"left out: {spoken(rule)}", style="label", passage=number))
                reason = rule
            slabs.append(slab(passage, number, None))
    slabs = _with_unwritten_head(briefing, slabs)
    if not briefing.passages:
        slabs.append(Slab("This document is empty: there is nothing to read.", style="meta"))
    if hidden:
        lines = f"{hidden} line{'s' if hidden > 1 else ''} left out"
        verb = "hides" if omitted else "shows"
        it = "them" if hidden > 1 else "it"
        slabs.append(Slab(f"{lines} · {key} {verb} {it}", style="meta"))
    return View(tuple(slabs))


def parts_alone(briefing: Briefing, pane: Pane) -> View:
    """The parts of one kind, each under the heading of the section in which it stands."""
    kind, empty = _KINDS[pane]
    parts = {part.id: part for part in briefing.parts}
    slabs: list[Slab] = []
    section = None
    for part in briefing.of_kind(kind):
        if part.section != section:
            section = part.section
            slabs.extend(_section_heading(parts.get(section)))
        slabs.extend(_unwritten_label(part, part.start))
        slabs.extend(
            slab(briefing.passages[number], number, part) for number in range(part.start, part.end)
        )
    return View(tuple(slabs) or (Slab(empty, style="meta"),))


_KINDS: dict[str, tuple[Literal["trend", "question", "tip"], str]] = {
    "trends": ("trend", "This briefing lists no key trends."),
    "faq": ("question", "This briefing has no questions and answers."),
    "tips": ("tip", "This briefing has no tips, facts, notes or warnings."),
}


def slab(passage: Passage, number: int, part: Part | None) -> Slab:
    """One passage as a slab. Its text is the block's own, so that offsets hold in both."""
    block = passage.block
    return Slab(
        block.text,
        spans=_spans(passage, number, part),
        style=_style(passage),
        level=part.level if part and passage.role == "heading" else block.level,
        marker=block.marker if passage.role in {"lead", "text", "trend", "tip"} else "",
        ref=passage.part,
        passage=number,
        tone=(part.tip or "") if part else "",
    )


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
_KEPT_SHAPES: dict[str, SlabStyle] = {"code": "code", "table": "table", "image": "image"}
"""Blocks whose lines mean something, whatever part they stand in."""
_BODY: dict[str, SlabStyle] = {
    "heading": "heading",
    "paragraph": "text",
    "item": "item",
    "quote": "quote",
    "rule": "rule",
    "term": "label",
    "definition": "item",
}


def _style(passage: Passage) -> SlabStyle:
    kind = passage.block.kind
    if passage.role != "omitted" and kind in _KEPT_SHAPES:
        return _KEPT_SHAPES[kind]
    return _ROLES.get(passage.role) or _BODY.get(kind, "text")


def _spans(passage: Passage, number: int, part: Part | None) -> tuple[Span, ...]:
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


HEAD = 8
"""Passages among which the written head of a document is looked for."""


def _with_unwritten_head(briefing: Briefing, slabs: list[Slab]) -> list[Slab]:
    """Adds what front matter says and the text does not: title, then subtitle, then one line."""
    written = {passage.role for passage in briefing.passages[:HEAD]}
    meta = " · ".join(
        text
        for role, text in (("byline", briefing.byline), ("date", briefing.date))
        if text and role not in written
    )
    unwritten: tuple[tuple[str, SlabStyle], ...] = (
        ("" if "title" in written else briefing.title, "title"),
        ("" if "subtitle" in written else briefing.subtitle, "subtitle"),
        (meta, "meta"),
    )
    at = 0
    for text, style in unwritten:
        if text:
            slabs.insert(at, Slab(text, style=style))
        if text or style in written:
            shown = (n for n, slab in enumerate(slabs[: HEAD + 3]) if slab.style == style)
            at = next(shown, at - 1) + 1
    return slabs


BOXES = {"tip": "Tip", "fact": "Fact", "note": "Note", "warning": "Warning", "update": "Update"}


def _unwritten_label(part: Part | None, passage: int) -> Sequence[Slab]:
    """What a box is, where only its markup says so: a colour alone would not tell everybody."""
    if part is None or part.tip not in BOXES or part.title or passage != part.start:
        return ()
    return (Slab(BOXES[part.tip], style="tip-label", ref=part.id, tone=part.tip),)


def _section_heading(section: Part | None) -> Sequence[Slab]:
    if section is None or not section.title:
        return ()
    return (Slab(section.title, style="heading", level=2, ref=section.id, passage=section.start),)


def spoken(rule: str) -> str:
    """A rule's name as words: `omitted.related-links` is `related links`."""
    return rule.rpartition(".")[2].replace("-", " ")


def counts(briefing: Briefing, bookmarks: int) -> dict[Pane, int]:
    """What each tab counts."""
    return {
        "sections": briefing.count("section"),
        "trends": briefing.count("trend"),
        "faq": briefing.count("question"),
        "tips": briefing.count("tip"),
        "bookmarks": bookmarks,
    }
