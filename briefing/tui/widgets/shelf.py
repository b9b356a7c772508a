"""The list of briefings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rich.cells import cell_len
from textual import on
from textual.message import Message

from briefing.document.words import duration
from briefing.library.entry import Entry
from briefing.record import record
from briefing.tui.arranging import Header
from briefing.tui.dates import day
from briefing.tui.shelves import source_of
from briefing.tui.widgets.keyed_list import KeyedList
from briefing.tui.widgets.line import pad
from briefing.tui.widgets.list_row import FILL, Cell
from briefing.tui.widgets.virtual_list import VirtualList

WIDE, MIDDLE = 100, 64
"""Cells from which on a row holds all columns, or the most needed."""
Row = Header | Entry


@record
class Column:
    """What stands at the right of the titles."""

    name: str
    order: str
    """What sorts by it; empty for what nothing does."""
    width: int
    left: bool = False
    """Whether it is set at the left, as words are."""


SOURCE = Column("source", "", 17, left=True)
TAGS = Column("tags", "", 15, left=True)
DATE = Column("date", "date", 12)
LENGTH = Column("min", "length", 7)
UNREAD = Column("unread", "unread", 8)
MARKS = Column("marks", "", 6)
SHOWN = {
    "wide": (SOURCE, TAGS, DATE, LENGTH, UNREAD, MARKS),
    "middle": (DATE, LENGTH, UNREAD, MARKS),
    "narrow": (UNREAD,),
}


class Shelf(KeyedList):
    """One line a briefing: unread or not, title, source, tags, date, length, marks."""

    @dataclass(eq=False, repr=False)
    class Chosen(Message):
        """Open this briefing."""

        entry: Entry

    def __init__(self, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._rows: tuple[Row, ...] = ()
        self._places: Mapping[str, str] = {}

    def show(self, rows: tuple[Row, ...], places: Mapping[str, str], *, path: str = "") -> None:
        """Show these rows; the cursor is on the briefing at `path`, if it is there.

        `places` is what goes before a title that others have as well, by path.
        """
        self._rows, self._places = rows, places
        at = next((n for n, row in enumerate(rows) if _path(row) == path), 0)
        self.set_rows(
            len(rows), self._row, cursor=at, selectable=lambda n: isinstance(rows[n], Entry)
        )

    @property
    def current(self) -> Entry | None:
        """The briefing under the cursor."""
        row = self._rows[self.cursor] if 0 <= self.cursor < len(self._rows) else None
        return row if isinstance(row, Entry) else None

    def _row(self, index: int, width: int, _highlighted: bool) -> list[Cell]:
        row = self._rows[index]
        if isinstance(row, Header):
            return [(f" {row.title}", "strong"), FILL, (f"  {row.size} ", "quiet")]
        return [
            (" ● " if row.unread else "   ", "new"),
            (self._places.get(row.path, ""), "quiet"),
            (" ".join(row.title.split()), ""),
            FILL,
            *((text, "quiet") for text in columns_of(row, width)),
            (" ", ""),
        ]

    @on(VirtualList.Selected)
    def _selected(self, event: VirtualList.Selected) -> None:
        event.stop()
        if self.current is not None:
            self.post_message(self.Chosen(self.current))


def _path(row: Row) -> str:
    return row.path if isinstance(row, Entry) else ""


def heads(width: int, order: str, arrow: str) -> str:
    """The names of the columns over a list `width` cells wide, an arrow at what it is sorted by."""
    names = "".join(
        _set(f"{column.name} {arrow}" if column.order == order else column.name, column)
        for column in _columns(width)
    )
    title = f"   title {arrow}" if order == "title" else "   title"
    return title.ljust(max(0, width - cell_len(names) - 1)) + names


def has_column(order: str, width: int) -> bool:
    """Whether the names of the columns tell that a list this wide is sorted by `order`."""
    return order == "title" or any(column.order == order for column in _columns(width))


def columns_of(entry: Entry, width: int) -> list[str]:
    """What stands at the right of the title."""
    values = {
        SOURCE: source_of(entry),
        TAGS: " ".join(entry.tags),
        DATE: day(entry.date),
        # The column is of minutes; what takes hours says so.
        LENGTH: duration(entry.minutes).removesuffix(" min") if entry.minutes else "",
        UNREAD: str(entry.unread or ""),
        MARKS: str(entry.bookmarks or ""),
    }
    return [_set(values[column], column) for column in _columns(width)]


def _set(text: str, column: Column) -> str:
    if column.left:
        return f"  {pad(text, column.width - 2)}"
    return text.rjust(column.width)


def _columns(width: int) -> tuple[Column, ...]:
    size = "wide" if width >= WIDE else "middle" if width >= MIDDLE else "narrow"
    return SHOWN[size]
