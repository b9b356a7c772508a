"""The reading pane under our commands' keys."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType

from briefing.tui.commands.bindings import bindings
from briefing.tui.reading.pane import ReadingPane


class TextPane(ReadingPane, inherit_bindings=False):
    """The reading pane; what it can do is its own, its keys are declared with all others."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("text")

    @property
    def last_shown(self) -> int:
        """The last slab of which the last row is on the screen; 0 while nothing is."""
        if not self.ready:
            return 0
        below = self.top_row + self.size.height
        if below >= self.flow.heights.total:
            return len(self.slabs) - 1
        return max(0, self.flow.slab_at(below) - 1)
