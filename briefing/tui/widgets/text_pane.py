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
    def window(self) -> tuple[int, int]:
        """The first slab on the screen, and the last one of which the last row is there."""
        if not self.ready:
            return 0, -1
        below = self.top_row + self.height
        whole = below >= self.flow.heights.total
        last = len(self.slabs) - 1 if whole else self.flow.slab_at(below) - 1
        return self.flow.slab_at(self.top_row), last
