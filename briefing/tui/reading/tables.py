"""Tables reflowed to the measure: columns share the width, cells wrap, narrow pages stack them."""

from __future__ import annotations

from itertools import pairwise

from briefing.tui.reading.cells import cell_len
from briefing.tui.reading.rows import Row, Run
from briefing.tui.reading.wrap import wrap

SEPARATOR = " │ "
NARROWEST = 7
"""Cells below which a column is no column any more, and rows are set as records."""
SAMPLED = 2000
"""Lines that decide how wide the columns are."""


def natural_widths(text: str) -> tuple[int, ...]:
    """The widest cell of each column, in cells, over the first lines of a table's text."""
    widths: list[int] = []
    for line in text.split("\n", SAMPLED)[:SAMPLED]:
        for column, cell in enumerate(line.split("\t")):
            if column == len(widths):
                widths.append(1)
            widths[column] = max(widths[column], cell_len(cell.strip()))
    return tuple(widths)


def share(natural: tuple[int, ...], width: int) -> tuple[int, ...]:
    """A width for each column within `width` cells in all; empty when they cannot stand abreast.

    Narrow columns keep their natural width, the wide ones share what is left evenly.
    """
    room = width - len(SEPARATOR) * (len(natural) - 1)
    if sum(natural) <= room:
        return natural
    fair = 0
    wide = sorted(range(len(natural)), key=natural.__getitem__)
    widths = list(natural)
    while wide:
        fair = room // len(wide)
        if natural[wide[0]] > fair:
            break
        room -= natural[wide.pop(0)]
    if fair < NARROWEST:
        return ()
    spare = room - fair * len(wide)
    for position, column in enumerate(wide):
        widths[column] = fair + (position < spare)
    return tuple(widths)


def table_rows(
    text: str, width: int, columns: tuple[int, ...] = (), header: bool = True
) -> list[Row]:
    """The rows of a table; `columns` are the natural widths of a larger table it is part of."""
    natural = columns or natural_widths(text)
    widths = share(natural, width)
    lines = text.split("\n")
    if lines[-1] == "" and len(lines) > 1:
        lines.pop()
    rows: list[Row] = []
    start = 0
    names = _cells(lines[0], 0) if header and len(lines) > 1 else []
    for index, line in enumerate(lines):
        heads = header and index == 0
        if widths:
            rows += _abreast(line, start, widths, "label" if heads else "")
            if heads and len(lines) > 1:
                rows.append((Run("─┼─".join("─" * cells for cells in widths), "bar"),))
        elif not heads or len(lines) == 1:
            if rows:
                rows.append(())
            rows += _record(line, start, width, names)
        start += len(line) + 1
    # A column may have a name and no cell at all.
    left = [name for name in names if name[1] >= 0] if not widths else []
    return rows + [row for name in left for row in _name(name, width)]


def _cells(line: str, start: int) -> list[tuple[str, int]]:
    """The cells of a line without surrounding space, each with where it begins."""
    found = []
    for cell in line.split("\t"):
        found.append((cell.strip(), start + len(cell) - len(cell.lstrip())))
        start += len(cell) + 1
    return found


def _abreast(line: str, start: int, widths: tuple[int, ...], style: str) -> list[Row]:
    """The rows of one line of a table, its cells side by side."""
    wrapped: list[list[Run]] = []
    for (cell, at), cells in zip(_cells(line, start), widths, strict=False):
        breaks = wrap(cell, cells)
        wrapped.append([Run(cell[a:b].rstrip(" "), style, at + a) for a, b in pairwise(breaks)])
    rows: list[Row] = []
    for depth in range(max(map(len, wrapped))):
        runs: list[Run] = []
        for column, cells in enumerate(widths):
            if column:
                runs.append(Run(SEPARATOR, "bar"))
            here = wrapped[column] if column < len(wrapped) else []
            used = 0
            if depth < len(here):
                runs.append(here[depth])
                used = cell_len(here[depth].text)
            if column < len(widths) - 1 and used < cells:
                runs.append(Run(" " * (cells - used), style))
        rows.append(tuple(runs))
    return rows


def _record(line: str, start: int, width: int, names: list[tuple[str, int]]) -> list[Row]:
    """The rows of one line of a table set as a record: each cell on its own, under its name.

    A name is a place in the text where it is first set; after that `names` holds it without one.
    """
    rows: list[Row] = []
    for column, (cell, at) in enumerate(_cells(line, start)):
        if not cell:
            continue
        if column < len(names):
            rows += _name(names[column], width)
            names[column] = (names[column][0], -1)
        breaks = wrap(cell, width - 2)
        rows += [
            (Run("  ", ""), Run(cell[a:b].rstrip(" "), "", at + a)) for a, b in pairwise(breaks)
        ]
    return rows


def _name(name: tuple[str, int], width: int) -> list[Row]:
    """The rows of a column's name, which stands at an offset of the text or at none."""
    text, at = name
    breaks = wrap(text, width) if text else []
    return [
        (Run(text[a:b].rstrip(" "), "muted", at + a if at >= 0 else -1),)
        for a, b in pairwise(breaks)
    ]
