"""Boxes that the markup sets apart: alerts and admonitions are tips, a question to open is FAQ."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefing.document.model import Block, Box, TipKind
from briefing.structure import tips
from briefing.structure.draft import Piece
from briefing.structure.faq import says_faq
from briefing.structure.form import form
from briefing.structure.lexicon import Lexicon
from briefing.structure.phrases import key


def mark(pieces: Sequence[Piece], lexicon: Lexicon) -> list[Piece]:
    """The pieces, those in boxes decided; a box's label becomes a piece where it is not one yet."""
    found: list[Piece] = []
    open_box = -1
    asking = False
    for piece in pieces:
        if piece.role in ("heading", "title"):
            asking = says_faq(piece.text, lexicon)
        box = piece.block.box
        if box is None or not piece.free:
            open_box = -1 if box is None else open_box
            found.append(piece)
            continue
        first = box.ordinal != open_box
        open_box = box.ordinal
        found += _boxed(piece, box, lexicon, first=first, asking=asking)
    return found


def _boxed(piece: Piece, box: Box, lexicon: Lexicon, *, first: bool, asking: bool) -> list[Piece]:
    if box.kind == "details":
        return _details(piece, box, first=first, asking=asking)
    kind: TipKind = lexicon.tips.get(key(box.label), box.kind)
    if first and not box.label and (own := tips.parted(piece, lexicon)):
        return own
    labelled: list[Piece] = []
    if first and box.label:
        label = replace(piece, block=Block("paragraph", box.label, piece.block.line, box=box))
        labelled = [label.decided("tip-label", "tip.box", "a box", opens=True, tip=kind)]
    opens = first and not box.label
    sign = f"in a {box.kind} box"
    tip = piece.decided("tip", "tip.box", sign, runner_up="text", opens=opens, tip=kind)
    return [*labelled, tip]


def _details(piece: Piece, box: Box, *, first: bool, asking: bool) -> list[Piece]:
    asks = form(box.label).end == "?" or (asking and bool(box.label))
    if not asks:
        if not first or not box.label:
            return [piece]
        label = replace(piece, block=Block("paragraph", box.label, piece.block.line, box=box))
        return [label.decided("text", "text.details", "the label of a box to open"), piece]
    answer = piece.decided("answer", "faq.details", "in a box to open", runner_up="text")
    if not first:
        return [answer]
    label = replace(piece, block=Block("paragraph", box.label, piece.block.line, box=box))
    return [
        label.decided(
            "question", "faq.details", "a question on a box", opens=True, runner_up="text"
        ),
        answer,
    ]
