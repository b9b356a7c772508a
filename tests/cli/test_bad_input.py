"""Whatever is named, the answer is the document or one line that names it and says what to do."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ELF = b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 8
UKRAINIAN = (
    "Пшениця й кукурудза\n\n"
    "Перший караван вийшов із порту в понеділок уранці, і страхові компанії ще чекають.\n\n"
    "Решта суден стоїть на якорі; її власники не поспішають.\n"
)
FRENCH = (
    "Le blé d’été\n\n"
    "La récolte a été plus faible qu’espéré : à peine six tonnes à l’hectare, où l’on en "
    "attendait sept.\n\nLes coopératives, elles, s’y étaient préparées dès février.\n"
)
JAPANESE = (
    "穀物輸送船団\n\n最初の船団が月曜日の朝に港を出た。保険料はまだ高い。\n\n"
    "残りの船は沖に停泊している。\n"
)


def briefing(*argv: str, data: bytes = b"", folder: Path) -> subprocess.CompletedProcess[bytes]:
    """Run the program in `folder` as a user would, `data` on standard input."""
    return subprocess.run(
        [sys.executable, "-m", "briefing", *argv],
        input=data,
        cwd=folder,
        capture_output=True,
        timeout=20,
        check=False,
    )


def refused(done: subprocess.CompletedProcess[bytes], name: str) -> str:
    """The one line that refuses `name`."""
    lines = done.stderr.decode().splitlines()
    assert (done.returncode, done.stdout, len(lines)) == (2, b"", 1), done
    assert lines[0].startswith("briefing: ")
    assert name in lines[0]
    assert "unexpected error" not in lines[0]
    return lines[0]


def directory(path: Path) -> None:
    path.mkdir()
    (path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n")


def unix_socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(path))


MAKERS: dict[str, Callable[[Path], object]] = {
    "missing.md": lambda path: path,
    "folder": directory,
    "binary.md": lambda path: path.write_bytes(ELF),
    "pipe.txt": os.mkfifo,
    "socket.txt": unix_socket,
    "loop.md": lambda path: path.symlink_to(path),
    "device.md": lambda path: path.symlink_to("/dev/zero"),
    "archive.txt": lambda path: path.write_bytes(b"PK\x03\x04" + ELF),
    "nul": lambda path: path.write_bytes(bytes(5000)),
}


@pytest.mark.parametrize("command", ["show", "open"])
@pytest.mark.parametrize("name", MAKERS)
def test_what_is_no_document_is_refused_in_one_line(
    name: str, command: str, tmp_path: Path
) -> None:
    MAKERS[name](tmp_path / name)
    argv = [f"./{name}"] if command == "open" else [command, f"./{name}"]
    refused(briefing(*argv, folder=tmp_path), name)


def test_what_is_missing_is_refused_by_every_command_that_takes_a_document(tmp_path: Path) -> None:
    for argv in (
        ["show", "missing.md"],
        ["search", "grain", "--doc", "missing.md"],
        ["add", "missing.md"],
        ["bookmarks", "add", "missing.md", "t:x"],
        ["bookmarks", "list", "--doc", "missing.md"],
        ["themes", "check", "missing.md"],
    ):
        refused(briefing(*argv, folder=tmp_path), "missing.md")


def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path) -> None:
    secret = tmp_path / "secret.md"
    secret.write_text("# Secret\n", "utf-8")
    secret.chmod(0)
    # Root may read everything, unless it gives up the right to.
    humble = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"]
    before = humble if os.access(secret, os.R_OK) else []
    if before and not shutil.which("setpriv"):
        pytest.skip("this user may read everything")
    done = subprocess.run(
        [*before, sys.executable, "-m", "briefing", "show", secret.name],
        cwd=tmp_path,
        capture_output=True,
        timeout=20,
        check=False,
    )
    assert "permission" in refused(done, "secret.md")


def test_a_binary_on_standard_input_is_refused(tmp_path: Path) -> None:
    refused(briefing("show", "-", data=ELF, folder=tmp_path), "standard input")


def test_an_empty_file_is_an_empty_briefing_that_says_so(tmp_path: Path) -> None:
    (tmp_path / "empty.md").touch()
    done = briefing("show", "empty.md", folder=tmp_path)
    assert done.returncode == 0
    assert "empty" in done.stderr.decode()


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("windows-1251", UKRAINIAN),
        ("utf-16", UKRAINIAN),
        ("utf-8-sig", UKRAINIAN),
        ("windows-1252", FRENCH),
        (
            "shift_jis",
            "穀物輸送船団が月曜日に出港した。保険料はまだ高い。\n\n次の船団を待つ。\n" * 4,
        ),
    ],
)
def test_a_text_in_another_encoding_is_read_and_the_encoding_named(
    encoding: str, text: str, tmp_path: Path
) -> None:
    (tmp_path / "old.txt").write_bytes(text.encode(encoding))
    done = briefing("show", "old.txt", "--plain", folder=tmp_path)
    assert done.returncode == 0
    for line in filter(None, text.splitlines()):
        assert line in done.stdout.decode()
    if encoding != "utf-8-sig":
        assert encoding.split("-")[-1].split("_")[0].lower() in done.stderr.decode().lower()


def test_a_full_disk_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "note.md").write_text("# Note\n\nText.\n", "utf-8")
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "briefing", "show", "note.md"],
            cwd=tmp_path,
            stdout=full,
            stderr=subprocess.PIPE,
            timeout=20,
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr.decode().count("\n") == 1
    assert "No space left" in done.stderr.decode()


def test_a_reader_that_has_enough_ends_it_quietly(tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text("A line of text.\n\n" * 50_000, "utf-8")
    command = f"{sys.executable} -m briefing show long.txt | head -n 1"
    done = subprocess.run(
        ["sh", "-c", command], cwd=tmp_path, capture_output=True, timeout=60, check=False
    )
    assert (done.stdout.count(b"\n"), done.stderr) == (1, b"")


def test_a_closed_output_is_no_traceback(tmp_path: Path) -> None:
    (tmp_path / "note.md").write_text("# Note\n", "utf-8")
    command = f"{sys.executable} -m briefing show note.md >&-"
    done = subprocess.run(["sh", "-c", command], cwd=tmp_path, capture_output=True, check=False)
    assert b"Traceback" not in done.stderr
