"""The text under the eye stays where it is, whatever happens to the page."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from briefing.tui.reading.slab import Slab
from tests.tui.reading_app import PaneApp, paragraphs


def eye_text(app: PaneApp) -> str:
    pane = app.pane
    slab, offset = pane.flow.place(pane.top_row + pane.eye)
    return pane.slabs[slab].text[offset : offset + 10]


async def resized(pilot: Pilot[None], width: int, height: int) -> None:
    await pilot.resize_terminal(width, height)
    await pilot.pause()


@pytest.mark.parametrize("rows", [3, 60, 10_000])
async def test_a_resize_keeps_the_text_under_the_eye(rows: int) -> None:
    app = PaneApp(paragraphs(80))
    async with app.run_test(size=(80, 24)) as pilot:
        for _ in range(min(rows, app.pane.furthest)):
            app.pane.action_line_down()
        if not app.lines()[app.pane.eye].strip(" ▌"):
            app.pane.action_line_down()
        before, words = app.lines(), eye_text(app)
        row = app.pane.eye
        for width in (40, 55, 120):
            await resized(pilot, width, 24)
            assert words.split()[0] in app.lines()[row], width
        await resized(pilot, 80, 24)
        assert app.lines() == before


async def test_another_measure_keeps_the_text_under_the_eye() -> None:
    app = PaneApp(paragraphs(80))
    async with app.run_test(size=(80, 24)):
        app.pane.go(50, top=True)
        before = app.lines()
        app.pane.measure = 40
        assert app.pane.flow.page.width == 40
        app.pane.measure = 72
        assert app.lines() == before


async def test_exact_heights_from_the_thread_never_move_the_text() -> None:
    app = PaneApp([Slab("mm " * (index % 97)) for index in range(6000)])
    async with app.run_test(size=(50, 20)) as pilot:
        pane = app.pane
        pane.go(4000, top=True)
        before = app.lines()
        while not pane.exact:
            await pilot.pause(0.05)
            assert app.lines() == before
        assert pane.virtual_size.height == pane.flow.heights.total
        assert all(
            len(pane.flow.rows(piece)) == pane.flow.heights[piece] for piece in range(0, 6000, 111)
        )


async def test_progress_is_the_same_on_every_page() -> None:
    app = PaneApp(paragraphs(200))
    async with app.run_test(size=(80, 24)) as pilot:
        app.pane.go(110, top=True)
        before = app.pane.progress
        await resized(pilot, 40, 24)
        assert app.pane.progress == pytest.approx(before, abs=0.01)


async def test_a_paragraph_of_a_megabyte_is_paged_and_gone_to() -> None:
    text = "".join(f"word{number} " for number in range(100_000))
    app = PaneApp([Slab("Before."), Slab(text), Slab("After.")])
    async with app.run_test(size=(80, 24)) as pilot:
        pane = app.pane
        offset = text.index("word77777 ")
        pane.go(1, offset, top=True)
        await pilot.pause()
        assert "word77777 " in app.lines()[0]
        slab, there = pane.position()
        assert slab == 1
        assert there <= offset < there + 72
        pane.action_next_slab()
        assert "After." in "\n".join(app.lines())


async def test_other_slabs_while_measuring_are_shown_and_the_old_heights_dropped() -> None:
    app = PaneApp([Slab("mm " * 90) for _ in range(6000)])
    async with app.run_test(size=(50, 20)) as pilot:
        app.pane.show([Slab("Short.")])
        await pilot.pause(0.3)
        assert app.pane.flow.heights.total == 2
        assert "Short." in app.lines()[1]


async def test_an_empty_pane_says_what_it_is_told_to() -> None:
    app = PaneApp([], empty="No questions in this briefing.")
    async with app.run_test(size=(50, 20)):
        assert "No questions in this briefing." in app.lines()[1]
        app.pane.action_page_down()
        app.pane.action_next_heading()
        app.pane.action_choose()
        assert (app.pane.cursor, app.pane.position()) == (0, (0, 0))


async def test_a_slab_that_was_gone_to_stays_on_its_row_through_a_resize() -> None:
    app = PaneApp(paragraphs(80))
    async with app.run_test(size=(80, 24)) as pilot:
        app.pane.go(45, top=True)
        words = app.slabs[45].text[:9]
        row = app.line_of(words)
        for width in (30, 64, 110):
            await resized(pilot, width, 24)
            assert app.line_of(words) == row
