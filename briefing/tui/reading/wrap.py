"""Text to rows: where each row of a text begins, never the text of the rows itself."""

from __future__ import annotations

from briefing.document.pattern import pattern
from briefing.tui.reading.cells import DOUBLE, cell_len, is_double, is_single, split_graphemes

# No row begins with a closing sign or a small kana, as East Asian typesetting has it.
NOT_FIRST = frozenset(
    "、。，．！？：；）］｝」』】〕〉》・ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々"
)
# A row may end after these, where no space is nearer.
DASHES = ("—", "–")
_tokens = pattern(f"(?P<space> +)|(?P<double>[{DOUBLE}]+)|(?P<word>[^ {DOUBLE}]+)")


def wrap(text: str, width: int) -> list[int]:
    """The offsets at which the rows of `text` begin, and at the end its length.

    Row `i` is `text[rows[i]:rows[i + 1]]`; together the rows are the text. No row is wider than
    `width` cells but for spaces and the line end at its end, which are not drawn.
    """
    width = max(width, 2)
    rows = [0]
    narrow = is_single(text)
    if narrow and len(text) <= width and "\n" not in text:
        rows.append(len(text))
        return rows
    start, length = 0, len(text)
    while True:
        end = text.find("\n", start)
        end = length if end < 0 else end
        if narrow:
            _wrap_single(text, start, end, width, rows)
        elif is_double(text):
            _wrap_double(text, start, end, width // 2, rows)
        else:
            _wrap_mixed(text, start, end, width, rows)
        start = end + 1
        if start > length:
            rows.append(length)
            return rows
        rows.append(start)


def row_count(text: str, width: int) -> int:
    """How many rows `text` takes."""
    return len(wrap(text, width)) - 1


def _wrap_single(text: str, start: int, end: int, width: int, rows: list[int]) -> None:
    """Rows of a line in which a code point is a cell."""
    find = text.rfind
    dashes = [dash for dash in DASHES if dash in text]
    while end - start > width:
        cut = find(" ", start, start + width + 1) + 1
        for dash in dashes:
            cut = max(cut, find(dash, start, start + width) + 1)
        if cut <= start:
            cut = start + width
        while cut < end and text[cut] == " ":
            cut += 1
        if cut >= end:
            return
        rows.append(cut)
        start = cut


def _wrap_double(text: str, start: int, end: int, count: int, rows: list[int]) -> None:
    """Rows of a line in which a code point is two cells."""
    while end - start > count:
        cut = _not_before_closing(text, start, start + count)
        rows.append(cut)
        start = cut


def _not_before_closing(text: str, start: int, cut: int) -> int:
    """`cut`, or a little before it where the next row would begin with a closing sign."""
    back = cut
    while back > start + 1 and cut - back < 4 and text[back] in NOT_FIRST:
        back -= 1
    return back if text[back] not in NOT_FIRST else cut


def _wrap_mixed(text: str, start: int, end: int, width: int, rows: list[int]) -> None:
    """Rows of a line of any text: words whole where they fit, wide runs anywhere."""
    used = 0
    for token in _tokens.finditer(text, start, end):
        at, stop = token.span()
        kind = token.lastgroup
        if kind == "space":
            used += stop - at
            continue
        if kind == "double":
            used = _place_double(text, at, stop, used, width, rows)
            continue
        cells = cell_len(token[0])
        if used + cells <= width:
            used += cells
            continue
        if at > rows[-1]:
            rows.append(at)
        used = cells if cells <= width else _break_word(token[0], at, width, rows)


def _place_double(text: str, at: int, stop: int, used: int, width: int, rows: list[int]) -> int:
    """Rows of a run of wide code points, begun `used` cells into a row; cells used at its end."""
    while (stop - at) * 2 > width - used:
        cut = at + max(width - used, 0) // 2
        if cut > at:
            cut = _not_before_closing(text, at, cut)
        if cut > rows[-1]:
            rows.append(cut)
        at, used = cut, 0
    return used + (stop - at) * 2


def _break_word(word: str, at: int, width: int, rows: list[int]) -> int:
    """Rows of a word that no row can hold, cut between graphemes; cells used at its end."""
    used = 0
    for start, _end, cells in split_graphemes(word)[0]:
        if used + cells > width and used:
            rows.append(at + start)
            used = 0
        used += cells
    return used
