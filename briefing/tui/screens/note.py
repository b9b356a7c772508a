"""Writing a note."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static, TextArea

from briefing.tui.widgets.line import fit


class NoteDialog(ModalScreen[str | None]):
    """The quote, a field for the note; returns the note, or None when the reader backs out."""

    CSS_PATH = "note.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s,ctrl+j", "save", "save", priority=True, tooltip="Save the note."),
        Binding("escape", "cancel", "back out", tooltip="Leave the note as it was."),
    ]

    def __init__(self, quote: str, note: str) -> None:
        super().__init__()
        self._quote = quote
        self._note = note

    def compose(self) -> ComposeResult:
        """What the note is on, the field, the keys."""
        with Vertical(classes="dialog"):
            yield Static(Content("Note"), classes="dialog-title")
            yield Static(Content(fit(self._quote, 200)), id="note-quote")
            yield TextArea(self._note, id="note-field", soft_wrap=True, tab_behavior="focus")
            yield Static(Content("^s saves · Esc leaves it as it was"), classes="dialog-keys")

    def on_mount(self) -> None:
        """Type at once, at the end of what is there."""
        field = self.query_one("#note-field", TextArea)
        field.focus()
        field.move_cursor(field.document.end)

    def action_save(self) -> None:
        """Give the note back."""
        self.dismiss(self.query_one("#note-field", TextArea).text.strip())

    def action_cancel(self) -> None:
        """Give nothing back."""
        self.dismiss(None)
