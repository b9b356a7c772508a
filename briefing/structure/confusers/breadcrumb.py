"""Where a page stands in its site: `Home / News / Economy`."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.document.pattern import pattern
from briefing.structure.draft import Piece
from briefing.structure.form import form
from briefing.structure.lexicon import Lexicon
from briefing.structure.phrases import key

WITHIN = 8
"""Pieces from the start of a document in which a breadcrumb is looked for."""
_SIGN = pattern(r"[/>»›→|]")
_STEP = pattern(r"\s+[/>»›→|]\s+|\s?[›»]\s?")


def breadcrumb(pieces: Sequence[Piece], at: int, lexicon: Lexicon) -> Piece | None:
    """A line of steps near the start: it begins with `Home`, or ends with a line that follows."""
    piece = pieces[at]
    if at >= WITHIN or len(piece.text) > 240 or not _SIGN.search(piece.text):
        return None
    steps = [key(step) for step in _STEP.split(piece.text)]
    if len(steps) < 2:
        return None
    home = lexicon.furniture_lines.get(steps[0], ("",))[0] == "navigation"
    repeated = len(steps) > 2 and any(
        key(other.text) == steps[-1] for other in pieces[at + 1 : at + WITHIN]
    )
    if not (home and form(piece.text).end != ".") and not repeated:
        return None
    return piece.decided("omitted", "navigation", "steps of a site", runner_up="title")
