"""Completions, saved searches and those of late."""

from __future__ import annotations

from briefing.paths import Paths
from briefing.tui.screens.reader import ReaderScreen
from tests.tui.searching import answered, notes, search
from tests.tui.sitting import sitting

__all__ = ["notes"]


async def test_tab_takes_what_is_offered_for_a_word(notes: Paths) -> None:
    async with sitting(notes) as it:
        await search(it, "boat in:tr")
        await it.until("Tab ▸ trends")
        await it.press("tab")
        await answered(it, "boat in:trends ")
        await it.type("tag:co")
        await it.until("Tab ▸ coast")
        await it.press("right")
        await answered(it, "boat in:trends tag:coast")


async def test_tab_goes_to_the_results_where_nothing_is_offered(notes: Paths) -> None:
    async with sitting(notes) as it:
        screen = await search(it, "pump ")
        await it.press("tab")
        await it.until(lambda: screen.results.has_focus)
        await it.press("tab")
        await it.until(lambda: screen.field.has_focus)


async def test_a_saved_search_says_what_is_new(notes: Paths) -> None:
    async with sitting(notes) as it:
        screen = await search(it, "boats")
        await it.press("ctrl+s")
        await it.until("Save this search")
        await it.type("Harbour")
        await it.press("enter")
        await it.until("Saved as “Harbour”")
        news = notes.documents / "new.md"
        news.write_text("# News\n\n## Yard\n\nThe boats are back.\n", "utf-8")
        it.session.library.refresh()
        await it.press("ctrl+u")
        await it.until("1 new since")
        await it.press("enter")
        await it.until("“Harbour”: 1 new since")
        assert screen.field.value == "boats"
        assert "●" in it.shown
        await it.press("ctrl+u")
        await it.until("Saved searches")
        await it.pilot.pause(0.2)
        assert "1 new since" not in it.shown
        await it.press("delete")
        await it.until("“Harbour” is not kept any more")
        await it.until(lambda: "Saved searches" not in it.shown)


async def test_an_empty_field_offers_what_was_asked_of_late(notes: Paths) -> None:
    async with sitting(notes) as it:
        await search(it, "pump bridge")
        await it.press("enter")
        await it.until(lambda: isinstance(it.app.screen, ReaderScreen))
        await it.press("S", "ctrl+u")
        await it.until("Asked of late")
        await it.press("enter")
        await answered(it, "pump bridge")
