"""Tables reflowed to the measure: columns share the width, cells wrap, narrow pages stack them."""

from __future__ import annotations

import re
from itertools import pairwise, zip_longest

from briefing.tui.reading.cells import cell_len, is_single
from briefing.tui.reading.rows import Row, Run
from briefing.tui.reading.wrap import row_count, wrap

SEPARATOR = " │ "
NARROWEST = 7
"""Cells below which a column is no column any more, and rows are set as records."""
SAMPLED = 2000
"""Lines that decide how wide the columns are, and which of them hold numbers."""
SIDES = {":-": "l", "-:": "r", ":-:": "c"}
DELIMITERS = {side: sign for sign, side in SIDES.items()}
_number = re.compile(
    r"[-+−–~<>≈]?\s?[$€£¥₹₽]?\s?\d[\d.,'’\s]*\s?(?:[%‰$€£¥₹₽]|[kKmM]|bn|mn)?"
).fullmatch
_nothing = frozenset({"", "-", "–", "—", "n/a", "…", "?"})


def natural_widths(text: str) -> tuple[int, ...]:
    """The widest cell of each column, in cells, over the first lines of a table's text."""
    widths: list[int] = []
    for line in text.split("\n", SAMPLED)[:SAMPLED]:
        for column, cell in enumerate(line.split("\t")):
            if column == len(widths):
                widths.append(1)
            widths[column] = max(widths[column], cell_len(cell.strip()))
    return tuple(widths)


def sides(text: str, marker: str) -> str:
    """The side at which each column is set, `l`, `r` or `c`.

    It is what `marker` says, a delimiter row of Markdown; else numbers stand at the right.
    """
    said = [SIDES.get(each.strip(), "") for each in marker.split("|")] if marker else []
    if said and all(said):
        return "".join(said)
    columns: list[list[str]] = []
    for line in text.split("\n", SAMPLED)[1:SAMPLED]:
        for column, cell in enumerate(line.split("\t")):
            if column == len(columns):
                columns.append([])
            if cell.strip() not in _nothing:
                columns[column].append(cell.strip())
    numbers = ["r" if cells and all(map(_number, cells)) else "l" for cells in columns]
    return "".join(side or other or "l" for side, other in zip_longest(said, numbers, fillvalue=""))


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


def table_height(
    text: str, width: int, columns: tuple[int, ...] = (), header: bool = True, marker: str = ""
) -> int:
    """How many rows a table takes; as many as `table_rows` yields."""
    widths = share(columns or natural_widths(text), width)
    if not widths:
        return len(table_rows(text, width, columns, header, marker))
    lines = _lines(text)
    return sum(_tallest(line, widths) for line in lines) + (header and len(lines) > 1)


def _tallest(line: str, widths: tuple[int, ...]) -> int:
    """Rows of the cell of a line that takes most."""
    tallest = 1
    for cell, cells in zip(line.split("\t"), widths, strict=False):
        if len(cell) * 2 > cells:
            shown = cell.strip()
            if len(shown) > cells or not is_single(shown):
                tallest = max(tallest, row_count(shown, cells))
    return tallest


def _lines(text: str) -> list[str]:
    """The lines of a table; a line end behind the last begins none."""
    lines = text.split("\n")
    return lines[:-1] if lines[-1] == "" and len(lines) > 1 else lines


def table_rows(
    text: str, width: int, columns: tuple[int, ...] = (), header: bool = True, marker: str = ""
) -> list[Row]:
    """The rows of a table; `columns` are the natural widths of a larger table it is part of.

    `marker` tells at which sides columns are set, as `sides` reads it.
    """
    natural = columns or natural_widths(text)
    at = sides(text, marker).ljust(len(natural), "l")
    widths = share(natural, width)
    lines = _lines(text)
    rows: list[Row] = []
    start = 0
    names = _cells(lines[0], 0) if header and len(lines) > 1 else []
    for index, line in enumerate(lines):
        heads = header and index == 0
        if widths:
            rows += _abreast(line, start, widths, at, "label" if heads else "")
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


def _abreast(line: str, start: int, widths: tuple[int, ...], at: str, style: str) -> list[Row]:
    """The rows of one line of a table, its cells side by side."""
    wrapped: list[list[Run]] = []
    for (cell, begin), cells in zip(_cells(line, start), widths, strict=False):
        wrapped.append(_wrapped(cell, begin, cells, style))
    rows: list[Row] = []
    for depth in range(max(map(len, wrapped))):
        runs: list[Run] = []
        for column, cells in enumerate(widths):
            if column:
                runs.append(Run(SEPARATOR, "bar"))
            here = wrapped[column] if column < len(wrapped) else []
            shown = [here[depth]] if depth < len(here) else []
            spare = cells - sum(cell_len(run.text) for run in shown)
            before = {"l": 0, "r": spare, "c": spare // 2}[at[column]]
            after = spare - before if column < len(widths) - 1 else 0
            runs += [Run(" " * before, style)] * (before > 0)
            runs += shown
            runs += [Run(" " * after, style)] * (after > 0)
        rows.append(tuple(runs))
    return rows


def _wrapped(text: str, at: int, width: int, style: str) -> list[Run]:
    """A text that begins at an offset, or at none, in rows of `width` cells."""
    breaks = wrap(text, width)
    return [
        Run(text[a:b].rstrip(" "), style, at + a if at >= 0 else -1) for a, b in pairwise(breaks)
    ]


def _record(line: str, start: int, width: int, names: list[tuple[str, int]]) -> list[Row]:
    """The rows of one line of a table set as a record: each cell beside its name, or under it.

    A name is a place in the text where it is first set; after that `names` holds it without one.
    """
    rows: list[Row] = []
    longest = max((cell_len(name) for name, _ in names), default=0)
    beside = longest + 2 if 0 < longest <= width // 3 else 0
    for column, (cell, at) in enumerate(_cells(line, start)):
        if not cell:
            continue
        name = _name(names[column], width) if column < len(names) else []
        if column < len(names):
            names[column] = (names[column][0], -1)
        if not beside:
            rows += name
            rows += [(Run("  ", ""), run) for run in _wrapped(cell, at, width - 2, "")]
            continue
        for row, run in enumerate(_wrapped(cell, at, width - beside, "")):
            lead = name[0] if name and row == 0 else ()
            air = beside - sum(cell_len(each.text) for each in lead)
            rows.append((*lead, Run(" " * air, ""), run))
    return rows


def _name(name: tuple[str, int], width: int) -> list[Row]:
    """The rows of a column's name, which stands at an offset of the text or at none."""
    text, at = name
    return [(run,) for run in _wrapped(text, at, width, "muted")] if text else []
