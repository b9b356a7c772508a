"""Blocks of tags: `inflation` / `economy` / `tariffs`, or a line of hashtags."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.document.pattern import pattern
from briefing.structure.draft import Piece
from briefing.structure.form import form
from briefing.structure.lexicon import Lexicon

FEWEST = 3
"""Lines of one or two words, with no blank between, that make a block of tags."""
MOST_WORDS = 2
_HASHTAGS = pattern(r"(?:[#＃][\w-]+[\s,]*)+")


def tags(pieces: Sequence[Piece], at: int, _lexicon: Lexicon) -> Piece | None:
    """A line of hashtags, or one of a run of tiny lower-case lines."""
    piece = pieces[at]
    if _HASHTAGS.fullmatch(piece.text):
        return piece.decided("omitted", "tags", "hashtags", runner_up="text")
    if not _tag(piece):
        return None
    first = at
    while first > 0 and pieces[first].before == 0 and _tag(pieces[first - 1]):
        first -= 1
        if at - first > FEWEST:
            break
    last = at
    while last + 1 < len(pieces) and pieces[last + 1].before == 0 and _tag(pieces[last + 1]):
        last += 1
        if last - at > FEWEST:
            break
    if last - first + 1 < FEWEST:
        return None
    return piece.decided("omitted", "tags", "a run of tiny lines", runner_up="heading")


def _tag(piece: Piece) -> bool:
    shape = form(piece.text)
    plain = piece.free and piece.block.kind == "paragraph" and not shape.end
    return plain and shape.words <= MOST_WORDS and shape.case == "lower"
