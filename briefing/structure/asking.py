"""Questions of an FAQ that do not stand alone, or do not ask."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import islice

from briefing.structure.draft import Piece
from briefing.structure.form import form
from briefing.structure.lexicon import Lexicon
from briefing.structure.phrases import fold

NEAR = 200
"""Pieces within which a heading among questions has one above and one below it."""
FEWEST = 3
"""Headings in a row that ask, from which a paragraph that speaks of questions announces them."""


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


def announced(
    pieces: Sequence[Piece], lexicon: Lexicon, asks: Callable[[Sequence[Piece], int], bool]
) -> bool:
    """Whether the paragraph over the first heading says FAQ, and the headings under it ask."""
    first = next((at for at, piece in enumerate(pieces) if piece.role == "heading"), 0)
    above = next((piece for piece in reversed(pieces[:first]) if piece.free), None)
    if above is None or above.block.kind != "paragraph":
        return False
    if not lexicon.faq.within(fold(above.text)):
        return False
    headings = (at for at in range(first, len(pieces)) if pieces[at].role == "heading")
    asking = [asks(pieces, at) for at in islice(headings, FEWEST)]
    return len(asking) == FEWEST and all(asking)
