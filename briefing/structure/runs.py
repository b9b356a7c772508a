"""A count of headings that goes on: a line with the next number is a heading as well."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.document.pattern import pattern
from briefing.structure.draft import Piece
from briefing.structure.form import form
from briefing.structure.headings import numbered
from briefing.structure.setting import candidate

_COUNT = pattern(r"[^\w\s]{0,3}\s?(?P<count>\d{1,2})(?P<sign>[.)：:]|\s)\s*(?P<depth>\d{1,2}\b)?")
FEWEST = 3
"""Lines that count on, of which none is a heading for another reason."""
TINY = 2
"""Words of a label, `1. Question:`."""
NEAR = 40
"""Pieces between two numbered headings."""


def go_on(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, those whose number follows that of a numbered heading above them decided.

    So is a first one with `1.1` as the heading under it. An item of a list is none.
    """
    found = list(pieces)
    last: tuple[int, int, str] | None = None  # where the last numbered heading stands, what it says
    for at, piece in enumerate(found):
        if piece.role not in ("", "heading"):
            continue
        count, sign, deep = _count(piece)
        if not count:
            continue
        if piece.role == "heading":
            last = last if deep else (at, count, sign)
            continue
        next_one = last is not None and at - last[0] <= NEAR and last[1:] == (count - 1, sign)
        if deep or not _alone(found, at):
            continue
        sign_of = (
            f"{count} follows {count - 1}"
            if next_one
            else "over its own parts"
            if _over_depth(found, at, count)
            else "counts on, with text under each"
            if count == 1 and form(piece.text).words > TINY and _counts_on(found, at)
            else ""
        )
        if sign_of:
            found[at] = numbered(piece).decided(
                "heading", "heading.count", sign_of, runner_up="text", kind="heading", level=1
            )
            last = (at, count, sign)
    return found


def _count(piece: Piece) -> tuple[int, str, bool]:
    """The number before a line, the sign behind it, and whether it counts in depth, `1.2`."""
    marker = piece.block.marker
    match = _COUNT.match(f"{marker} {piece.text[:12]}" if marker else piece.text[:12])
    if match is None:
        return 0, "", False
    return int(match["count"]), match["sign"].strip(), bool(match["depth"])


def _over_depth(pieces: Sequence[Piece], at: int, count: int) -> bool:
    """Whether the heading right under a line counts its parts: `1.1` under `1.`."""
    below = pieces[at + 1] if at + 1 < len(pieces) else None
    return below is not None and below.role == "heading" and below.text.startswith(f"{count}.1")


def _counts_on(pieces: Sequence[Piece], at: int) -> bool:
    """Whether lines like the first follow with the next two numbers, each with more under it."""
    end = form(pieces[at].text).end
    wanted = 2
    for n in range(at + 1, min(at + NEAR, len(pieces) - 1)):
        count, _, deep = _count(pieces[n])
        if not pieces[n].free or pieces[n].role == "heading":
            return False
        if count and not deep and pieces[n].block.kind == "item":
            if count != wanted or form(pieces[n].text).end != end or not _alone(pieces, n):
                return False
            wanted += 1
            if wanted > FEWEST:
                return True
    return False


def _alone(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a line can be a heading, has something under it and is no item of a list."""
    if not candidate(pieces[at]) or form(pieces[at].text).end not in ("", "?", ":", "!"):
        return False
    if at + 1 >= len(pieces) or form(pieces[at].text).case == "lower":
        return False
    around = (pieces[at - 1], pieces[at + 1])
    return not any(p.free and _count(p)[0] for p in around)
