from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from briefing.paths import Paths
from briefing.store import connect as recipe
from briefing.store.connect import connect, journal_mode, number, set_journal, wal_is_sound
from briefing.store.filesystem import make_private_file
from briefing.store.state import State


@pytest.mark.parametrize(
    ("version", "sound"),
    [
        ((3, 40, 1), False),
        ((3, 44, 5), False),
        ((3, 44, 6), True),
        ((3, 45, 9), False),
        ((3, 50, 4), False),
        ((3, 50, 7), True),
        ((3, 51, 2), False),
        ((3, 51, 3), True),
        ((3, 52, 0), True),
        ((4, 0, 0), True),
    ],
)
def test_wal_is_used_only_where_its_reset_is_fixed(
    version: tuple[int, int, int], sound: bool
) -> None:
    assert wal_is_sound(version) is sound
    assert journal_mode(local=True, version=version) == ("wal" if sound else "delete")
    assert journal_mode(local=False, version=version) == "delete"


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "x.db"
    make_private_file(path)
    return path


@pytest.mark.parametrize(("mode", "synchronous"), [("wal", 2), ("delete", 3)])
def test_each_journal_has_the_syncs_that_keep_a_commit(
    database: Path, mode: str, synchronous: int
) -> None:
    with closing(connect(database, "rw")) as connection:
        assert set_journal(connection, mode, alone=True) == mode
        assert number(connection, "synchronous") == synchronous


def test_the_journal_is_not_changed_under_another_instance(database: Path) -> None:
    with closing(connect(database, "rw")) as connection:
        set_journal(connection, "wal", alone=True)
        assert set_journal(connection, "delete", alone=False) == "wal"
        assert number(connection, "synchronous") == 2


def test_a_connection_distrusts_the_file(database: Path) -> None:
    with closing(connect(database, "rw")) as connection:
        assert number(connection, "foreign_keys") == 1
        assert number(connection, "trusted_schema") == 0
        assert number(connection, "cell_size_check") == 1
        assert number(connection, "busy_timeout") == 5000


def test_text_that_is_not_utf_8_is_read_all_the_same(database: Path) -> None:
    with closing(connect(database, "rw")) as connection:
        (text,) = connection.execute("SELECT CAST(x'41ff42' AS TEXT)").fetchone()
    assert text == "A�B"


@pytest.mark.parametrize("sound", [True, False])
def test_a_store_works_in_both_journals_and_moves_between_them(
    filled: Paths, monkeypatch: pytest.MonkeyPatch, sound: bool
) -> None:
    for now_sound in (sound, not sound, sound):
        monkeypatch.setattr(recipe, "wal_is_sound", lambda *_, now_sound=now_sound: now_sound)
        state = State.open(filled)
        assert (state.problems, len(state.bookmarks())) == ((), 40)
        state.set_preference("theme", "ink")
        state.close()
        with closing(sqlite3.connect(filled.state)) as connection:
            mode = connection.execute("PRAGMA journal_mode").fetchone()[0]
        assert mode == ("wal" if now_sound else "delete")
