"""The pane as a person moves about in it."""

from __future__ import annotations

from briefing.tui.reading.pane import ReadingPane
from briefing.tui.reading.slab import Slab
from tests.tui.reading_app import PaneApp, paragraphs


async def test_a_line_a_page_and_the_ends() -> None:
    app = PaneApp(paragraphs(60))
    async with app.run_test(size=(60, 20)) as pilot:
        pane = app.pane
        pane.action_line_down()
        assert pane.top_row == 1
        pane.action_page_down()
        assert pane.top_row == 1 + 18
        pane.action_bottom()
        await pilot.pause()
        assert "Begin 59" in "\n".join(app.lines())
        assert pane.progress == 1.0
        pane.action_top()
        assert (pane.top_row, pane.cursor, pane.progress) == (0, 0, 0.0)


async def test_scrolling_alone_brings_the_cursor_over_every_slab() -> None:
    app = PaneApp(paragraphs(20))
    async with app.run_test(size=(60, 20)):
        seen = [app.pane.cursor]
        for _ in range(app.pane.furthest):
            app.pane.action_line_down()
            seen.append(app.pane.cursor)
        assert seen == sorted(seen)
        assert (seen[0], seen[-1]) == (0, len(app.slabs) - 1)


async def test_the_cursor_steps_and_follows_the_eye_again_after_half_a_page() -> None:
    app = PaneApp(paragraphs(60))
    async with app.run_test(size=(60, 20)):
        pane = app.pane
        pane.go(30)
        pane.action_next_slab()
        assert pane.cursor == 31
        pane.action_line_down()
        assert pane.cursor == 31
        for _ in range(20):
            pane.action_line_down()
        assert pane.cursor > 31


async def test_when_nothing_can_scroll_a_line_down_steps() -> None:
    app = PaneApp([Slab("one"), Slab("two"), Slab("three")])
    async with app.run_test(size=(60, 20)):
        app.pane.action_line_down()
        app.pane.action_line_down()
        assert app.pane.cursor == 2
        app.pane.action_line_up()
        assert app.pane.cursor == 1


async def test_headings_are_stepped_to_and_come_to_the_top() -> None:
    app = PaneApp(paragraphs(60))
    async with app.run_test(size=(60, 20)):
        pane = app.pane
        pane.action_next_heading()
        pane.action_next_heading()
        assert pane.slabs[pane.cursor].text == "Heading 20"
        assert "Heading 20" in app.lines()[1]
        pane.action_previous_heading()
        assert pane.slabs[pane.cursor].text == "Heading 10"


async def test_going_somewhere_in_view_does_not_move_the_text() -> None:
    app = PaneApp(paragraphs(60))
    async with app.run_test(size=(60, 20)):
        before = app.lines()
        app.pane.go(2)
        assert app.pane.cursor == 2
        assert [line.replace("▌", " ").rstrip() for line in app.lines()] == [
            line.replace("▌", " ").rstrip() for line in before
        ]


async def test_the_place_is_told_once_it_changes_and_enter_chooses() -> None:
    app = PaneApp(paragraphs(60))
    async with app.run_test(size=(60, 20)) as pilot:
        app.heard.clear()
        app.pane.go(12, top=True)
        app.pane.action_choose()
        await pilot.pause()
        place, chosen = app.heard
        assert isinstance(place, ReadingPane.PlaceChanged)
        assert (place.slab, place.row) == (12, place.row)
        assert 0 < place.progress < 1
        assert isinstance(chosen, ReadingPane.Chosen)
        assert chosen.slab == 12


async def test_a_position_brings_back_the_same_screen() -> None:
    app = PaneApp(paragraphs(60))
    async with app.run_test(size=(60, 20)) as pilot:
        pane = app.pane
        for _ in range(37):
            pane.action_line_down()
        place, before = pane.position(), app.lines()
        if not before[0]:
            pane.action_line_down()
            place, before = pane.position(), app.lines()
        pane.show(app.slabs, at=place[0], offset=place[1])
        await pilot.pause()
        assert [line.lstrip(" ▌") for line in app.lines()] == [line.lstrip(" ▌") for line in before]
