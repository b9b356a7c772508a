"""Who wrote it, said without a byline: `Ann Lee, 3 May 2025`, `Reporting by Ann Lee; …`."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.document.model import Metadata
from briefing.document.pattern import pattern
from briefing.structure import bylines, dates
from briefing.structure.draft import Piece, cut, strip_marker
from briefing.structure.form import form
from briefing.structure.lexicon import Lexicon
from briefing.structure.phrases import fold

FIRST, LAST = 6, 4
"""Pieces from either end in which a letter is signed."""
MOST_WORDS = 30
CREDITS = ("about-author", "credit")
"""Reasons for which the rules of furniture leave such a line out."""
_NAME_END = pattern(r"\s*[;.|]\s*(?=\S)|\s+(?=(?:in|and editing)\s)")
_JOIN = " ,;"


def signed(text: str, lexicon: Lexicon) -> int:
    """Where the name ends in `Ann Lee, 3 May 2025`, a line that says nothing else; 0 if none."""
    if len(text) > dates.LONGEST_LINE:
        return 0
    found = dates.find(text, lexicon)
    if found is None or not found.iso or dates.date_line(text[found.start :], lexicon) is None:
        return 0
    name = text[: found.start].rstrip(_JOIN)
    if not text[len(name) : found.start].strip():
        return 0
    person = bylines.bare_name(name, lexicon) and not lexicon.places.opening(fold(name))
    return len(name) if person else 0


def cut_signed(piece: Piece, lexicon: Lexicon) -> list[Piece]:
    """The name and the date of a signed line, decided; the piece alone if it is none."""
    end = signed(piece.text, lexicon)
    if not end:
        return [piece]
    name, date = cut(piece, end)
    loose = len(date.text) - len(date.text.lstrip(_JOIN))
    return [
        name.decided("byline", "head.byline", "a name before a date", runner_up="heading"),
        strip_marker(date, loose).decided("date", "head.date", "behind a name", runner_up="text"),
    ]


def settle(pieces: Sequence[Piece], metadata: Metadata, lexicon: Lexicon) -> list[Piece]:
    """The pieces, signed lines behind the head and credits of reporters decided.

    They are byline and date where nothing else is; else a signed line is text, a credit a credit.
    """
    named = bool(metadata.byline) or any(piece.role == "byline" for piece in pieces)
    found: list[Piece] = []
    for at, piece in enumerate(pieces):
        if piece.free and piece.block.kind == "paragraph" and signed(piece.text, lexicon):
            if not named and not FIRST <= at < len(pieces) - LAST:
                found += cut_signed(piece, lexicon)
                named = True
                continue
            piece = piece.decided("text", "text.attribution", "a name and a date")
        elif size := _credited(piece, lexicon):
            parts = _reporter(piece, size, lexicon)
            if parts or not piece.free:
                found += parts if parts and not named else [_credit(piece)]
                named = named or bool(parts)
                continue
        found.append(piece)
    return found


def _credited(piece: Piece, lexicon: Lexicon) -> int:
    """Characters of `Reporting by` before a name, in a line that is free or was left out for it."""
    if not piece.free and (piece.reason is None or piece.reason.rule not in CREDITS):
        return 0
    if piece.block.kind != "paragraph" or piece.block.furniture:
        return 0
    if form(piece.text).words > MOST_WORDS:
        return 0
    size = len(lexicon.reporting.opening(fold(piece.text)))
    return size + len(piece.text[size:]) - len(piece.text[size:].lstrip(" :")) if size else 0


def _reporter(piece: Piece, size: int, lexicon: Lexicon) -> list[Piece]:
    line = strip_marker(piece, size)
    end = _NAME_END.search(line.text)
    name, rest = cut(line, end.start(), gap=end.end()) if end else (line, None)
    if not bylines.is_name(name.text, lexicon):
        return []
    byline = name.decided("byline", "head.byline", "who reported it", runner_up="omitted")
    return [byline] if rest is None else [byline, _credit(rest)]


def _credit(piece: Piece) -> Piece:
    return piece.decided("omitted", "credit", "who worked on it", runner_up="text")
