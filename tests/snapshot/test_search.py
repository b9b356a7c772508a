"""The search of the library at three sizes; approved as the other screens are."""

from __future__ import annotations

import pytest
from syrupy.assertion import SnapshotAssertion

from briefing.paths import Paths
from tests.snapshot.test_screens import SIZES, look, still
from tests.tui.searching import answered, notes, search
from tests.tui.sitting import sitting

__all__ = ["notes", "still"]


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_the_search_looks_as_approved(
    notes: Paths,
    screen: SnapshotAssertion,
    size: tuple[int, int],
) -> None:
    async with sitting(notes, size=size) as it:
        found = await search(it, "boats in:tr")
        await it.until(lambda: found.is_counted)
        await look(it, screen, "offered")
        await it.press("ctrl+u")
        await it.type("boats")
        await answered(it, "boats")
        await it.until(lambda: found.is_counted)
        await look(it, screen, "results")
        await it.press("tab", "left")
        await answered(it, "after:2025-05 before:2025-06 boats")
        await it.until(lambda: found.is_counted)
        await look(it, screen, "narrowed")
        await it.press("enter")
        await it.until("result 1 of 2")
        await look(it, screen, "opened")
        await it.press("S", "ctrl+u")
        await it.until("Asked of late")
        await look(it, screen, "late")
        await it.type("bridgge")
        await it.until("Did you mean")
        await it.until(lambda: found.is_counted)
        await look(it, screen, "misspelt")
