"""The depth of headings that plain text does not show by markup."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.document.pattern import pattern
from briefing.record import replace
from briefing.structure.draft import Piece
from briefing.structure.form import form
from briefing.structure.lexicon import Lexicon
from briefing.structure.phrases import key

_DEPTH = pattern(r"(\d{1,2}(?:\.\d{1,2})+)\.?\s")

LONGEST_COUNT = 40
"""Headings of a count under another heading."""
_NUMBER = pattern(r"(\d{1,2})[.)]\s")
_HAN_PART = pattern(r"[(（][一二三四五六七八九十]{1,3}[)）]")


def levels(pieces: Sequence[Piece], lexicon: Lexicon) -> list[Piece]:
    """The pieces, each weighed heading with a level.

    `2.1` is under `2`. A heading with another right under it holds what follows, until the next
    that does so; a heading that was seen before keeps its level; trends and FAQ stand at the top.
    """
    found = list(pieces)
    places = [at for at, piece in enumerate(found) if piece.role == "heading"]
    if any(found[at].reason and found[at].reason.rule == "heading.underlined" for at in places):  # type: ignore[union-attr]  # the reason was just seen
        return found
    seen: dict[str, int] = {}
    inside = held = 0
    for order, at in enumerate(places):
        text = found[at].text
        folded = key(text)
        parent = order + 1 < len(places) and _bare(found, at, places[order + 1])
        level = _level(found, places, order, parent=parent, inside=inside)
        number = _NUMBER.match(text)
        if number is None or number[1] == "1":
            held = _held(found, places, order) if number else 0
        if _HAN_PART.match(text):
            level = 2
        elif numbers := _DEPTH.match(text):
            level = numbers[1].count(".") + 1
        elif held:
            level = held
        elif folded in seen:
            level = seen[folded]
        elif folded in lexicon.faq or folded in lexicon.trends:
            level = 1 if not parent else level
        seen.setdefault(folded, level)
        inside = level if parent else min(inside, level - 1)
        if level != found[at].block.level:
            found[at] = replace(found[at], block=replace(found[at].block, level=level))
    return found


def _level(
    pieces: Sequence[Piece], places: Sequence[int], order: int, *, parent: bool, inside: int
) -> int:
    if order and _bare(pieces, places[order - 1], places[order]):
        return pieces[places[order - 1]].block.level + 1
    return 1 if parent else inside + 1


def _held(pieces: Sequence[Piece], places: Sequence[int], order: int) -> int:
    """The level of a count that begins at `order`, if the heading above introduces it; else 0.

    The text under that heading ends with a colon, and a heading without a number ends the count.
    """
    if not order or _NUMBER.match(pieces[places[order - 1]].text):
        return 0
    above = [p for p in pieces[places[order - 1] + 1 : places[order]] if p.role != "omitted"]
    if not above or above[-1].text[-1:] not in ":：":
        return 0
    later = places[order + 1 : order + LONGEST_COUNT]
    ended = any(not _NUMBER.match(pieces[at].text) for at in later)
    return pieces[places[order - 1]].block.level + 1 if ended else 0


def _bare(pieces: Sequence[Piece], heading: int, following: int) -> bool:
    """Whether nothing stands between two headings, and the first does not ask."""
    between = pieces[heading + 1 : following]
    return (
        all(p.role == "omitted" for p in between)
        and form(pieces[following].text).key != form(pieces[heading].text).key
    )
