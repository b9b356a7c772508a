"""When what was found was written: a line of bars, with the same in words beside it."""

from __future__ import annotations

from dataclasses import dataclass

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from briefing.tui import timeline
from briefing.tui.timeline import Period
from briefing.tui.widgets.line import fit

WIDEST = 3
"""Cells of a bar."""
SHARE = 2, 3
"""Of the line, what the bars and their two labels may take."""


class TimeLine(Widget):
    """Bars by month or year; one period may be the chosen one."""

    @dataclass(eq=False, repr=False)
    class Chosen(Message):
        """A bar was clicked."""

        period: Period

    months: reactive[tuple[tuple[str, int], ...]] = reactive(())
    """How many by month, `2025-11`; the empty month is for what has no date."""
    chosen: reactive[str] = reactive("")
    """Where the chosen period begins; empty for all the time there is."""

    about: reactive[str] = reactive("")
    """Of which results, where it is not of all."""

    @property
    def periods(self) -> tuple[Period, ...]:
        """The bars."""
        room = self.content_size.width * SHARE[0] // SHARE[1] - 2 * len(" Nov 2025 ")
        return timeline.periods(dict(self.months), max(room, 12))

    def beside(self, by: int) -> Period | None:
        """The nearest period before or after the chosen one in which something was found.

        From all the time there is, back is the newest; beyond either end it is all of it: None.
        """
        held = [period for period in self.periods if period.count]
        at = next((at for at, period in enumerate(held) if period.begin == self.chosen), None)
        if at is None:
            at = len(held) if by < 0 else -1
        return held[at + by] if 0 <= at + by < len(held) else None

    def render(self) -> Content:
        """The first label, the bars, the last label, the words."""
        shown = self.periods
        undated = dict(self.months).get("", 0)
        if len(shown) < 2:
            only = f"all in {shown[0].label}: " if shown else ""
            return Content.styled(only + timeline.words(shown, undated), "$muted")
        pieces: list[tuple[str, str]] = [(f"{shown[0].label} ", "$muted")]
        said = timeline.words(shown, undated)
        for period, sign in zip(shown, timeline.bars(shown), strict=True):
            style = "$accent" if period.count else "$muted"
            if period.begin == self.chosen:
                style = "$accent-text on $accent bold"
                said = f"only {period.label}: {period.count:,}"
            pieces.append((sign * self._bar(shown), style))
        pieces.append((f" {shown[-1].label}", "$muted"))
        used = sum(cell_len(text) for text, _ in pieces)
        room = self.content_size.width - used - 3
        words = ("   " + fit(" · ".join(filter(None, (said, self.about))), room), "$muted")
        return Content.assemble(*pieces, *([words] if room >= 8 else []))

    def _bar(self, shown: tuple[Period, ...]) -> int:
        room = self.content_size.width * SHARE[0] // SHARE[1]
        return max(1, min(WIDEST, room // max(len(shown), 1)))

    def on_click(self, event: events.Click) -> None:
        """Choose the period under the pointer."""
        at, shown = event.get_content_offset(self), self.periods
        if at is None or len(shown) < 2:
            return
        index = (at.x - cell_len(f"{shown[0].label} ")) // self._bar(shown)
        if 0 <= index < len(shown) and shown[index].count:
            self.post_message(self.Chosen(shown[index]))
