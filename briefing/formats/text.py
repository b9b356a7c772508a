"""Plain text: its lines, with what stood around them."""

from __future__ import annotations

from briefing.document.model import Line

TAB = 8
"""Cells from one tab stop to the next, as terminals have them."""


def lines(text: str) -> tuple[Line, ...]:
    """The lines of `text` that are not blank, in order.

    Each knows its number, the blank lines just before it and its indent in cells. An indent that
    every line shares says nothing and is taken away.
    """
    found: list[tuple[str, int, int, int]] = []
    blanks = 0
    for number, raw in enumerate(text.splitlines(), start=1):
        content = raw.strip()
        if not content:
            blanks += 1
            continue
        found.append((content, number, blanks, _indent(raw)))
        blanks = 0
    shared = min((indent for *_, indent in found), default=0)
    return tuple(
        Line(content, number, blank, indent - shared) for content, number, blank, indent in found
    )


def _indent(raw: str) -> int:
    """Cells of space before the first other character."""
    cells = 0
    for char in raw:
        if char == "\t":
            cells += TAB - cells % TAB
        elif char.isspace():
            cells += 1
        else:
            break
    return cells
