"""What several processes do to one store: at once, killed, and on a full disk."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from briefing.document.locator import Locator
from briefing.paths import Paths
from briefing.store.state import State

ROOT = Path(__file__).parents[3]
CRASH = ROOT / "tests" / "campaigns" / "crash.py"

WRITER = """
import sys, time
from briefing.document.locator import Locator
from briefing.paths import default_paths
from briefing.store.state import State
state = State.open(default_paths())
assert not state.problems, state.problems
document = state.document("/shared.md", "d", "Shared")
place = Locator("", (), "q", "", "", 0, 0, "d")
slowest = 0.0
for number in range(50):
    begun = time.perf_counter()
    state.add_bookmark(document, place, label=f"{sys.argv[1]}-{number}")
    slowest = max(slowest, time.perf_counter() - begun)
state.close()
print(slowest)
"""

FILL = """
import resource, signal, sys
from briefing.document.locator import Locator
from briefing.paths import default_paths
from briefing.store.errors import NotSaved
from briefing.store.state import State
state = State.open(default_paths())
document = state.document("/full.md", "d", "Full")
place = Locator("", (), "q", "", "", 0, 0, "d")
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, resource.RLIM_INFINITY))
saved = refused = 0
for number in range(100):
    try:
        state.add_bookmark(document, place, label=str(number), note="n" * 2000)
        saved += 1
    except NotSaved as error:
        assert "\\n" not in str(error)
        refused += 1
assert len(state.bookmarks()) == saved, "a refused bookmark is shown"
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
state.add_bookmark(document, place, label="there is room again")
print(saved + 1, refused)
"""


@pytest.mark.parametrize("journal", ["delete", "wal"])
def test_nothing_acknowledged_is_lost_when_writers_are_killed(journal: str) -> None:
    done = subprocess.run(
        [sys.executable, str(CRASH), "--kills", "40", "--journal", journal],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        cwd=ROOT,
    )
    figures = json.loads(done.stdout or "{}")
    assert done.returncode == 0, done.stderr or figures
    assert figures["kills"] == 40
    assert figures["acknowledged"] > 0
    assert figures["refused"] == 0
    assert (figures["lost"], figures["unsound"]) == (0, 0)


def test_four_processes_write_at_once(paths: Paths) -> None:
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", WRITER, str(number)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for number in range(4)
    ]
    for writer in writers:
        output, errors = writer.communicate(timeout=60)
        assert writer.returncode == 0, errors
        assert float(output) < 5
    state = State.open(paths)
    labels = {mark.label for mark in state.bookmarks()}
    assert labels == {f"{writer}-{number}" for writer in range(4) for number in range(50)}
    assert len({mark.document for mark in state.bookmarks()}) == 1
    state.close()


def test_threads_share_a_store(state: State, locator: Locator) -> None:
    document = state.document("/a", "1", "A")

    def write(name: str) -> None:
        for number in range(20):
            state.add_bookmark(document, locator, label=f"{name}-{number}")
            state.bookmarks()

    threads = [threading.Thread(target=write, args=(name,)) for name in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(state.bookmarks()) == 80


@pytest.mark.skipif(sys.platform == "win32", reason="no limits on the size of a file there")
def test_a_full_disk_refuses_and_loses_nothing(paths: Paths) -> None:
    done = subprocess.run(
        [sys.executable, "-c", FILL], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.stderr == ""
    saved, refused = map(int, done.stdout.split())
    assert saved > 3
    assert refused > 3
    state = State.open(paths)
    assert state.problems == ()
    assert len(state.bookmarks()) == saved
    state.close()
