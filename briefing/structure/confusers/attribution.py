"""Who said it or where it is from: `[ The Paper ]`, `— Ann Lee (@ann) May 3, 2025`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.document.pattern import pattern
from briefing.structure import dates, furniture
from briefing.structure.draft import Piece
from briefing.structure.form import form
from briefing.structure.lexicon import Lexicon

MOST_WORDS = 14
_BRACKETED = pattern(r"\[[^\[\]]{1,80}\]|\([^()]{1,80}\)")
_TWEET = pattern(r"\(@\w{1,30}\)")
_HANDLE = pattern(r"@\w{2,30}")
_DASHED = pattern(r"(?:[–—]|--?|―)\s?(?=[^\W\d_])")
_ADDRESS = pattern(r"(?:https?://|www\.)\S+|\S+@\S+\.\w+")
_SOURCE = pattern(
    r"(?:sources?|quellen?|fuentes?|fontes?|fonti|bron(?:nen)?|źródł[oa]|джерел[оа]|источники?"
    r"|kaynak(?:lar)?|出典|来源|來源|출처|المصدر|المصادر|מקור(?:ות)?|via)\s?[:：]\s*\S",
    re.IGNORECASE,
)


def attribution(pieces: Sequence[Piece], at: int, lexicon: Lexicon) -> Piece | None:
    """A line in brackets, a signature of a tweet, a name behind a dash, an address."""
    piece = pieces[at]
    text = piece.text
    shape = form(text)
    if shape.words > MOST_WORDS or piece.block.kind == "heading":
        return None
    sign = ""
    if _BRACKETED.fullmatch(text) and not (
        furniture.of_line(text, lexicon) or dates.date_line(text, lexicon)
    ):
        sign = "in brackets"
    elif _TWEET.search(text) or _HANDLE.fullmatch(text):
        sign = "signed with a handle"
    elif _ADDRESS.fullmatch(text):
        sign = "an address"
    elif _SOURCE.match(text):
        sign = "names a source"
    elif _dashed(pieces, at):
        sign = "a name behind a dash"
    return piece.decided("text", "text.attribution", sign, runner_up="heading") if sign else None


def _dashed(pieces: Sequence[Piece], at: int) -> bool:
    """A lone dash item after a paragraph: not the first of a list."""
    piece = pieces[at]
    whole = f"{piece.block.marker} {piece.text}" if piece.block.kind == "item" else piece.text
    if not _DASHED.match(whole) or form(piece.text).end in (".", ":", ";", ","):
        return False
    around = [pieces[n].block for n in (at - 1, at + 1) if 0 <= n < len(pieces)]
    lone = all(block.kind != "item" for block in around)
    return lone and at > 0 and form(piece.text).case == "title" and form(piece.text).words <= 8
