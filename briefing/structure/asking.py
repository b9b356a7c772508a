"""Questions of an FAQ that do not stand alone, or do not ask."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.structure.draft import Piece
from briefing.structure.form import form

NEAR = 200
"""Pieces within which a heading among questions has one above and one below it."""


def run_in(piece: Piece) -> int:
    """The end of a question in bold that its answer follows in the same paragraph; 0 if none."""
    block = piece.block
    if not piece.free or block.kind not in ("paragraph", "item"):
        return 0
    end = next((s.end for s in block.spans if s.style == "strong" and s.start == 0), 0)
    return end if 0 < end < len(block.text) and form(block.text[:end]).end == "?" else 0


def among(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a heading that does not ask has text under it and stands between two that do."""
    level = pieces[at].block.level
    if at + 1 >= len(pieces) or not pieces[at + 1].free:
        return False
    for step in (-1, 1):
        place = at + step
        while 0 <= place < len(pieces) and abs(place - at) < NEAR:
            piece = pieces[place]
            if piece.block.kind == "heading" and piece.block.level <= level:
                if piece.block.level < level:
                    return False
                if piece.role == "question" or form(piece.text).end == "?":
                    break
            place += step
        else:
            return False
    return True
