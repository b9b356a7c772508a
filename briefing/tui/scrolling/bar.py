"""A scroll bar that draws strips of its own, anew only when it looks otherwise."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import ceil
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.reactive import Reactive
from textual.scrollbar import ScrollBar
from textual.strip import Strip

if TYPE_CHECKING:
    from typing_extensions import Self

Marks = Callable[[int], Mapping[int, tuple[str, Style]]]
"""The sign and style for each marked cell of a bar of that many cells."""
EIGHTHS = 8
"""Steps in which the thumb moves within a cell."""


class QuickBar(ScrollBar):
    """A vertical bar; in a long text most moves leave it as it is, and then it costs nothing."""

    DEFAULT_CLASSES: ClassVar[str] = "-textual-system"

    position: Reactive[float] = Reactive(0, repaint=False)

    def __init__(self, *, thickness: int, marks: Marks) -> None:
        super().__init__(vertical=True, name="vertical", thickness=thickness)
        self._marks = marks
        self._strips: list[Strip] | None = None
        self._drawn: tuple[int, int] | None = None

    def validate_position(self, position: float) -> float:
        """Rows have no parts."""
        return round(position)

    def watch_position(self) -> None:
        """Draw anew if the thumb is elsewhere; one that is not shown would have all laid out."""
        if self.size and self._thumb() != self._drawn:
            self.refresh()

    def _thumb(self) -> tuple[int, int]:
        """Where the thumb begins and ends, in parts of a cell, as the renderer rounds it."""
        size, window, virtual = self.size.height, self.window_size, self.window_virtual_size
        if not size or not window or window >= virtual:
            return 0, 0
        length = max(1, window * size / virtual)
        start = int((size - length) * self.position / (virtual - window) * EIGHTHS)
        return start, start + ceil(length * EIGHTHS)

    def refresh(
        self,
        *regions: Region,
        repaint: bool = True,
        layout: bool = False,
        recompose: bool = False,
    ) -> Self:
        """Draw anew."""
        self._strips = None
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def render_lines(self, crop: Region) -> list[Strip]:
        """The cells of the bar, those that look alike as one strip."""
        if self._strips is None or len(self._strips) != self.size.height:
            self._strips = self._draw()
        return self._strips[crop.y : crop.bottom]

    def _draw(self) -> list[Strip]:
        view = self.parent
        if view is None:
            return []
        self._drawn = self._thumb()
        size = self.size.height
        styles = view.styles
        if self.grabbed:
            back, thumb = styles.scrollbar_background_active, styles.scrollbar_color_active
        elif self.mouse_over:
            back, thumb = styles.scrollbar_background_hover, styles.scrollbar_color_hover
        else:
            back, thumb = styles.scrollbar_background, styles.scrollbar_color
        if back.a < 1:
            back = view.background_colors[0] + back
        window = self.window_size if self.window_size < self.window_virtual_size else 0
        bar = self.renderer.render_bar(
            size=size,
            virtual_size=self.window_virtual_size,
            window_size=window,
            position=self.position,
            thickness=self.thickness,
            back_color=back.rich_color,
            bar_color=(back + thumb).rich_color,
        )
        segments = list(bar.segments)
        marked: dict[tuple[Segment, str, Style], Segment] = {}
        for cell, (sign, style) in self._marks(size).items():
            if cell < len(segments):
                key = segments[cell], sign, style
                if key not in marked:
                    marked[key] = _marked(*key)
                segments[cell] = marked[key]
        made: dict[Segment, Strip] = {}
        filters, ground = self.get_line_filters(), self.background_colors[1]
        for segment in segments:
            if segment not in made:
                strip = Strip([segment], self.thickness)
                for line_filter in filters:
                    strip = strip.apply_filter(line_filter, ground)
                made[segment] = strip
        return [made[segment] for segment in segments]


def _marked(segment: Segment, sign: str, style: Style) -> Segment:
    """A cell of the bar with a sign on it, on the ground it had, still taking the mouse."""
    under = segment.style or Style()
    ground = under.color if under.reverse else under.bgcolor
    over = Style(color=style.color, bgcolor=ground, bold=style.bold, meta=under.meta)
    return Segment(sign * max(len(segment.text), 1), over)
