"""The list of briefings."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from textual import on
from textual.message import Message

from briefing.document.words import duration
from briefing.library.entry import Entry
from briefing.tui.dates import day
from briefing.tui.widgets.keyed_list import KeyedList
from briefing.tui.widgets.list_row import FILL, Cell
from briefing.tui.widgets.virtual_list import VirtualList

WIDE, MIDDLE = 100, 64
"""Cells from which on a row holds all columns, or the most needed."""


class Shelf(KeyedList):
    """One line a briefing: unread or not, title, date, length, what it is made of, bookmarks."""

    @dataclass
    class Chosen(Message):
        """Open this briefing."""

        entry: Entry

    def __init__(self, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._entries: tuple[Entry, ...] = ()
        self._places: dict[str, str] = {}

    def show(self, entries: tuple[Entry, ...], *, path: str = "") -> None:
        """Show these briefings; the cursor is on the one at `path`, if it is there."""
        self._entries = entries
        self._places = places(entries)
        at = next((n for n, entry in enumerate(entries) if entry.path == path), 0)
        self.set_rows(len(entries), self._row, cursor=at)

    @property
    def current(self) -> Entry | None:
        """The briefing under the cursor."""
        return self._entries[self.cursor] if 0 <= self.cursor < len(self._entries) else None

    def _row(self, index: int, width: int, _highlighted: bool) -> list[Cell]:
        entry = self._entries[index]
        return [
            (" ● " if entry.unread else "   ", "new"),
            (self._places.get(entry.path, ""), "quiet"),
            (" ".join(entry.title.split()), ""),
            FILL,
            *((text, "quiet") for text in columns_of(entry, width)),
            (" ", ""),
        ]

    @on(VirtualList.Selected)
    def _selected(self, event: VirtualList.Selected) -> None:
        event.stop()
        if self.current is not None:
            self.post_message(self.Chosen(self.current))


def places(entries: tuple[Entry, ...]) -> dict[str, str]:
    """What tells briefings of one title apart, by path: their folder, else their whole path.

    It goes before the title, where a narrow list does not cut it.
    """
    alike: dict[str, list[Entry]] = {}
    for entry in entries:
        alike.setdefault(" ".join(entry.title.split()), []).append(entry)
    found: dict[str, str] = {}
    for group in alike.values():
        if len(group) < 2:
            continue
        folders = [Path(entry.path).parent.name for entry in group]
        for entry, folder in zip(group, folders, strict=True):
            told = folder if len(set(folders)) == len(group) else entry.path
            found[entry.path] = f"{told}: "
    return found


HEADS = ("date", "min", "sections", "trends", "FAQ", "tips", "marks", "read")
WIDTHS = (12, 6, 10, 8, 5, 6, 7, 7)
SHOWN = {"wide": (0, 1, 2, 3, 4, 5, 6, 7), "middle": (0, 1, 6, 7), "narrow": (7,)}


def heads(width: int) -> str:
    """The names of the columns, over a list `width` cells wide."""
    names = "".join(HEADS[n].rjust(WIDTHS[n]) for n in _columns(width))
    return "   title".ljust(max(0, width - len(names) - 1)) + names


def columns_of(entry: Entry, width: int) -> list[str]:
    """What stands at the right of the title."""
    values = (
        day(entry.date),
        # The column is of minutes; what takes hours says so.
        duration(entry.minutes).removesuffix(" min") if entry.minutes else "",
        str(entry.sections or ""),
        str(entry.trends or ""),
        str(entry.questions or ""),
        str(entry.tips or ""),
        str(entry.bookmarks or ""),
        f"{round(entry.progress * 100)} %" if entry.progress else "",
    )
    return [values[n].rjust(WIDTHS[n]) for n in _columns(width)]


def _columns(width: int) -> tuple[int, ...]:
    size = "wide" if width >= WIDE else "middle" if width >= MIDDLE else "narrow"
    return SHOWN[size]
