"""Writing a note."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static, TextArea

from briefing.record import record
from briefing.tui.widgets.line import fit


@record
class Written:
    """What the reader typed, and whether it is to be saved or only kept at hand."""

    text: str
    save: bool


class NoteDialog(ModalScreen[Written | None]):
    """The quote, a field for the note; returns None when nothing was changed."""

    CSS_PATH = "note.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s,ctrl+j", "save", "save", priority=True, tooltip="Save the note."),
        Binding(
            "escape", "cancel", "back out", tooltip="Close; what is not saved is kept as a draft."
        ),
    ]

    def __init__(self, quote: str, note: str, draft: str | None = None) -> None:
        """`draft` is what was typed before, and not saved."""
        super().__init__()
        self._quote = quote
        self._note = note
        self._draft = note if draft is None else draft

    def compose(self) -> ComposeResult:
        """What the note is on, the field, the keys."""
        with Vertical(classes="dialog"):
            yield Static(Content("Note"), classes="dialog-title")
            yield Static(Content(fit(self._quote, 200)), id="note-quote")
            yield TextArea(self._draft, id="note-field", soft_wrap=True, tab_behavior="focus")
            yield Static(Content("^s saves · Esc keeps it as a draft"), classes="dialog-keys")

    def on_mount(self) -> None:
        """Type at once, at the end of what is there."""
        field = self.query_one("#note-field", TextArea)
        field.focus()
        field.move_cursor(field.document.end)

    def action_save(self) -> None:
        """Give the note back."""
        self.dismiss(Written(self._text, save=True))

    def action_cancel(self) -> None:
        """Give back what was typed, if that is another text, but not to be saved."""
        text = self._text
        self.dismiss(Written(text, save=False) if text not in (self._note, "") else None)

    @property
    def _text(self) -> str:
        return self.query_one("#note-field", TextArea).text.strip()
