"""An app with nothing but a reading pane, for the tests of the pane."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.app import App, ComposeResult
from textual.message import Message

from briefing.tui.reading.pane import ReadingPane
from briefing.tui.reading.slab import Slab


@dataclass(frozen=True)
class Found:
    index: int
    start: int
    end: int


class PaneApp(App[None]):
    """Shows slabs, and keeps the messages of the pane."""

    def __init__(self, slabs: Sequence[Slab], empty: str = "") -> None:
        super().__init__()
        self.slabs, self.empty = slabs, empty
        self.heard: list[Message] = []

    def compose(self) -> ComposeResult:
        yield ReadingPane()

    @property
    def pane(self) -> ReadingPane:
        return self.query_one(ReadingPane)

    def on_mount(self) -> None:
        self.pane.show(self.slabs, empty=self.empty)
        self.pane.focus()

    def on_reading_pane_place_changed(self, message: ReadingPane.PlaceChanged) -> None:
        self.heard.append(message)

    def on_reading_pane_chosen(self, message: ReadingPane.Chosen) -> None:
        self.heard.append(message)

    def on_reading_pane_link_requested(self, message: ReadingPane.LinkRequested) -> None:
        self.heard.append(message)

    def lines(self) -> list[str]:
        """The rows on the screen."""
        pane = self.pane
        return [strip.text.rstrip() for strip in pane.render_lines(pane.size.region)]

    def line_of(self, words: str) -> int:
        """The row of the screen that shows these words."""
        return next(y for y, line in enumerate(self.lines()) if words in line)


def paragraphs(count: int) -> list[Slab]:
    """A heading before every ten paragraphs, each of a few rows and with its number in it."""
    made: list[Slab] = []
    for number in range(count):
        if number % 10 == 0:
            made.append(Slab(f"Heading {number}", style="heading", level=2))
        made.append(Slab(f"Begin {number}. " + "some words of it " * (number % 7 * 3) + "end."))
    return made
