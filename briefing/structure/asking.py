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
SENTENCE = 4
"""Words of a heading that says as much as a question does: `The app does not start`."""


def run_in(piece: Piece) -> int:
    """The end of a question in bold that its answer follows in the same paragraph; 0 if none."""
    block = piece.block
    if not piece.free or block.kind not in ("paragraph", "item"):
        return 0
    end = next((s.end for s in block.spans if s.style == "strong" and s.start == 0), 0)
    return end if 0 < end < len(block.text) and form(block.text[:end]).end == "?" else 0


def among(pieces: Sequence[Piece], at: int, inside: int, lexicon: Lexicon) -> bool:
    """Whether a heading that does not ask is a question: it has text under it, and so has its FAQ.

    It stands between two that ask; or beside one, and is a sentence or begins as questions do; or
    none asks, and two or more stand right under the FAQ's heading of level `inside`, or title (-1).
    """
    level = pieces[at].block.level
    if at + 1 >= len(pieces) or not pieces[at + 1].free:
        return False
    above, parent = _beside(pieces, at, -1)
    below, _ = _beside(pieces, at, 1)
    if any(above) and any(below):
        return True
    if any(above) or any(below):
        shape = form(pieces[at].text)
        says = shape.words >= SENTENCE and shape.case == "sentence"
        return says or bool(lexicon.question_words.opening(shape.key))
    right_under = 0 < inside == parent < level or (inside < 0 and parent <= 1)
    return right_under and bool(above or below)


def _beside(pieces: Sequence[Piece], at: int, step: int) -> tuple[list[bool], int]:
    """For the headings beside one, up to a higher one, whether each asks; and that one's level.

    A heading with no text of its own is one over a group, and counts for none.
    """
    level = pieces[at].block.level
    found: list[bool] = []
    place = at + step
    while 0 <= place < len(pieces) and abs(place - at) < NEAR:
        piece = pieces[place]
        if piece.block.kind == "heading" and piece.block.level <= level:
            if piece.block.level < level:
                return found, piece.block.level
            asks = form(piece.text).end == "?"
            if asks or place + 1 >= len(pieces) or pieces[place + 1].block.kind != "heading":
                found.append(asks)
        place += step
    return found, 0


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
