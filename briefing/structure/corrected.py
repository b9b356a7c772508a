"""A piece that was corrected, and what follows from it once every rule has run."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.document.model import Reason, Role
from briefing.record import replace
from briefing.structure.draft import Piece
from briefing.structure.finding import folded_words

RULE = "corrected"
CONTINUED: dict[str, Role] = {"answer": "question", "trend": "trend", "tip": "tip"}
"""Roles that continue a part, and the role that opens it."""


@dataclass(slots=True)
class Corrected(Piece):
    """A piece that no rule decides again."""

    level: int = 0
    """Of a heading: the level that was asked for, if any."""

    def decided(self, *_: object, **__: object) -> Corrected:
        """The piece as it is, whatever a rule would make of it."""
        return self


def settled(pieces: Sequence[Piece], without: Sequence[Piece]) -> list[Piece]:
    """The pieces with what follows from a correction, and what the rules had made of each."""
    otherwise: dict[int, list[Piece]] = defaultdict(list)
    for piece in without:
        otherwise[piece.block.line].append(piece)
    found: list[Piece] = []
    for piece in pieces:
        if not isinstance(piece, Corrected):
            found.append(_freed(piece, found))
            continue
        block = piece.block
        if piece.role == "heading":
            block = replace(block, kind="heading", level=piece.level or max(block.level, 1))
        signs = piece.reason.signs if piece.reason else ()
        reason = Reason(RULE, signs, _runner_up(piece, otherwise[block.line]))
        found.append(replace(piece, block=block, reason=reason))
    _answer(found)
    return found


def _runner_up(piece: Piece, here: Sequence[Piece]) -> str:
    first = folded_words(piece.text[:80])[:3]
    same = [p for p in here if folded_words(p.text[:80])[:3] == first] or here
    return (same[0].role or "text") if same else "text"


def _freed(piece: Piece, before: Sequence[Piece]) -> Piece:
    """The piece; of one that goes on with what a correction took away, free again."""
    owner = CONTINUED.get(piece.role)
    if owner is None or piece.opens:
        return piece
    for last in reversed(before):
        if last.role in ("omitted", piece.role) and not isinstance(last, Corrected):
            if last.role == piece.role:
                return piece
            continue
        if isinstance(last, Corrected) and last.role not in (owner, piece.role, "tip-label"):
            return replace(piece, role="", reason=None)
        return piece
    return piece


def _answer(pieces: list[Piece]) -> None:
    """What stands under a question that was corrected is its answer, as far as others go."""
    longest = _longest(pieces)
    for at, piece in enumerate(pieces):
        if not isinstance(piece, Corrected) or piece.role != "question":
            continue
        place, answered = at + 1, 0
        while place < len(pieces) and (not longest or answered < longest or _listed(pieces[place])):
            below = pieces[place]
            if not below.free:
                break
            if below.block.kind != "rule":
                pieces[place] = below.decided(
                    "answer", RULE, "under a corrected question", runner_up="text"
                )
                answered += 1
            place += 1


def _listed(piece: Piece) -> bool:
    return piece.block.kind == "item"


def _longest(pieces: Sequence[Piece]) -> int:
    """Paragraphs of the longest answer of the rules' own; 1 where they saw none."""
    longest = run = 0
    for piece in pieces:
        run = run + 1 if piece.role == "answer" else 0
        longest = max(longest, run)
    return longest or 1
