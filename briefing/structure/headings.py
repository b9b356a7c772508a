"""Headings of a text without markup: each line is weighed by its signs, in its context."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.record import replace
from briefing.structure.draft import Piece
from briefing.structure.evidence import ENOUGH, weigh
from briefing.structure.form import form
from briefing.structure.lexicon import Lexicon
from briefing.structure.setting import candidate, setting

LONGEST_BOLD = 90
"""Characters of a bold paragraph that is still a heading."""


def find(pieces: Sequence[Piece], lexicon: Lexicon) -> list[Piece]:
    """The pieces, those that are headings decided, with what was weighed as their reason."""
    where = setting(pieces)
    found = list(pieces)
    for at in range(len(found) - 1, -1, -1):
        piece = found[at]
        if piece.role:
            continue
        if piece.block.kind == "heading":
            found[at] = piece.decided("heading", "heading.underlined", "underlined")
            continue
        if not candidate(piece):
            continue
        weighed = weigh(found, at, where, lexicon)
        if weighed.weight >= ENOUGH:
            found[at] = numbered(piece).decided(
                "heading",
                "heading.weighed",
                *weighed.signs,
                runner_up="text",
                kind="heading",
                level=1,
            )
    return found


def numbered(piece: Piece) -> Piece:
    """A heading keeps its number in its text, as it was written."""
    block = piece.block
    if not block.marker:
        return piece
    return replace(piece, block=replace(block, text=f"{block.marker} {block.text}", marker=""))


def given(pieces: Sequence[Piece], lexicon: Lexicon) -> list[Piece]:
    """The pieces of a marked-up text, its headings decided as the markup says.

    A short paragraph that is bold from end to end, with text under it, is a heading too, as it is
    on a page: one level below the heading above it.
    """
    found: list[Piece] = []
    level = 1
    for at, piece in enumerate(pieces):
        if piece.free and piece.block.kind == "heading":
            level = piece.block.level
            sign = f"level {level} in the markup"
            found.append(piece.decided("heading", "heading.markup", sign))
        elif piece.free and _bold(piece, lexicon) and _over_text(pieces, at):
            bold = piece.decided(
                "heading",
                "heading.bold",
                "bold from end to end",
                "text under it",
                runner_up="text",
                kind="heading",
                level=min(6, level + 1),
            )
            found.append(replace(bold, block=replace(bold.block, spans=())))
        else:
            found.append(piece)
    return found


def _bold(piece: Piece, lexicon: Lexicon) -> bool:
    block = piece.block
    if block.kind != "paragraph" or block.box or not 0 < len(block.text) <= LONGEST_BOLD:
        return False
    if not any(
        s.style == "strong" and not s.start and s.end >= len(block.text) for s in block.spans
    ):
        return False
    shape = form(block.text)
    if shape.end == ":":
        known = shape.key in lexicon.known_headings or shape.key in lexicon.faq
        return known or shape.key in lexicon.trends
    return shape.end in ("", "?") and not shape.quoted and shape.key not in lexicon.tips


def _over_text(pieces: Sequence[Piece], at: int) -> bool:
    """Whether text or a list stands right under a piece, and neither a heading nor more bold."""
    if at + 1 >= len(pieces):
        return False
    block = pieces[at + 1].block
    bold = any(s.style == "strong" and s.end - s.start >= len(block.text) for s in block.spans)
    return pieces[at + 1].free and not bold and block.kind in ("paragraph", "item", "table", "code")
