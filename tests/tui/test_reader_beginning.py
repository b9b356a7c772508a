"""A large document: its beginning at once, and the whole at the same words."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from briefing.document.errors import UnreadableDocument
from briefing.document.locator import Place, place
from briefing.library import Library
from briefing.library.apart import Apart
from briefing.library.beginning import LARGE, beginning
from briefing.paths import Paths
from briefing.tui.messages import OpenDocument
from briefing.tui.screens.reader.beginning import STILL_READING, UNREADABLE
from tests.tui.sitting import Sitting, sitting


@pytest.fixture
def long_report(tmp_path: Path) -> Path:
    path = tmp_path / "report.md"
    made = ["# A long report"]
    number = 0
    while sum(map(len, made)) < LARGE * 5:
        number += 1
        words = "The harbour waits for its cranes. " * 30
        made += [f"## Chapter {number}", f"Paragraph {number}. {words}"]
    path.write_text("\n\n".join(made), "utf-8")
    return path


@contextmanager
def held_back(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Reading waits until it is let go on."""
    go_on = threading.Event()
    read = Library.read

    def slow(self: Library, doc: str) -> Any:
        go_on.wait(20)
        return read(self, doc)

    monkeypatch.setattr(Library, "read", slow)
    try:
        yield go_on
    finally:
        go_on.set()


def text_of(it: Sitting) -> list[str]:
    """The rows of the reading pane."""
    pane = it.reader.text
    return [strip.text for strip in pane.render_lines(pane.size.region)]


async def test_its_beginning_is_shown_while_the_rest_is_read(
    paths: Paths, long_report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with held_back(monkeypatch) as go_on:
        async with sitting(paths, long_report) as it:
            await it.until("Paragraph 1.")
            await it.until(STILL_READING)
            assert not it.session.whole
            for _ in range(9):
                await it.press("space")
            top = text_of(it)
            go_on.set()
            await it.until(lambda: it.session.whole)
            await it.pilot.pause()
            assert text_of(it) == top, "the text under the eye stays"
            assert STILL_READING not in it.shown
            await it.press("G")
            assert len(it.reader.view.slabs) > 1000


async def test_a_bookmark_of_the_beginning_is_kept_at_once_and_undone_in_the_whole(
    paths: Paths, long_report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with held_back(monkeypatch) as go_on:
        async with sitting(paths, long_report) as it:
            await it.until(STILL_READING)
            await it.press("J", "J", "J", "m")
            await it.until("Saved")
            (kept,) = it.session.state.bookmarks()
            go_on.set()
            await it.until(lambda: it.session.whole)
            await it.pilot.pause()
            assert it.session.briefing is not None
            assert place(it.session.briefing, kept.locator) == Place("placed", 3)
            assert it.reader.text.cursor == 3
            await it.press("5")
            await it.until("5 Bookmarks 1")
            await it.press("u")
            await it.until("taken away again")
            assert it.session.state.bookmarks() == ()


async def test_what_only_the_whole_can_count_is_not_counted(
    paths: Paths, long_report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with held_back(monkeypatch) as go_on:
        async with sitting(paths, long_report, size=(140, 30)) as it:
            await it.until(STILL_READING)
            assert "1 Sections …" in it.shown
            assert "5 Bookmarks 0" in it.shown
            assert " %" not in it.shown
            go_on.set()
            await it.until("1 Sections 1250")
            await it.until("0 % ·")


async def test_a_search_goes_on_in_the_whole_at_the_same_hit(
    paths: Paths, long_report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with held_back(monkeypatch) as go_on:
        async with sitting(paths, long_report) as it:
            await it.until(STILL_READING)
            await it.press("slash", *"waits", "enter", "n", "n")
            await it.until("3 of 18")
            assert "so far" in it.shown
            top = text_of(it)
            go_on.set()
            await it.until(lambda: it.session.whole)
            await it.press("n")
            await it.until("4 of 37")
            assert "so far" not in it.shown
            assert text_of(it) == top


async def test_the_pane_that_is_open_stays_open(
    paths: Paths, long_report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with held_back(monkeypatch) as go_on:
        async with sitting(paths, long_report) as it:
            await it.until(STILL_READING)
            await it.press("space", "space")
            place = it.reader.text.position()
            await it.press("4")
            await it.until("warnings so far")
            go_on.set()
            await it.until(lambda: it.session.whole)
            assert it.reader.pane == "tips"
            await it.until("notes or warnings.")
            await it.press("backspace")
            assert (it.reader.pane, it.reader.text.position()) == ("sections", place)


async def test_parts_read_in_the_beginning_are_read_in_the_whole_but_for_the_last(
    paths: Paths, long_report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with held_back(monkeypatch) as go_on:
        async with sitting(paths, long_report) as it:
            await it.until(STILL_READING)
            unread, briefing = it.session.unread, it.session.briefing
            assert unread is not None
            assert briefing is not None
            unread.look_at(range(len(briefing.passages)))
            last = briefing.parts[-1].id
            assert list(unread.signs) == [last], "its end is not there yet"
            assert unread.progress == 0
            go_on.set()
            await it.until(lambda: it.session.whole)
            assert it.session.unread is not None
            assert briefing.parts[-2].id not in it.session.unread.signs
            assert last not in it.session.unread.signs or it.session.unread.signs[last] == "new"


async def test_a_place_behind_the_beginning_is_not_given_up_by_looking_at_that(
    paths: Paths, long_report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with sitting(paths, long_report) as it:
        await it.until(lambda: it.session.whole)
        it.reader.go_to(900)
        await it.pilot.pause()
        await it.press("m")
        await it.until("Saved")
        place = it.reader.text.position()
    with held_back(monkeypatch):
        async with sitting(paths, long_report) as it:
            await it.until(STILL_READING)
            assert "5 Bookmarks 1" in it.shown
            await it.press("space")
            await it.press("5")
            await it.until("1 more stands further on")
    async with sitting(paths, long_report) as it:
        await it.until("Where you left off")
        assert it.reader.text.position() == place


async def test_one_left_off_in_the_whole_comes_back_there_unless_the_reader_moved(
    paths: Paths, long_report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with sitting(paths, long_report) as it:
        await it.until(lambda: it.session.whole)
        it.reader.go_to(900)
        await it.pilot.pause()
        place = it.reader.text.position()
    with held_back(monkeypatch) as go_on:
        async with sitting(paths, long_report) as it:
            await it.until(STILL_READING)
            go_on.set()
            await it.until("Where you left off")
            assert it.reader.text.position() == place


async def test_leaving_ends_the_process_that_splits_the_rest(paths: Paths, tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text("The harbour waits for its cranes.\n\n" * (LARGE // 4), "utf-8")
    async with sitting(paths, path) as it:
        splitting = it.session.library.split = Apart()
        it.app.post_message(OpenDocument(str(path)))
        await it.until(lambda: splitting.done is not None)
        await it.press("q")
        await it.until(lambda: splitting.done is None)
        assert not it.session.whole


async def test_a_whole_that_cannot_be_read_is_said(
    paths: Paths, long_report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = threading.Event()

    def refused(_self: Library, doc: str) -> Any:
        go_on.wait(20)
        raise UnreadableDocument(f"{doc}: cannot be read")

    monkeypatch.setattr(Library, "read", refused)
    async with sitting(paths, long_report, size=(200, 30)) as it:
        await it.until(STILL_READING)
        go_on.set()
        await it.until("cannot be read")
        await it.until(UNREADABLE)
        assert STILL_READING not in it.shown
        await it.press("G")
        assert it.reader.text.cursor == len(it.reader.view.slabs) - 1, "of what is there"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("small.md", b"# Small\n\nText."),
        ("page.html", b"<html><body><p>" + b"word " * LARGE),
        ("wide.txt", "word ".encode("utf-16") * LARGE),
        ("none.md", b""),
    ],
)
def test_some_documents_have_no_beginning_of_their_own(
    paths: Paths, tmp_path: Path, name: str, text: bytes
) -> None:
    path = tmp_path / name
    if text:
        path.write_bytes(text)
    assert beginning(Library.open(paths), str(path)) is None


def test_a_beginning_ends_with_a_whole_character(paths: Paths, tmp_path: Path) -> None:
    for more in ("", "a", "ab"):
        path = tmp_path / "one.txt"
        path.write_text(more + "港" * LARGE, "utf-8")
        found = beginning(Library.open(paths), str(path))
        assert found is not None
        assert set("".join(passage.block.text for passage in found.passages)) <= {*"港ab"}
