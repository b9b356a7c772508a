"""The one list: as quick with a million rows as with ten."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from textual.app import App, ComposeResult
from textual.message import Message

from briefing.tui.widgets.list_row import FILL, NEXT_LINE, Cell
from briefing.tui.widgets.virtual_list import VirtualList


def plain(index: int, _width: int, _highlighted: bool) -> Sequence[Cell]:
    return [(f"row {index}", ""), FILL, (str(index % 7), "muted")]


class ListApp(App[None]):
    """Shows one list, and keeps its messages."""

    def __init__(self, row_height: int = 1, empty: str = "") -> None:
        super().__init__()
        self.row_height, self.empty = row_height, empty
        self.heard: list[Message] = []

    def compose(self) -> ComposeResult:
        yield VirtualList(row_height=self.row_height, empty=self.empty)

    @property
    def shown(self) -> VirtualList:
        return self.query_one(VirtualList)

    def on_virtual_list_highlighted(self, message: VirtualList.Highlighted) -> None:
        self.heard.append(message)

    def on_virtual_list_selected(self, message: VirtualList.Selected) -> None:
        self.heard.append(message)

    def lines(self) -> list[str]:
        shown = self.shown
        return [strip.text.rstrip() for strip in shown.render_lines(shown.size.region)]


def odd(index: int) -> bool:
    return index % 2 == 1


async def test_a_million_rows_are_shown_and_walked_at_once() -> None:
    app = ListApp()
    async with app.run_test(size=(40, 12)) as pilot:
        begin = time.process_time()
        app.shown.set_rows(1_000_000, plain)
        app.shown.action_bottom()
        app.shown.action_page_up()
        app.shown.cursor = 500_000
        assert time.process_time() - begin < 0.5
        await pilot.pause()
        assert any(line.startswith("row 500000") for line in app.lines())


async def test_what_follows_a_fill_stands_at_the_right_and_long_text_is_cut() -> None:
    app = ListApp()
    async with app.run_test(size=(20, 5)):
        app.shown.set_rows(1, lambda *_: [("a title that is too long", ""), FILL, (" 12", "muted")])
        assert app.lines()[0] == "a title that is…  12"


async def test_the_cursor_skips_headers_and_shows_the_one_above_it() -> None:
    app = ListApp()
    async with app.run_test(size=(40, 4)) as pilot:
        app.shown.set_rows(20, plain, selectable=odd)
        assert app.shown.cursor == 1
        app.shown.action_cursor_down()
        assert app.shown.cursor == 3
        app.shown.action_cursor_up()
        app.shown.action_cursor_up()
        await pilot.pause()
        assert app.shown.cursor == 1
        assert app.lines()[0].startswith("row 0")


async def test_pages_and_ends_stay_within_the_rows() -> None:
    app = ListApp()
    async with app.run_test(size=(40, 10)):
        app.shown.set_rows(15, plain)
        moves: list[tuple[Callable[[], None], int]] = [
            (app.shown.action_page_down, 9),
            (app.shown.action_page_down, 14),
            (app.shown.action_page_up, 5),
            (app.shown.action_top, 0),
            (app.shown.action_cursor_up, 0),
            (app.shown.action_bottom, 14),
        ]
        for move, cursor in moves:
            move()
            assert app.shown.cursor == cursor


async def test_rows_of_two_lines() -> None:
    app = ListApp(row_height=2)
    async with app.run_test(size=(40, 5)) as pilot:
        app.shown.set_rows(
            9, lambda index, *_: [(f"title {index}", "title"), NEXT_LINE, ("excerpt", "muted")]
        )
        app.shown.cursor = 4
        await pilot.pause()
        assert app.lines() == ["excerpt", "title 3", "excerpt", "title 4", "excerpt"]


async def test_a_move_is_told_and_enter_and_a_click_choose() -> None:
    app = ListApp()
    async with app.run_test(size=(40, 10)) as pilot:
        app.shown.set_rows(5, plain)
        app.shown.action_cursor_down()
        await pilot.pause()
        app.shown.action_choose()
        await pilot.click(VirtualList, offset=(3, 3))
        await pilot.pause()
        told = [(type(message).__name__, getattr(message, "index", -1)) for message in app.heard]
        assert told == [("Highlighted", 1), ("Selected", 1), ("Highlighted", 3), ("Selected", 3)]


async def test_other_rows_keep_the_cursor_where_it_can_be() -> None:
    app = ListApp()
    async with app.run_test(size=(40, 10)):
        app.shown.set_rows(9, plain)
        app.shown.cursor = 6
        app.shown.set_rows(20, plain)
        assert app.shown.cursor == 6
        app.shown.set_rows(3, plain)
        assert app.shown.cursor == 2
        app.shown.set_rows(0, plain)
        assert app.shown.cursor == -1


async def test_an_empty_list_says_so_and_bears_every_key() -> None:
    app = ListApp(empty="No bookmarks yet.")
    async with app.run_test(size=(40, 5)):
        app.shown.set_rows(0, plain)
        assert app.lines()[0] == "No bookmarks yet."
        for action in ("cursor_down", "cursor_up", "page_down", "top", "bottom", "choose"):
            getattr(app.shown, f"action_{action}")()
        assert app.shown.cursor == -1


async def test_control_codes_in_a_row_are_shown_as_marks() -> None:
    app = ListApp()
    async with app.run_test(size=(40, 5)):
        app.shown.set_rows(1, lambda *_: [("a\x1b]0;x\x07\u202eb", "")])
        assert app.lines()[0] == "a\ufffd]0;x\ufffd\ufffdb"


async def test_in_other_rows_the_cursor_can_keep_its_line_of_the_screen() -> None:
    app = ListApp(row_height=2)
    async with app.run_test(size=(40, 12)) as pilot:
        app.shown.set_rows(100, plain)
        app.shown.cursor = 40
        await pilot.pause()
        line = app.shown.cursor_line
        app.shown.set_rows(100, plain, cursor=70, line=line)
        await pilot.pause()
        assert app.shown.cursor_line == line
        assert any(each.startswith("row 70") for each in app.lines())
        app.shown.set_rows(3, plain, cursor=1, line=line)
        await pilot.pause()
        assert app.shown.cursor_line == 2
