from __future__ import annotations

import stat
from collections.abc import Callable
from contextlib import closing
from datetime import datetime, timedelta

import pytest

from briefing.paths import Paths
from briefing.store.backup import KEPT, backups
from briefing.store.connect import connect
from briefing.store.state import State


def test_a_day_has_one_backup_and_a_week_is_kept(
    filled: Paths, noon: Callable[[], datetime]
) -> None:
    for hours in range(0, 24 * 10, 8):
        State.open(filled, lambda hours=hours: noon() + timedelta(hours=hours)).close()  # type: ignore[misc]  # mypy cannot infer a lambda with a default
    names = [copy.name for copy in backups(filled.state)]
    assert len(names) == KEPT
    assert names[0] == "state-2026-01-12.db"
    assert names[-1] == "state-2026-01-06.db"


def test_a_backup_is_private_and_complete(filled: Paths) -> None:
    State.open(filled).close()
    copy = backups(filled.state)[0]
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert stat.S_IMODE(copy.parent.stat().st_mode) == 0o700
    assert list(copy.parent.glob("*.partial*")) == []
    with closing(connect(copy, "ro", immutable=True)) as connection:
        assert connection.execute("SELECT count(*) FROM bookmarks").fetchone()[0] == 40
        assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"


def test_an_empty_store_is_not_worth_a_backup(paths: Paths) -> None:
    State.open(paths).close()
    State.open(paths).close()
    assert backups(paths.state) == ()


def test_a_backup_that_fails_is_said_and_the_store_still_saves(
    filled: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("briefing.store.backup.make_private_file", full)
    state = State.open(filled)
    assert "no backup" in state.problems[0]
    assert state.read_only is False
    state.set_preference("theme", "ink")
    state.close()


def test_damage_that_only_the_daily_check_sees_is_mended(
    filled: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefing.store.damage.CHECKED", 0)
    data = bytearray(filled.state.read_bytes())
    at = data.index(b"mark 7")
    page = at // 4096 * 4096
    data[page + 5 : page + 7] = b"\x00\x20"  # the start of the cell content, moved into the cells
    filled.state.write_bytes(data)
    state = State.open(filled)
    assert "was damaged" in state.problems[0]
    assert state.read_only is False
    state.close()
