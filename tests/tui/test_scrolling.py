"""What a frame costs: strips that are made once, and a bar that is drawn when it changes."""

from __future__ import annotations

import pytest
from textual.geometry import Region
from textual.strip import Strip

from briefing.tui.reading.slab import Slab
from briefing.tui.scrolling.bar import QuickBar
from tests.tui.reading_app import Found, PaneApp, paragraphs

SIZE = (60, 20)


def bar_of(app: PaneApp) -> QuickBar:
    """The pane's scroll bar."""
    bar = app.pane.vertical_scrollbar
    assert isinstance(bar, QuickBar)
    return bar


def drawn(bar: QuickBar) -> list[Strip]:
    """The cells of the bar."""
    return bar.render_lines(Region(0, 0, 1, bar.size.height))


async def test_a_row_that_stays_on_the_screen_is_not_made_again() -> None:
    app = PaneApp(paragraphs(200))
    async with app.run_test(size=SIZE) as pilot:
        app.pane.action_page_down()
        await pilot.pause()
        app.pane.put_cursor(0)
        before = app.pane.render_lines(app.pane.size.region)
        app.pane.action_line_down()
        await pilot.pause()
        after = app.pane.render_lines(app.pane.size.region)
        assert [id(strip) for strip in after[:-1]] == [id(strip) for strip in before[1:]]


async def test_a_row_is_as_wide_as_the_text_s_share_of_the_pane() -> None:
    app = PaneApp(paragraphs(200))
    async with app.run_test(size=SIZE):
        width = app.pane.scrollable_content_region.width
        strips = app.pane.render_lines(app.pane.size.region)
        assert width < SIZE[0]
        assert {strip.cell_length for strip in strips} == {width}


async def test_the_bar_is_not_drawn_anew_where_its_thumb_would_not_move() -> None:
    app = PaneApp(paragraphs(4000))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        bar = bar_of(app)
        before = drawn(bar)
        app.pane.action_line_down()
        assert all(one is other for one, other in zip(drawn(bar), before, strict=True))
        app.pane.action_bottom()
        await pilot.pause()
        assert any(one is not other for one, other in zip(drawn(bar), before, strict=True))


async def test_the_bar_still_takes_the_mouse() -> None:
    app = PaneApp(paragraphs(400))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.mouse_down(offset=(SIZE[0] - 1, SIZE[1] - 2))
        await pilot.pause()
        assert app.pane.top_row > 0


@pytest.mark.parametrize("theme", ["textual-light", "nord"])
async def test_another_theme_is_seen_on_rows_and_bar(theme: str) -> None:
    app = PaneApp(paragraphs(400))
    async with app.run_test(size=SIZE) as pilot:
        bar = bar_of(app)
        before = app.pane.render_lines(app.pane.size.region)[3], drawn(bar)[-1]
        app.theme = theme
        await pilot.pause()
        after = app.pane.render_lines(app.pane.size.region)[3], drawn(bar)[-1]
        assert before[0] != after[0]
        assert before[1] != after[1]


async def test_stepping_to_the_next_hit_moves_the_mark_in_text_and_bar() -> None:
    app = PaneApp([Slab(f"Number {n} has a word.") for n in range(400)])
    async with app.run_test(size=SIZE) as pilot:
        hits = [Found(n, text.index("word"), text.index("word") + 4)
                for n in (1, 2, 300) for text in [f"Number {n} has a word."]]  # fmt: skip
        app.pane.mark(hits, 0)
        await pilot.pause()
        first = app.pane.render_lines(app.pane.size.region)
        before = [strip.text for strip in drawn(bar_of(app))]
        app.pane.mark_current(1)
        await pilot.pause()
        second = app.pane.render_lines(app.pane.size.region)
        assert first[3] != second[3]
        assert first[5] != second[5]
        assert [strip.text for strip in first] == [strip.text for strip in second]
        app.pane.mark_current(2)
        await pilot.pause()
        assert [strip.text for strip in drawn(bar_of(app))] != before


async def test_what_is_padded_above_and_below_is_drawn_as_quickly(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app = PaneApp(paragraphs(200))
    async with app.run_test(size=SIZE) as pilot:
        app.pane.styles.padding = (2, 0, 1, 0)
        await pilot.pause()
        height = app.pane.outer_size.height
        monkeypatch.setattr("textual.widget.Widget.render_lines", None)
        strips = app.pane.render_lines(Region(0, 0, app.pane.size.width, height))
        assert len(strips) == height
        assert {strip.text.strip() for strip in (*strips[:2], strips[-1])} == {""}
        inner = app.pane.strips(0, app.pane.size.height)
        assert [strip.text for strip in strips[2:-1]] == [strip.text for strip in inner]
        part = app.pane.render_lines(Region(0, 1, app.pane.size.width, 5))
        assert [strip.text for strip in part] == [strip.text for strip in strips[1:6]]
