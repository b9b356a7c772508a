"""The contents tree at the left: it follows the scroll, and jumps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from textual import on
from textual.message import Message

from briefing.tui.outline import Heading, Outline
from briefing.tui.widgets.keyed_list import KeyedList
from briefing.tui.widgets.list_row import FILL, Cell
from briefing.tui.widgets.virtual_list import VirtualList

SIGNS = {"new": "●", "changed": "◆"}
"""Not read yet; read, and another text since."""
EMPTY = "  No headings"


class Contents(KeyedList):
    """Headings, indented; how many trends and questions stand under each; a dot if unread."""

    @dataclass(eq=False, repr=False)
    class Chosen(Message):
        """The reader wants to go to a heading."""

        index: int

    def __init__(self, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._headings: tuple[Heading, ...] = ()
        self._rows: dict[str, int] = {}
        """The row of each part."""
        self._signs: dict[str, str] = {}
        self._here: int | None = None

    def show(self, outline: Outline, signs: Mapping[str, str]) -> None:
        """Show these headings; `signs` says by part which is `new` and which is `changed`."""
        self._headings = outline.headings
        self._rows = {heading.part: row for row, heading in enumerate(self._headings)}
        self._signs = dict(signs)
        self._here = None
        self.set_rows(len(self._headings), self._row, cursor=0, empty=EMPTY)

    def chosen(self) -> str:
        """The part of the heading under the cursor; empty if there are no headings."""
        return self._headings[self.cursor].part if self.cursor < len(self._headings) else ""

    def mark_unread(self, signs: Mapping[str, str]) -> None:
        """Show which parts are still unread."""
        before, self._signs = self._signs, dict(signs)
        other = {part for part, _ in before.items() ^ self._signs.items()}
        for part in other:
            if part in self._rows:
                self.repaint_row(self._rows[part])

    def follow(self, index: int | None) -> None:
        """The reader is under this heading; the cursor goes along unless it is in use here."""
        if index == self._here:
            return
        before, self._here = self._here, index
        cursor, drawn = self.cursor, set[int]()
        if not self.has_focus and index is not None:
            with self.prevent(VirtualList.Highlighted):  # nobody put it there
                self.cursor = index
            drawn = {cursor, self.cursor} if cursor != self.cursor else drawn
        for row in {before, index} - drawn:
            if row is not None:
                self.repaint_row(row)

    def _row(self, index: int, _width: int, _highlighted: bool) -> list[Cell]:
        heading = self._headings[index]
        here = index == self._here
        count = f" {heading.count}" if heading.count else ""
        sign = SIGNS.get(self._signs.get(heading.part, ""), " ")
        return [
            ("▌ " if here else "  ", "sign"),
            ("  " * heading.depth + " ".join(heading.title.split()), "here" if here else ""),
            FILL,
            (count, "quiet"),
            (f" {sign} ", "new"),
        ]

    @on(VirtualList.Selected)
    def _selected(self, event: VirtualList.Selected) -> None:
        event.stop()
        if event.index < len(self._headings):
            self.post_message(self.Chosen(event.index))
