from __future__ import annotations

from pathlib import Path

import pytest

from briefing.document.locator import locate
from briefing.paths import Paths
from briefing.tui.screens.explain import ExplainDialog
from briefing.tui.screens.link import LinkDialog
from tests.tui.sitting import sitting


async def test_a_bookmark_is_made_taken_away_and_brought_back(paths: Paths) -> None:
    async with sitting(paths) as it:
        await it.press("m")
        await it.until("Saved")
        await it.press("m")
        await it.until("Bookmark removed")
        await it.press("u")
        await it.until("The bookmark is back")
        await it.until("Bookmarks 1")


async def test_no_bookmarks_say_how_to_make_one(paths: Paths) -> None:
    async with sitting(paths, keys={"bookmark.toggle": "w"}) as it:
        await it.press("apostrophe")
        await it.until("Press w on a passage")


async def test_what_was_left_out_is_shown_with_its_reason(paths: Paths) -> None:
    async with sitting(paths, size=(100, 60)) as it:
        await it.press("G")
        await it.until("left out · x shows")
        await it.press("x", "G")
        await it.until("left out: ")


async def test_explain_names_the_rule(paths: Paths) -> None:
    async with sitting(paths) as it:
        await it.press("e")
        assert isinstance(it.app.screen, ExplainDialog)
        assert "Rule" in it.shown
        await it.press("escape")
        assert "This is the title" not in it.shown


async def test_copying_says_what_was_done_and_no_more(paths: Paths) -> None:
    async with sitting(paths, size=(120, 30)) as it:
        await it.press("J", "J", "J", "y")
        await it.until("to the terminal's clipboard (OSC 52)")
        assert it.app.clipboard.startswith("Three developments are pulling")
        assert "\n" not in it.app.clipboard


async def test_a_quote_is_copied_with_its_citation(paths: Paths) -> None:
    async with sitting(paths, size=(120, 30)) as it:
        await it.press("J", "J", "J", "Y")
        assert "Three developments" in it.app.clipboard
        assert "Talks, Drones and the Long Game" in it.app.clipboard


async def test_a_note_left_with_escape_is_kept_as_a_draft(paths: Paths) -> None:
    async with sitting(paths) as it:
        await it.press("J", "a")
        await it.type("ask them")
        await it.press("escape")
        await it.until("Not saved · a brings it back")
        assert it.session.bookmarks is not None
        assert not it.session.bookmarks.placed
        await it.press("a")
        await it.until("ask them")
        await it.press("ctrl+s")
        await it.until("Saved with your note")
        assert not it.session.drafts


async def test_a_bookmark_of_another_reader_is_shown_when_the_pane_is(paths: Paths) -> None:
    async with sitting(paths) as it:
        assert it.session.briefing is not None
        it.session.state.add_bookmark(
            it.session.document, locate(it.session.briefing, 3), label="Made elsewhere"
        )
        await it.press("5")
        await it.until("Bookmarks 1")


async def test_a_bookmark_of_another_reader_is_shown_when_the_terminal_is_looked_at_again(
    paths: Paths,
) -> None:
    async with sitting(paths) as it:
        assert it.session.briefing is not None
        it.session.state.add_bookmark(
            it.session.document, locate(it.session.briefing, 3), label="Made elsewhere"
        )
        it.app.app_focus = False
        it.app.app_focus = True
        await it.until("Bookmarks 1")


async def test_on_the_title_the_document_is_cited(paths: Paths) -> None:
    async with sitting(paths, size=(120, 30)) as it:
        await it.press("g", "Y")
        await it.until("the document's citation")
        assert "“Talks, Drones and the Long Game" in it.app.clipboard
        assert "\n" not in it.app.clipboard


async def test_the_end_of_the_text_can_be_bookmarked_below_which_lines_were_left_out(
    paths: Paths,
) -> None:
    async with sitting(paths) as it:
        await it.press("G", "m")
        await it.until("Saved")


async def test_a_link_is_shown_whole_before_it_is_opened(
    paths: Paths, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def open_nothing(target: str) -> str:
        opened.append(target)
        return "Handed over"

    monkeypatch.setattr("briefing.tui.links.launch", open_nothing)
    note = tmp_path / "link.md"
    note.write_text("See [the note](https://example.org/a?b=[/c]) today.\n", "utf-8")
    async with sitting(paths, note) as it:
        await it.press("o")
        assert isinstance(it.app.screen, LinkDialog)
        assert "https://example.org/a?b=[/c]" in it.shown
        assert opened == []
        await it.press("enter")
        assert opened == ["https://example.org/a?b=[/c]"]
