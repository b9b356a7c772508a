"""What says a phrase of furniture and is content: an answer, an item of a list, a heading."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.structure.draft import Piece
from briefing.structure.form import form
from briefing.structure.labels import label_end
from briefing.structure.lexicon import Lexicon
from briefing.structure.phrases import key

ABOVE = 6
"""Pieces above an answer in which its FAQ shows: its heading, or other questions."""
BODY_WORDS = 12
"""Words of a paragraph that makes the heading over it the heading of a section."""
BELOW = 5
"""Pieces in which the text under a heading begins: a picture, and what it shows, may come first."""
TAKING = ("about-author", "advertisement", "comments", "share", "subscribe")
"""Reasons for which a heading takes text along that is a paragraph: a biography, a form."""


def is_content(pieces: Sequence[Piece], at: int, reason: str, lexicon: Lexicon) -> bool:
    """Whether the piece at `at` is kept, though a phrase in it makes it furniture for `reason`."""
    return (
        _labelled_answer(pieces[at], lexicon)
        or _answer(pieces, at, lexicon)
        or _item(pieces, at)
        or (reason not in TAKING and _heading(pieces, at, lexicon))
    )


def _labelled_answer(piece: Piece, lexicon: Lexicon) -> bool:
    """`A: Yes, sign up for …`: what has a label of questions or answers."""
    label, colon, text = piece.text[:24].partition(":" if ":" in piece.text[:24] else "：")
    return bool(colon and text.strip()) and (
        key(label) in lexicon.answer_labels or key(label) in lexicon.question_labels
    )


def _answer(pieces: Sequence[Piece], at: int, lexicon: Lexicon) -> bool:
    """Text right under a question, with more questions or the heading of an FAQ above it."""
    if at == 0 or form(pieces[at].text).end not in (".", "!") or not _asks(pieces[at - 1]):
        return False
    above = pieces[max(0, at - ABOVE) : at - 1]
    return any(_asks(piece) or key(piece.text) in lexicon.faq for piece in above)


def _asks(piece: Piece) -> bool:
    return form(piece.text).end == "?" and form(piece.text).words >= 3


def _item(pieces: Sequence[Piece], at: int) -> bool:
    """`More night trains: Operators order …`, in a list of items with labels."""
    if not _labelled_item(pieces[at]):
        return False
    return any(_labelled_item(p) for p in (*pieces[max(0, at - 1) : at], *pieces[at + 1 : at + 2]))


def _labelled_item(piece: Piece) -> bool:
    block = piece.block
    return (
        block.kind == "item"
        and form(block.text).end in (".", "!")
        and 0 < label_end(block) < len(block.text)
    )


def _heading(pieces: Sequence[Piece], at: int, lexicon: Lexicon) -> bool:
    """A heading in the markup over text or a list, or one that is known, over a paragraph."""
    piece = pieces[at]
    if piece.block.kind != "heading" and not (
        piece.before and key(piece.text) in lexicon.known_headings
    ):
        return False
    said = (p for p in pieces[at + 1 : at + BELOW] if key(p.text) != key(piece.text))
    below = next((p for p in said if p.block.kind not in ("rule", "image")), None)
    if below is None or below.block.furniture:
        return False
    if below.block.kind in ("item", "table", "code", "term"):
        return piece.block.kind == "heading"
    if below.block.kind not in ("paragraph", "quote"):
        return False
    shape = form(below.text)
    return shape.words >= BODY_WORDS or (shape.end in (".", "!") and shape.words >= BODY_WORDS / 2)
