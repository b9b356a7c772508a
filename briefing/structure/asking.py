"""Questions of an FAQ that do not stand alone, or do not ask."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.structure.draft import Piece
from briefing.structure.form import form
from briefing.structure.lexicon import Lexicon

NEAR = 200
"""Pieces within which a heading among questions has one above and one below it."""


def run_in(piece: Piece) -> int:
    """The end of a question in bold that its answer follows in the same paragraph; 0 if none."""
    block = piece.block
    if not piece.free or block.kind not in ("paragraph", "item"):
        return 0
    end = next((s.end for s in block.spans if s.style == "strong" and s.start == 0), 0)
    return end if 0 < end < len(block.text) and form(block.text[:end]).end == "?" else 0


def among(pieces: Sequence[Piece], at: int, lexicon: Lexicon) -> bool:
    """Whether a heading without a question mark has text under it and stands between two with one.

    One that begins as questions do need only stand above or below such a heading.
    """
    if at + 1 >= len(pieces) or not pieces[at + 1].free:
        return False
    sides = [_asked(pieces, at, step) for step in (-1, 1)]
    opens = lexicon.question_words.opening(form(pieces[at].text).key)
    return all(sides) or (bool(opens) and any(sides))


def _asked(pieces: Sequence[Piece], at: int, step: int) -> bool:
    """Whether a heading with a question mark stands on one side, and no higher one before it."""
    level = pieces[at].block.level
    place = at + step
    while 0 <= place < len(pieces) and abs(place - at) < NEAR:
        piece = pieces[place]
        if piece.block.kind == "heading" and piece.block.level <= level:
            if piece.block.level < level:
                return False
            if piece.role == "question" or form(piece.text).end == "?":
                return True
        place += step
    return False
