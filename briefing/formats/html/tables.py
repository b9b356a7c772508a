"""Tables of a page: which of them hold figures, and which only lay the page out."""

from __future__ import annotations

from briefing.formats.html.tree import Node

DATA = frozenset({"th", "thead", "caption"})
"""What an author writes only in a table that is meant as one."""


def is_layout(table: Node) -> bool:
    """Whether `table` only puts things side by side, and is read as if it were not there."""
    if table.get("role") in {"presentation", "none"} or table.holds_table:
        return True
    cells = _cells(table)
    if max((len(row) for row in cells), default=0) < 2:
        return True
    said = any(node.tag in DATA or "scope" in node.attributes for node in table.elements())
    return not (said or _is_grid(cells)) and table.prose > table.letters / 2


def rows(table: Node) -> str:
    """The text of a table: a line a row, a tab between cells."""
    lines = ("\t".join(cell.text() for cell in row) for row in _cells(table))
    return "\n".join(line for line in lines if line.strip())


def caption(table: Node) -> str:
    """What stands over a table."""
    return " ".join(node.text() for node in table.elements() if node.tag == "caption")


def _is_grid(cells: list[list[Node]]) -> bool:
    """Whether every row has as many cells as the others, with nothing but text in them."""
    return (
        len(cells) > 1
        and len({len(row) for row in cells}) == 1
        and not any(cell.holds_block for row in cells for cell in row)
    )


def _cells(table: Node) -> list[list[Node]]:
    return [
        [cell for cell in row.children if isinstance(cell, Node) and cell.tag in {"td", "th"}]
        for row in table.elements()
        if row.tag == "tr"
    ]
