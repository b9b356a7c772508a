"""Headings of a text without markup: each line is weighed by its signs, in its context."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefing.structure.draft import Piece
from briefing.structure.evidence import ENOUGH, candidate, setting, weigh
from briefing.structure.lexicon import Lexicon


def find(pieces: Sequence[Piece], lexicon: Lexicon) -> list[Piece]:
    """The pieces, those that are headings decided, with what was weighed as their reason."""
    where = setting(pieces)
    found = list(pieces)
    for at in range(len(found) - 1, -1, -1):
        piece = found[at]
        if not piece.free:
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


def given(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces of a marked-up text, its headings decided as the markup says."""
    return [
        piece.decided("heading", "heading.markup", f"level {piece.block.level} in the markup")
        if piece.free and piece.block.kind == "heading"
        else piece
        for piece in pieces
    ]
