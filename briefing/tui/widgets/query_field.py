"""The field for a query: what would complete its last word is shown behind it."""

from __future__ import annotations

from textual.actions import SkipAction
from textual.geometry import Size
from textual.reactive import Reactive
from textual.widgets import Input


class QueryField(Input):
    """An input that shows how its text may go on, and in which an empty text has no last sign."""

    # As Textual's own, but for the screen, which need not be laid out anew at every key.
    virtual_size = Reactive(Size(0, 0))

    def offer(self, completed: str) -> None:
        """Show the rest of `completed` behind what is typed, which the right arrow takes."""
        goes_on = completed.startswith(self.value) and self.cursor_at_end
        self._suggestion = completed if goes_on else ""

    def put(self, text: str, cursor: int | None = None) -> None:
        """Have `text` in the field, the cursor behind it or where it is told."""
        self.value = text
        self.cursor_position = len(text) if cursor is None else cursor

    def action_delete_left(self) -> None:
        """Backspace: with nothing to delete, it is another's key."""
        if not self.value:
            raise SkipAction
        super().action_delete_left()

    def action_delete_right(self) -> None:
        """Delete: likewise."""
        if not self.value:
            raise SkipAction
        super().action_delete_right()
