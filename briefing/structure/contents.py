"""A table of contents repeats the headings; it is left out."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.document.pattern import pattern
from briefing.structure.draft import Piece
from briefing.structure.form import form
from briefing.structure.lexicon import Lexicon
from briefing.structure.phrases import key

MOST_WORDS = 26
FEWEST = 3
"""Items of a list without a heading that make it a table of contents."""
LONG = 5
"""Items of such a list of which the first, right under the list, is enough."""
_LEADER = pattern(r"(?:\.\s?){4,}\s*\d{1,4}$|…+\s*\d{1,4}$|\t\d{1,4}$")


def leave_out(pieces: Sequence[Piece], lexicon: Lexicon) -> list[Piece]:
    """The pieces, a table of contents omitted: its heading, and the entries under it.

    Entries are list items, lines with dot leaders, and lines that stand again further down.
    """
    found = list(pieces)
    later = _places(pieces)
    at = 0
    while at < len(found):
        piece = found[at]
        if piece.block.kind == "item" and (last := _unheaded(found, at, later)):
            for n in range(at, last):
                found[n] = _out(found[n], "a list of what stands further down")
            at = last
            continue
        if last := _block(found, at):
            for n in range(at, last):
                found[n] = _out(found[n], "a block of lines, the first of which stands under it")
            at = last
            continue
        at += 1
        shape = form(piece.block.text)
        if shape.key not in lexicon.contents or not piece.free or shape.words > 6:
            continue
        found[at - 1] = _out(piece, f"says “{shape.key}”")
        while at < len(found) and _entry(found[at], at, later):
            found[at] = _out(found[at], "an entry")
            at += 1
    return found


def named(pieces: Sequence[Piece]) -> frozenset[str]:
    """The keys of what the tables of contents that were left out name."""
    return frozenset(
        form(piece.text).key
        for piece in pieces
        if piece.reason is not None and piece.reason.rule == "table-of-contents"
    )


def _unheaded(pieces: Sequence[Piece], at: int, later: dict[str, int]) -> int:
    """The end of a list that begins at `at` and repeats headings; 0 if it is no such list."""
    if pieces[at].block.kind != "item" or (at and pieces[at - 1].block.kind == "item"):
        return 0
    last = at
    repeated = 0
    while last < len(pieces) and pieces[last].block.kind == "item" and pieces[last].free:
        block = pieces[last].block
        inner = any(s.style == "link" and s.target.startswith("#") for s in block.spans)
        repeated += inner or later.get(form(block.text).key, 0) > last
        last += 1
    count = last - at
    if count >= LONG and last < len(pieces) and not pieces[last].block.marker:
        first = form(pieces[at].block.text).key  # the rest may be in what was cut off
        repeated += count * (first == form(pieces[last].block.text).key)
    return last if count >= FEWEST and repeated >= 0.8 * count else 0


def _block(pieces: Sequence[Piece], at: int) -> int:
    """The end of a block of lines whose first is the heading right under them; 0 if none is."""
    last = at + 1
    first = pieces[at].block
    if first.kind != "paragraph" or not pieces[at].free or not pieces[at].before:
        return 0
    while last < len(pieces) and not pieces[last].before and _line(pieces[last]):
        last += 1
    if last - at < FEWEST or last >= len(pieces) or not _line(pieces[at]):
        return 0
    return last if form(pieces[last].block.text).key == form(first.text).key else 0


def _line(piece: Piece) -> bool:
    shape = form(piece.block.text)
    short = shape.words <= MOST_WORDS / 2 and shape.end in ("", "?")
    return piece.free and piece.block.kind == "paragraph" and short


def _places(pieces: Sequence[Piece]) -> dict[str, int]:
    """The last place of each short text."""
    shapes = enumerate(map(form, (piece.block.text for piece in pieces)))
    return {
        shape.key: at
        for at, shape in shapes
        if shape.words <= MOST_WORDS and pieces[at].block.kind != "rule"
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
