"""What stands round a line: text, a list, a block of short lines, a sentence that goes on."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.structure.draft import Piece
from briefing.structure.form import Form, form
from briefing.structure.lexicon import Lexicon
from briefing.structure.setting import BODY, MOST_WORDS, label, opener

BODY_WORDS = 14
"""Words from which it does where words are not parted, and a sentence takes fewer characters."""
TINY, TINY_LINES = 8, 5
"""Words of a line, and lines under a heading, that are no text."""


def goes_on(pieces: Sequence[Piece], at: int, shape: Form, lexicon: Lexicon) -> bool:
    """Whether a line breaks off: in a bracket, or before a small letter at a word that binds."""
    text, below = pieces[at].text, pieces[at + 1].text if at + 1 < len(pieces) else ""
    if text.rfind("(") > text.rfind(")") and ")" in below and "(" not in below.partition(")")[0]:
        return True
    return not shape.end and below[:1].islower() and shape.key.rpartition(" ")[2] in lexicon.small


def bare_list(pieces: Sequence[Piece], at: int, shape: Form) -> bool:
    """Whether `What You Need:` stands over a block of lines that blanks part from the rest."""
    under = pieces[at + 1 : at + 4]
    return (
        len(under) == 3
        and shape.end == ":"
        and shape.case == "title"
        and pieces[at].before > 0
        and [piece.before > 0 for piece in under] == [True, False, False]
        and all(link(p) and p.free and not label(p) and form(p.text).end == "" for p in under)
    )


def only_tiny(pieces: Sequence[Piece], below: int) -> bool:
    """Whether all that stands under a line is more lines of a few words: cells, or a menu.

    Lines with labels, and lines that mostly have figures, are a list of values.
    """
    under = [p for p in pieces[below : below + 2 * TINY_LINES] if p.role != "omitted"][:TINY_LINES]
    return (
        len(under) == TINY_LINES
        and all(p.block.kind in ("paragraph", "heading") for p in under)
        and not any(form(p.text).words > TINY or body(p) or label(p) for p in under)
        and sum(form(p.text).digits > 0 for p in under) < TINY_LINES / 2
    )


def over_long(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a paragraph far longer than a line stands under it."""
    return at + 1 < len(pieces) and len(pieces[at + 1].text) > 2 * BODY


def text_or_list(piece: Piece) -> bool:
    """Whether a piece reads as text, or introduces a list."""
    return body(piece) or form(piece.text).end == ":"


def body(piece: Piece) -> bool:
    """Whether a piece reads as text: long, or a sentence."""
    shape = form(piece.text)
    if len(piece.text) >= BODY or (shape.case == "none" and shape.words >= BODY_WORDS):
        return True
    return shape.end in (".", "!") and shape.words >= 5


def chained(pieces: Sequence[Piece], at: int) -> int:
    """How many candidates stand in a row around `at`; counting stops at 5."""
    first = at
    apart = pieces[at].before > 0
    while first > 0 and at - first < 4 and link(pieces[first - 1]):
        if (pieces[first].before > 0) != apart:
            break
        first -= 1
    last = at
    while last + 1 < len(pieces) and last - at < 4 and link(pieces[last + 1]):
        if (pieces[last + 1].before > 0) != apart:
            break
        last += 1
    return last - first + 1


def link(piece: Piece) -> bool:
    """Whether a piece is a candidate that is no text: asked most often, so each sign is once."""
    block = piece.block
    if piece.role == "omitted" or block.kind not in ("paragraph", "item"):
        return False
    if not 0 < len(block.text) < BODY:
        return False
    shape = form(block.text)
    if shape.words > MOST_WORDS or shape.end not in ("", ":", "?"):
        return False
    return block.kind == "paragraph" or opener(block.marker)
