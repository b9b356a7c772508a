"""A table of contents repeats the headings; it is left out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.structure.draft import Piece
from briefing.structure.form import form
from briefing.structure.lexicon import Lexicon
from briefing.structure.phrases import key

MOST_WORDS = 26
_LEADER = re.compile(r"(?:\.\s?){4,}\s*\d{1,4}$|…+\s*\d{1,4}$|\t\d{1,4}$")


def leave_out(pieces: Sequence[Piece], lexicon: Lexicon) -> list[Piece]:
    """The pieces, a table of contents omitted: its heading, and the entries under it.

    Entries are list items, lines with dot leaders, and lines that stand again further down.
    """
    found = list(pieces)
    later = _places(pieces)
    at = 0
    while at < len(found):
        piece = found[at]
        at += 1
        shape = form(piece.text)
        if not piece.free or shape.key not in lexicon.contents or shape.words > 6:
            continue
        found[at - 1] = _out(piece, f"says “{shape.key}”")
        while at < len(found) and _entry(found[at], at, later):
            found[at] = _out(found[at], "an entry")
            at += 1
    return found


def _places(pieces: Sequence[Piece]) -> dict[str, int]:
    """The last place of each short text."""
    return {
        form(piece.text).key: at
        for at, piece in enumerate(pieces)
        if form(piece.text).words <= MOST_WORDS and piece.block.kind != "rule"
    }


def _entry(piece: Piece, at: int, later: dict[str, int]) -> bool:
    shape = form(piece.text)
    if not piece.free or piece.block.kind not in ("item", "paragraph") or shape.words > MOST_WORDS:
        return False
    if piece.block.kind == "item" and shape.end not in (".", ";"):
        return True
    if _LEADER.search(piece.text):
        return True
    return later.get(shape.key or key(piece.text), at) > at


def _out(piece: Piece, sign: str) -> Piece:
    return piece.decided("omitted", "table-of-contents", sign, runner_up="heading")
