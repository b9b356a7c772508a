"""The line at the top: which briefing this is."""

from __future__ import annotations

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from briefing.tui.widgets.line import spread


class Masthead(Widget):
    """Title at the left; byline, date and length at the right."""

    title: reactive[str] = reactive("")
    details: reactive[tuple[str, ...]] = reactive(())
    """From the least to the most needed: the first ones give way on a narrow screen."""

    def render(self) -> Content:
        """The line, cut to what fits."""
        width = self.content_size.width
        details = list(self.details)
        while details:
            left, right = spread(self.title, " · ".join(details), width)
            if right and (len(self.title) + 2 + len(right) <= width or len(details) == 1):
                return Content.assemble((left, "bold"), (right, "$muted"))
            details.pop(0)
        return Content.styled(spread(self.title, "", width)[0], "bold")
