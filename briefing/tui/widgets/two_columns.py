"""Pairs of short and long texts under headings, the long ones wrapped within their column."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

Group = tuple[str, Sequence[tuple[str, str]]]
"""A heading and its pairs."""
WIDEST, AIR = 26, 2
"""Cells of the left column at most; cells between the columns."""


class TwoColumns(Widget):
    """One widget for a long list, however many lines it has."""

    DEFAULT_CSS = "TwoColumns { height: auto; }"

    def __init__(self, groups: Sequence[Group]) -> None:
        super().__init__()
        self._groups = groups

    def get_content_height(self, _container: Size, _viewport: Size, width: int) -> int:
        """Lines at this width."""
        return len(self.lines(width))

    def render(self) -> Content:
        """All groups."""
        return Content("\n").join(self.lines(self.content_size.width))

    def lines(self, width: int) -> list[Content]:
        """The lines at a width, an empty one before each heading but the first."""
        lines: list[Content] = []
        for heading, pairs in self._groups:
            if lines:
                lines.append(Content(""))
            pieces = textwrap.wrap(heading, max(8, width))
            lines += [Content.styled(piece, "$reading-heading bold") for piece in pieces]
            longest = max((len(left) for left, _ in pairs), default=0)
            column = min(longest, WIDEST, max(8, width // 3))
            for left, right in pairs:
                lines.extend(_pair(left, right, column, width))
        return lines


def _pair(left: str, right: str, column: int, width: int) -> list[Content]:
    lefts = textwrap.wrap(left, column) or [""]
    rights = textwrap.wrap(right, max(8, width - column - 2 * AIR)) or [""]
    return [
        Content.assemble(
            (" " * AIR + (lefts[row] if row < len(lefts) else "").ljust(column + AIR), "$accent"),
            rights[row] if row < len(rights) else "",
        )
        for row in range(max(len(lefts), len(rights)))
    ]
