"""Short lines that look like headings and are something else, one rule a file.

Each rule answers for one piece at its place: the piece decided, or None.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from briefing.structure.confusers.alternative import alternative
from briefing.structure.confusers.attribution import attribution
from briefing.structure.confusers.breadcrumb import breadcrumb
from briefing.structure.confusers.catalogue import catalogue
from briefing.structure.confusers.credit import credit
from briefing.structure.confusers.mail import mail
from briefing.structure.confusers.residue import residue
from briefing.structure.confusers.tags import tags
from briefing.structure.draft import Piece
from briefing.structure.lexicon import Lexicon

Rule = Callable[[Sequence[Piece], int, Lexicon], Piece | None]
RULES: tuple[Rule, ...] = (
    mail,
    residue,
    credit,
    attribution,
    tags,
    breadcrumb,
    catalogue,
    alternative,
)


def settle(pieces: Sequence[Piece], lexicon: Lexicon) -> list[Piece]:
    """The pieces, those that a rule knows decided; the first rule that knows one has it."""
    settled = list(pieces)
    for at, piece in enumerate(pieces):
        if not piece.free or piece.block.kind in ("rule", "code", "table"):
            continue
        for rule in RULES:
            if (decided := rule(pieces, at, lexicon)) is not None:
                settled[at] = decided
                break
    return settled
