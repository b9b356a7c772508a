"""Furniture: what a page says that is not part of the briefing, and why it is left out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.document.model import Reason
from briefing.structure.draft import Piece
from briefing.structure.form import form
from briefing.structure.lexicon import Furniture, Lexicon
from briefing.structure.phrases import fold, key

SHORT, BRIEF = 9, 45
"""Words of a line, and of a paragraph, that a phrase of furniture can make furniture."""
TAIL = 0.75
"""From this share of the document on, an invitation is taken for the end of the page."""
_PARTS = re.compile(r"\s{2,}|\s*[|/·•,»›>]\s*")
_COUNTS = re.compile(
    r"^\W*\d[\d.,]*\s?[km]?\s+(?:views?|downloads?|shares?|comments?|likes?|reads?|followers?|retweets?"
    r"|min(?:ute)?s?\.?(?: read)?|kommentare?|aufrufe|commentaires?|comentarios?)\b",
    re.IGNORECASE,
)


def of_line(text: str, lexicon: Lexicon, *, tail: bool = False) -> tuple[Reason, bool] | None:
    """Why a text is furniture and whether it opens a run of it; None if it is not."""
    shape = form(text)
    if shape.words > BRIEF:
        return None
    folded = fold(text)
    for item in lexicon.furniture:
        if shape.key in item.opens:
            return Reason(item.reason, (f"says “{shape.key}”",), "heading"), True
        if shape.key in item.lines:
            return Reason(item.reason, (f"says “{shape.key}”",), "heading"), False
    for item in lexicon.furniture:
        if found := _within(item, folded, tail=tail):
            return Reason(item.reason, (f"says “{found}”",), "text"), False
    if shape.words <= SHORT * 2 and _COUNTS.match(text):
        return Reason("navigation", ("counts readers",), "text"), False
    return _menu(text, lexicon)


def _within(item: Furniture, folded: str, *, tail: bool) -> str:
    bare = folded.lstrip("-–—*•→▶►>» ")
    return (
        item.starts.opening(bare)
        or item.holds.within(folded)
        or (item.closing.within(folded) if tail else "")
    )


def _menu(text: str, lexicon: Lexicon) -> tuple[Reason, bool] | None:
    """A line that is a row of links: each of its parts is furniture."""
    if len(text) > 300:
        return None
    parts = [key(part) for part in _PARTS.split(text) if key(part)]
    if len(parts) < 2 or not any(
        parts[0] in f.lines or parts[0] in f.opens for f in lexicon.furniture
    ):
        parts = [key(part) for part in text.split() if key(part)]
    if len(parts) < 2:
        return None
    for item in lexicon.furniture:
        if all(part in item.lines or part in item.opens for part in parts):
            return Reason(item.reason, ("a row of links",), "text"), False
    if all(any(part in f.lines or part in f.opens for f in lexicon.furniture) for part in parts):
        return Reason("navigation", ("a row of links",), "text"), False
    return None


def mark(pieces: Sequence[Piece], lexicon: Lexicon) -> list[Piece]:
    """The pieces, furniture decided. A heading of furniture takes what stands under it along."""
    found: list[Piece] = []
    run: Reason | None = None
    final = False
    length = sum(len(piece.text) for piece in pieces) or 1
    past = 0
    for piece in pieces:
        tail = past / length > TAIL
        past += len(piece.text)
        verdict = None
        if piece.block.furniture:
            verdict = Reason(piece.block.furniture, ("the page sets it apart",), "text"), False
        elif piece.free and piece.block.kind not in ("code", "table", "rule"):
            verdict = of_line(piece.text, lexicon, tail=tail)
        if verdict is not None:
            reason, opens = verdict
            if opens or run is None or not _under(piece, run):
                run = reason if opens else None
                final = opens and reason.rule == "comments" and past / length > TAIL
            found.append(_omitted(piece, reason))
        elif run is not None and piece.free and (final or _under(piece, run)):
            found.append(_omitted(piece, Reason(run.rule, ("under a line of furniture",), "text")))
        else:
            run, final = None, False
            found.append(piece)
    return found


def _under(piece: Piece, run: Reason) -> bool:
    """Whether a piece can be a link, a name or a button in a run of furniture."""
    shape = form(piece.text)
    if piece.block.kind == "heading" or shape.words > 22 or shape.end in (":", "."):
        return False
    return piece.block.kind == "item" or run.rule in ("share", "comments", "navigation", "tags")


def _omitted(piece: Piece, reason: Reason) -> Piece:
    return piece.decided("omitted", reason.rule, *reason.signs, runner_up=reason.runner_up)
