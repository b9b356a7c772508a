"""A frame put together from what is seen: the same picture as Textual's, with less work."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.app import App, ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.geometry import Region, Size
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from briefing.paths import Paths
from briefing.tui.scrolling.tiles import TiledScreen, Tiles, TilesUpdate, tiles_of
from tests.tui.sitting import shown_by, sitting

WIDTH, HEIGHT = 12, 6
REGIONS = st.builds(
    Region, st.integers(-3, 14), st.integers(-3, 8), st.integers(0, 14), st.integers(0, 8)
)


@given(st.lists(st.tuples(REGIONS, REGIONS), max_size=6))
def test_each_cell_belongs_to_the_foremost_widget_there(
    places: list[tuple[Region, Region]],
) -> None:
    seen = {Widget(id=f"w{number}"): place for number, place in enumerate(places)}
    for y in range(HEIGHT):
        tiles = tiles_of(seen, y, WIDTH)
        held = {x: tile.widget for tile in tiles for x in range(tile.left, tile.right)}
        assert sum(tile.right - tile.left for tile in tiles) == len(held)
        for x in range(WIDTH):
            there = (
                widget
                for widget, (region, clip) in seen.items()
                if region.contains(x, y) and clip.contains(x, y)
            )
            assert held.get(x) is next(there, None)


class Frames:
    """What the terminal shows after the first frame and all that followed it."""

    def __init__(self, app: App[None], monkeypatch: pytest.MonkeyPatch) -> None:
        self.rows = [list(row.ljust(app.size.width)) for row in shown_by(app).split("\n")]
        self.count = 0
        part, full = Tiles.render_partial_update, Tiles.render_full_update

        def kept(tiles: Tiles) -> Any:
            update = part(tiles)
            if update is not None:
                assert isinstance(update, TilesUpdate)
                self.count += 1
                for x, y, strip in update.placed:
                    self.rows[y][x : x + strip.cell_length] = strip.text
            return update

        def whole(tiles: Tiles, *, simplify: bool = False) -> Any:
            update = full(tiles, simplify)
            strips = [list(line) for line in update.strips]
            self.rows = [list("".join(strip.text for strip in line)) for line in strips]
            update.strips = [*strips]
            return update

        monkeypatch.setattr(Tiles, "render_partial_update", kept)
        monkeypatch.setattr(Tiles, "render_full_update", whole)

    def __str__(self) -> str:
        return "\n".join("".join(row).rstrip() for row in self.rows)


async def test_the_frames_of_a_sitting_come_to_what_textual_would_show(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with sitting(paths, size=(100, 30)) as it:
        frames = Frames(it.app, monkeypatch)
        for key in ("space", "j", "J", "k", "right_curly_bracket", "slash", "t", "h", "e", "enter"):
            await it.press(key)
            await it.until(lambda: str(frames) == it.shown)
        for key in ("n", "b", "t", "j", "t", "m", "G", "2", "j", "4", "g"):
            await it.press(key)
            await it.until(lambda: str(frames) == it.shown)
        assert frames.count > 15


async def test_the_frames_of_the_lists_come_to_what_textual_would_show(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with sitting(paths, size=(100, 30)) as it:
        frames = Frames(it.app, monkeypatch)
        for key in ("L", "j", "j", "k", "escape", "S", "s", "e", "a", "down", "up"):
            await it.press(key)
            await it.until(lambda: str(frames) == it.shown)


class Overlapping(App[None]):
    """Widgets over each other, some of them cut by what holds them."""

    CSS = """
    Screen { layers: base over; }
    #box { width: 20; height: 4; padding: 1 2; overflow: hidden hidden; }
    #box Static { width: 30; height: 5; }
    #over { layer: over; width: 8; height: 3; offset: 6 1; border: round white; }
    """

    def compose(self) -> ComposeResult:
        yield Static(Content("ground " * 9), id="ground")
        with Horizontal(id="box"):
            yield Static(Content("inner " * 20), id="inner")
        yield Static(Content("over"), id="over")

    def get_default_screen(self) -> Screen[None]:
        return TiledScreen()


def words() -> Iterator[str]:
    for word in ("one", "two", "three"):
        yield word * 12


@pytest.mark.parametrize("changed", ["ground", "inner", "over"])
async def test_widgets_over_each_other_are_cut_as_textual_cuts_them(
    changed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = Overlapping()
    async with app.run_test(size=(WIDTH * 3, HEIGHT * 2)) as pilot:
        assert app.size == Size(36, 12)
        frames = Frames(app, monkeypatch)
        for text in words():
            app.query_one(f"#{changed}", Static).update(Content(text), layout=False)
            await pilot.pause()
            assert str(frames) == shown_by(app)
        assert frames.count >= 3


async def test_what_is_hidden_is_not_drawn(paths: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    async with sitting(paths) as it:
        drawn: list[str] = []
        whole = Widget.render_lines

        def noted(widget: Widget, crop: Region) -> Any:
            drawn.append(type(widget).__name__)
            return whole(widget, crop)

        monkeypatch.setattr(Widget, "render_lines", noted)
        it.reader.text.action_line_down()
        it.reader._on_timer_update()  # noqa: SLF001 -- a frame, and only the first one
        assert "ReaderScreen" not in drawn
        assert "Horizontal" not in drawn
        assert "Masthead" not in drawn
