"""Keys typed while a large document is being read: each has its effect, none is lost."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from briefing.paths import Paths
from briefing.tui.messages import OpenDocument
from briefing.tui.screens.reader.beginning import STILL_READING
from tests.tui.sitting import BUNDLED, Sitting, sitting
from tests.tui.test_reader_beginning import held_back, long_report, text_of

__all__ = ["long_report"]


def is_whole(it: Sitting) -> bool:
    return it.reader.briefing is not None and it.session.whole


async def test_a_key_acts_at_once_on_what_is_there(
    paths: Paths, long_report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with held_back(monkeypatch):
        async with sitting(paths, long_report) as it:
            await it.until(STILL_READING)
            it.burst("5")
            await it.until("No bookmarks in this")
            assert not is_whole(it)


async def test_keys_behind_one_that_waits_keep_their_turn(
    paths: Paths, long_report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with held_back(monkeypatch) as go_on:
        async with sitting(paths, long_report) as it:
            await it.until(STILL_READING)
            it.burst("G", "slash", *"quay", "escape")
            await it.until("Taken back")
            assert it.app.is_running, "a letter of what is looked for is no command"
            it.burst("G", "slash", *"cranes", "enter", "n")
            go_on.set()
            await it.until(" of 37500")


async def test_a_letter_that_is_typed_is_no_key_for_the_whole(
    paths: Paths, long_report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with held_back(monkeypatch):
        async with sitting(paths, long_report) as it:
            await it.until(STILL_READING)
            await it.press("slash", *"cranes")
            await it.until("1 of ")


async def test_a_move_on_the_beginning_is_made_at_once_and_stays(
    paths: Paths, long_report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with held_back(monkeypatch) as go_on:
        async with sitting(paths, long_report) as it:
            await it.until(STILL_READING)
            it.burst("J", "J", "J", "m")
            await it.until("Saved")
            it.burst("c")
            await it.until("c waits for the rest")
            cursor, top = it.reader.text.cursor, text_of(it)
            assert cursor == 3
            go_on.set()
            await it.until("Correct this passage")
            assert it.reader.text.cursor == cursor
            assert [row[2:] for row in text_of(it)] == [row[2:] for row in top]
            held = it.session.bookmarks
            assert held is not None
            assert held.passages == {3}


async def test_the_end_is_that_of_the_whole(
    paths: Paths, long_report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with held_back(monkeypatch) as go_on:
        async with sitting(paths, long_report) as it:
            await it.until(STILL_READING)
            it.burst("G")
            await it.until("G waits for the rest")
            go_on.set()
            await it.until(lambda: is_whole(it) and it.reader.text.cursor > 1000)
            assert it.reader.text.cursor == len(it.reader.view.slabs) - 1


async def test_keys_before_there_is_any_text_wait_for_it(
    paths: Paths, long_report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefing.tui.session.reading.beginning", lambda *_: None)
    with held_back(monkeypatch) as go_on:
        go_on.set()
        async with sitting(paths, BUNDLED) as it:
            await it.until(lambda: is_whole(it))
            go_on.clear()
            it.session.leave()
            it.app.post_message(OpenDocument(str(long_report)))
            await it.until("Reading report.md")
            it.burst("space", "5")
            go_on.set()
            await it.until("No bookmarks in this")
            assert it.reader.spots["sections"] != (0, 0), "the page was turned before"


async def test_leaving_does_not_wait(
    paths: Paths, long_report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with held_back(monkeypatch) as go_on:
        async with sitting(paths, long_report) as it:
            await it.until(STILL_READING)
            it.burst("G", "q")
            await it.until(lambda: not it.app.is_running)
            others = [each for each in threading.enumerate() if each.name == "open"]
            assert others, "it is still being read"
            assert all(each.daemon for each in others), "the end does not wait for it"
            go_on.set()


async def test_what_was_opened_over_a_beginning_stays_open(
    paths: Paths, long_report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with held_back(monkeypatch) as go_on:
        async with sitting(paths, long_report) as it:
            await it.until(STILL_READING)
            await it.press("question_mark")
            help_screen = it.app.screen
            assert help_screen is not it.reader
            go_on.set()
            await it.until(lambda: is_whole(it))
            await it.pilot.pause()
            assert it.app.screen is help_screen


async def test_one_that_is_read_too_late_does_not_take_over(
    paths: Paths, long_report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with held_back(monkeypatch) as go_on:
        async with sitting(paths, long_report) as it:
            await it.until(STILL_READING)
            it.app.post_message(OpenDocument(str(BUNDLED)))
            await it.pilot.pause()
            go_on.set()
            await it.until(lambda: it.session.doc == str(BUNDLED))
            for thread in threading.enumerate():
                if thread.name == "open":
                    thread.join(20)
            await it.pilot.pause()
            assert it.session.doc == str(BUNDLED)


async def test_who_moved_in_the_beginning_can_go_to_where_they_left_off(
    paths: Paths, long_report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with sitting(paths, long_report) as it:
        await it.until(lambda: is_whole(it))
        it.reader.go_to(900)
        await it.pilot.pause()
        place = it.reader.text.position()
    with held_back(monkeypatch) as go_on:
        async with sitting(paths, long_report) as it:
            await it.until(STILL_READING)
            await it.press("space")
            go_on.set()
            await it.until("goes to where you left off")
            assert it.reader.text.position() < place
            await it.press("backspace")
            assert it.reader.text.position() == place
