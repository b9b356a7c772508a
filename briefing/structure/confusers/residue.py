"""What is left of a page's markup in its text: `<img src=…>`, a lone `|`, a search's hit."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.document.pattern import pattern
from briefing.structure.draft import Piece
from briefing.structure.lexicon import Lexicon

_TAG = pattern(r"</?(?:img|script|style|iframe|link|meta|noscript|div|span|br|hr)\b[^<>]*>")
_SNIPPET = pattern(
    r"(?:[^\W\d_]{3,9}\.? \d{1,2}, \d{4}|\d{1,2} [^\W\d_]{3,9}\.? \d{4}) [-—–·] ?(?:\.\.\.|…)"
)
_HOLE = pattern(r"\{\{[^{}]*\}\}|\{%[^{}]*%\}|%\w")
LONGEST_SIGNS = 8


def residue(pieces: Sequence[Piece], at: int, _lexicon: Lexicon) -> Piece | None:
    """A line that is one tag or a search engine's hit, or a few signs with no letter or digit."""
    piece = pieces[at]
    if _TAG.fullmatch(piece.text):
        return piece.decided("omitted", "markup", "a tag", runner_up="text")
    if _HOLE.fullmatch(piece.text):
        return piece.decided("omitted", "markup", "a place left to fill in", runner_up="text")
    if _SNIPPET.match(piece.text):
        return piece.decided("omitted", "navigation", "a hit of a search", runner_up="text")
    if len(piece.text) <= LONGEST_SIGNS and not any(map(str.isalnum, piece.text)):
        return piece.decided("text", "text.signs", "no letter in it", runner_up="heading")
    return None
