from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from briefing.document.locator import Locator
from briefing.paths import Paths
from briefing.store.errors import NotSaved
from briefing.store.filesystem import file_system, is_local, make_private_file
from briefing.store.state import State

MOUNTS = """\
22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw
31 22 0:25 / /home rw,nosuid shared:2 master:1 - btrfs /dev/sda2 rw,subvol=/home
40 31 0:44 / /home/me/share\\040point rw - cifs //server/share rw
41 31 0:45 / /home/me/far rw - fuse.sshfs me@host:/ rw
42 31 0:46 / /home/me/both rw - nfs4 host:/x rw
43 42 0:47 / /home/me/both rw - ext4 /dev/loop0 rw
broken line
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/etc", "ext4"),
        ("/home/me/notes", "btrfs"),
        ("/home/me/share point/notes", "cifs"),
        ("/home/me/far", "fuse.sshfs"),
        ("/home/me/farther", "btrfs"),
        ("/home/me/both/x", "ext4"),
    ],
)
def test_the_innermost_mount_says_the_type_of_file_system(path: str, kind: str) -> None:
    assert file_system(Path(path), MOUNTS) == kind


def test_a_network_file_system_is_not_local_and_an_unknown_one_neither() -> None:
    assert is_local(Path("/home"), MOUNTS)
    assert not is_local(Path("/home/me/far/x"), MOUNTS)
    assert not is_local(Path("/home"), "")


def test_everything_made_is_private_whatever_the_umask(filled: Paths) -> None:
    shutil.rmtree(filled.data)
    before = os.umask(0)
    try:
        state = State.open(filled)
        state.document("/a", "1", "A")
        state.close()
        State.open(filled).close()
    finally:
        os.umask(before)
    made = [filled.data, *filled.data.rglob("*")]
    assert len(made) > 4
    for path in made:
        wanted = 0o700 if path.is_dir() else 0o600
        assert (path, stat.S_IMODE(path.stat().st_mode)) == (path, wanted)


def test_a_directory_that_others_may_read_is_made_private(filled: Paths) -> None:
    filled.data.chmod(0o755)
    filled.state.chmod(0o644)
    state = State.open(filled)
    assert state.problems == ()
    assert stat.S_IMODE(filled.data.stat().st_mode) == 0o700
    assert stat.S_IMODE(filled.state.stat().st_mode) == 0o600
    state.close()


@pytest.mark.parametrize("mode", [0o770, 0o777, 0o702])
def test_a_directory_that_others_may_write_is_read_and_never_written(
    filled: Paths, locator: Locator, mode: int
) -> None:
    filled.data.chmod(mode)
    before = filled.state.read_bytes()
    state = State.open(filled)
    assert state.read_only
    assert "can be written by others" in state.problems[0]
    assert "chmod 700" in state.problems[0]
    assert len(state.bookmarks()) == 40
    with pytest.raises(NotSaved, match="written by others"):
        state.add_bookmark(state.bookmarks()[0].document, locator, label="x")
    state.close()
    assert filled.state.read_bytes() == before


def test_another_users_directory_is_never_written(
    filled: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    user = os.geteuid() + 1
    monkeypatch.setattr("briefing.store.filesystem.os.geteuid", lambda: user)
    state = State.open(filled)
    assert state.read_only
    assert "belongs to another user" in state.problems[0]
    state.close()


def test_a_read_only_home_keeps_what_is_marked_until_the_end_and_says_so(
    filled: Paths, locator: Locator, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefing.store.filesystem.os.access", lambda *_: False)
    state = State.open(filled)
    assert "cannot be written" in state.problems[0]
    document = state.document("/new.md", "2", "New")
    state.set_place(document, locator, 0.5)
    with pytest.raises(NotSaved, match="until you quit"):
        state.add_bookmark(document, locator, label="kept for now")
    assert [mark.label for mark in state.bookmarks(document)] == ["kept for now"]
    assert state.place(document) == locator
    state.close()
    monkeypatch.undo()
    with closing(State.open(filled)) as state:
        assert len(state.bookmarks()) == 40


def test_a_home_that_cannot_be_made_is_said_and_reading_goes_on(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    paths = Paths(tmp_path / "file" / "data", tmp_path / "cache", tmp_path / "config")
    state = State.open(paths)
    assert state.read_only
    assert str(paths.state) in state.problems[0]
    assert state.document("/a", "1", "A") > 0
    state.close()


def test_a_file_that_is_there_is_never_opened_by_hand(tmp_path: Path) -> None:
    path = tmp_path / "state.db"
    path.write_bytes(b"content")
    make_private_file(path)
    assert path.read_bytes() == b"content"


BECOME_NOBODY_AND_OPEN = """
import os
from briefing.paths import default_paths
from briefing.store.state import State
State.open(default_paths()).bookmarks()  # loads what nobody might not be allowed to read
os.setgroups([])
os.setgid(65534)
os.setuid(65534)
state = State.open(default_paths())
print(state.read_only, len(state.bookmarks()), state.problems[0])
"""


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0,
    reason="only root can become somebody without rights",
)
@pytest.mark.parametrize(
    ("mode", "told"), [(0o555, "True 40 "), (0o111, "True 40 "), (0o000, "True 0 ")]
)
def test_somebody_without_rights_reads_what_can_be_read_and_is_told(
    filled: Paths, mode: int, told: str
) -> None:
    for path in (filled.data, *filled.data.parents[:-2]):
        path.chmod(path.stat().st_mode | 0o111)
    before = filled.state.read_bytes()
    os.chown(filled.data, 65534, 65534)
    os.chown(filled.state, 65534, 65534)
    filled.data.chmod(mode)
    done = subprocess.run(
        [sys.executable, "-c", BECOME_NOBODY_AND_OPEN],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.stderr == ""
    assert done.stdout.startswith(told)
    assert "is not written" in done.stdout
    assert filled.state.read_bytes() == before
