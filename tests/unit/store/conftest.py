"""A store with some bookmarks in it, for every test that breaks, moves or reads one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime, timezone

import pytest

from briefing.document.locator import Locator
from briefing.paths import Paths
from briefing.store.state import State

NOON = datetime(2026, 1, 2, 12, 0, tzinfo=timezone.utc)


@pytest.fixture
def noon() -> Callable[[], datetime]:
    return lambda: NOON


@pytest.fixture
def locator() -> Locator:
    return Locator("s:tides", ("Tides",), "The harbour", "before ", " after", 4, 2, "abc")


@pytest.fixture
def filled(paths: Paths, locator: Locator, noon: Callable[[], datetime]) -> Paths:
    """A closed store of one document with forty bookmarks, `mark 0` to `mark 39`."""
    state = State.open(paths, noon)
    document = state.document("/notes/tides.md", "abc", "Tides")
    for number in range(40):
        state.add_bookmark(document, locator, label=f"mark {number}", note="n" * 300)
    state.set_place(document, locator, 0.25)
    state.set_preference("theme", "paper")
    state.close()
    return paths


@pytest.fixture
def state(paths: Paths, noon: Callable[[], datetime]) -> Iterator[State]:
    with closing(State.open(paths, noon)) as state:
        yield state
