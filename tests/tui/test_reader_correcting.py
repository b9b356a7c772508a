from __future__ import annotations

from pathlib import Path

import pytest

from briefing.paths import Paths
from briefing.tui.screens.correct import CorrectDialog
from tests.tui.sitting import Sitting, sitting

TEXT = """\
Report on the harbour

The harbour is open again after nine days, and the first ships have come in.

Fuel and wages are what the port now speaks of most of all.

Nobody knows for how long this will last, and nobody says so aloud.
"""


@pytest.fixture
def note(tmp_path: Path) -> Path:
    path = tmp_path / "harbour.txt"
    path.write_text(TEXT, "utf-8")
    return path


async def choose(it: Sitting, *keys: str) -> None:
    await it.press("c")
    assert isinstance(it.app.screen, CorrectDialog)
    await it.press(*keys, "enter")


async def test_a_passage_is_corrected_and_undone(paths: Paths, note: Path) -> None:
    async with sitting(paths, note) as it:
        await it.press("J", "J")
        await choose(it, "k", "k", "k", "k", "k")
        await it.until("Corrected · u undoes")
        assert it.session.briefing is not None
        assert [part.title for part in it.session.briefing.of_kind("section")] == [
            "Fuel and wages are what the port now speaks of most of all."
        ]
        assert note.read_text("utf-8") == TEXT
        assert 'as = "heading"' in note.with_name("harbour.briefing.toml").read_text("utf-8")
        await it.press("e")
        await it.until("corrected as heading")
        await it.press("escape", "u")
        await it.until("The correction is undone")
        assert not it.session.briefing.of_kind("section")
        assert not note.with_name("harbour.briefing.toml").exists()


async def test_the_eye_and_the_cursor_stay_where_they_were(paths: Paths, tmp_path: Path) -> None:
    long = tmp_path / "long.txt"
    lines = (f"This is paragraph {n} of a text that goes on for a good while." for n in range(90))
    long.write_text("A report\n\n" + "\n\n".join(lines), "utf-8")
    async with sitting(paths, long) as it:
        await it.press("space", "space", "J", "J")
        before = it.shown.splitlines()[4:8]
        text = it.reader.text.paragraph_text(it.reader.text.cursor)
        await choose(it, "k")
        await it.until("Corrected")
        assert it.reader.text.paragraph_text(it.reader.text.cursor) == text
        assert [line for line in it.shown.splitlines() if line.strip() == before[0].strip()]


async def test_what_is_chosen_as_it_is_changes_nothing(paths: Paths, note: Path) -> None:
    async with sitting(paths, note) as it:
        await it.press("J", "J")
        await choose(it)
        await it.pilot.pause()
        assert not note.with_name("harbour.briefing.toml").exists()


async def test_a_sidecar_that_cannot_be_read_is_said(paths: Paths, note: Path) -> None:
    note.with_name("harbour.briefing.toml").write_text("title = ", "utf-8")
    async with sitting(paths, note, size=(160, 30)) as it:
        await it.press("J", "J")
        await choose(it, "k")
        await it.until("mend it first")


async def test_in_the_contents_the_heading_chosen_there_is_meant(paths: Paths) -> None:
    async with sitting(paths, size=(120, 40)) as it:
        await it.press("t", "j", "j", "c")
        dialog = it.app.screen
        assert isinstance(dialog, CorrectDialog)
        assert it.reader.briefing is not None
        sections = it.reader.briefing.of_kind("section")
        assert it.reader.passage_here() in [part.start for part in sections[1:]]
