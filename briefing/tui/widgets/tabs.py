"""The tabs: one for each pane, with its key and its count."""

from __future__ import annotations

from dataclasses import dataclass

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget


@dataclass(frozen=True, slots=True)
class Tab:
    """One tab."""

    name: str
    """What it is chosen by."""
    key: str
    label: str
    short: str
    count: int


class PaneTabs(Widget):
    """One line of tabs; labels are shortened until they fit."""

    @dataclass
    class Chosen(Message):
        """A tab was clicked."""

        name: str

    tabs: reactive[tuple[Tab, ...]] = reactive(())
    active: reactive[str] = reactive("")

    def render(self) -> Content:
        """The tabs, the active one set apart."""
        pieces: list[tuple[str, str]] = []
        for tab, text, gap in self._laid_out():
            active = tab.name == self.active
            key, _, rest = text.partition(" ")
            label, _, count = rest.rpartition(" ")
            lead = "$accent-text on $accent" if active else "$muted"
            body = "$accent-text on $accent bold" if active else "$foreground"
            pieces += [
                (f" {key} ", lead),
                (label, body),
                (f" {count} ", lead),
                (" " * gap, ""),
            ]
        return Content.assemble(*pieces)

    def _laid_out(self) -> list[tuple[Tab, str, int]]:
        """Each tab with its text and the gap after it."""
        width = self.content_size.width
        for label, gap in (("label", 2), ("label", 0), ("short", 1), ("short", 0), ("", 0)):
            laid = [(tab, self._text(tab, label), gap) for tab in self.tabs]
            if sum(cell_len(text) + 2 + gap for _, text, gap in laid) - gap <= width:
                return laid
        return [(tab, self._text(tab, ""), 0) for tab in self.tabs]

    @staticmethod
    def _text(tab: Tab, label: str) -> str:
        word = {"label": tab.label, "short": tab.short}.get(label, "")
        return f"{tab.key} {word} {tab.count}"

    def on_click(self, event: events.Click) -> None:
        """Choose the tab under the pointer."""
        at = event.get_content_offset(self)
        if at is None:
            return
        x = 0
        for tab, text, gap in self._laid_out():
            x += cell_len(text) + 2
            if at.x < x:
                self.post_message(self.Chosen(tab.name))
                return
            x += gap
