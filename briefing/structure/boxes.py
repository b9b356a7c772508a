"""Boxes that the markup sets apart: alerts and admonitions are tips, a question to open is FAQ."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import get_args

from briefing.document.model import Block, Box, TipKind
from briefing.record import replace
from briefing.structure import tips, trends
from briefing.structure.draft import Piece
from briefing.structure.faq import says_faq
from briefing.structure.form import form
from briefing.structure.lexicon import Lexicon
from briefing.structure.phrases import key

TO_OPEN = ("details", "question")
"""Boxes whose label hides what they hold: of a question the answer."""

_TIPS: dict[str, TipKind] = {kind: kind for kind in get_args(TipKind)}


def mark(pieces: Sequence[Piece], lexicon: Lexicon) -> list[Piece]:
    """The pieces, those in boxes decided; a box's label becomes a piece where it is not one yet."""
    found: list[Piece] = []
    open_box = -1
    asking = False
    at = 0
    while at < len(pieces):
        piece = pieces[at]
        at += 1
        if piece.role in ("heading", "title"):
            asking = says_faq(piece.text, lexicon)
        box = piece.block.box
        if box is None or not piece.free:
            open_box = -1 if box is None else open_box
            found.append(piece)
            continue
        first = box.ordinal != open_box
        open_box = box.ordinal
        if not first and box.kind in TO_OPEN:
            found.append(_answer(piece) if found[-1].role in ("question", "answer") else piece)
        elif box.kind in TO_OPEN:
            more = at < len(pieces) and pieces[at].block.box == box
            found += _opened(piece, box, asking=asking or box.kind == "question", more=more)
        elif first and (points := _points(pieces, at - 1, box, lexicon)):
            if box.label:
                found.append(_label(piece, box, "the label of a list of takeaways"))
            found += points
            at += len(points) - 1
        else:
            found += _tip(piece, box, lexicon, first=first)
    return found


def _points(pieces: Sequence[Piece], at: int, box: Box, lexicon: Lexicon) -> list[Piece]:
    """What a box holds whose label is that of a list of takeaways; nothing if it has no list."""
    if box.kind != "points" and not trends.speaks(key(box.label), lexicon):
        return []
    inside = takewhile(lambda piece: piece.free and piece.block.box == box, pieces[at:])
    return trends.in_box(list(inside), box.label)


def _tip(piece: Piece, box: Box, lexicon: Lexicon, *, first: bool) -> list[Piece]:
    own_kind = _TIPS.get(box.kind, "note")
    kind = lexicon.tips.get(key(box.label), own_kind)
    if first and not box.label and (own := tips.parted(piece, lexicon)):
        return own
    labelled: list[Piece] = []
    if first and box.label:
        label = _of_label(piece, box)
        labelled = [label.decided("tip-label", "tip.box", "a box", opens=True, tip=kind)]
    opens = first and not box.label
    sign = f"in a {box.kind} box"
    tip = piece.decided("tip", "tip.box", sign, runner_up="text", opens=opens, tip=kind)
    return [*labelled, tip]


def _opened(piece: Piece, box: Box, *, asking: bool, more: bool) -> list[Piece]:
    """The label of a box to open and the first that it holds: a question where it says so."""
    if not box.label:
        asks = asking and more and form(piece.text).end == "?"
        return [_question(piece) if asks else piece]
    if asking or form(box.label).end == "?":
        return [_question(_of_label(piece, box)), _answer(piece)]
    return [_label(piece, box, "the label of a box to open"), piece]


def _of_label(piece: Piece, box: Box) -> Piece:
    return replace(piece, block=Block("paragraph", box.label, piece.block.line, box=box))


def _label(piece: Piece, box: Box, sign: str) -> Piece:
    return _of_label(piece, box).decided("text", "text.details", sign)


def _question(piece: Piece) -> Piece:
    sign = "a question on a box"
    return piece.decided("question", "faq.details", sign, opens=True, runner_up="text")


def _answer(piece: Piece) -> Piece:
    return piece.decided("answer", "faq.details", "in a box to open", runner_up="text")
