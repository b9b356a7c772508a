"""What a library notes of an article: `【文章编号】…`, `DOI: 10.…`, `ISSN …`."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.document.pattern import pattern
from briefing.structure.draft import Piece
from briefing.structure.form import form
from briefing.structure.lexicon import Lexicon

MOST_WORDS = 30
_FIELD = (
    "关键词|關鍵詞|中图分类号|文献标识码|文献标志码|文章编号"
    "|论文编号|基金项目|收稿日期|引用格式|作者单位|DOI"
)
_NOTE = pattern(
    rf"【(?:{_FIELD})[^】]{{0,4}}】|(?:DOI|ISSN|ISBN|JEL|UDC|УДК|ББК)\b\s*[:：]?\s*\S"
    rf"|(?:{_FIELD})[:：]"
)


def catalogue(pieces: Sequence[Piece], at: int, _lexicon: Lexicon) -> Piece | None:
    """A short line that begins with a catalogue's label."""
    piece = pieces[at]
    if form(piece.text).words > MOST_WORDS or not _NOTE.match(piece.text):
        return None
    return piece.decided("omitted", "catalogue", "a catalogue's label", runner_up="text")
