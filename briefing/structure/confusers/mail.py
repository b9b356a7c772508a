"""The head of a mail pasted as text: `From:`, `To:`, `Subject:`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.document.pattern import pattern
from briefing.record import replace
from briefing.structure.draft import Piece, strip_marker
from briefing.structure.lexicon import Lexicon

WITHIN = 10
"""Pieces from the start in which a mail's head stands."""
FEWEST = 2
_FIELD = pattern(
    r"(?:from|to|cc|bcc|sent|reply-to|von|an|gesendet|de|para|enviado|da|кому|от|від)\s?:\s",
    re.IGNORECASE,
)
_SUBJECT = pattern(
    r"(?:subject|re|betreff|objet|asunto|assunto|oggetto|onderwerp|temat|тема|konu)\s?:\s+(?=\S)",
    re.IGNORECASE,
)


def mail(pieces: Sequence[Piece], at: int, _lexicon: Lexicon) -> Piece | None:
    """A field of a mail's head is left out; what the subject says may be the title."""
    if at >= WITHIN:
        return None
    head = pieces[:WITHIN]
    if not any("@" in piece.text and _FIELD.match(piece.text) for piece in head):
        return None
    fields = sum(bool(_FIELD.match(piece.text)) for piece in head)
    subject = _SUBJECT.match(pieces[at].text)
    if fields + any(_SUBJECT.match(piece.text) for piece in head) < FEWEST or not fields:
        return None
    if subject:
        return replace(strip_marker(pieces[at], subject.end()), role="")
    if not _FIELD.match(pieces[at].text):
        return None
    return pieces[at].decided("omitted", "mail-header", "a field of a mail", runner_up="lead")
