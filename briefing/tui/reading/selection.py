"""What the mouse selects: places in the text, so that a selection survives a resize."""

from __future__ import annotations

from collections.abc import Sequence

from textual.geometry import Offset
from textual.selection import Selection

from briefing.document.pattern import pattern
from briefing.tui.reading.slab import Slab
from briefing.tui.reading.typeset import CLOSE

_word = pattern(r"\w+(?:['’\-]\w+)*")


def span_in(selection: Selection, slab: int, length: int) -> tuple[int, int] | None:
    """What of a slab of `length` code points is selected."""
    span = selection.get_span(slab)
    if span is None:
        return None
    start, end = span
    return start, length if end < 0 else min(end, length)


def selected_text(slabs: Sequence[Slab], selection: Selection) -> str:
    """The selected text unwrapped: a line for each slab, a blank line where the eye saw one."""
    first = selection.start.y if selection.start is not None else 0
    last = selection.end.y if selection.end is not None else len(slabs) - 1
    parts: list[str] = []
    for index in range(max(first, 0), min(last, len(slabs) - 1) + 1):
        slab = slabs[index]
        span = span_in(selection, index, len(slab.text))
        if span is None:
            continue
        if parts:
            close = (slabs[index - 1].style, slab.style) in CLOSE
            parts.append("\n" if close else "\n\n")
        parts.append(slab.text[slice(*span)])
    return "".join(parts)


def word_at(text: str, offset: int) -> tuple[int, int]:
    """The word round an offset; the one character there when it is in none."""
    for match in _word.finditer(text, max(offset - 200, 0)):
        if match.start() > offset:
            break
        if match.end() > offset:
            return match.span()
    return offset, min(offset + 1, len(text))


def select(slab: int, start: int, end: int) -> Selection:
    """A selection of `[start, end)` of one slab."""
    return Selection(Offset(start, slab), Offset(end, slab))
