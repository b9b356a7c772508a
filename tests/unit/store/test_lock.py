from __future__ import annotations

import stat
import threading
import time
from pathlib import Path

import pytest

from briefing.paths import Paths
from briefing.store import lock as locks
from briefing.store.lock import Lock
from briefing.store.state import State


def test_only_one_holds_it_alone(tmp_path: Path) -> None:
    one, other = Lock(tmp_path / "lock"), Lock(tmp_path / "lock")
    assert one.attempt()
    assert not other.attempt()
    assert not other.attempt(shared=True)
    one.free()
    assert other.attempt()
    other.close()
    assert one.attempt()
    one.close()


def test_several_hold_it_together(tmp_path: Path) -> None:
    one, other = Lock(tmp_path / "lock"), Lock(tmp_path / "lock")
    assert one.attempt(shared=True)
    assert other.attempt(shared=True)
    other.close()
    assert one.attempt()
    one.close()


def test_who_waits_gets_it_when_it_is_free(tmp_path: Path) -> None:
    one, other = Lock(tmp_path / "lock"), Lock(tmp_path / "lock")
    one.take()
    threading.Timer(0.05, one.free).start()
    begun = time.monotonic()
    with other:
        assert time.monotonic() - begun >= 0.04
    one.close()
    other.close()


def test_patience_ends(tmp_path: Path) -> None:
    one, other = Lock(tmp_path / "lock"), Lock(tmp_path / "lock")
    one.take()
    with pytest.raises(TimeoutError, match="held by another briefing"):
        other.take(patience=0.02)
    one.close()
    other.close()


def test_the_file_is_private_and_no_link_is_followed(tmp_path: Path) -> None:
    lock = Lock(tmp_path / "lock")
    assert stat.S_IMODE((tmp_path / "lock").stat().st_mode) == 0o600
    lock.close()
    (tmp_path / "link").symlink_to(tmp_path / "target")
    with pytest.raises(OSError, match="link"):
        Lock(tmp_path / "link")
    assert not (tmp_path / "target").exists()


def test_a_store_whose_lock_is_never_freed_opens_in_memory(
    filled: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locks, "PATIENCE", 0.02)
    monkeypatch.setattr(Lock.take, "__kwdefaults__", {"shared": False, "patience": 0.02})
    holder = Lock(filled.data / "state.lock")
    holder.take()
    state = State.open(filled)
    assert state.read_only
    assert "does not let go" in state.problems[0]
    assert len(state.bookmarks()) == 40
    state.close()
    holder.close()
