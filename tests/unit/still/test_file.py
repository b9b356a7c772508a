"""A still is read back as it was written, or not at all."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from briefing.still.file import FORM, Still, forget, is_sound, keep, kept
from briefing.still.terms import digest_of

STILL = Still(
    "terms",
    "/desk/rép\udce9.txt",
    "",
    ("\x1b[1;38;2;1;2;3;48;5;7mQuiet\x1b[0m 字 é", "", "\x1b[m\x1b[0m"),
)


@pytest.fixture
def path(tmp_path: Path) -> str:
    return str(tmp_path / "cache" / "still")


def test_it_is_read_back_as_it_was_written(path: str) -> None:
    assert kept(path) is None
    assert keep(STILL, path)
    assert kept(path) == STILL
    assert keep(STILL._replace(lines=("other",)), path)
    assert kept(path) == STILL._replace(lines=("other",))
    assert [each.name for each in Path(path).parent.iterdir()] == ["still"]
    forget(path)
    assert kept(path) is None


def test_nobody_else_may_read_it(path: str) -> None:
    before = os.umask(0)
    try:
        assert keep(STILL, path)
    finally:
        os.umask(before)
    assert stat.S_IMODE(Path(path).stat().st_mode) == 0o600
    assert stat.S_IMODE(Path(path).parent.stat().st_mode) == 0o700
    Path(path).chmod(0o640)
    assert kept(path) is None


def test_a_change_of_any_byte_and_a_cut_anywhere_are_noticed(path: str) -> None:
    assert keep(STILL, path)
    whole = Path(path).read_bytes()
    for at in range(len(whole)):
        Path(path).write_bytes(whole[:at] + bytes([whole[at] ^ 0x20]) + whole[at + 1 :])
        assert kept(path) is None
        Path(path).write_bytes(whole[:at])
        assert kept(path) is None
    Path(path).write_bytes(whole + b"\n")
    assert kept(path) is None


HOSTILE = [
    "\x1b]52;c;aGk=\x07",
    "\x1b[2J",
    "\x1b[5;5H",
    "\x1b[?1049l",
    "\x1b[>4m",
    "\x1b[1:2m",
    "\x1bc",
    "\x1b",
    "\x1b[",
    "\x1b[0",
    "\x9b2J",
    "a\rb",
    "a\x08b",
    "a\tb",
    "\x00",
    "\x7f",
    "\u202eabc",
    "\u2028",
    "\ue000",
    "\udce9",
]


@pytest.mark.parametrize("line", HOSTILE, ids=ascii)
def test_nothing_but_text_and_colours_is_kept_or_believed(path: str, line: str) -> None:
    for each in (line, f"text {line}", f"\x1b[1mtext{line}text\x1b[0m"):
        assert not is_sound(each)
        assert not keep(STILL._replace(lines=(each,)), path)
    Path(path).parent.mkdir()
    body = "\n".join((*STILL[:3], line)).encode("utf-8", "surrogateescape")
    Path(path).write_bytes(FORM + digest_of(body).encode() + b"\n" + body)
    Path(path).chmod(0o600)
    assert kept(path) is None


def test_what_is_no_file_of_ours_is_passed_over(path: str, tmp_path: Path) -> None:
    assert keep(STILL, path)
    elsewhere = tmp_path / "elsewhere"
    Path(path).rename(elsewhere)
    Path(path).symlink_to(elsewhere)
    assert kept(path) is None
    Path(path).unlink()
    os.mkfifo(path, 0o600)
    assert kept(path) is None
    Path(path).unlink()
    Path(path).mkdir(0o700)
    assert kept(path) is None
    assert not keep(STILL, path)
    assert [each.name for each in Path(path).parent.iterdir()] == ["still"]


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", "utf-8")
    assert not keep(STILL, str(tmp_path / "file" / "still"))
    assert not keep(STILL._replace(document="/two\nlines"), str(tmp_path / "still"))
    assert not keep(STILL._replace(lines=("x" * (1 << 20),)), str(tmp_path / "still"))
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
