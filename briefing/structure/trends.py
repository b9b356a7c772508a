"""Trends and takeaways: the list under a heading, or behind a paragraph, that says so."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.document.pattern import pattern
from briefing.record import replace
from briefing.structure.draft import Piece
from briefing.structure.form import form
from briefing.structure.labels import label_end
from briefing.structure.lexicon import Lexicon
from briefing.structure.phrases import fold, key

INTRO_WORDS = 60
ITEM_WORDS = 80
LOOKED_AT = 400
"""Characters of an item whose words are counted; the rest has as many words a character."""
MOST_INTROS = 2
POINT_WORDS, MOST_POINTS = 45, 12
"""Of takeaways that are paragraphs without a mark, on average, and how many such there can be."""
_COUNT = pattern(
    r"^(?:the |our |these |top |\d{1,2} |\d{1,2}\W+"
    r"|two |three |four |five |six |seven |eight |nine |ten )+"
)
_CONNECTOR = pattern(
    r"^(?:[:(–—-]|of |from |for |about |on |to |in |at |this |next |tomorrow|ahead|today|&"
    r"|(?:week|weekend|month|quarter|year)$)"
)


def mark(pieces: Sequence[Piece], lexicon: Lexicon) -> list[Piece]:
    """The pieces, the items of every list of trends decided."""
    found = list(pieces)
    at = 0
    while at < len(found):
        piece = found[at]
        strength = _strength(found, at, lexicon)
        at += 1
        if not strength:
            continue
        for first, last in _items(found, at, strength):
            _decide(found, first, last, key(piece.text))
            at = last
    return found


def in_box(pieces: Sequence[Piece], label: str) -> list[Piece]:
    """The pieces of a box with the label of a list of trends; none where it holds no list."""
    listed = sum(piece.block.kind == "item" for piece in pieces)
    found = list(pieces)
    for first, last in _items(found, 0, "intro") if listed > 1 else ():
        _decide(found, first, last, key(label))
    return found if listed > 1 else []


def _strength(pieces: Sequence[Piece], at: int, lexicon: Lexicon) -> str:
    """`heading` over trends, `weak` heading that may be, `intro` paragraph; empty if none."""
    piece = pieces[at]
    if piece.role == "heading":
        folded = key(piece.text[form(piece.text).number :])
        if speaks(folded, lexicon):
            return "heading"
        return "weak" if folded in lexicon.weak_trends else ""
    if not piece.free or piece.block.kind != "paragraph":
        return ""
    shape = form(piece.text)
    nearby = at + 1 < len(pieces) and pieces[at + 1].block.kind == "item" and pieces[at + 1].free
    if nearby and shape.end == ":" and shape.words <= INTRO_WORDS:
        return "intro" if lexicon.trends_intro.within(fold(piece.text)[-160:]) else ""
    if len(piece.text) > 240 and piece.text[-1:] in ":：" and nearby:
        return "intro" if lexicon.trends_intro.within(fold(piece.text[-160:])) else ""
    return ""


def speaks(folded: str, lexicon: Lexicon) -> bool:
    """Whether a heading's key is that of a list of trends: all of it, its end, or its beginning."""
    for part in {folded, *(side.strip() for side in folded.split(":"))}:
        bare = _COUNT.sub("", part)
        if part in lexicon.trends or bare in lexicon.trends:
            return True
        if lexicon.trends.closing(part) and len(part) < 90:
            return True
        if (phrase := lexicon.trends.opening(bare)) and _CONNECTOR.match(
            bare[len(phrase) :].lstrip()
        ):
            return True
    return False


def _items(pieces: Sequence[Piece], start: int, strength: str) -> list[tuple[int, int]]:
    """The ranges of the items that begin at `start` or behind an introduction."""
    at = start
    intros = 0
    while at < len(pieces) and intros <= MOST_INTROS:
        piece = pieces[at]
        if piece.role == "omitted" or piece.block.kind in ("rule", "image"):
            at += 1
            continue
        if not piece.free:
            return []
        if piece.block.kind == "item":
            return _listed(pieces, at)
        if strength != "intro" and (ranges := _labelled(pieces, at)):
            return ranges
        if strength == "heading" and (ranges := _bare(pieces, at) or _sentences(pieces, at)):
            return ranges
        if strength == "weak" or (form(piece.text).words > INTRO_WORDS and not _introduces(piece)):
            return []
        at += 1
        intros += 1
    return []


def _introduces(piece: Piece) -> bool:
    return piece.text[-1:] in ":："


def _listed(pieces: Sequence[Piece], at: int) -> list[tuple[int, int]]:
    """List items; deeper ones belong to the item above them."""
    level = pieces[at].block.level
    marker = _sort(pieces[at])
    ranges: list[tuple[int, int]] = []
    while at < len(pieces):
        piece = pieces[at]
        if piece.role == "omitted" or piece.block.kind == "rule":
            at += 1
            continue
        if not piece.free or piece.block.kind != "item" or piece.block.level < level:
            break
        if piece.block.level == level and _sort(piece) == marker:
            ranges.append((at, at + 1))
        else:
            ranges[-1] = (ranges[-1][0], at + 1)
        at += 1
    return ranges


def _sort(piece: Piece) -> str:
    """Numbers are one sort of marker; each bullet is its own."""
    marker = piece.block.marker
    return "1" if marker[:1].isalnum() or marker[:1] in "([" else marker[:1]


def _labelled(pieces: Sequence[Piece], at: int) -> list[tuple[int, int]]:
    """Paragraphs `Label: text`, two or more; one without a label may stand between two."""
    ranges: list[tuple[int, int]] = []
    labelled = 0
    while at < len(pieces):
        piece = pieces[at]
        if not piece.free or piece.block.kind != "paragraph":
            break
        if _has_label(piece):
            labelled += 1
        elif not (ranges and _has_label(*pieces[at + 1 : at + 2]) and form(piece.text).words <= 30):
            break
        ranges.append((at, at + 1))
        at += 1
    return ranges if labelled >= 2 else []


def _has_label(piece: Piece | None = None) -> bool:
    return (
        piece is not None
        and piece.free
        and piece.block.kind == "paragraph"
        and form(piece.text[:400]).words <= ITEM_WORDS
        and 0 < label_end(piece.block, dashes=bool(piece.block.spans)) < len(piece.text)
    )


def _bare(pieces: Sequence[Piece], at: int) -> list[tuple[int, int]]:
    """Lines right under one another that have neither bullet nor end mark, nor that of a cell."""
    ranges: list[tuple[int, int]] = []
    first = at
    while at < len(pieces):
        piece = pieces[at]
        shape = form(piece.text)
        if not piece.free or piece.block.kind != "paragraph" or (at > first and piece.before):
            break
        if shape.words > 30 or shape.words < 4 or shape.end in (":", "?") or piece.text[-1:] == "|":
            break
        ranges.append((at, at + 1))
        at += 1
    return ranges if len(ranges) >= 2 else []


def _sentences(pieces: Sequence[Piece], at: int) -> list[tuple[int, int]]:
    """Short paragraphs without a bullet, three or more, and nothing else up to a heading."""
    last = at
    words = 0.0
    while last < len(pieces) and pieces[last].free:
        text = pieces[last].text
        own = form(text[:LOOKED_AT]).words * max(1, len(text) / LOOKED_AT)
        if pieces[last].block.kind != "paragraph" or own > ITEM_WORDS or form(text[-9:]).end != ".":
            return []
        words += own
        last += 1
    if words > POINT_WORDS * (last - at):
        return []
    ended = last < len(pieces) and pieces[last].role == "heading"
    return [(n, n + 1) for n in range(at, last)] if ended and 3 <= last - at <= MOST_POINTS else []


def _decide(pieces: list[Piece], first: int, last: int, heading: str) -> None:
    block = pieces[first].block
    end = (
        label_end(block, dashes=True)
        if block.kind == "item"
        else label_end(block, dashes=bool(block.spans))
    )
    sign = "list" if block.kind == "item" else "paragraphs with labels" if end else "lines"
    for at in range(first, last):
        if pieces[at].role == "omitted" or pieces[at].block.kind == "rule":
            continue
        pieces[at] = pieces[at].decided(
            "trend",
            f"trends.{sign.split()[0]}",
            f"{sign} under “{heading[:60]}”",
            runner_up="text",
            opens=at == first,
        )
    pieces[first] = replace(pieces[first], label=end)
