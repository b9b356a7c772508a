from __future__ import annotations

import hashlib
import io
import os
import sys
from pathlib import Path

import pytest

from briefing.document.errors import UnreadableDocument
from briefing.library import source


def test_the_bytes_come_with_their_digest_and_the_look_of_their_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"some text")
    found = source.read(path)
    assert found.data == b"some text"
    assert found.digest == hashlib.sha256(b"some text").hexdigest()
    assert (found.mtime_ns, found.size) == (path.stat().st_mtime_ns, 9)


def test_a_missing_file_is_left_to_the_caller(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        source.read(tmp_path / "none")
    (tmp_path / "file").write_text("")
    with pytest.raises(FileNotFoundError):
        source.read(tmp_path / "file" / "none")


def message(path: Path, shown: str = "it") -> str:
    with pytest.raises(UnreadableDocument) as caught:
        source.read(path, shown)
    return str(caught.value)


def test_a_pipe_never_blocks_and_is_told(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert message(tmp_path / "pipe").startswith("it: a pipe, not a document; ")


def test_a_folder_a_device_and_a_loop_of_links_are_told(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    assert "a folder" in message(tmp_path)
    assert "a device" in message(Path(os.devnull))
    assert "leads to itself" in message(tmp_path / "loop")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_told_as_a_person_meets_it(tmp_path: Path) -> None:
    (tmp_path / "closed").write_text("x")
    (tmp_path / "closed").chmod(0)
    assert "permissions" in message(tmp_path / "closed")


def test_a_file_that_may_not_be_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    assert message(tmp_path / "a") == "it: may not be read; check its permissions with `ls -l`"


def test_a_name_that_no_file_can_have_is_told() -> None:
    assert "no file can have this name" in message(Path("a\0b"), "a\0b")
    assert "name this long" in message(Path("x" * 5000))


def test_a_file_that_is_too_large_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source, "LARGEST", 10)
    (tmp_path / "a").write_bytes(b"x" * 11)
    assert "split it" in message(tmp_path / "a")
    (tmp_path / "a").write_bytes(b"x" * 10)
    assert len(source.read(tmp_path / "a").data) == 10


def test_a_message_is_one_safe_line(tmp_path: Path) -> None:
    told = message(tmp_path, "a\x1b]52;c;x\x07\nb")
    assert told.isprintable()


def test_standard_input_is_read_to_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"some \xff bytes")))
    assert source.standard_input() == b"some \xff bytes"


def test_a_closed_standard_input_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(UnreadableDocument, match="standard input is closed"):
        source.standard_input()
