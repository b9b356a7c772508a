"""The line at the bottom: the place, and what can be done."""

from __future__ import annotations

from dataclasses import dataclass

from rich.cells import cell_len
from textual.content import Content
from textual.reactive import reactive
from textual.timer import Timer
from textual.widget import Widget

from briefing.tui.widgets.line import fit, pad

MOMENT = 4.0
"""Seconds for which a short reply stands."""


@dataclass(frozen=True, slots=True)
class Hint:
    """A key and what it does."""

    key: str
    label: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of the place."""

    text: str
    rank: int = 0
    """The lowest gives way first on a narrow screen."""


def _joined(pieces: list[Piece]) -> str:
    return " · ".join(piece.text for piece in pieces)


class StatusLine(Widget):
    """Place at the left, hints at the right; a reply takes the hints' room for a moment."""

    place: reactive[tuple[Piece, ...]] = reactive(())
    hints: reactive[tuple[Hint, ...]] = reactive(())
    """The most needed last, which is the last to give way."""
    reply: reactive[str] = reactive("")
    working: reactive[str] = reactive("")
    """Long work that goes on, such as `indexing 3 of 40`."""

    def __init__(self, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
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

    def render(self) -> Content:
        """The line, cut to what fits."""
        width = self.content_size.width
        if self.reply:
            style = "$error" if self._grave else "$accent"
            said = fit(self.reply, width)
            place = self._place(width - cell_len(said) - 3)
            gap = " " * (width - cell_len(said) - cell_len(place))
            return Content.assemble((place, "$muted"), gap, (said, f"{style} bold"))
        place = self._place(width)
        hints = list(self.hints)
        while hints and cell_len(place) + 3 + self._width(hints) > width:
            hints.pop(0)
        pieces: list[tuple[str, str]] = [(pad(place, width - self._width(hints)), "$muted")]
        for number, hint in enumerate(hints):
            pieces.append((("  " if number else "") + hint.key, "$accent bold"))
            pieces.append((f" {hint.label}", "$muted"))
        return Content.assemble(*pieces)

    def _place(self, width: int) -> str:
        if width <= 0:
            return ""
        if self.working:
            return fit(self.working, width)
        pieces = [piece for piece in self.place if piece.text]
        while len(pieces) > 1 and cell_len(_joined(pieces)) > width:
            pieces.remove(min(pieces, key=lambda piece: piece.rank))
        return fit(_joined(pieces), width)

    @staticmethod
    def _width(hints: list[Hint]) -> int:
        return sum(cell_len(hint.key) + 1 + cell_len(hint.label) for hint in hints) + 2 * max(
            0, len(hints) - 1
        )
