from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from briefing.library import Library
from briefing.library.refresh import Coverage
from briefing.library.status import status
from briefing.paths import Paths
from briefing.search.condition import DAMAGED, MISSING, OTHER

TOTAL = 4


def test_a_library_that_was_never_read_has_all_to_be_read(library: Library, paths: Paths) -> None:
    found = status(library)
    assert (found.fault, found.coverage, found.stale) == (MISSING, Coverage(0, TOTAL), TOTAL)
    assert not paths.index.exists(), "it changes nothing"


def test_an_index_that_is_up_to_date_says_so(library: Library) -> None:
    library.refresh()
    found = status(library)
    assert (found.fault, found.coverage, found.stale, found.gone) == ("", (TOTAL, TOTAL), 0, 0)
    assert found.size > 0


def test_what_is_to_be_done_is_counted(library: Library, folder: Path, paths: Paths) -> None:
    library.refresh()
    (folder / "war.md").unlink()
    (folder / "trade.txt").write_text("Trade\n\nMackerel.\n", "utf-8")
    (folder / "new.txt").write_text("New\n\nText.\n", "utf-8")
    found = status(Library.open(paths, (folder,)))
    assert (found.stale, found.gone) == (2, 1)


def test_what_cannot_be_read_is_named(library: Library, folder: Path) -> None:
    (folder / "bad.txt").write_bytes(bytes(range(256)) * 8)
    library.refresh()
    (told,) = status(library).refused
    assert told.startswith(str(folder / "bad.txt"))


@pytest.mark.parametrize("other", [False, True])
def test_an_index_that_is_to_be_made_anew_is_left_alone(
    library: Library, paths: Paths, other: bool
) -> None:
    library.refresh()
    library.close()
    if other:
        with sqlite3.connect(paths.index) as connection:
            connection.execute("PRAGMA user_version = 1234")
        connection.close()
    else:
        paths.index.write_bytes(b"rubbish" * 1000)
    before = paths.index.read_bytes()
    assert status(Library.open(paths)).fault == (OTHER if other else DAMAGED)
    assert paths.index.read_bytes() == before
