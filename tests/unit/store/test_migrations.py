from __future__ import annotations

import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing
from datetime import datetime

import pytest

from briefing.document.locator import Locator
from briefing.paths import Paths
from briefing.store import migrations
from briefing.store.connect import connect
from briefing.store.errors import NotSaved
from briefing.store.filesystem import make_private_directory, make_private_file
from briefing.store.migrations import COLUMNS, VERSION, migrate, version
from briefing.store.state import State

MAKE_NEWER = "PRAGMA user_version = 99"


@pytest.fixture
def first_version(paths: Paths) -> Paths:
    """A store as version 1 wrote it, with one bookmark and a column of its owner's own."""
    make_private_directory(paths.data)
    make_private_file(paths.state)
    with closing(connect(paths.state, "rw")) as connection:
        migrate(connection, upto=1)
        connection.execute("ALTER TABLE bookmarks ADD COLUMN colour TEXT DEFAULT 'red'")
        connection.execute(
            "INSERT INTO documents (id, path, digest, title) VALUES (1,'/a','d','A')"
        )
        connection.execute(
            "INSERT INTO bookmarks (document, locator, label, created)"
            " VALUES (1, '{\"quote\": \"q\"}', 'old', '2025-01-01T00:00:00+00:00')"
        )
    return paths


def test_a_store_of_version_1_is_brought_up_and_copied_before(
    first_version: Paths, noon: Callable[[], datetime]
) -> None:
    state = State.open(first_version, noon)
    (mark,) = state.bookmarks()
    assert (mark.label, mark.locator.quote, state.problems) == ("old", "q", ())
    state.close()
    copy = first_version.data / "backups" / "state-version-1-20260102T120000Z.db"
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    with closing(connect(copy, "ro")) as connection:
        assert version(connection) == 1
        assert connection.execute("SELECT count(*) FROM bookmarks").fetchone()[0] == 1
    with closing(connect(first_version.state, "ro")) as connection:
        assert version(connection) == VERSION
        assert connection.execute("SELECT colour FROM bookmarks").fetchone()[0] == "red"


def test_a_migration_that_fails_leaves_the_old_store_whole(
    first_version: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = first_version.state.read_bytes()
    steps = (migrations.BASE, "CREATE TABLE half_done (x); SELECT * FROM nowhere")
    monkeypatch.setattr(migrations, "STEPS", steps)
    state = State.open(first_version)
    assert state.read_only
    assert "nowhere" in state.problems[0]
    state.close()
    assert first_version.state.read_bytes() == before


def test_a_newer_store_is_shown_and_not_a_byte_is_changed(filled: Paths, locator: Locator) -> None:
    with closing(sqlite3.connect(filled.state)) as connection:
        connection.execute("UPDATE meta SET value = '9.1' WHERE name = 'program'")
        connection.execute("ALTER TABLE documents ADD COLUMN mood")
        connection.execute(MAKE_NEWER)
        connection.commit()
    before = {path.name: path.read_bytes() for path in filled.data.iterdir() if path.is_file()}
    state = State.open(filled)
    assert state.read_only
    (problem,) = state.problems
    assert "update to briefing 9.1" in problem
    marks = state.bookmarks()
    assert len(marks) == 40
    with pytest.raises(NotSaved, match=r"update to briefing 9\.1"):
        state.add_bookmark(marks[0].document, locator, label="x")
    state.set_place(marks[0].document, locator, 1.0)
    state.close()
    after = {path.name: path.read_bytes() for path in filled.data.iterdir() if path.is_file()}
    assert after == before


def test_a_newer_store_that_we_cannot_read_is_not_guessed_at(filled: Paths) -> None:
    with closing(sqlite3.connect(filled.state)) as connection:
        connection.execute("UPDATE meta SET value = '50' WHERE name = 'min_reader'")
        connection.execute(MAKE_NEWER)
        connection.commit()
    before = filled.state.read_bytes()
    state = State.open(filled)
    assert state.bookmarks() == ()
    assert state.read_only
    state.close()
    assert filled.state.read_bytes() == before


def test_the_columns_that_are_rescued_are_the_columns_that_there_are() -> None:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    migrate(connection)
    for table, columns in COLUMNS.items():
        rows = connection.execute(f"PRAGMA table_info({table})").fetchall()
        assert set(columns) == {row[1] for row in rows} - ({"id"} - set(columns))
    connection.close()


def test_migrating_twice_changes_nothing() -> None:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    migrate(connection)
    before = list(connection.iterdump())
    migrate(connection)
    assert list(connection.iterdump()) == before
    connection.close()
