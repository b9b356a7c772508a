"""The line in which the reader types what to find; it takes the status line's place."""

from __future__ import annotations

from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static


class FindBar(Horizontal):
    """A field with a live count."""

    @dataclass(eq=False, repr=False)
    class Changed(Message):
        """The words changed."""

        query: str

    @dataclass(eq=False, repr=False)
    class Kept(Message):
        """Enter: the hits stay marked, the text has the focus again."""

        query: str

    def compose(self) -> ComposeResult:
        """The sign, the field, the count."""
        yield Static(Content("/ "), id="find-sign")
        yield Input(placeholder="search in this briefing", compact=True, id="find-field")
        yield Static(Content(""), id="find-count")

    @property
    def query_text(self) -> str:
        """What is typed."""
        return self.query_one(Input).value

    def open(self, text: str = "") -> None:
        """Show the line with `text` in it, selected, so that typing replaces it."""
        self.display = True
        field = self.query_one(Input)
        if field.value != text:
            field.value = text
        field.focus()
        field.action_select_all()

    def close(self) -> None:
        """Take the line away."""
        self.display = False

    def tell(self, count: str) -> None:
        """Show how many there are."""
        self.query_one("#find-count", Static).update(Content(count), layout=True)

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Changed(event.value))

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Kept(event.value))
