"""A line that stays for as long as something is wrong."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static


class Banner(Static):
    """What the reader must know: what cannot be saved, which setting was left aside."""

    _shown: tuple[str, ...] | None = None

    def show_problems(self, problems: tuple[str, ...]) -> None:
        """Show them one a line, or nothing."""
        if problems == self._shown:
            return
        self._shown = problems
        self.display = bool(problems)
        self.update(Content("\n".join(f"! {problem}" for problem in problems)))
