"""Giving something a name."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from briefing.tui.widgets.line import fit


class NameDialog(ModalScreen[str | None]):
    """What is named, and a field; returns None when it is to have no name."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", "back out", tooltip="Close; nothing is saved.")
    ]

    def __init__(self, title: str, about: str, name: str) -> None:
        """`name` is there to be typed over."""
        super().__init__()
        self._title = title
        self._about = about
        self._name = name

    def compose(self) -> ComposeResult:
        """What it is, the field, the keys."""
        with Vertical(classes="dialog"):
            yield Static(Content(self._title), classes="dialog-title")
            yield Static(Content.styled(fit(self._about, 200), "$muted"))
            yield Input(self._name, placeholder="a name", compact=True)
            yield Static(Content("Enter saves · Esc closes"), classes="dialog-keys")

    def on_mount(self) -> None:
        """Type at once."""
        self.query_one(Input).focus()
        self.query_one(Input).select_all()

    @on(Input.Submitted)
    def _named(self, event: Input.Submitted) -> None:
        event.stop()
        self.dismiss(event.value.strip() or None)
