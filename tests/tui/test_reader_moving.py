from __future__ import annotations

from briefing.paths import Paths
from tests.tui.sitting import BUNDLED, sitting


async def test_the_contents_follow_the_scroll(paths: Paths) -> None:
    async with sitting(paths) as it:
        await it.press("right_curly_bracket", "right_curly_bracket", "right_curly_bracket")
        await it.until("3 of 6")
        assert it.reader.contents.cursor == 2


async def test_enter_in_the_contents_goes_to_the_heading_and_backspace_returns(
    paths: Paths,
) -> None:
    async with sitting(paths) as it:
        before = it.reader.text.position()
        await it.press("t", "G", "enter")
        assert it.reader.text.position() != before
        assert it.reader.text.has_focus
        await it.press("backspace")
        assert it.reader.text.position() == before


async def test_tab_goes_round_the_panes(paths: Paths) -> None:
    async with sitting(paths) as it:
        panes: list[str] = []
        for key in ("tab", "shift+tab", "shift+tab"):
            await it.press(key)
            panes.append(it.reader.pane)
        assert panes == ["trends", "sections", "bookmarks"]


async def test_a_pane_is_found_as_it_was_left(paths: Paths) -> None:
    async with sitting(paths, size=(40, 15)) as it:
        await it.press("space", "space")
        before = it.reader.text.position()
        await it.press("3", "1")
        assert it.reader.text.position() == before


async def test_enter_on_a_trend_goes_to_it_in_the_text(paths: Paths) -> None:
    async with sitting(paths) as it:
        await it.press("2", "J", "J")
        ref = it.reader.view.slabs[it.reader.text.cursor].ref
        await it.press("enter")
        assert it.reader.pane == "sections"
        assert it.reader.view.slabs[it.reader.text.cursor].ref == ref


async def test_the_palette_goes_to_a_part(paths: Paths) -> None:
    async with sitting(paths) as it:
        await it.press("colon")
        await it.type("Meetings in Miami")
        await it.until("section")
        await it.press("enter")
        await it.until("3 of 6")


async def test_escape_never_quits(paths: Paths) -> None:
    async with sitting(paths) as it:
        await it.press("escape", "escape", "escape")
        assert it.app.is_running
        assert BUNDLED.exists()


async def test_lines_grow_and_shrink(paths: Paths) -> None:
    async with sitting(paths) as it:
        before = it.reader.text.measure
        await it.press("minus", "minus", "plus")
        assert it.reader.text.measure == before - 4
