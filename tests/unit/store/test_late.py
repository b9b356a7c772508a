"""A thread that is late finds the state closed, and opens nothing anew."""

from __future__ import annotations

import threading
import time

import pytest

from briefing.document.errors import Closed
from briefing.paths import Paths
from briefing.store.state import State


def test_what_comes_after_the_end_is_refused(paths: Paths) -> None:
    state = State.open(paths)
    state.close()
    state.close()
    with pytest.raises(Closed):
        state.bookmarks()
    with pytest.raises(Closed):
        state.set_preference("theme", "noon")
    again = State.open(paths)
    assert again.preference("theme") is None
    again.close()


def test_closing_waits_for_who_writes(paths: Paths) -> None:
    state = State.open(paths)
    written: list[int] = []
    refused = threading.Event()

    def write() -> None:
        for number in range(10_000):
            try:
                state.set_preference("count", str(number))
            except Closed:
                refused.set()
                return
            written.append(number)

    writer = threading.Thread(target=write)
    writer.start()
    while len(written) < 5:
        time.sleep(0.001)
    state.close()
    writer.join(10)
    assert refused.is_set()
    again = State.open(paths)
    assert again.preference("count") == str(written[-1])
    again.close()
