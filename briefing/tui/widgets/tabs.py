"""The tabs: one for each pane, with its key and its count."""

from __future__ import annotations

from dataclasses import dataclass

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from briefing.record import record


@record
class Tab:
    """One tab."""

    name: str
    """What it is chosen by."""
    key: str
    """Empty where none chooses it by itself."""
    label: str
    short: str
    count: str
    """Empty while it is not known."""


@record
class Size:
    """How much of each tab there is room for."""

    short: bool
    edge: int
    """Cells of air at either side, within the tab."""
    gap: int
    """Cells between two tabs."""
    counts: bool = True
    """Whether tabs other than the active one show their count."""
    labels: bool = True

    def parts(self, tab: Tab, active: bool) -> tuple[str, str, str]:
        """What stands before the label, the label, and what stands after it."""
        air = " " * self.edge
        label = (tab.short if self.short else tab.label) if self.labels else ""
        count = f" {tab.count}" if tab.count and (self.counts or active) else ""
        space = " " if tab.key and label else ""
        return f"{air}{tab.key}{space}", label, f"{count}{air}"


SIZES = (
    Size(short=False, edge=1, gap=1),
    Size(short=False, edge=1, gap=0),
    Size(short=False, edge=0, gap=2),
    Size(short=True, edge=1, gap=0),
    Size(short=True, edge=0, gap=1),
    Size(short=True, edge=0, gap=1, counts=False),
    Size(short=True, edge=0, gap=1, counts=False, labels=False),
)
"""From the most generous on."""


class PaneTabs(Widget):
    """One line of tabs; labels are shortened until they fit."""

    @dataclass(eq=False, repr=False)
    class Chosen(Message):
        """A tab was clicked."""

        name: str

    tabs: reactive[tuple[Tab, ...]] = reactive(())
    active: reactive[str] = reactive("")

    def render(self) -> Content:
        """The tabs, the active one set apart."""
        size = self._fitting()
        pieces: list[tuple[str, str]] = []
        for tab in self.tabs:
            active = tab.name == self.active
            edge = "$accent-text on $accent" if active else "$muted"
            body = "$accent-text on $accent bold" if active else "$foreground"
            before, label, after = size.parts(tab, active)
            pieces += [(before, edge), (label, body), (after, edge), (" " * size.gap, "")]
        return Content.assemble(*pieces)

    def _fitting(self) -> Size:
        """The largest size in which all tabs fit."""
        width = self.content_size.width
        return next((size for size in SIZES if self._width(size) <= width), SIZES[-1])

    def _width(self, size: Size) -> int:
        return sum(self._cells(size, tab) + size.gap for tab in self.tabs) - size.gap

    def _cells(self, size: Size, tab: Tab) -> int:
        return sum(cell_len(text) for text in size.parts(tab, tab.name == self.active))

    def on_click(self, event: events.Click) -> None:
        """Choose the tab under the pointer."""
        at = event.get_content_offset(self)
        if at is None:
            return
        size, x = self._fitting(), 0
        for tab in self.tabs:
            x += self._cells(size, tab) + size.gap
            if at.x < x:
                self.post_message(self.Chosen(tab.name))
                return
