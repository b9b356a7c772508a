"""Searching the library from the reader."""

from __future__ import annotations

import threading
from typing import Any

import pytest

from briefing.library import Library
from briefing.library.refresh import Coverage
from briefing.paths import Paths
from briefing.search.results import Match, Results
from briefing.tui.found import identity
from briefing.tui.messages import Progress
from briefing.tui.screens.reader import ReaderScreen
from briefing.tui.screens.search import SearchScreen, asking
from briefing.tui.upkeep import IndexRefreshed
from tests.tui.searching import answered, at_cursor, notes, search
from tests.tui.sitting import sitting

__all__ = ["notes"]


async def test_what_is_typed_narrows_what_is_found(notes: Paths) -> None:
    async with sitting(notes) as it:
        screen = await search(it, "boat")
        wide = screen.results.count
        await it.type("s pump")
        await answered(it, "boats pump")
        assert 0 < screen.results.count < wide


async def test_the_row_that_was_chosen_stays_chosen(notes: Paths) -> None:
    async with sitting(notes) as it:
        screen = await search(it, "boa")
        await it.press("down", "down")
        chosen = at_cursor(screen)
        await it.type("t")
        await answered(it, "boat")
        assert at_cursor(screen) == chosen


async def test_untouched_rows_begin_with_the_best(notes: Paths) -> None:
    async with sitting(notes) as it:
        screen = await search(it, "boa")
        await it.type("t")
        await answered(it, "boat")
        best = it.session.library.search("boat", typing=True).matches[0]
        assert isinstance(screen.results.current, Match)
        assert identity(screen.results.current) == identity(best)


async def test_first_results_come_before_the_best_ones(
    notes: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "AT_ONCE", 0)
    best, go_on = Library.search, threading.Event()

    def slow(library: Library, query: str, limit: int = 50, **asked: Any) -> Results:
        if asked.get("ranked", True):
            assert go_on.wait(20)
        return best(library, query, limit, **asked)

    monkeypatch.setattr(Library, "search", slow)
    async with sitting(notes) as it:
        await it.press("S")
        await it.type("boat")
        await it.until("result 1 of")
        screen = it.app.screen
        assert isinstance(screen, SearchScreen)
        assert not screen.is_answered
        go_on.set()
        await answered(it, "boat")


async def test_a_row_chosen_from_the_first_results_is_not_taken_away(notes: Paths) -> None:
    async with sitting(notes) as it:
        screen = await search(it, "boat")
        question = asking.Question("boat")
        screen.asked = question
        await it.press("down")
        chosen = at_cursor(screen)
        others = tuple(match for match in screen.listed if match.part != chosen)
        screen.show_found(
            question, asking.Found(Results(others, len(others), len(others)), ranked=True)
        )
        assert at_cursor(screen) == chosen


async def test_a_kind_of_part_is_searched_alone(notes: Paths) -> None:
    async with sitting(notes) as it:
        screen = await search(it, "boat")
        assert "Key trends 1" in await it.until("FAQ 1")
        await it.press("ctrl+t", "ctrl+t")
        await answered(it, "in:trends boat")
        await it.until("result 1 of 1")
        assert at_cursor(screen).startswith("t:")
        assert "FAQ 1" in it.shown
        await it.press("ctrl+t", "ctrl+t", "ctrl+t")
        await answered(it, "boat")


async def test_the_bars_narrow_to_a_time(notes: Paths) -> None:
    async with sitting(notes) as it:
        await search(it, "boat")
        await it.until("most in Mar 2025")
        await it.press("tab", "left")
        await answered(it, "after:2025-05 before:2025-06 boat")
        await it.until("only May 2025")
        assert "The quays" in it.shown
        assert "The ferries" not in it.shown
        await it.press("left")
        await answered(it, "after:2025-03 before:2025-04 boat")
        await it.press("left")
        await answered(it, "boat")


async def test_a_word_that_finds_nothing_offers_the_nearest(notes: Paths) -> None:
    async with sitting(notes) as it:
        await search(it, "bridgge")
        await it.until("Nothing found. Did you mean")
        await it.press("enter")
        await answered(it, "bridge")
        assert "The lorries" in it.shown


async def test_while_the_library_is_read_the_search_says_how_much_is_searched(
    notes: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with sitting(notes) as it:
        monkeypatch.setattr(Library, "coverage", lambda _: Coverage(340, 1_200))
        await search(it, "boats")
        await it.until("340 of 1,200 briefings are searched so far")
        monkeypatch.undo()
        (notes.documents / "late.md").write_text("# Late\n\nMore boats.\n", "utf-8")
        it.session.library.refresh()
        it.app.post_message(IndexRefreshed(1))
        await it.until(lambda: "so far" not in it.shown and "result 1 of 7" in it.shown)


async def test_escape_leaves_at_once_whatever_is_searched_for(
    notes: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    stopped, began = threading.Event(), threading.Event()

    def endless(*_: object, **__: object) -> Results:
        began.set()
        assert stopped.wait(20)
        raise RuntimeError

    async with sitting(notes) as it:
        await it.press("S")
        monkeypatch.setattr(Library, "search", endless)
        monkeypatch.setattr(it.session.library, "interrupt", stopped.set)
        await it.type("x")
        await it.until(began.is_set)
        await it.press("escape")
        await it.until(lambda: isinstance(it.app.screen, ReaderScreen))
        assert stopped.wait(5)


async def test_the_end_of_long_work_is_known_to_a_screen_that_is_covered(notes: Paths) -> None:
    async with sitting(notes) as it:
        it.app.post_message(Progress("indexing", 1, 40))
        await it.until("indexing 1 of 40")
        await it.press("S")
        it.app.post_message(Progress("", 0, 0))
        await it.press("escape")
        await it.until("% ")
        assert "indexing" not in it.shown
