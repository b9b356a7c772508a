"""On which line of a TOML text each key stands, for messages about its value."""

from __future__ import annotations

from briefing.document.pattern import pattern

KeyPath = tuple[str, ...]

PIECE = r"""(?:[A-Za-z0-9_-]+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*')"""
DOTTED = rf"{PIECE}(?:[ \t]*\.[ \t]*{PIECE})*"
HEADER = pattern(rf"[ \t]*\[\[?[ \t]*({DOTTED})[ \t]*\]")
ASSIGNMENT = pattern(rf"[ \t]*({DOTTED})[ \t]*=")
EACH_PIECE = pattern(PIECE)
TRIPLE = pattern(r'"""|\'\'\'')
"""Opens or closes a text of several lines."""


def key_lines(text: str) -> dict[KeyPath, int]:
    """Line of each key, from 1, by its whole path; the first where it stands twice.

    It reads a line at a time and passes over texts of several lines. In a list or an inline table
    keys have no line of their own; the key before the `=` stands for them.
    """
    found: dict[KeyPath, int] = {}
    table: KeyPath = ()
    inside = ""
    for number, line in enumerate(text.split("\n"), 1):
        if not inside:
            if header := HEADER.match(line):
                table = _path(header[1])
                found.setdefault(table, number)
            elif assignment := ASSIGNMENT.match(line):
                found.setdefault((*table, *_path(assignment[1])), number)
        for quotes in TRIPLE.findall(line):
            if not inside:
                inside = quotes
            elif inside == quotes:
                inside = ""
    return found


def _path(dotted: str) -> KeyPath:
    return tuple(_bare(piece) for piece in EACH_PIECE.findall(dotted))


def _bare(piece: str) -> str:
    return piece[1:-1] if piece[0] in "\"'" else piece
