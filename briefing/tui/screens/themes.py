"""Choosing a theme, seen at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from briefing.tui.widgets.choices import Choices

PAUSE = 0.12
"""Seconds a theme must stay chosen before it is shown: a switch repaints everything."""


class ThemePicker(ModalScreen[str | None]):
    """A list of themes; returns the chosen one, or None when the reader backs out."""

    CSS_PATH = "themes.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,T", "cancel", "back out", tooltip="Keep the theme as it was."),
    ]

    def __init__(self, themes: Sequence[tuple[str, str]], current: str) -> None:
        """`themes` are ids, each with the name to show."""
        super().__init__()
        self._names = [name for name, _ in themes]
        self._shown = [shown for _, shown in themes]
        self._current = current

    def compose(self) -> ComposeResult:
        """The list, and the keys."""
        with Vertical(classes="dialog"):
            yield Static(Content("Theme"), classes="dialog-title")
            yield Choices(*(Option(Content(name)) for name in self._shown), id="theme-list")
            yield Static(Content("Enter keeps · Esc undoes"), classes="dialog-keys")

    def on_mount(self) -> None:
        """Start at the theme in use."""
        if self._current in self._names:
            self.query_one(Choices).highlighted = self._names.index(self._current)

    def action_cancel(self) -> None:
        """Return to the theme that was in use."""
        self.app.theme = self._current
        self.dismiss(None)

    @on(OptionList.OptionHighlighted)
    def _highlighted(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        index = event.option_index

        def preview() -> None:
            if self.query_one(Choices).highlighted == index:
                self.app.theme = self._names[index]

        self.set_timer(PAUSE, preview)

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.dismiss(self._names[event.option_index])
