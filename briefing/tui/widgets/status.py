"""The line at the bottom: the place, and what can be done."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.reactive import reactive
from textual.strip import Strip
from textual.timer import Timer
from textual.widget import Widget

from briefing.record import record
from briefing.tui.widgets.line import fit, pad
from briefing.tui.widgets.list_row import safe

MOMENT = 3.0
"""Seconds for which a short reply stands."""


@record
class Hint:
    """A key and what it does."""

    key: str
    label: str


@record
class Piece:
    """A part of the place."""

    text: str
    rank: int = 0
    """The lowest gives way first on a narrow screen."""
    elastic: bool = False
    """Whether it may be cut, as a title may."""


WIDE = 64
"""Cells from which on hints may take three fifths of the line, where they name five commands at 80
columns; on a narrower line half."""
SHORTEST = 8
"""Cells that an elastic piece keeps, or it gives way whole."""


def fitted(pieces: Sequence[Piece], width: int) -> str:
    """As many of `pieces` as go into `width` cells, in their order."""
    kept = [piece for piece in pieces if piece.text]
    while kept:
        rigid = sum(cell_len(piece.text) for piece in kept if not piece.elastic)
        room = width - rigid - 3 * (len(kept) - 1)
        elastic = [piece for piece in kept if piece.elastic]
        wanted = min(SHORTEST, *(cell_len(piece.text) for piece in elastic)) if elastic else 0
        if room >= wanted:
            share = room // len(elastic) if elastic else 0
            return " · ".join(
                fit(piece.text, share) if piece.elastic else piece.text for piece in kept
            )
        if len(kept) == 1:
            return fit(kept[0].text, width)
        kept.remove(min(kept, key=lambda piece: piece.rank))
    return ""


class StatusLine(Widget):
    """Place at the left, hints at the right; a reply takes the hints' room for a moment."""

    ALLOW_SELECT: ClassVar[bool] = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "status--quiet",
        "status--key",
        "status--said",
        "status--grave",
    }

    place: reactive[tuple[Piece, ...]] = reactive(())
    hints: reactive[tuple[Hint, ...]] = reactive(())
    """The most needed last, which is the last to give way."""
    reply: reactive[str] = reactive("")
    working: reactive[str] = reactive("")
    """Long work that goes on, such as `indexing 3 of 40`."""

    def __init__(self, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        self._styles: dict[str, Style] = {}
        super().__init__(id=id)
        self._clock: Timer | None = None
        self._grave = False

    def say(self, text: str, *, grave: bool = False) -> None:
        """Show `text` for a moment."""
        self._grave = grave
        self.reply = text
        if self._clock is not None:
            self._clock.stop()
        self._clock = self.set_timer(MOMENT * (2 if grave else 1), self._fade)

    def _fade(self) -> None:
        self.reply = ""

    def render_line(self, y: int) -> Strip:
        """The line, cut to what fits; it changes with nearly every line that is read."""
        width = self.content_size.width
        cells = self._cells(width) if y == 0 else []
        segments = [Segment(safe(text), self._style(name)) for text, name in cells]
        return Strip(segments).adjust_cell_length(width, self.rich_style)

    def _style(self, name: str) -> Style:
        found = self._styles.get(name)
        if found is None:
            found = self._styles[name] = self.get_component_rich_style(f"status--{name}")
        return found

    def notify_style_update(self) -> None:
        """Another theme."""
        super().notify_style_update()
        self._styles.clear()

    def _cells(self, width: int) -> list[tuple[str, str]]:
        """Texts and the names of their styles, `width` cells in all."""
        if self.reply:
            said = fit(self.reply, width)
            room = width - cell_len(said) - 3
            place = self._place(room) if room > SHORTEST else ""
            left = pad(place, width - cell_len(said))
            return [(left, "quiet"), (said, "grave" if self._grave else "said")]
        hints: list[Hint] = []
        for hint in reversed(self.hints):
            # One that is too long gives way to a shorter one that is less needed.
            if self._width([hint, *hints]) <= (width * 3 // 5 if width >= WIDE else width // 2):
                hints.insert(0, hint)
        room = width - self._width(hints)
        cells = [(pad(self._place(room - 3), room), "quiet")]
        for number, hint in enumerate(hints):
            cells.append((("  " if number else "") + hint.key, "key"))
            cells.append((f" {hint.label}", "quiet"))
        return cells

    def _place(self, width: int) -> str:
        return fit(self.working, width) if self.working else fitted(self.place, width)

    @staticmethod
    def _width(hints: list[Hint]) -> int:
        return sum(cell_len(hint.key) + 1 + cell_len(hint.label) for hint in hints) + 2 * max(
            0, len(hints) - 1
        )
