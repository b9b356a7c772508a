"""Which passages of a briefing are asked for, and how they go together."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.document.model import Block, Briefing, Part, Passage
from briefing.record import replace

GROUPS = {"trends": "trend", "faq": "question", "tips": "tip"}
HEAD = frozenset(("title", "subtitle", "byline", "date"))


def select(briefing: Briefing, part: str | None) -> tuple[Passage, ...]:
    """The passages of `part`: a group's name, a part's id, or None for the whole text.

    The whole text is without its head, which is shown apart, and without what was omitted. A tip
    that is a quotation in its source is one level of it less: the tip's own marks stand for that.
    """
    chosen = _chosen(briefing, part)
    quoted = {tip.id for tip in briefing.of_kind("tip") if _is_quoted(briefing, tip)}
    if not quoted:
        return chosen
    return tuple(
        replace(each, block=_unquoted(each.block))
        if each.part in quoted and each.block.kind == "quote"
        else each
        for each in chosen
    )


def _chosen(briefing: Briefing, part: str | None) -> tuple[Passage, ...]:
    passages = briefing.passages
    if part is None:
        return tuple(each for each in passages if each.role not in HEAD and each.role != "omitted")
    if part == "omitted":
        return tuple(each for each in passages if each.role == "omitted")
    if part == "sections":
        return tuple(each for each in passages if each.role in ("heading", "text"))
    if part in GROUPS:
        return _of(briefing, (each for each in briefing.parts if each.kind == GROUPS[part]))
    one = briefing.part(part)
    return _of(briefing, [one]) if one else ()


def _of(briefing: Briefing, parts: Iterable[Part]) -> tuple[Passage, ...]:
    return tuple(
        passage
        for part in parts
        for passage in briefing.passages[part.start : part.end]
        if passage.role != "omitted" and passage.role not in HEAD
    )


def _is_quoted(briefing: Briefing, tip: Part) -> bool:
    """Whether its first words stand in a quotation, and its label, if it has one, with them."""
    passages = briefing.passages[tip.start : tip.end]
    body = next((each.block for each in passages if each.role == "tip"), None)
    if body is None or body.kind != "quote" or body.box is not None:
        return False
    # A label that was cut from the words it leads is a paragraph; it stands on their line.
    label = passages[0].block
    return label.kind == "quote" or label.line == body.line


def _unquoted(block: Block) -> Block:
    if block.level:
        return replace(block, level=block.level - 1)
    return replace(block, kind="paragraph")


def unmarked(block: Block) -> Block:
    """A paragraph of an answer without its `A:`, which each form writes in its own way."""
    return replace(block, marker="") if block.kind == "paragraph" else block


def meta(briefing: Briefing) -> str:
    """Who wrote it and when, in one line."""
    return " · ".join(text for text in (briefing.byline, briefing.date) if text)


def tip_names(briefing: Briefing) -> dict[str, str]:
    """For each tip that has no label, what to call it."""
    return {
        tip.id: (tip.tip or "note").replace("-", " ").capitalize()
        for tip in briefing.of_kind("tip")
        if not tip.title
    }
