"""The library and the trend board, used as a person uses them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from briefing.paths import Paths
from briefing.tui.screens.board import BoardScreen
from briefing.tui.screens.library import LibraryScreen
from tests.tui.sitting import Sitting, sitting

NOTES = {
    "canal.md": (
        "---\ntitle: The canal\ndate: 2025-03-02\ntags: [water]\n"
        "source: https://www.barge.example/x\n---\n\nBarges queue at the lock.\n\n"
        "## What to watch\n\n- **Locks:** they leak.\n- **Tolls:** they rise.\n"
    ),
    "harbour.md": (
        "---\ntitle: A harbour\ndate: 2024-11-20\ntags: [water, trade]\n---\n\n"
        "Cranes stand idle. " + "Nothing moves there at all. " * 300 + "\n"
    ),
    "rails.md": (
        "---\ntitle: Zones of rail\ndate: 2026-01-09\n---\n\nTrains wait.\n\n"
        "## Key trends\n\n- **Gauge:** it narrows.\n"
    ),
}


@pytest.fixture
def notes(paths: Paths, tmp_path: Path) -> Path:
    folder = tmp_path / "notes"
    folder.mkdir()
    for name, text in NOTES.items():
        (folder / name).write_text(text, "utf-8")
    paths.config.mkdir(parents=True)
    paths.settings.write_text(f'folders = ["{folder}"]\n', "utf-8")
    return folder


@pytest.fixture
async def it(paths: Paths, notes: Path) -> AsyncIterator[Sitting]:
    async with sitting(paths, notes / "harbour.md", size=(120, 40)) as held:
        await held.until(lambda: held.session.library.coverage().whole)
        yield held


async def library(it: Sitting) -> LibraryScreen:
    await it.press("L")
    await it.until("Zones of rail")
    screen = it.app.screen
    assert isinstance(screen, LibraryScreen)
    return screen


def titles(it: Sitting, *wanted: str) -> list[str]:
    """Those of `wanted` that are on the screen, from top to bottom."""
    lines = it.shown.splitlines()
    found = [(n, each) for each in wanted for n, line in enumerate(lines) if each in line]
    return [each for _, each in sorted(found)]


OURS = ("The canal", "A harbour", "Zones of rail")


async def test_every_briefing_is_listed_with_what_is_known_of_it(it: Sitting) -> None:
    await library(it)
    line = next(line for line in it.shown.splitlines() if "The canal" in line)
    assert all(each in line for each in ("barge.example", "water", "2 Mar 2025"))
    assert line.split()[-1] == "3", "parts that are unread"
    assert titles(it, *OURS) == ["Zones of rail", "The canal", "A harbour"], "the newest first"
    assert "date ↓" in it.shown


async def test_the_open_briefing_is_under_the_cursor_and_stays_there(it: Sitting) -> None:
    screen = await library(it)
    assert screen.shelf.current is not None
    assert screen.shelf.current.title == "A harbour"
    await it.press("s")
    await it.until("title ↑")
    assert screen.shelf.current.title == "A harbour"


async def test_the_list_is_sorted_and_turned_round(it: Sitting) -> None:
    await library(it)
    await it.press("s")
    await it.until("title ↑")
    await it.until(lambda: titles(it, *OURS) == ["A harbour", "The canal", "Zones of rail"])
    await it.press("r")
    await it.until("title ↓")
    await it.until(lambda: titles(it, *OURS) == ["Zones of rail", "The canal", "A harbour"])
    await it.press("s")
    await it.until("min ↓")
    await it.until(lambda: titles(it, *OURS)[0] == "A harbour")


async def test_the_list_is_parted_into_groups(it: Sitting) -> None:
    screen = await library(it)
    await it.press("v", "v")
    await it.until("in groups by month")
    await it.until("Nov 2024")
    await it.press("v")
    await it.until("without a tag")
    await it.press("g")
    assert screen.shelf.current is not None, "the cursor stands on a briefing, not on a heading"


async def test_how_the_list_is_arranged_is_kept(paths: Paths, notes: Path) -> None:
    async with sitting(paths, notes / "harbour.md") as it:
        await library(it)
        await it.press("s", "r", "v")
        await it.until("in groups by source")
    async with sitting(paths, notes / "harbour.md") as it:
        await it.press("L")
        await it.until("by title ↓ · in groups by source")


async def test_a_filter_looks_at_titles_tags_and_sources(it: Sitting) -> None:
    await library(it)
    await it.press("slash", *"barge")
    await it.until("1 of 5 briefings")
    assert titles(it, *OURS) == ["The canal"]
    await it.press("escape")
    await it.until("5 briefings")
    await it.press("slash", *"nosuch")
    await it.until("Nothing here holds “nosuch”")
    await it.press("enter", "escape")
    await it.until("Zones of rail")


async def test_a_briefing_is_opened_from_the_filter(it: Sitting) -> None:
    await library(it)
    await it.press("slash", *"zones", "enter")
    await it.until("1 of 5")
    await it.press("enter")
    await it.until("Trains wait")


async def test_keys_of_the_library_can_be_changed(paths: Paths, notes: Path) -> None:
    async with sitting(paths, notes / "harbour.md", keys={"library.sort": "o"}) as it:
        await library(it)
        await it.press("o")
        await it.until("title ↑")


async def test_the_trends_of_all_briefings_stand_on_one_board(it: Sitting) -> None:
    await it.press("W")
    await it.until("Gauge")
    assert isinstance(it.app.screen, BoardScreen)
    shown = titles(it, "Gauge", "Locks", "Tolls")
    assert shown == ["Gauge", "Locks", "Tolls"], "the newest briefing's first"
    line = next(line for line in it.shown.splitlines() if "Locks" in line)
    assert "The canal · 2 Mar 2025" in line
    assert "they leak" in it.shown


async def test_a_trend_leads_to_its_briefing_and_back(it: Sitting) -> None:
    await it.press("W")
    await it.until("Tolls")
    await it.press("slash", *"rise", "enter")
    await it.until("1 of")
    await it.press("enter")
    await it.until("Barges queue")
    briefing = it.session.briefing
    assert briefing is not None
    held = briefing.passages[it.reader.passage_at(it.reader.text.cursor)]
    assert held.part == "t:tolls"
    await it.press("backspace")
    await it.until(lambda: isinstance(it.app.screen, BoardScreen))
    screen = it.app.screen
    assert isinstance(screen, BoardScreen)
    assert screen.trends.current is not None
    assert screen.trends.current.label == "Tolls"
    await it.press("escape", "escape")
    await it.until("Barges queue")


async def test_without_the_board_there_is_nowhere_to_go_back_to(it: Sitting) -> None:
    await it.press("backspace")
    await it.until("There is nowhere to go back to")


async def test_the_board_is_sorted_and_parted(it: Sitting) -> None:
    await it.press("W")
    await it.until("Gauge")
    await it.press("s")
    await it.until("by trend ↑")
    await it.press("v")
    await it.until("in groups by briefing")
    await it.until(lambda: it.shown.index("The canal") < it.shown.index("Zones of rail"))


async def test_a_board_without_trends_says_what_to_do(
    paths: Paths, notes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefing.library.Library.trends", lambda *_: ())
    async with sitting(paths, notes / "harbour.md") as it:
        await it.press("W")
        await it.until("No briefing has key trends yet")


async def test_the_palette_knows_the_commands_of_the_list(it: Sitting) -> None:
    await library(it)
    await it.press("colon", *"group by")
    await it.until("Group by something else")
    await it.press("enter")
    await it.until("in groups by source")


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 15)])
async def test_the_list_fits_every_screen(paths: Paths, notes: Path, size: tuple[int, int]) -> None:
    async with sitting(paths, notes / "harbour.md", size=size) as it:
        await it.press("L")
        await it.until("Zones of rail")
        assert "unread" in it.shown
        await it.press("W")
        await it.until("Gauge")
        assert all(len(line) <= size[0] for line in it.shown.splitlines())
