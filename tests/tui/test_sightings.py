from __future__ import annotations

from pathlib import Path

import pytest

from briefing.paths import Paths
from briefing.tui.session.sighting import REST, Sightings
from tests.tui.sitting import sitting


def test_what_stands_long_enough_was_looked_at_once() -> None:
    sightings = Sightings()
    sightings.moved(0, 4, 0.0, jumped=False)
    assert not sightings.rested(REST / 2)
    assert sightings.rested(REST) == range(5)
    assert not sightings.rested(2 * REST)


def test_what_is_scrolled_off_the_top_was_looked_at() -> None:
    sightings = Sightings()
    sightings.moved(0, 4, 0.0, jumped=False)
    assert sightings.moved(3, 8, 0.1, jumped=False) == range(3)
    assert sightings.moved(12, 16, 0.2, jumped=False) == range(3, 12)


def test_what_is_scrolled_off_the_bottom_was_looked_at() -> None:
    sightings = Sightings()
    sightings.moved(10, 14, 0.0, jumped=False)
    assert sightings.moved(8, 11, 0.1, jumped=False) == range(12, 15)


def test_a_jump_shows_nothing_of_what_it_passes() -> None:
    sightings = Sightings()
    sightings.moved(0, 4, 0.0, jumped=False)
    assert not sightings.moved(90, 94, 0.1, jumped=True)
    assert sightings.rested(0.1 + REST) == range(90, 95)
    assert not sightings.moved(0, 4, 9.0, jumped=True)


def test_where_one_stood_before_a_jump_was_looked_at() -> None:
    sightings = Sightings()
    sightings.moved(0, 4, 0.0, jumped=False)
    assert sightings.moved(90, 94, REST, jumped=True) == range(5)


@pytest.fixture
def long(tmp_path: Path) -> Path:
    path = tmp_path / "long.md"
    sections = (f"## Pier {n}\n\n" + f"The crane of pier {n} stood still. " * 40 for n in range(9))
    path.write_text("# Harbour notes\n\n" + "\n\n".join(sections) + "\n", "utf-8")
    return path


async def test_a_jump_to_the_end_reads_nothing_above_it(paths: Paths, long: Path) -> None:
    async with sitting(paths, long) as it:
        unread = it.session.unread
        assert unread is not None
        count = len(unread.signs)
        await it.press("G")
        assert len(unread.signs) == count
        await it.until(lambda: "s:pier-8" not in unread.signs)
        assert "s:pier-4" in unread.signs


async def test_what_was_read_stays_read_when_one_returns_to_the_beginning(
    paths: Paths, long: Path
) -> None:
    async with sitting(paths, long) as it:
        unread = it.session.unread
        assert unread is not None
        for _ in range(20):
            await it.press("space")
        await it.until(lambda: not unread.signs)
        await it.until(" read")
        await it.press("g", "q")
    async with sitting(paths, long) as it:
        assert it.session.unread is not None
        assert it.session.unread.progress == 1.0
