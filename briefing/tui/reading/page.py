"""The page: how wide the text is set and where it stands in the pane."""

from __future__ import annotations

from briefing.record import record

GUTTER = 3
"""Cells left of the text: the cursor's bar, the bookmark's sign, air."""
MARGIN = 1
"""Cells right of the text that stay free."""
NARROWEST = 8


@record
class Page:
    """Everything but the text that decides where rows break."""

    pane: int
    """Cells of the pane without its scroll bar."""
    measure: int = 72
    """The most cells a row of text takes."""
    justify: bool = False

    @property
    def width(self) -> int:
        """Cells a row of text takes at most."""
        return max(min(self.measure, self.pane - GUTTER - MARGIN), NARROWEST)

    @property
    def left(self) -> int:
        """Cells before the text, the gutter among them."""
        return max((self.pane - self.width) // 2, GUTTER)
