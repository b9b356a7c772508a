"""One list for everything: contents, results, bookmarks, library; rows are made when shown.

It declares no keys; whoever declares commands calls its actions by name:

    cursor_down cursor_up page_down page_up top bottom choose
"""

from __future__ import annotations

from collections.abc import Callable

from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget

from briefing.tui.widgets.list_lines import ListLines
from briefing.tui.widgets.list_row import Render


class VirtualList(ListLines, can_focus=True):
    """A list with a cursor, as quick with a million rows as with ten."""

    class Highlighted(Message):
        """The cursor is on another row; only the newest of several is delivered."""

        def __init__(self, virtual_list: VirtualList, index: int) -> None:
            super().__init__()
            self.virtual_list = virtual_list
            self.index = index

        @property
        def control(self) -> VirtualList:
            """The list."""
            return self.virtual_list

        def can_replace(self, message: Message) -> bool:
            """An older one that waits is dropped."""
            return (
                isinstance(message, VirtualList.Highlighted)
                and message.virtual_list is self.virtual_list
            )

    class Selected(Message):
        """A row was chosen, with Enter or the mouse."""

        def __init__(self, virtual_list: VirtualList, index: int) -> None:
            super().__init__()
            self.virtual_list = virtual_list
            self.index = index

        @property
        def control(self) -> VirtualList:
            """The list."""
            return self.virtual_list

    _selectable: Callable[[int], bool] | None = None

    # Rows

    def set_rows(
        self,
        count: int,
        render: Render,
        *,
        selectable: Callable[[int], bool] | None = None,
        cursor: int | None = None,
        line: int | None = None,
        empty: str | None = None,
    ) -> None:
        """Show other rows, the cursor at its index or at `cursor`, and its row in view.

        `selectable(index)` tells the rows that the cursor may stand on from headers. With `line`
        the cursor's row is there on the screen, as far as the list has rows above and below it.
        """
        self.count, self._render_row, self._selectable = count, render, selectable
        self.empty = self.empty if empty is None else empty
        self._resize_content()
        wanted = self._cursor if cursor is None else cursor
        wanted = max(min(wanted, count - 1), 0)
        self._cursor = self._nearest(wanted, 1) if count else -1
        if line is not None:
            self.scroll_y = self._cursor * self.row_height - line
        self._show_cursor()
        self.repaint()

    def _resize_content(self) -> None:
        size = Size(self.size.width, self.count * self.row_height)
        if (size.height > self.size.height) != self.show_vertical_scrollbar:
            self.virtual_size = size
        elif size != self.virtual_size:
            # The bar stays or stays away, so that nothing need be laid out: half a frame.
            self.set_reactive(Widget.virtual_size, size)
            self._scroll_update(size)

    def on_resize(self) -> None:
        """Keep the cursor in view."""
        self.forget_strips()
        self._resize_content()
        self._show_cursor()

    def _can_select(self, index: int) -> bool:
        return self._selectable is None or self._selectable(index)

    def _nearest(self, index: int, step: int) -> int:
        """The first selectable row from `index` on in one direction, else the other; -1 if none."""
        for direction in (step, -step):
            at = index
            while 0 <= at < self.count:
                if self._can_select(at):
                    return at
                at += direction
        return -1

    # The cursor

    @property
    def cursor(self) -> int:
        """The row under the cursor; -1 when no row can be."""
        return self._cursor

    @cursor.setter
    def cursor(self, index: int) -> None:
        """Put the cursor on a row, or the nearest that can bear it, and show it."""
        self._move_to(index, 1)

    @property
    def cursor_line(self) -> int:
        """The line of the screen, from 0, on which the cursor's row begins."""
        return self._cursor * self.row_height - round(self.scroll_y)

    def _move_to(self, index: int, step: int) -> None:
        if not self.count:
            return
        index = self._nearest(max(min(index, self.count - 1), 0), step)
        if index < 0:
            return
        before, self._cursor = self._cursor, index
        self._show_cursor()
        if index != before:
            self.repaint_row(before)
            self.repaint_row(index)
            self.post_message(self.Highlighted(self, index))

    def _show_cursor(self) -> None:
        """Scroll no more than it takes, the headers right above the cursor included."""
        height = self.size.height
        if self._cursor < 0 or height <= 0:
            return
        first = self._cursor
        while first > 0 and not self._can_select(first - 1) and self._cursor - first < 2:
            first -= 1
        top, bottom = first * self.row_height, (self._cursor + 1) * self.row_height
        y = round(self.scroll_y)
        y = max(min(y, top), bottom - height)
        furthest = max(self.count * self.row_height - height, 0)
        self.scroll_target_y = self.scroll_y = max(min(y, furthest), 0)

    def action_cursor_down(self) -> None:
        """One row down."""
        if self._cursor + 1 < self.count:
            self._move_to(self._cursor + 1, 1)

    def action_cursor_up(self) -> None:
        """One row up; from the first, what stands above it comes into view."""
        if self._cursor > 0:
            self._move_to(self._cursor - 1, -1)

    def _page_rows(self) -> int:
        return max(self.size.height // self.row_height - 1, 1)

    def action_page_down(self) -> None:
        """A page down."""
        self._move_to(self._cursor + self._page_rows(), 1)

    def action_page_up(self) -> None:
        """A page up."""
        self._move_to(self._cursor - self._page_rows(), -1)

    def action_top(self) -> None:
        """To the first row."""
        self._move_to(0, 1)

    def action_bottom(self) -> None:
        """To the last row."""
        self._move_to(self.count - 1, -1)

    def action_choose(self) -> None:
        """Choose the row under the cursor."""
        if self._cursor >= 0:
            self.post_message(self.Selected(self, self._cursor))

    async def _on_click(self, event: events.Click) -> None:
        """Put the cursor on the row that is clicked, and choose it."""
        index = (round(self.scroll_y) + event.y) // self.row_height
        if 0 <= index < self.count and self._can_select(index):
            self._move_to(index, 1)
            self.action_choose()
