from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from briefing.document.model import Briefing
from briefing.library import Library
from briefing.library.refresh import Refreshed
from briefing.paths import Paths
from briefing.search import writer

BUNDLED = 2


def test_the_first_refresh_reads_all_and_the_next_nothing(library: Library) -> None:
    assert library.refresh() == Refreshed(read=BUNDLED + 2)
    assert library.refresh() == Refreshed()


def test_only_what_changed_is_read(library: Library, folder: Path) -> None:
    library.refresh()
    (folder / "trade.txt").write_text("Trade\n\nMackerel is shipped.\n", "utf-8")
    assert library.refresh() == Refreshed(read=1)
    assert library.search("herring").total == 0
    assert library.search("mackerel").total == 1


def test_a_file_that_was_only_touched_is_not_split_again(library: Library, folder: Path) -> None:
    library.refresh()
    os.utime(folder / "trade.txt", (1, 1))
    assert library.refresh() == Refreshed()
    assert library.refresh() == Refreshed()


def test_what_is_gone_goes(library: Library, folder: Path) -> None:
    library.refresh()
    (folder / "trade.txt").unlink()
    assert library.refresh() == Refreshed(removed=1)
    assert library.search("herring").total == 0


def test_one_bad_document_is_told_and_the_others_are_read(library: Library, folder: Path) -> None:
    (folder / "bad.txt").write_bytes(bytes(range(256)) * 8)
    done = library.refresh()
    assert done.read == BUNDLED + 2
    (told,) = done.failed
    assert told.startswith(str(folder / "bad.txt"))


def test_a_document_that_breaks_the_reader_is_told_too(library: Library, folder: Path) -> None:
    def fail(*_: object, **__: object) -> Briefing:
        raise RecursionError("too deep")

    library.split = fail
    told = library.refresh().failed
    assert any(str(folder / "war.md") in each and "RecursionError" in each for each in told)


def test_progress_counts_up_to_the_number_to_read(library: Library) -> None:
    calls: list[tuple[int, int]] = []
    library.refresh(lambda done, total: calls.append((done, total)))
    assert calls[0] == (0, BUNDLED + 2)
    assert calls[-1] == (BUNDLED + 2, BUNDLED + 2)


def test_what_was_read_before_a_stop_stays(library: Library) -> None:
    def stop(done: int, _total: int) -> None:
        if done == BUNDLED + 1:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        library.refresh(stop)
    assert library.refresh().read == 1


def test_a_damaged_index_is_filled_again(library: Library, paths: Paths, folder: Path) -> None:
    library.refresh()
    library.close()
    paths.index.write_bytes(b"rubbish" * 1000)
    again = Library.open(paths, (folder,))
    assert again.refresh().read == BUNDLED + 2
    assert again.search("herring").total == 1
    again.close()


def test_an_index_that_cannot_be_written_is_told(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(writer.Writer, "put", full)
    assert library.refresh().failed == ("the index cannot be written: database or disk is full",)


def test_several_processes_may_refresh_and_search_at_once(folder: Path, own_home: Path) -> None:
    for number in range(30):
        (folder / f"note-{number}.txt").write_text(f"Note\n\nThe needle of {number}.\n", "utf-8")
    program = (
        "import sys\nfrom pathlib import Path\n"
        "from briefing.library import Library\nfrom briefing.paths import default_paths\n"
        "library = Library.open(default_paths(), [Path(sys.argv[1])])\n"
        "failed = library.refresh().failed\n"
        "print(library.search('needle').total, failed)\n"
        "library.close()\n"
    )
    assert own_home.name == "home"  # the processes find it by the environment
    started = [
        subprocess.Popen(
            [sys.executable, "-c", program, str(folder)], stdout=subprocess.PIPE, text=True
        )
        for _ in range(4)
    ]
    assert [one.communicate(timeout=60)[0] for one in started] == ["30 ()\n"] * 4
