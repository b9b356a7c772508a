"""Hits, bookmarks, links and what the mouse selects."""

from __future__ import annotations

from textual.geometry import Offset

from briefing.document.model import Span
from briefing.tui.reading.pane import ReadingPane
from briefing.tui.reading.slab import Slab
from tests.tui.reading_app import Found, PaneApp, paragraphs

HOSTILE = "https://example.com/a(b)'x]"


def text_in(app: PaneApp, name: str) -> str:
    """The text on the screen that is painted in a component's ground."""
    pane = app.pane
    ground = pane.get_component_rich_style(f"reading--{name}", partial=True).bgcolor
    return "".join(
        segment.text
        for strip in pane.render_lines(pane.size.region)
        for segment in strip
        if segment.style is not None and segment.style.bgcolor == ground
    )


async def test_hits_are_marked_and_the_current_one_more() -> None:
    app = PaneApp([Slab("a drone and a drone"), Slab("no more drones")])
    async with app.run_test(size=(60, 20)):
        app.pane.mark([Found(0, 2, 7), Found(0, 14, 19), Found(1, 8, 13)], 1)
        assert text_in(app, "hit") == "dronedrone"
        assert text_in(app, "current-hit") == "drone"
        app.pane.mark([], None)
        assert text_in(app, "hit") == ""


async def test_the_scroll_bar_shows_where_the_hits_are() -> None:
    app = PaneApp(paragraphs(100))
    async with app.run_test(size=(60, 20)):
        app.pane.mark([Found(0, 0, 3), Found(len(app.slabs) - 1, 0, 3)], 1)
        assert sorted(app.pane.bar_marks(20)) == [0, 19]
        bar = app.pane.vertical_scrollbar
        shown = [strip.text for strip in bar.render_lines(bar.size.region)]
        assert (shown[0], shown[10], shown[19]) == ("━", " ", "█")


async def test_other_slabs_carry_none_of_the_marks() -> None:
    app = PaneApp(paragraphs(100))
    async with app.run_test(size=(60, 20)):
        app.pane.mark([Found(len(app.slabs) - 1, 0, 3)], 0)
        app.pane.set_bookmarks({2})
        app.pane.show(paragraphs(30))
        assert app.pane.bar_marks(20) == {}


async def test_a_bookmark_has_its_sign_beside_the_first_row() -> None:
    app = PaneApp(paragraphs(10))
    async with app.run_test(size=(60, 20)):
        app.pane.set_bookmarks({2})
        assert [line.strip() for line in app.lines() if "◆" in line] == [
            "◆ Begin 1. some words of it some words of it some words"
        ]


async def test_a_link_is_asked_for_with_its_address_as_it_is() -> None:
    slab = Slab("see the table here", (Span(8, 13, "link", HOSTILE),))
    app = PaneApp([slab])
    async with app.run_test(size=(60, 20)) as pilot:
        column = app.lines()[1].index("table")
        await pilot.click(ReadingPane, offset=(column + 1, 1))
        await pilot.pause()
        heard = [found for found in app.heard if isinstance(found, ReadingPane.LinkRequested)]
        assert [found.target for found in heard] == [HOSTILE]
        assert not any(
            segment.style is not None and segment.style.link
            for strip in app.pane.render_lines(app.pane.size.region)
            for segment in strip
        )


async def test_a_click_puts_the_cursor_there() -> None:
    app = PaneApp(paragraphs(10))
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.click(ReadingPane, offset=(10, app.line_of("Begin 2")))
        assert app.pane.slabs[app.pane.cursor].text.startswith("Begin 2")


async def test_a_double_click_takes_the_word_and_a_triple_the_paragraph_unwrapped() -> None:
    app = PaneApp([Slab("Some 中文 words that are long enough to be wrapped over rows. " * 3)])
    async with app.run_test(size=(40, 20)) as pilot:
        column = app.lines()[1].index("words") + 2  # two cells for each of two wide signs
        await pilot.click(ReadingPane, offset=(column, 1), times=2)
        assert app.pane.selected_text == "words"
        await pilot.click(ReadingPane, offset=(column, 1), times=3)
        assert app.pane.selected_text == app.slabs[0].text.rstrip("\n")


async def test_a_drag_selects_over_slabs_and_survives_a_resize() -> None:
    app = PaneApp([Slab("First paragraph here."), Slab("Second one."), Slab("Third.")])
    async with app.run_test(size=(60, 20)) as pilot:
        first, second = app.line_of("First"), app.line_of("Second")
        left = app.lines()[first].index("paragraph")
        await pilot.mouse_down(ReadingPane, offset=(left, first))
        await pilot.hover(ReadingPane, offset=(left - 1, second))
        await pilot.mouse_up(ReadingPane, offset=(left - 1, second))
        selected = app.pane.selected_text
        assert selected.startswith("paragraph here.\n\nSecond")
        await pilot.resize_terminal(30, 20)
        await pilot.pause()
        assert app.pane.selected_text == selected
        assert app.screen.selections[app.pane].start == Offset(6, 0)


async def test_the_pane_is_safe_by_itself() -> None:
    acts = "a\x1b]52;c;x\x07b\x9bc\u202ed\u2066e\x00f\rg"
    kinds = [Slab(acts), Slab(acts, style="code"), Slab(acts + "\tx", style="table"),
             Slab("x", style="item", marker="\x1b[2J")]  # fmt: skip
    app = PaneApp(kinds)
    async with app.run_test(size=(60, 20)):
        shown = "".join(app.lines())
        assert not set(shown) & set("\x1b\x07\x9b\u202e\u2066\x00\r")
        assert "a\ufffd]52;c;x\ufffdb" in shown


async def test_markup_in_the_text_is_text() -> None:
    app = PaneApp([Slab("[@click=app.quit]x[/] [red")])
    async with app.run_test(size=(60, 20)):
        assert "[@click=app.quit]x[/] [red" in app.lines()[1]
