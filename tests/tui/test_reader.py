from __future__ import annotations

from pathlib import Path

import pytest

from briefing.paths import Paths
from briefing.tui.messages import OpenDocument
from briefing.tui.screens.explain import ExplainDialog
from briefing.tui.screens.help import HelpScreen
from briefing.tui.screens.library import LibraryScreen
from briefing.tui.screens.link import LinkDialog
from briefing.tui.screens.reader import ReaderScreen
from briefing.tui.screens.search import SearchScreen
from tests.tui.sitting import BUNDLED, sitting

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
        slab, offset = second.reader.text.position()
        assert slab == place[0]
        assert abs(offset - place[1]) < size[0]
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


async def test_the_contents_follow_the_scroll(paths: Paths) -> None:
    async with sitting(paths) as it:
        await it.press("right_curly_bracket", "right_curly_bracket", "right_curly_bracket")
        await it.until("3 of 6")
        assert it.reader.contents.cursor == 2


async def test_enter_in_the_contents_goes_to_the_heading_and_backspace_returns(
    paths: Paths,
) -> None:
    async with sitting(paths) as it:
        before = it.reader.text.position()
        await it.press("t", "G", "enter")
        assert it.reader.text.position() != before
        assert it.reader.text.has_focus
        await it.press("backspace")
        assert it.reader.text.position() == before


async def test_tab_goes_round_the_panes(paths: Paths) -> None:
    async with sitting(paths) as it:
        panes: list[str] = []
        for key in ("tab", "shift+tab", "shift+tab"):
            await it.press(key)
            panes.append(it.reader.pane)
        assert panes == ["trends", "sections", "bookmarks"]


async def test_a_pane_is_found_as_it_was_left(paths: Paths) -> None:
    async with sitting(paths, size=(40, 15)) as it:
        await it.press("space", "space")
        before = it.reader.text.position()
        await it.press("3", "1")
        assert it.reader.text.position() == before


async def test_enter_on_a_trend_goes_to_it_in_the_text(paths: Paths) -> None:
    async with sitting(paths) as it:
        await it.press("2", "J", "J")
        ref = it.reader.view.slabs[it.reader.text.cursor].ref
        await it.press("enter")
        assert it.reader.pane == "sections"
        assert it.reader.view.slabs[it.reader.text.cursor].ref == ref


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


async def test_a_search_without_hits_says_so(paths: Paths) -> None:
    async with sitting(paths) as it:
        await it.press("slash")
        await it.type("zeppelin")
        await it.until("nothing found")


async def test_keys_that_follow_enter_at_once_are_for_the_text(paths: Paths) -> None:
    async with sitting(paths) as it:
        await it.press("slash")
        await it.type("Reuters")
        await it.pilot.press("enter", "m")
        await it.until("Bookmarks 1")


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


async def test_a_link_is_shown_whole_before_it_is_opened(
    paths: Paths, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def open_nothing(target: str) -> str:
        opened.append(target)
        return "Handed over"

    monkeypatch.setattr("briefing.tui.screens.reader.taking.launch", open_nothing)
    note = tmp_path / "link.md"
    note.write_text("See [the note](https://example.org/a?b=[/c]) today.\n", "utf-8")
    async with sitting(paths, note) as it:
        await it.press("o")
        assert isinstance(it.app.screen, LinkDialog)
        assert "https://example.org/a?b=[/c]" in it.shown
        assert opened == []
        await it.press("enter")
        assert opened == ["https://example.org/a?b=[/c]"]


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
        await it.until("1 found")
        await it.press("enter")
        await it.until(lambda: isinstance(it.app.screen, ReaderScreen))
        await it.until("2 of 6")
        assert "Lukoil" in it.reader.view.slabs[it.reader.text.cursor].text


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


async def test_the_palette_goes_to_a_part(paths: Paths) -> None:
    async with sitting(paths) as it:
        await it.press("colon")
        await it.type("Meetings in Miami")
        await it.until("section")
        await it.press("enter")
        await it.until("3 of 6")


async def test_escape_never_quits(paths: Paths) -> None:
    async with sitting(paths) as it:
        await it.press("escape", "escape", "escape")
        assert it.app.is_running
        assert BUNDLED.exists()


async def test_q_typed_into_a_field_does_not_quit(paths: Paths) -> None:
    async with sitting(paths) as it:
        await it.press("slash", "q")
        assert it.app.is_running
        assert it.reader.find_bar.query_text == "q"


async def test_lines_grow_and_shrink(paths: Paths) -> None:
    async with sitting(paths) as it:
        before = it.reader.text.measure
        await it.press("minus", "minus", "plus")
        assert it.reader.text.measure == before - 4


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
