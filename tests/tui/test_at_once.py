"""Keys that only move: done with at once, in their turn, under the keys that the reader gave."""

from __future__ import annotations

import pytest
from textual import events

from briefing.paths import Paths
from briefing.tui.at_once import KeysAtOnce
from tests.tui.sitting import Sitting, sitting


def press_unseen(it: Sitting, key: str) -> bool:
    """Whether a key is done with before any message goes round."""
    return it.app.act_at_once(events.Key(key, key if len(key) == 1 else None))


async def test_a_move_is_made_before_any_message_goes_round(paths: Paths) -> None:
    async with sitting(paths) as it:
        assert press_unseen(it, "j")
        assert it.reader.text.top_row == 1
        await it.press("t")
        before = it.reader.contents.cursor
        assert press_unseen(it, "j")
        assert it.reader.contents.cursor == before + 1


async def test_the_next_hit_is_one_of_them(paths: Paths) -> None:
    async with sitting(paths) as it:
        await it.press("slash", *"drones", "enter")
        cursor = it.reader.text.cursor
        assert press_unseen(it, "n")
        assert it.reader.text.cursor != cursor
        assert press_unseen(it, "N")
        assert it.reader.text.cursor == cursor


@pytest.mark.parametrize("key", ["enter", "m", "slash", "q", "2"])
async def test_a_key_that_may_open_or_change_something_goes_its_way(paths: Paths, key: str) -> None:
    async with sitting(paths) as it:
        assert not press_unseen(it, key)


async def test_a_letter_that_is_typed_is_no_move(paths: Paths) -> None:
    async with sitting(paths) as it:
        await it.press("slash")
        assert not press_unseen(it, "j")


async def test_moves_have_the_keys_that_the_reader_gave_them(paths: Paths) -> None:
    async with sitting(paths, keys={"text.line-down": "z"}) as it:
        assert not press_unseen(it, "j")
        assert press_unseen(it, "z")
        assert it.reader.text.top_row == 1


async def outcome(paths: Paths) -> tuple[object, ...]:
    """Where a row of moves and other keys leads."""
    async with sitting(paths) as it:
        it.burst("J", "J", "J", "2", "j", "1", "J", "m")
        held = it.session.bookmarks
        assert held is not None
        await it.until(lambda: held.passages)
        return it.reader.pane, it.reader.text.cursor, it.reader.text.top_row, held.passages


async def test_moves_and_other_keys_have_their_effects_in_turn(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = await outcome(paths)
    monkeypatch.setattr(KeysAtOnce, "act_at_once", lambda *_: False)
    elsewhere = Paths(*(path / "other" for path in (paths.data, paths.cache, paths.config)))
    assert await outcome(elsewhere) == told


async def test_a_key_that_comes_back_once_the_screens_are_gone_means_nothing(paths: Paths) -> None:
    async with sitting(paths) as it:
        key = events.Key("x", "x")
        key._set_forwarded()  # noqa: SLF001 -- as Textual marks one that went to a widget
        stack = it.app._screen_stack  # noqa: SLF001 -- an end takes them off one by one
        screens = list(stack)
        stack.clear()
        await it.app.on_event(key)
        stack.extend(screens)
        assert it.app.is_running
