"""A large document: its beginning at once, and the whole at the same words."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from briefing.document.errors import UnreadableDocument
from briefing.library import Library
from briefing.library.beginning import LARGE, beginning
from briefing.paths import Paths
from briefing.tui.screens.reader.beginning import STILL_READING
from tests.tui.sitting import Sitting, sitting


@pytest.fixture
def long_report(tmp_path: Path) -> Path:
    path = tmp_path / "report.md"
    made = ["# A long report"]
    number = 0
    while sum(map(len, made)) < LARGE * 1.2:
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
            assert it.reader.briefing is None
            for _ in range(9):
                await it.press("space")
            top = text_of(it)
            go_on.set()
            await it.until(lambda: it.reader.briefing is not None)
            await it.pilot.pause()
            assert text_of(it) == top, "the text under the eye stays"
            assert STILL_READING not in it.shown
            await it.press("G")
            assert len(it.reader.view.slabs) > 1000


async def test_nothing_is_kept_of_a_beginning(
    paths: Paths, long_report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with held_back(monkeypatch) as go_on:
        async with sitting(paths, long_report) as it:
            await it.until(STILL_READING)
            await it.press("m", "a", "space", "slash", "c", "u", "e")
            assert it.session.document == 0
            go_on.set()
            await it.until(lambda: it.reader.briefing is not None)
            assert it.session.state.bookmarks() == ()


async def test_one_left_off_in_the_whole_comes_back_there_unless_the_reader_moved(
    paths: Paths, long_report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with sitting(paths, long_report) as it:
        await it.until(lambda: it.reader.briefing is not None)
        it.reader.go_to(900)
        await it.pilot.pause()
        place = it.reader.text.position()
    with held_back(monkeypatch) as go_on:
        async with sitting(paths, long_report) as it:
            await it.until(STILL_READING)
            go_on.set()
            await it.until("Where you left off")
            assert it.reader.text.position() == place


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
        assert STILL_READING not in it.shown


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
