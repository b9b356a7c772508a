"""The results of a library search: briefings, and under each what was found in it."""

from __future__ import annotations

from dataclasses import dataclass

from textual import on
from textual.message import Message

from briefing.search.results import Match
from briefing.tui import found
from briefing.tui.dates import day
from briefing.tui.found import KINDS, Group, Row
from briefing.tui.widgets.keyed_list import KeyedList
from briefing.tui.widgets.line import fit
from briefing.tui.widgets.list_row import FILL, NEXT_LINE, Cell
from briefing.tui.widgets.virtual_list import VirtualList

KIND = 12
"""Cells of the column that says what kind of part it is."""


class ResultList(KeyedList):
    """Two lines a match: what it is, and the excerpt with its found words marked."""

    @dataclass
    class Chosen(Message):
        """Open this."""

        row: Row

    @dataclass
    class Looked(Message):
        """The cursor is on this."""

        row: Row | None

    def __init__(self, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id, row_height=2)
        self._found: tuple[Row, ...] = ()

    def show(self, rows: tuple[Row, ...]) -> None:
        """Show these rows; the cursor goes to the first match."""
        self._found = rows
        self.set_rows(len(rows), self._row, selectable=self._is_match, cursor=0)
        self.post_message(self.Looked(self.current))

    @property
    def current(self) -> Row | None:
        """The row under the cursor."""
        return self._found[self.cursor] if 0 <= self.cursor < len(self._found) else None

    def _is_match(self, index: int) -> bool:
        return isinstance(self._found[index], Match)

    def _row(self, index: int, width: int, _highlighted: bool) -> list[Cell]:
        row = self._found[index]
        if isinstance(row, Group):
            count = f"{row.count} found" if row.count > 1 else ""
            about = " · ".join(text for text in (day(row.date), count) if text)
            return [NEXT_LINE, (f" {row.title}", "strong"), FILL, (f"  {about} ", "quiet")]
        kind = f"   {KINDS[row.kind]}".ljust(KIND)
        title: list[Cell] = [(row.part_title, "here")]
        excerpt, marks = found.beyond_title(row)
        if row.excerpt == row.part_title:
            title = _marked(row.part_title, row.marks)
            excerpt, marks = row.beneath, ()
        text = fit(excerpt, max(1, width - KIND - 1))
        if row.kind == "title":
            return [NEXT_LINE, (kind, "quiet"), *_marked(fit(row.excerpt, width), row.marks)]
        return [(kind, "quiet"), *title, NEXT_LINE, (" " * KIND, ""), *_marked(text, marks)]

    @on(VirtualList.Highlighted)
    def _highlighted(self, event: VirtualList.Highlighted) -> None:
        event.stop()
        self.post_message(self.Looked(self.current))

    @on(VirtualList.Selected)
    def _selected(self, event: VirtualList.Selected) -> None:
        event.stop()
        if self.current is not None:
            self.post_message(self.Chosen(self.current))


def _marked(text: str, marks: tuple[tuple[int, int], ...]) -> list[Cell]:
    """`text` with its found words set apart; `marks` may reach past where it was cut."""
    cells: list[Cell] = []
    at = 0
    for start, end in marks:
        stop = min(end, len(text))
        if start < at or start >= stop:
            continue
        cells += [(text[at:start], ""), (text[start:stop], "hit")]
        at = stop
    return [*cells, (text[at:], "")]
