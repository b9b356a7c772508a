"""What holds for a whole text without markup, and which of its lines can be headings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from briefing.record import record
from briefing.structure import contents
from briefing.structure.draft import Piece
from briefing.structure.form import Case, form

BODY = 70
"""Characters from which a line counts as body text under a heading."""
MOST_WORDS = 20
LABEL_WORDS = 5
OPENERS = frozenset("([（■□◆◇◎▶►▼▣◈★☆✅")
"""Signs of a list that are also set before headings; no small round bullet is."""
MOST_STOPPED = 0.6
"""Share of the paragraphs that end with a sign, from which one that does not stands out."""


@record
class Setting:
    """What holds for the whole text."""

    dense: bool
    """Paragraphs are not parted by blank lines."""
    stopped: bool
    """Most paragraphs end with a full stop or another sign."""
    shapes: Counter[tuple[Case, str]]
    """How many candidates share a case and an end."""
    candidates: int
    texts: Counter[str]
    """How often each short line stands in the document."""
    labels: Counter[str]
    """How many lines begin with each `Label:`."""
    contents: frozenset[str]
    """What the table of contents names."""


def setting(pieces: Sequence[Piece]) -> Setting:
    """What the document's lines have in common."""
    long_pairs = [
        second.before
        for first, second in pairwise(pieces)
        if len(first.text) > BODY < len(second.text) and second.block.kind == "paragraph"
    ]
    gaps = long_pairs if len(long_pairs) > 2 else _gaps(pieces)
    dense = bool(gaps) and sum(gap > 0 for gap in gaps) < 0.3 * len(gaps)
    able = [p for p in pieces if p.free and p.block.kind in ("paragraph", "heading") and p.text]
    forms = [form(p.text) for p in able if candidate(p)]
    shapes = Counter([(shape.case, shape.end) for shape in forms])
    texts = Counter([shape.key for shape in forms])
    free = [p.text for p in able if p.block.kind == "paragraph"]
    stopped = sum(form(text).end != "" for text in free) >= MOST_STOPPED * len(free)
    labels = Counter(filter(None, map(label, able)))
    return Setting(dense, stopped, shapes, len(forms), texts, labels, contents.named(pieces))


def _gaps(pieces: Sequence[Piece]) -> list[int]:
    """Blank lines between paragraphs; what is right under an item does not count."""
    return [
        piece.before
        for above, piece in pairwise(pieces)
        if piece.block.kind == "paragraph" and above.block.kind != "item"
    ]


def label(piece: Piece) -> str:
    """What stands before a colon in the line; empty if there is none, or nothing behind it."""
    if ": " not in piece.text[:60]:
        return ""
    before, colon, after = piece.text[:60].partition(": ")
    return before if colon and after.strip() and len(before.split()) <= LABEL_WORDS else ""


def candidate(piece: Piece) -> bool:
    """Whether a piece can be a heading at all."""
    block = piece.block
    if block.kind not in ("paragraph", "item"):
        return False
    shape = form(block.text)
    if shape.words > MOST_WORDS or not block.text or shape.end in (",", ";", "…"):
        return False
    return block.kind == "paragraph" or opener(block.marker)


def opener(marker: str) -> bool:
    """Whether a list's sign may stand before a heading too: a number, a square, a star."""
    return marker[:1].isalnum() or marker[:1] in OPENERS
