"""What a page or a series sets before a title: menus, labels, a name that the title repeats."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from briefing.structure import bylines
from briefing.structure.draft import Piece
from briefing.structure.form import form
from briefing.structure.lexicon import Lexicon

LONGEST = 80
"""Pieces of a head with its menus."""
MOST_WORDS, TINY, SERIES_WORDS = 32, 2, 6
"""Words of a line that is no paragraph, of a label, and of the name of a series."""
SENTENCE_WORDS = 12
"""Words from which a line that ends with a stop is text, however short."""
PAGE, FEWEST_LABELS = ("navigation", "subscribe", "advertisement", "markup"), 2
"""What stands before a title on a page, and how much of it tells a page."""
Titled = Callable[[Piece, Lexicon], bool]
"""Whether a line can be a title."""


def behind_page(pieces: Sequence[Piece], lexicon: Lexicon, titled: Titled) -> int | None:
    """The line over the first byline or date, where a page's menus and labels stand before it."""
    page = texts = 0
    above: int | None = None
    for at, piece in enumerate(pieces[:LONGEST]):
        shape = form(piece.text)
        if not piece.free or piece.block.kind == "rule":
            page += piece.reason is not None and piece.reason.rule in PAGE
            continue
        if shape.words > MOST_WORDS or (shape.end == "." and shape.words > SENTENCE_WORDS):
            texts += 1
            if texts > 1:
                return None
            continue
        if above is not None and (
            bylines.marked(piece.text, lexicon) or bylines.unheard(pieces, at, lexicon)
        ):
            title = pieces[above].text
            able = form(title).words > TINY and ". " not in title
            able = able and titled(pieces[above], lexicon)
            return above if able and page >= FEWEST_LABELS else None
        if above is not None:
            page += _label(pieces[above])
        above = at
    return None


def behind_series(pieces: Sequence[Piece], at: int, lexicon: Lexicon, titled: Titled) -> int:
    """The next line, if it begins with all that this one says, the name of a series; 0 if not."""
    name = form(pieces[at].text)
    if at + 1 >= len(pieces) or not 2 <= name.words <= SERIES_WORDS:
        return 0
    title = pieces[at + 1]
    goes_on = form(title.text).key.startswith(f"{name.key} ") and titled(title, lexicon)
    return at + 1 if goes_on and title.before else 0


def _label(piece: Piece) -> bool:
    """Whether a line is as short as the name of a part of a site."""
    return form(piece.text).words <= TINY and not form(piece.text).end
