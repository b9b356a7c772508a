"""Stepping through what the library search found, and back to lists of before."""

from __future__ import annotations

import threading
from typing import Any

import pytest

from briefing.library import Library
from briefing.paths import Paths
from briefing.search.results import Results
from briefing.tui.screens.reader import ReaderScreen
from tests.tui.searching import answered, notes, search
from tests.tui.sitting import sitting

__all__ = ["notes"]


async def test_results_are_stepped_through_from_briefing_to_briefing(notes: Paths) -> None:
    async with sitting(notes) as it:
        screen = await search(it, "boats")
        total = screen.total
        await it.press("enter")
        seen = []
        for number in range(1, total + 1):
            await it.until(f"result {number} of {total}")
            hunt = it.session.hunts.current
            assert hunt is not None
            await it.until(lambda path=hunt.current.path: it.session.doc == path)  # type: ignore[misc]
            seen.append(hunt.current.path)
            await it.press("right_square_bracket")
        assert len(set(seen)) > 1
        await it.until("is the last")
        await it.press("left_square_bracket")
        await it.until(f"result {total - 1} of {total}")


async def test_n_goes_on_into_the_next_briefing(notes: Paths) -> None:
    async with sitting(notes) as it:
        await search(it, "boats")
        await it.press("enter")
        await it.until("result 1 of")
        first = it.session.doc
        for _ in range(12):
            await it.press("n")
            await it.pilot.pause(0.05)
            if it.session.doc != first:
                break
        await it.until(lambda: it.session.doc != first and "briefing 2 of" in it.shown)
        for _ in range(4):
            await it.press("N")
            await it.pilot.pause(0.05)
        await it.until(lambda: it.session.doc == first)


async def test_the_list_comes_back_at_the_result_that_was_gone_to(notes: Paths) -> None:
    async with sitting(notes) as it:
        screen = await search(it, "boats")
        await it.press("enter")
        await it.until("result 1 of")
        await it.press("right_square_bracket", "right_square_bracket")
        await it.until("result 3 of")
        await it.press("S")
        await it.until(lambda: it.app.screen is screen)
        await it.until("result 3 of")
        assert screen.field.value == "boats"
        assert screen.field.selected_text == "boats"


async def test_lists_of_before_come_back(notes: Paths) -> None:
    async with sitting(notes) as it:
        screen = await search(it, "boats")
        await it.press("down", "enter")
        await it.until(lambda: isinstance(it.app.screen, ReaderScreen))
        await it.press("S")
        await it.type("pump")
        await answered(it, "pump")
        await it.press("alt+left")
        await answered(it, "boats")
        await it.until("result 2 of")
        await it.press("alt+right")
        await answered(it, "pump")
        await it.press("ctrl+u")
        await it.until(lambda: not screen.field.value)
        await it.press("backspace")
        await it.until(lambda: screen.field.value)


async def test_more_results_come_when_the_list_is_at_its_end(
    notes: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefing.tui.screens.search.screen.BEST", 2)
    monkeypatch.setattr("briefing.tui.screens.search.base.BEST", 2)
    async with sitting(notes) as it:
        screen = await search(it, "boats")
        total = screen.total
        assert len(screen.listed) == 2 < total
        await it.press("enter")
        for number in range(1, total + 1):
            await it.until(f"result {number} of {total}")
            await it.press("right_square_bracket")
        await it.until("is the last")


async def test_a_step_that_waits_for_more_is_taken_though_the_list_is_looked_at_meanwhile(
    notes: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefing.tui.screens.search.screen.BEST", 2)
    monkeypatch.setattr("briefing.tui.screens.search.base.BEST", 2)
    monkeypatch.setattr("briefing.tui.screens.search.screen.MORE", 2)
    monkeypatch.setattr("briefing.tui.screens.search.screen.NEAR_THE_END", 0)
    at_once, go_on = Library.search, threading.Event()

    def slow(library: Library, query: str, limit: int = 50, **asked: Any) -> Results:
        if limit == 8:
            assert go_on.wait(20)
        return at_once(library, query, limit, **asked)

    monkeypatch.setattr(Library, "search", slow)
    async with sitting(notes) as it:
        screen = await search(it, "boats")
        await it.press("enter")
        for number in range(1, 4):
            await it.until(f"result {number} of {screen.total}")
            await it.press("right_square_bracket")
        await it.until("result 4 of")
        assert len(screen.listed) == 4
        await it.press("right_square_bracket", "S")
        await it.until(lambda: it.app.screen is screen)
        go_on.set()
        await it.until(lambda: it.session.hunts.current and it.session.hunts.current.at == 4)
