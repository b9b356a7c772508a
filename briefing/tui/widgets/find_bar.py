"""The line in which the reader types what to find; it takes the status line's place."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static


class FindField(Input):
    """An input that lets go of the keys the moment Enter is pressed, however fast they follow."""

    taking = False
    """Whether keys are for this field."""

    async def _on_key(self, event: events.Key) -> None:
        if self.taking:
            self.taking = event.key != "enter"
            await super()._on_key(event)
            return
        # It was typed after Enter, before the text had the focus: it is meant for the text.
        event.stop()
        event.prevent_default()
        self.app.post_message(events.Key(event.key, event.character))


class FindBar(Horizontal):
    """A field with a live count."""

    @dataclass
    class Changed(Message):
        """The words changed."""

        query: str

    @dataclass
    class Kept(Message):
        """Enter: the hits stay marked, the text has the focus again."""

        query: str

    def compose(self) -> ComposeResult:
        """The sign, the field, the count."""
        yield Static(Content("/ "), id="find-sign")
        yield FindField(placeholder="search in this briefing", compact=True, id="find-field")
        yield Static(Content(""), id="find-count")

    @property
    def query_text(self) -> str:
        """What is typed."""
        return self.query_one(Input).value

    def open(self, text: str = "") -> None:
        """Show the line with `text` in it, selected, so that typing replaces it."""
        self.display = True
        field = self.query_one(FindField)
        field.taking = True
        if field.value != text:
            field.value = text
        field.focus()
        field.action_select_all()

    def close(self) -> None:
        """Take the line away."""
        self.query_one(FindField).taking = False
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
