"""What a library notes of an article: `【文章编号】…`, `DOI: 10.…`, `ISSN …`."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.document.pattern import pattern
from briefing.structure.draft import Piece
from briefing.structure.form import form
from briefing.structure.lexicon import Lexicon

MOST_WORDS = 30
_NOTE = pattern(
    r"【[^】]{2,12}】|(?:DOI|ISSN|ISBN|JEL|UDC|УДК|ББК)\b\s*[:：]?\s*\S|关键词[:：]|中图分类号|文献标识码|文章编号"
)


def catalogue(pieces: Sequence[Piece], at: int, _lexicon: Lexicon) -> Piece | None:
    """A short line that begins with a catalogue's label."""
    piece = pieces[at]
    if form(piece.text).words > MOST_WORDS or not _NOTE.match(piece.text):
        return None
    return piece.decided("omitted", "catalogue", "a catalogue's label", runner_up="text")
