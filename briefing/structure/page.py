"""A whole web page pasted as text: where its article begins and ends among menus and teasers."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from briefing.structure import bylines
from briefing.structure.draft import Piece
from briefing.structure.form import form
from briefing.structure.lexicon import Lexicon

FURNITURE = ("navigation", "share", "subscribe", "related-links", "comments")
MENU = ("navigation", "subscribe", "table-of-contents")
PROSE_WORDS, MOST_WORDS, WORDS_A_POINT = 12, 40, 8
"""Words from which a sentence is prose, up to which they count, and that make up for one line."""
FURNITURE_POINTS = 4.0
"""Lines that one of known furniture counts for: teasers are prose, too, but stand among it."""
FEWEST = 8
"""Pieces before or behind the article that make it a part of a page."""
FEWEST_MARKED = 3
"""Of these, how many must be known furniture."""
LONGEST_RUN = 5
"""Tiny items in a row from which a list is a menu."""
RUN = 3
"""Entries in a row, one of them known, that are a menu: above it nothing is the article's."""
ENTRY_WORDS, ITEM_WORDS = 3, 14
MOST_OUTSIDE = 0.5
"""Prose outside the article, as a share of that inside; with more it is not one article."""


def settle(pieces: Sequence[Piece], lexicon: Lexicon) -> list[Piece]:
    """The pieces of a text, those before and behind the article of a pasted page omitted.

    The article is the run of pieces with the greatest sum, where prose counts for and each short
    line against: maximum subsequence segmentation (Pasternack and Roth 2009). A side is left
    alone where known furniture does not show that it is a page's, or where prose stands in it.
    """
    found = list(pieces)
    menu = _menu(pieces)
    if sum(menu) < FEWEST_MARKED:
        return found
    prose = [_prose(piece) for piece in pieces]
    start, end = _densest(pieces, prose)
    inside = sum(prose[start:end])
    first = _head(pieces, start, menu, lexicon)
    last = next((n for n in range(end, len(pieces)) if _marked(pieces[n])), len(pieces))
    for a, b, reason, sign in (
        (0, first, "navigation", "before the article of a page"),
        (last, len(pieces), "related-links", "behind the article of a page"),
    ):
        if sum(prose[a:b]) <= MOST_OUTSIDE * inside and _outside(pieces[a:b], sum(menu[a:b])):
            for at in range(a, b):
                if found[at].free and found[at].block.kind != "rule":
                    found[at] = found[at].decided("omitted", reason, sign, runner_up="text")
    return found


def _outside(side: Sequence[Piece], menu: int) -> bool:
    """Whether what stands on one side of the article is a page's, by what is known of it."""
    lines = [piece for piece in side if piece.block.kind != "rule"]
    if len(lines) < FEWEST or menu < FEWEST_MARKED:
        return False
    # A list alone may be the document's own: then a title would stand over it.
    return sum(map(_marked, lines)) >= FEWEST_MARKED or not any(
        piece.free and piece.block.kind != "item" and form(piece.text).words > ENTRY_WORDS
        for piece in lines
    )


def _menu(pieces: Sequence[Piece]) -> list[bool]:
    """Of each piece whether it is known furniture, or one of a run of tiny list items."""
    found = [_marked(piece) for piece in pieces]
    run = 0
    for at, piece in enumerate((*pieces, None)):
        if piece is not None and piece.block.kind == "item" and _tiny(piece):
            run += 1
            continue
        if run >= LONGEST_RUN:
            found[at - run : at] = [True] * run
        run = 0
    return found


def _tiny(piece: Piece) -> bool:
    shape = form(piece.text)
    return shape.words <= ENTRY_WORDS and not shape.end


def _marked(piece: Piece) -> bool:
    """Whether a piece is furniture for what it says."""
    return piece.reason is not None and piece.role == "omitted" and piece.reason.rule in FURNITURE


def _prose(piece: Piece) -> float:
    """Words of a piece that reads as sentences; 0 for a line of any other kind."""
    if not piece.free or piece.block.kind not in ("paragraph", "quote", "item"):
        return 0
    shape = form(piece.text)
    if shape.words < PROSE_WORDS or not (shape.end in (".", "!", "?") or shape.words > MOST_WORDS):
        return 0
    return min(shape.words, MOST_WORDS)


def _densest(pieces: Sequence[Piece], prose: Sequence[float]) -> tuple[int, int]:
    """The range of pieces whose sum is the greatest."""
    points = [
        words / WORDS_A_POINT if words else _against(piece)
        for piece, words in zip(pieces, prose, strict=True)
    ]
    sums = [0.0, *accumulate(points)]
    lowest = start = end = 0
    for at, total in enumerate(sums):
        if total - sums[lowest] > sums[end] - sums[start]:
            start, end = lowest, at
        if total < sums[lowest]:
            lowest = at
    return start, end


def _against(piece: Piece) -> float:
    if piece.block.kind == "rule":
        return 0
    if _marked(piece):
        return -FURNITURE_POINTS
    return -1.0 if piece.free and piece.block.kind != "item" else -0.5


def _head(pieces: Sequence[Piece], start: int, menu: Sequence[bool], lexicon: Lexicon) -> int:
    """Where title, byline and date begin before the first paragraph: behind the last menu."""
    run = 0
    known = False
    first = start
    for at in range(start - 1, -1, -1):
        piece = pieces[at]
        if piece.block.kind == "rule":
            continue
        if not _entry(piece, lexicon) or not (run or _surely(piece)):
            run, known, first = 0, False, at
            continue
        run += 1
        known = known or menu[at]
        if known and run >= RUN:
            return first
    return 0


def _surely(piece: Piece) -> bool:
    """Whether a short line right behind a menu is its last entry, and no name or title."""
    return not piece.free or piece.block.kind == "item" or form(piece.text).case != "title"


def _entry(piece: Piece, lexicon: Lexicon) -> bool:
    """Whether a piece is an entry of a menu."""
    if not piece.free:
        return piece.reason is not None and piece.reason.rule in MENU
    shape = form(piece.text)
    if shape.digits or shape.end or bylines.marked(piece.text, lexicon):
        return False
    return shape.words <= (ITEM_WORDS if piece.block.kind == "item" else ENTRY_WORDS)
