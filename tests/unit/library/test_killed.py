"""A first build that is killed costs no more than the time to do the rest."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

from briefing.library import Library
from briefing.library.refresh import Refreshed
from briefing.paths import Paths

BUNDLED = 2
MANY = 60
BUILD = """
import sys
from pathlib import Path
from briefing.library import Library, refresh
from briefing.paths import default_paths

refresh._AT_ONCE = 0.0  # each document is a transaction
library = Library.open(default_paths(), [Path(sys.argv[1])])
library.refresh(lambda done, total: print(done, flush=True))
"""


def test_a_build_that_is_killed_answers_from_what_is_there_and_is_gone_on_with(
    folder: Path, paths: Paths
) -> None:
    for number in range(MANY):
        (folder / f"note-{number:02}.md").write_text(f"# Note {number}\n\nA needle.\n", "utf-8")
    total = BUNDLED + MANY + 2
    building = subprocess.Popen(
        [sys.executable, "-c", BUILD, str(folder)], stdout=subprocess.PIPE, text=True
    )
    assert building.stdout is not None
    for line in building.stdout:
        if int(line) >= total // 2:
            break
    building.send_signal(signal.SIGKILL)
    building.stdout.close()
    assert building.wait(20) == -signal.SIGKILL

    library = Library.open(paths, (folder,))
    covered = library.coverage()
    assert total // 3 <= covered.indexed < total
    assert 0 < library.search("needle").total <= covered.indexed
    assert library.refresh() == Refreshed(read=total - covered.indexed)
    assert library.coverage().whole
    assert library.search("needle").total == MANY
    assert library.refresh() == Refreshed()
    library.close()
