"""The list of key trends."""

from __future__ import annotations

from dataclasses import dataclass

from textual import on
from textual.message import Message

from briefing.search.results import Trend
from briefing.tui.arranging import Header
from briefing.tui.dates import day
from briefing.tui.trends import beyond_label
from briefing.tui.widgets.keyed_list import KeyedList
from briefing.tui.widgets.line import fit
from briefing.tui.widgets.list_row import FILL, NEXT_LINE, Cell
from briefing.tui.widgets.virtual_list import VirtualList

NARROW = 64
"""Cells below which a trend is shown without the name of its briefing."""
Row = Header | Trend


class TrendList(KeyedList):
    """Two lines a trend: its label, briefing and date, and the beginning of its text."""

    @dataclass(eq=False, repr=False)
    class Chosen(Message):
        """Go to this trend."""

        trend: Trend

    def __init__(self, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id, row_height=2)
        self._rows: tuple[Row, ...] = ()

    def show(self, rows: tuple[Row, ...], *, at: Trend | None = None) -> None:
        """Show these rows; the cursor is on the trend `at`, if it is there."""
        self._rows = rows
        wanted = (at.path, at.part) if at else None
        cursor = next((n for n, row in enumerate(rows) if _name(row) == wanted), 0) if wanted else 0
        self.set_rows(
            len(rows), self._row, cursor=cursor, selectable=lambda n: isinstance(rows[n], Trend)
        )

    @property
    def current(self) -> Trend | None:
        """The trend under the cursor."""
        row = self._rows[self.cursor] if 0 <= self.cursor < len(self._rows) else None
        return row if isinstance(row, Trend) else None

    def _row(self, index: int, width: int, _highlighted: bool) -> list[Cell]:
        row = self._rows[index]
        if isinstance(row, Header):
            return [NEXT_LINE, (f" {row.title}", "strong"), FILL, (f"  {row.size} ", "quiet")]
        title = fit(row.title, width // 3) if width >= NARROW else ""
        about = " · ".join(text for text in (title, day(row.date)) if text)
        text = beyond_label(row)
        first, second = (row.label, text) if row.label else (text, "")
        return [
            (f"  {' '.join(first.split())}", "here"),
            *(FILL, (f"  {about} ", "quiet")),
            *(NEXT_LINE, (f"  {second}", "")),
        ]

    @on(VirtualList.Selected)
    def _selected(self, event: VirtualList.Selected) -> None:
        event.stop()
        if self.current is not None:
            self.post_message(self.Chosen(self.current))


def _name(row: Row) -> tuple[str, str] | None:
    return (row.path, row.part) if isinstance(row, Trend) else None
