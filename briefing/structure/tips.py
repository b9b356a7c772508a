"""Tips, facts, notes and warnings: by a label at the start, on a line of its own, or inside."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.document.model import TipKind
from briefing.document.pattern import pattern
from briefing.record import replace
from briefing.structure.draft import Piece, cut
from briefing.structure.form import form
from briefing.structure.lexicon import Lexicon
from briefing.structure.phrases import fold, key

LONGEST_LABEL = 48
UNDER = ("paragraph", "item", "quote")
"""What can be a tip under its label."""
LONGEST_PARAGRAPH = 20_000
"""Characters of a paragraph that is searched for tips inside it; each tip cuts it anew."""
_STARRED = pattern(r"[*_]{1,2}([^\W\d_][^*_\n]{1,40}?)[:!]?[*_]{1,2}[:!]?\s+(?=[^\s*_])")
_LABEL = pattern(
    r"[^\w\n]{0,6}(?P<label>[^\W\d_][^:：?？؟!！\n]{0,44}?)(?P<number>\s*#?\s?\d{1,2}(?![:.]\d))?"
    r"(?:[,\s(]+\d{1,2}[:.h]\d{2}(?:\s?[ap]\.?m\.?)?(?:\s[A-Z]{2,4})?\)?)?\s*"
    r"(?P<sign>[:：】\]]|[?？؟]|[!！](?=[\sA-ZÀ-ÞА-Я])|\s[–—-](?=\s))\s*"
)
_SIGN = pattern(r"[:：】\]?？؟!！–—-]")
"""What may end a label: without one in reach, the pattern above need not be tried."""
_REACH = 96
_INSIDE = pattern(r"(?<=[.!?…)”\"])\s+(?=[^\w\s]{0,3}[A-ZÀ-ÞА-Я¿])")


def mark(pieces: Sequence[Piece], lexicon: Lexicon) -> list[Piece]:
    """The pieces, every tip decided; a label and a tip inside a paragraph are cut out."""
    found: list[Piece] = []
    waiting: Piece | None = None
    for at, piece in enumerate(pieces):
        if waiting is not None and piece.free and piece.block.kind in UNDER:
            listed = piece.block.kind == "item"
            # Of a list under a heading each item is a tip; under a label the list is one.
            each = listed and waiting.role == "heading" and not piece.block.level
            found.append(_tip(piece, waiting.tip or "tip", "under its label", opens=each))
            waiting = waiting if listed else None
            continue
        waiting = None
        if piece.block.box is not None or not _open(piece):
            found.append(piece)
            continue
        below = pieces[at + 1 : at + 2]
        if kind := alone(piece, below, lexicon):
            stays = piece.role == "heading" and below[0].block.kind == "item"
            waiting = replace(piece, tip=kind) if stays else _label(piece, kind)
            found.append(waiting)
            continue
        # A labelled paragraph behind the first of an answer is an aside, not the answer.
        aside = piece.role == "answer" and at > 0 and pieces[at - 1].role == "answer"
        found += _of_text(piece, lexicon, aside=aside)
    return found


def _open(piece: Piece) -> bool:
    """A piece that may be a tip or hold one; a trend may hold one."""
    if piece.role in ("", "answer", "trend"):
        return piece.block.kind in UNDER
    return piece.role == "heading"


def alone(piece: Piece, below: Sequence[Piece], lexicon: Lexicon) -> TipKind | None:
    """The kind of a label that is a line of its own, with text under it."""
    text = piece.text
    if len(text) > LONGEST_LABEL or not below or not below[0].free:
        return None
    if below[0].block.kind not in UNDER:
        return None
    ends = text.rstrip()[-1:] in ":：?？؟!！"
    kind = _kind(text, lexicon)
    one = len(key(text).split()) < 2
    if kind is None or form(text).number:
        return None
    if piece.role == "heading" and not ends and kind in ("note", "update") and one:
        return None
    quoted = piece.block.kind == below[0].block.kind == "quote"  # a quotation used as a box
    if not ends and one and piece.role != "heading" and not quoted:
        return None
    return kind


def _kind(label: str, lexicon: Lexicon) -> TipKind | None:
    folded = key(label)
    if kind := lexicon.tips.get(folded):
        return kind
    return lexicon.tips.get(folded.rstrip("0123456789").rstrip(" #"))


def _of_text(piece: Piece, lexicon: Lexicon, *, aside: bool) -> list[Piece]:
    if piece.role == "heading":
        return [piece]
    parts: list[Piece] = []
    if (piece.free or aside) and (label := at_start(piece, lexicon)):
        kind, end = label
        head, rest = cut(piece, end)
        head, rest = _label(head, kind), _tip(rest, kind, "behind its label")
        return [head, *_more(rest, lexicon)]
    if found := _inside(piece.text, lexicon):
        before, tip = cut(piece, found)
        parts.append(before)
        if label := at_start(tip, lexicon):
            kind, end = label
            head, rest = cut(tip, end)
            return [
                *parts,
                _label(head, kind),
                *_more(_tip(rest, kind, "inside a paragraph"), lexicon),
            ]
    return [piece]


def parted(piece: Piece, lexicon: Lexicon) -> list[Piece]:
    """A label and the tip behind it, of a piece that begins with both; else nothing."""
    if (label := at_start(piece, lexicon)) is None:
        return []
    head, rest = cut(piece, label[1])
    return [_label(head, label[0]), _tip(rest, label[0], "behind its label")]


def _more(tip: Piece, lexicon: Lexicon) -> list[Piece]:
    """The tip, and those that follow it in the same paragraph."""
    tips: list[Piece] = []
    while found := _inside(tip.text, lexicon):
        before, rest = cut(tip, found)
        label = at_start(rest, lexicon)
        if label is None:
            break
        head, rest = cut(rest, label[1])
        tips += [before, _label(head, label[0])]
        tip = _tip(rest, label[0], "inside a paragraph")
    return [*tips, tip]


def at_start(piece: Piece, lexicon: Lexicon) -> tuple[TipKind, int] | None:
    """The kind of the label that the text begins with, and where its text begins."""
    if strong := _strong_label(piece, lexicon):
        return strong
    if starred := _STARRED.match(piece.text):
        named = lexicon.tip_labels.closing(key(starred[1]))
        if named and starred.end() < len(piece.text):
            return lexicon.tips[named], starred.end()
    if not _SIGN.search(piece.text, 0, _REACH):
        return None
    match = _LABEL.match(piece.text[:_REACH])
    if match is None or match.end() >= len(piece.text):
        return None
    kind = _kind(match["label"], lexicon)
    if kind is None or _named(match["label"], piece.text[match.end() :]):
        return None
    sign = match["sign"].strip()
    rest = piece.text[match.end() :]
    if sign in ("?", "？", "؟", "!", "！", "-") and fold(match["label"]) not in lexicon.tips:
        return None
    if match["number"] and form(rest).words <= 10 and form(rest).end == "":
        return None  # `Tip 1: Pack light` over its text is a heading
    return kind, match.end()


def _named(label: str, rest: str) -> bool:
    """Whether capitals are a name, which the text behind them says again: `OBS: Use OBS to …`."""
    return label.isupper() and label in rest[:_REACH].split()


def _strong_label(piece: Piece, lexicon: Lexicon) -> tuple[TipKind, int] | None:
    """A label that is set in bold and ends without a sign: `**Note** Lunch is at noon.`."""
    block = piece.block
    end = next((s.end for s in block.spans if s.style == "strong" and s.start == 0), 0)
    if not 0 < end < len(block.text) or not block.text[end].isspace():
        return None
    if block.text[end + 1 : end + 2].islower():
        return None  # `**Tips** are the asides` is a sentence that names them
    kind = _kind(block.text[:end], lexicon) if end <= LONGEST_LABEL else None
    return (kind, end + 1) if kind else None


def _inside(text: str, lexicon: Lexicon) -> int:
    """Where a trusted label begins in the middle of a text; 0 if none does."""
    if len(text) > LONGEST_PARAGRAPH or (sign := _SIGN.search(text)) is None:
        return 0
    for match in _INSIDE.finditer(text, max(0, sign.start() - _REACH)):
        start = match.end()
        if not _SIGN.search(text, start, start + _REACH):
            continue
        label = _LABEL.match(text[start : start + _REACH])
        if label and key(label["label"]) in lexicon.inline_tips:
            return start
    return 0


def _label(piece: Piece, kind: TipKind) -> Piece:
    text = piece.text.rstrip().rstrip(":： –—-").rstrip()
    block = replace(piece.block, text=text, kind="paragraph", level=0)
    return replace(piece, block=block).decided(
        "tip-label", "tip.label", f"“{text}” is a label", runner_up="text", opens=True, tip=kind
    )


def _tip(piece: Piece, kind: TipKind, sign: str, *, opens: bool = False) -> Piece:
    return piece.decided("tip", "tip.label", sign, runner_up="text", tip=kind, opens=opens)
