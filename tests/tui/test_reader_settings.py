from __future__ import annotations

from briefing.paths import Paths
from briefing.tui.screens.help import HelpScreen
from tests.tui.sitting import sitting


async def test_help_shows_the_keys_as_they_are(paths: Paths) -> None:
    async with sitting(paths, size=(100, 60), keys={"find": "ctrl+t"}) as it:
        await it.press("question_mark")
        assert isinstance(it.app.screen, HelpScreen)
        assert "^t" in it.shown


async def test_a_remapped_key_works_and_the_old_one_does_not(paths: Paths) -> None:
    async with sitting(paths, keys={"find": "ctrl+t"}) as it:
        await it.press("slash")
        assert not it.reader.find_bar.display
        await it.press("ctrl+t")
        assert it.reader.find_bar.display


async def test_a_mistaken_key_is_named_in_the_banner(paths: Paths) -> None:
    async with sitting(paths, keys={"fnid": "x"}) as it:
        assert "there is no command 'fnid'; did you mean find?" in it.shown


async def test_ctrl_c_names_the_key_that_leaves(paths: Paths) -> None:
    async with sitting(paths, keys={"quit": "Q"}) as it:
        await it.press("ctrl+c")
        await it.until("Q leaves the reader")


async def test_a_theme_is_seen_kept_and_found_again(paths: Paths) -> None:
    async with sitting(paths) as it:
        before = it.app.theme
        await it.press("T", "j")
        await it.until(lambda: it.app.theme != before)
        await it.press("escape")
        assert it.app.theme == before
        await it.press("T", "j", "enter")
        chosen = it.app.theme
        assert chosen != before
    async with sitting(paths) as it:
        assert it.app.theme == chosen
