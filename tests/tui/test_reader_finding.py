from __future__ import annotations

import pytest
from textual.screen import Screen
from textual.widgets import Input

from briefing.paths import Paths
from briefing.tui.screens.library import LibraryScreen
from briefing.tui.screens.reader import ReaderScreen
from briefing.tui.screens.search import SearchScreen
from tests.tui.sitting import sitting


async def test_escape_clears_the_search_and_returns(paths: Paths) -> None:
    async with sitting(paths) as it:
        before = it.reader.text.position()
        await it.press("slash")
        await it.type("negotiated")
        await it.until("1 of")
        assert it.reader.text.position() != before
        await it.press("escape")
        assert it.reader.text.position() == before
        assert not it.reader.find_bar.display


async def test_a_step_round_the_end_is_said(paths: Paths) -> None:
    async with sitting(paths, size=(120, 30)) as it:
        await it.press("slash")
        await it.type("drone")
        await it.press("enter", "N")
        await it.until("wrapped to the last hit")
        await it.press("n")
        await it.until("wrapped to the first hit")


async def test_a_search_without_hits_says_so(paths: Paths) -> None:
    async with sitting(paths) as it:
        await it.press("slash")
        await it.type("zeppelin")
        await it.until("nothing found")


async def test_words_that_no_passage_has_together_are_found_apart_and_it_is_said(
    paths: Paths,
) -> None:
    async with sitting(paths) as it:
        await it.press("slash")
        await it.type("negotiated Lukoil")
        await it.until("no passage has all of these words")
        assert it.reader.find_bar.query_one(Input).size.width >= 8


async def test_keys_that_follow_enter_at_once_are_for_the_text(paths: Paths) -> None:
    async with sitting(paths) as it:
        await it.press("slash")
        await it.type("Reuters")
        await it.pilot.press("enter", "m")
        await it.until("Bookmarks 1")


async def test_the_library_opens_a_briefing(paths: Paths) -> None:
    async with sitting(paths) as it:
        await it.press("L")
        await it.until("Reading with briefing")
        await it.press("slash")
        await it.type("reading with")
        await it.press("enter", "enter")
        await it.until(lambda: isinstance(it.app.screen, ReaderScreen))
        await it.until(lambda: it.session.briefing and it.session.briefing.id != "ukraine-conflict")


async def test_a_library_search_opens_the_briefing_at_the_part(paths: Paths) -> None:
    async with sitting(paths) as it:
        await it.press("S")
        assert isinstance(it.app.screen, SearchScreen)
        await it.type("Lukoil")
        await it.until("result 1 of 1")
        await it.press("enter")
        await it.until(lambda: isinstance(it.app.screen, ReaderScreen))
        await it.until("2 of 6")
        assert "Lukoil" in it.reader.view.slabs[it.reader.text.cursor].text


async def test_q_typed_into_a_field_does_not_quit(paths: Paths) -> None:
    async with sitting(paths) as it:
        await it.press("slash", "q")
        assert it.app.is_running
        assert it.reader.find_bar.query_text == "q"


@pytest.mark.parametrize(
    ("keys", "screen"),
    [
        (["slash"], ReaderScreen),
        (["S"], SearchScreen),
        (["L", "slash"], LibraryScreen),
    ],
)
async def test_words_typed_the_instant_a_field_appears_are_in_it(
    paths: Paths, keys: list[str], screen: type[Screen[None]]
) -> None:
    async with sitting(paths) as it:
        it.burst(*keys, *"caspian")
        await it.until(lambda: isinstance(it.app.screen, screen))
        await it.until(lambda: it.app.screen.query_one(Input).value == "caspian")


async def test_a_note_typed_the_instant_its_dialog_appears_is_whole(paths: Paths) -> None:
    async with sitting(paths) as it:
        it.burst("a", *"quick", "ctrl+s")
        await it.until("Saved with your note")
        assert it.session.bookmarks is not None
        (kept,) = it.session.bookmarks.placed
        assert kept.bookmark.note == "quick"


async def test_a_burst_is_dealt_with_even_if_it_closes_what_it_was_for(paths: Paths) -> None:
    async with sitting(paths) as it:
        it.burst("e", "e", "question_mark", "q", "S", "escape", "T", "escape", "3", "2")
        await it.until(lambda: it.reader.pane == "trends")
        assert it.app.screen is it.reader
