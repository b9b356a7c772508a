from __future__ import annotations

from pathlib import Path

import pytest

from briefing.paths import Paths
from briefing.tui.messages import OpenDocument
from briefing.tui.screens.library import LibraryScreen
from briefing.tui.screens.reader import ReaderScreen
from tests.tui.sitting import sitting

SIZES = [(120, 40), (80, 24), (40, 15)]


@pytest.mark.parametrize("size", SIZES, ids=["wide", "normal", "narrow"])
async def test_a_sitting_is_found_again_by_the_next(paths: Paths, size: tuple[int, int]) -> None:
    async with sitting(paths, size=size) as first:
        for key, pane in (("2", "trends"), ("3", "faq"), ("4", "tips"), ("5", "bookmarks")):
            await first.press(key)
            assert first.reader.pane == pane
        await first.press("1", "slash")
        await first.type("drone")
        await first.until("1 of")
        await first.press("enter", "n", "n")
        await first.until("3 of")
        passage = first.reader.passage_here()
        await first.press("a")
        await first.type("ask the desk")
        await first.press("ctrl+s")
        await first.until("Saved with your note")
        await first.press("q")
        place = first.reader.text.position()
    async with sitting(paths, size=size) as second:
        assert second.reader.text.position() == place
        assert second.session.bookmarks is not None
        (kept,) = second.session.bookmarks.placed
        assert (kept.place.passage, kept.bookmark.note) == (passage, "ask the desk")
        await second.press("5")
        await second.until("ask the desk")


async def test_nothing_named_opens_the_bundled_analysis_first(paths: Paths) -> None:
    async with sitting(paths, None) as it:
        await it.until("Talks, Drones and the Long Game")


async def test_nothing_named_opens_what_was_read_last(paths: Paths, tmp_path: Path) -> None:
    note = tmp_path / "harbour.md"
    note.write_text("# Harbour notes\n\nThe crane stood still.\n", "utf-8")
    async with sitting(paths, note) as it:
        await it.press("q")
    async with sitting(paths, None) as it:
        await it.until("The crane stood still.")


async def test_a_document_that_is_gone_leads_to_the_library(paths: Paths, tmp_path: Path) -> None:
    note = tmp_path / "harbour.md"
    note.write_text("# Harbour notes\n\nThe crane stood still.\n", "utf-8")
    async with sitting(paths, note) as it:
        await it.press("q")
    note.unlink()
    async with sitting(paths, None) as it:
        await it.until(lambda: isinstance(it.app.screen, LibraryScreen))


async def test_an_empty_document_says_so(paths: Paths, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("", "utf-8")
    async with sitting(paths, tmp_path / "empty.txt") as it:
        await it.until("This document is empty")


async def test_while_the_first_document_is_read_nothing_else_is_said(paths: Paths) -> None:
    async with sitting(paths) as it:
        it.session.briefing = None
        waiting = ReaderScreen(it.session, it.reader.keymap, 72, False)
        await it.app.push_screen(waiting)
        waiting.wait_for("/some/where/slow.md")
        await it.until("Reading slow.md…")
        assert "No headings" not in it.shown


async def test_a_document_that_cannot_be_read_leaves_the_open_one(paths: Paths) -> None:
    async with sitting(paths, size=(120, 30)) as it:
        it.app.post_message(OpenDocument("/no/such/file.md"))
        await it.until("/no/such/file.md: no such file")
        assert "Talks, Drones and the Long Game" in it.shown


async def test_what_is_not_saved_is_said_for_as_long_as_it_is(paths: Paths) -> None:
    paths.data.mkdir(parents=True, mode=0o700)
    paths.state.mkdir()
    async with sitting(paths) as it:
        assert "is not written" in " ".join(it.shown.split())
        await it.press("m")
        await it.until("Not saved")


@pytest.mark.parametrize("text", ["[/]", "[red", "[@click=app.quit]x[/]", "[b]x[/b]"])
async def test_markup_in_a_document_is_text(paths: Paths, tmp_path: Path, text: str) -> None:
    note = tmp_path / "markup.md"
    note.write_text(f"# A {text} heading\n\n{text} [{text}](https://a.example/{text})\n", "utf-8")
    async with sitting(paths, note) as it:
        assert text in it.shown
        for key in ("m", "5", "a", "escape", "1", "e", "escape", "o", "escape", "L", "escape"):
            await it.press(key)
        await it.press("colon")
        await it.type("heading")
        await it.press("escape")
        assert it.app.is_running


async def test_a_menu_before_the_title_is_not_what_is_opened_on(
    paths: Paths, tmp_path: Path
) -> None:
    page = tmp_path / "bridge.md"
    page.write_text(
        "Home\n\nSign in\n\nSubscribe\n\n# The quiet bridge\n\n" + "The bridge is quiet. " * 20,
        "utf-8",
    )
    for _ in range(2):
        async with sitting(paths, page) as it:
            assert it.reader.briefing is not None
            assert it.reader.briefing.passages[0].role == "omitted"
            assert not it.reader.omitted
            assert "left out: navigation" not in it.shown
