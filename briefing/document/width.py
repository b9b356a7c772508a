"""Cells: how wide a text stands on a terminal, without a library of the screen's."""

from __future__ import annotations

import unicodedata


def cell_width(text: str) -> int:
    """The cells that `text` takes: two for a wide character, none for a mark that combines."""
    if text.isascii():
        return len(text)
    return sum(_cells(char) for char in text)


def _cells(char: str) -> int:
    if char < "\u0300":
        return 1
    if unicodedata.east_asian_width(char) in "WF":
        return 2
    return 0 if unicodedata.category(char) in ("Mn", "Me", "Cf") else 1


def wrap(text: str, width: int, first: str = "", rest: str = "") -> list[str]:
    """`text` in lines of at most `width` cells; `first` and `rest` stand before them.

    Lines break at spaces, and between wide characters; a word wider than a line is cut.
    """
    lines: list[str] = []
    margin = cell_width(rest)
    line, used = first, cell_width(first)
    bare = True
    for piece in _pieces(text):
        cells = cell_width(piece)
        if not bare and used + cells > width and not piece.isspace():
            lines.append(line.rstrip())
            line, used, bare = rest, margin, True
        if bare and piece.isspace():
            continue
        start = 0
        while used + cells > width > margin + 1 and len(piece) - start > 1:
            end = _fitting(piece, start, width - used)
            cut = piece[start:end]
            lines.append(line + cut)
            line, used = rest, margin
            start, cells = end, cells - cell_width(cut)
        line += piece[start:]
        used += cells
        bare = False
    lines.append(line.rstrip() if not bare or first.strip() else line)
    return lines


def _pieces(text: str) -> list[str]:
    """Words, spaces, and wide characters one by one."""
    pieces: list[str] = []
    word = ""
    for char in text:
        if char == " ":
            pieces += [word, " "] if word else [" "]
            word = ""
        elif char > "\u1100" and _cells(char) == 2:
            pieces += [word, char] if word else [char]
            word = ""
        else:
            word += char
    return [*pieces, word] if word else pieces


def _fitting(word: str, start: int, cells: int) -> int:
    """Where to cut `word` so that at least one character from `start` on fits in `cells`."""
    used = 0
    for at in range(start, len(word)):
        used += _cells(word[at])
        if used > cells and at > start:
            return at
    return len(word)
