"""What a page says instead of a picture: a line in small letters that is no sentence."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.structure.draft import Piece
from briefing.structure.form import form
from briefing.structure.lexicon import Lexicon
from briefing.structure.marks import code
from briefing.structure.phrases import wide

FEWEST_WORDS, MOST_WORDS = 4, 16
RARE = 3
"""Such lines in a text; more of them are its way to write."""


def alternative(pieces: Sequence[Piece], at: int, _lexicon: Lexicon) -> Piece | None:
    """A line all in small letters that ends with no sign, apart from the sentences around it."""
    piece = pieces[at]
    if not (0 < at < len(pieces) - 1 and _small(piece) and piece.before and pieces[at + 1].before):
        return None
    above, below = form(pieces[at - 1].text), form(pieces[at + 1].text)
    if above.end not in (".", "!", "?") or below.case == "lower":
        return None
    near = pieces[max(0, at - 2 * RARE) : at + 2 * RARE]
    if sum(map(_small, near)) > 1:
        return None
    return piece.decided("omitted", "credit", "small letters, no sentence", runner_up="text")


def _small(piece: Piece) -> bool:
    block = piece.block
    # A capital further on is a name's, as in `eBay opens …`: then it may be a heading.
    if block.kind != "paragraph" or not (block.text[:1].isalpha() and block.text.islower()):
        return False
    if wide(block.text) or code(block.text):
        return False
    shape = form(block.text)
    if not FEWEST_WORDS <= shape.words <= MOST_WORDS or shape.end:
        return False
    return not any(sign in block.text for sign in "/@:=|()")
