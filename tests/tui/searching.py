"""A library of three notes, and what the tests of its search share."""

from __future__ import annotations

import pytest

from briefing.library import Library
from briefing.paths import Paths
from briefing.search.results import Match
from briefing.tui.screens.search import SearchScreen
from tests.tui.sitting import Sitting

NOTES = {
    "ferries": "+++\ndate = 2025-03-14\ntags = [\"coast\"]\n+++\n\n# The ferries\n\n## Boats\n\n"
    "Two boats wait for a pump.\n\n## Crews\n\nThe crews of the boats went home.\n\n"
    "## Key trends\n\n- Spare parts: Boats wait longer for a pump.\n- Roads: More lorries.\n",
    "quays": "+++\ndate = 2025-05-02\n+++\n\n# The quays\n\n## Stone\n\nBoats scrape the stone.\n\n"
    "## FAQ\n\n**Which boat is the oldest?**\n\nThe boat from 1871.\n",
    "lorries": "# The lorries\n\n## Roads\n\nNo boats here, but a pump and a bridge.\n",
}  # fmt: skip


@pytest.fixture
def notes(paths: Paths) -> Paths:
    """A library of three notes beside the bundled ones, indexed."""
    paths.documents.mkdir(parents=True)
    for name, text in NOTES.items():
        (paths.documents / f"{name}.md").write_text(text, "utf-8")
    library = Library.open(paths)
    library.refresh()
    library.close()
    return paths


async def search(it: Sitting, query: str) -> SearchScreen:
    """Open the search, type, and wait for what is best of it."""
    await it.press("S")
    screen = it.app.screen
    assert isinstance(screen, SearchScreen)
    await it.type(query)
    await answered(it, query)
    return screen


async def answered(it: Sitting, query: str) -> None:
    screen = it.app.screen
    assert isinstance(screen, SearchScreen)
    await it.until(lambda: screen.field.value == query and screen.is_answered)
    await it.pilot.pause()


def at_cursor(screen: SearchScreen) -> str:
    row = screen.results.current
    assert isinstance(row, Match)
    return row.part
