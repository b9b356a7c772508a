"""What each pane shows of a briefing, as slabs for the reading pane. Pure."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Literal

from briefing.document.columns import PartHead
from briefing.document.glance import head_of, heads, roles
from briefing.document.model import Briefing
from briefing.record import record
from briefing.tui.reading.pieces import Pieces
from briefing.tui.reading.slab import Slab, SlabStyle
from briefing.tui.shown import Shown, slab

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
    slabs: Sequence[Slab]

    @cached_property
    def pieces(self) -> Pieces:
        """The slabs as the reading pane lays them out."""
        return Pieces(self.slabs)

    @cached_property
    def _by_passage(self) -> tuple[array[int], array[int]]:
        """The passages that are shown, in their order, and of each the slabs, one after another."""
        slabs = self.slabs
        of = slabs.passages if isinstance(slabs, Shown) else [slab.passage for slab in slabs]
        where = [at for at, passage in enumerate(of) if passage >= 0]
        where.sort(key=of.__getitem__)  # mostly it is in order
        return array("i", map(of.__getitem__, where)), array("i", where)

    def nearest(self, passage: int) -> int:
        """The slab that shows a passage, or the last one that stands before it."""
        passages, where = self._by_passage
        at = bisect_left(passages, passage)
        if at < len(passages) and passages[at] == passage:
            return where[at]
        return where[at - 1] if at else 0

    def of(self, passage: int) -> range:
        """The slabs that show a passage."""
        passages, where = self._by_passage
        first, last = bisect_left(passages, passage), bisect_right(passages, passage)
        return range(where[first], where[last - 1] + 1) if first < last else range(0)

    def prepare(self) -> None:
        """Make what is made once; fit for a thread."""
        _ = self.pieces, self.pieces.headings, self._by_passage


def sections(briefing: Briefing, *, omitted: bool, key: str) -> View:
    """The whole briefing in its own order; `key` is what shows and hides omitted text."""
    labelled = {
        head.start: label for head in heads(briefing.parts) for label in _unwritten_label(head)
    }
    order, own = array("i"), list[Slab]()

    def add(slab: Slab) -> None:
        own.append(slab)
        order.append(-len(own))

    hidden, reason = 0, ""
    held = roles(briefing.passages)
    if not labelled and "omitted" not in held:
        order.extend(range(len(held)))
        held = []
    for number, role in enumerate(held):
        if role != "omitted":
            reason = ""
            if number in labelled and labelled[number].ref == briefing.passages[number].part:
                add(labelled[number])
            order.append(number)
            continue
        hidden += 1
        if omitted:
            told = briefing.passages[number].reason
            rule = told.rule if told else "unknown"
            if rule != reason:
                add(Slab(f"left out: {spoken(rule)}", style="label", passage=number))
                reason = rule
            order.append(number)
    for at, made in _unwritten_head(briefing, Shown(briefing, order[: HEAD + 3], own)):
        add(made)
        order.insert(at, order.pop())
    if not briefing.passages:
        add(Slab("This document is empty: there is nothing to read.", style="meta"))
    if hidden:
        lines = f"{hidden} line{'s' if hidden > 1 else ''} left out"
        verb = "hides" if omitted else "shows"
        it = "them" if hidden > 1 else "it"
        add(Slab(f"{lines} · {key} {verb} {it}", style="meta"))
    return View(Shown(briefing, order, own))


def parts_alone(briefing: Briefing, pane: Pane, *, whole: bool = True) -> View:
    """The parts of one kind, each under the heading of the section in which it stands.

    Not `whole` is the beginning of a document that is still being read.
    """
    kind, empty = _KINDS[pane]
    if not whole:
        empty = f"{empty[:-1]} so far: the rest is being read."
    found = head_of(briefing.parts)
    slabs: list[Slab] = []
    section = None
    for part in heads(briefing.parts):
        if part.kind != kind:
            continue
        if part.section != section:
            section = part.section
            slabs.extend(_section_heading(found(section)))
        slabs.extend(_unwritten_label(part))
        slabs.extend(
            slab(briefing.passages[number], number, part) for number in range(part.start, part.end)
        )
    return View(tuple(slabs) or (Slab(empty, style="meta"),))


_KINDS: dict[str, tuple[Literal["trend", "question", "tip"], str]] = {
    "trends": ("trend", "This briefing lists no key trends."),
    "faq": ("question", "This briefing has no questions and answers."),
    "tips": ("tip", "This briefing has no tips, facts, notes or warnings."),
}


HEAD = 8
"""Passages among which the written head of a document is looked for."""


def _unwritten_head(briefing: Briefing, first: Sequence[Slab]) -> Iterator[tuple[int, Slab]]:
    """What front matter says and the text does not: title, then subtitle, then one line.

    Each with the place for it among the slabs, of which the `first` are given, one by one.
    """
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
    styles = [slab.style for slab in first]
    at = 0
    for text, style in unwritten:
        if text:
            styles.insert(at, style)
            yield at, Slab(text, style=style)
        if text or style in written:
            at = (styles.index(style) if style in styles[: HEAD + 3] else at - 1) + 1


BOXES = {"tip": "Tip", "fact": "Fact", "note": "Note", "warning": "Warning", "update": "Update"}


def _unwritten_label(part: PartHead) -> Sequence[Slab]:
    """What a box is, where only its markup says so: a colour alone would not tell everybody."""
    if part.tip not in BOXES or part.title:
        return ()
    return (Slab(BOXES[part.tip], style="tip-label", ref=part.id, tone=part.tip),)


def _section_heading(section: PartHead | None) -> Sequence[Slab]:
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
