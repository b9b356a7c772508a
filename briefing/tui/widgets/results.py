"""The results of a library search: briefings, and under each what was found in it."""

from __future__ import annotations

from dataclasses import dataclass

from textual import on
from textual.message import Message

from briefing.search.results import Match
from briefing.tui import found
from briefing.tui.dates import day
from briefing.tui.found import KINDS, Group, Heading, Identity, Offer, Row, identity
from briefing.tui.widgets.keyed_list import KeyedList
from briefing.tui.widgets.line import fit
from briefing.tui.widgets.list_row import FILL, NEXT_LINE, Cell
from briefing.tui.widgets.virtual_list import VirtualList

KIND, NARROW_KIND = 12, 9
"""Cells of the column that says what kind of part it is, and on a narrow screen."""
NARROW = 64
"""Cells below which the list is narrow."""
Marks = tuple[tuple[int, int], ...]


class ResultList(KeyedList):
    """Two lines a match: what it is, and the excerpt with its found words marked."""

    @dataclass(eq=False, repr=False)
    class Chosen(Message):
        """Open this."""

        row: Row

    @dataclass(eq=False, repr=False)
    class Looked(Message):
        """The cursor is on this."""

        row: Row | None

    def __init__(self, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id, row_height=2)
        self._found: tuple[Row, ...] = ()
        self._fresh: frozenset[Identity] = frozenset()
        self.touched = False
        """Whether its reader moved in it since it was shown anew."""

    def show(
        self,
        rows: tuple[Row, ...],
        *,
        at: Identity | None = None,
        fresh: frozenset[Identity] = frozenset(),
    ) -> None:
        """Show these rows, the cursor on the first match; those that are `fresh` carry a sign.

        With `at` it is on that match, on the same line of the screen as before, if it is there.
        """
        self._fresh = fresh
        held = self._index(rows, at)
        line = None if held is None else self.cursor_line
        self._found, self.touched = rows, held is not None
        cursor = 0 if held is None else held
        self.set_rows(len(rows), self._row, selectable=self._can_choose, cursor=cursor, line=line)
        self.post_message(self.Looked(self.current))

    def go(self, wanted: Identity) -> None:
        """Put the cursor on a match; nothing happens where it is not there."""
        at = self._index(self._found, wanted)
        if at is not None:
            self.cursor, self.touched = at, True

    @property
    def current(self) -> Row | None:
        """The row under the cursor."""
        return self._found[self.cursor] if 0 <= self.cursor < len(self._found) else None

    @property
    def chosen(self) -> Identity | None:
        """The match that its reader moved to; None while nothing was touched."""
        row = self.current
        return identity(row) if self.touched and isinstance(row, Match) else None

    @staticmethod
    def _index(rows: tuple[Row, ...], wanted: Identity | None) -> int | None:
        if wanted is None:
            return None
        numbered = enumerate(rows)
        return next(
            (at for at, row in numbered if isinstance(row, Match) and identity(row) == wanted), None
        )

    def _can_choose(self, index: int) -> bool:
        return isinstance(self._found[index], (Match, Offer))

    def _row(self, index: int, width: int, _highlighted: bool) -> list[Cell]:
        row = self._found[index]
        if isinstance(row, Group):
            count = f"{row.count} found" if row.count > 1 else ""
            about = " · ".join(text for text in (day(row.date), count) if text)
            return [NEXT_LINE, (f" {row.title}", "strong"), FILL, (f"  {about} ", "quiet")]
        if isinstance(row, Heading):
            return [NEXT_LINE, (f" {row.title}", "quiet"), FILL, (f"  {row.about} ", "quiet")]
        if isinstance(row, Offer):
            title = fit(row.title, max(1, width // 2))
            beside: Cell = (f"  {row.about}", "new" if row.fresh else "quiet")
            beneath = "" if row.query == row.title else f"   {row.query}"
            return [(f"   {title}", "here"), beside, NEXT_LINE, (beneath, "quiet")]
        return _match(row, width, fresh=identity(row) in self._fresh)

    @on(VirtualList.Highlighted)
    def _highlighted(self, event: VirtualList.Highlighted) -> None:
        event.stop()
        self.touched = True
        self.post_message(self.Looked(self.current))

    @on(VirtualList.Selected)
    def _selected(self, event: VirtualList.Selected) -> None:
        event.stop()
        if self.current is not None:
            self.post_message(self.Chosen(self.current))


def _match(match: Match, width: int, *, fresh: bool) -> list[Cell]:
    """Kind and title over the excerpt; where there is no title, two lines of excerpt."""
    room, edge = (NARROW_KIND, 1) if width < NARROW else (KIND, 3)
    sign: Cell = ("● "[:edge].rjust(edge) if fresh else " " * edge, "new")
    kind = KINDS[match.kind].ljust(room - edge)
    text_room = max(1, width - room - 1)
    if match.kind == "title":
        first, second = _cut(match.excerpt, match.marks, text_room)
    elif match.excerpt == match.part_title:
        first = _marked(match.part_title, match.marks)
        second = [(fit(match.beneath, text_room), "")]
    elif match.part_title:
        excerpt, marks = found.beyond_title(match)
        first, second = [(match.part_title, "here")], _marked(fit(excerpt, text_room), marks)
    else:
        first, second = _cut(match.excerpt, match.marks, text_room)
    return [sign, (kind, "quiet"), *first, NEXT_LINE, (" " * room, ""), *second]


def _cut(text: str, marks: Marks, width: int) -> tuple[list[Cell], list[Cell]]:
    """`text` on two lines, parted at a space, its found words set apart."""
    line = fit(text, width)
    if line == text:
        return _marked(text, marks), []
    at = text.rfind(" ", 0, len(line)) + 1 or len(line)
    later = tuple((max(start - at, 0), end - at) for start, end in marks if end > at)
    return _marked(text[:at], marks), _marked(fit(text[at:], width), later)


def _marked(text: str, marks: Marks) -> list[Cell]:
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
