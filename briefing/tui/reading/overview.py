"""The scroll bar that shows where the hits and the bookmarks are."""

from __future__ import annotations

from typing import Protocol

from rich.color import Color
from rich.segment import Segment, Segments
from rich.style import Style
from textual.scrollbar import ScrollBarRender

HIT = "━"
CURRENT = "█"
BOOKMARK = "◆"


class Marked(Protocol):
    """What knows which cells of a scroll bar bear a mark."""

    def bar_marks(self, size: int) -> dict[int, tuple[str, Style]]:
        """The sign and style for each marked cell of a bar of `size` cells."""


def marked_renderer(marked: Marked) -> type[ScrollBarRender]:
    """A renderer for one scroll bar that lays the marks of `marked` over it."""

    class MarkedRender(ScrollBarRender):
        """A plain scroll bar with marks."""

        @classmethod
        def render_bar(
            cls,
            size: int = 25,
            virtual_size: float = 50,
            window_size: float = 20,
            position: float = 0,
            thickness: int = 1,
            vertical: bool = True,
            back_color: Color = Color.parse("default"),  # noqa: B008 -- the base class's signature
            bar_color: Color = Color.parse("default"),  # noqa: B008 -- the base class's signature
        ) -> Segments:
            """The segments of the bar, one a row."""
            plain = super().render_bar(
                size,
                virtual_size,
                window_size,
                position,
                thickness,
                vertical,
                back_color,
                bar_color,
            )
            segments = list(plain.segments)
            for cell, (sign, style) in marked.bar_marks(size).items():
                if cell < len(segments):
                    segments[cell] = _marked(segments[cell], sign, style)
            return Segments(segments, new_lines=plain.new_lines)

    return MarkedRender


def _marked(segment: Segment, sign: str, style: Style) -> Segment:
    """A cell of the bar with a sign on it, on the ground it had, still taking the mouse."""
    under = segment.style or Style()
    ground = under.color if under.reverse else under.bgcolor
    over = Style(color=style.color, bgcolor=ground, bold=style.bold, meta=under.meta)
    return Segment(sign * max(len(segment.text), 1), over)
