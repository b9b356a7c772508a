from __future__ import annotations

import pickle
import subprocess
import threading
import time
from pathlib import Path
from typing import IO

import pytest

from briefing import child
from briefing.document.correction import Correction
from briefing.document.errors import Closed, UnreadableDocument
from briefing.library import apart
from briefing.library.apart import Apart
from briefing.library.beginning import LARGE
from briefing.library.reading import briefing_of
from briefing.library.sidecar import Beside

MARKDOWN = "# A report\n\n" + "\n\n".join(
    f"## Part {number}\n\n- **One**: first\n\nThe harbour waits for its cranes."
    for number in range(LARGE // 60)
)
PATIENCE = 20.0


def test_a_large_document_is_split_as_it_would_be_here() -> None:
    data = MARKDOWN.encode()
    assert len(data) >= LARGE
    corrected = Beside(own=(Correction(5, "- **One**: first", "trend"),))
    for name, found in (("a.md", Beside()), ("a.txt", Beside()), ("a.md", corrected)):
        given = ("given/" + name, "an-id", found)
        assert Apart()(data, name, *given) == briefing_of(data, name, *given)


def test_it_is_told_how_much_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    splitting = Apart()
    assert splitting.done is None
    told: list[float | None] = []
    received = apart._received  # noqa: SLF001

    def noted(stream: IO[bytes]) -> bytes:
        told.append(splitting.done)
        return received(stream)

    monkeypatch.setattr(apart, "_received", noted)
    for corrections in ((), (Correction(5, "- **One**: first", "trend"),)):
        told.clear()
        splitting(MARKDOWN.encode(), "one.md", found=Beside(own=corrections))
        assert len(told) > 5
        assert told == sorted(told, key=lambda share: share or 0)
        assert told[0] == 0
        assert 0.7 < (told[-1] or 0) < 1
        assert splitting.done is None


def test_a_small_one_is_split_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subprocess, "Popen", None)
    assert Apart()(b"# One", "one.md") == briefing_of(b"# One", "one.md")


@pytest.mark.parametrize("data", [b"# One\n\nTwo.", b""])
def test_while_the_reader_is_loaded_a_small_one_is_split_apart_too(data: bytes) -> None:
    splitting = Apart()
    splitting.least = 0
    assert splitting(data, "one.md") == briefing_of(data, "one.md")


def test_a_small_one_is_split_here_when_its_child_is_stopped(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def ended(_: object) -> bytes:
        raise EOFError

    monkeypatch.setattr(apart, "_received", ended)
    splitting = Apart()
    splitting.least = 0
    assert splitting(b"# One", "one.md") == briefing_of(b"# One", "one.md")


def test_so_is_a_large_one_where_there_can_be_no_child(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise OSError("no more processes")

    monkeypatch.setattr(subprocess, "Popen", refused)
    assert Apart()(MARKDOWN.encode(), "one.md").title == "A report"


def test_what_is_no_text_is_refused_by_the_name_that_the_reader_gave() -> None:
    with pytest.raises(UnreadableDocument, match=r"given/one\.md looks like a binary file"):
        Apart()(bytes(range(256)) * (LARGE // 256), "one.md", "given/one.md")


def test_a_child_that_is_stopped_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def ended(_: object) -> bytes:
        raise EOFError

    monkeypatch.setattr(apart, "_received", ended)
    with pytest.raises(UnreadableDocument, match="splitting it was stopped"):
        Apart()(b"word " * LARGE, "one.txt")


def test_a_child_that_is_dead_before_it_is_asked_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = Apart._asked  # noqa: SLF001

    def late(splitting: Apart, process: apart.Child, *given: object) -> object:
        process.wait()
        return asked(splitting, process, *given)  # type: ignore[arg-type]  # handed through

    monkeypatch.setattr(child, "command", lambda *_: ["false"])
    monkeypatch.setattr(Apart, "_asked", late)
    with pytest.raises(UnreadableDocument, match="stopped"):
        Apart()(MARKDOWN.encode(), "one.md")


def test_closing_ends_what_runs_and_starts_nothing_anew() -> None:
    splitting = Apart()
    failed: list[Exception] = []

    def work() -> None:
        try:
            splitting(b"word\n\n" * LARGE * 4, "one.txt")
        except Closed as error:
            failed.append(error)

    thread = threading.Thread(target=work)
    begin = time.monotonic()
    thread.start()
    while not splitting._running and time.monotonic() - begin < PATIENCE:  # noqa: SLF001
        time.sleep(0.01)
    (process,) = splitting._running  # noqa: SLF001
    splitting.close()
    thread.join(PATIENCE)
    assert failed
    assert process.returncode is not None
    with pytest.raises(Closed):
        splitting(MARKDOWN.encode(), "one.md")


def test_a_child_ends_with_its_parent() -> None:
    asked = pickle.dumps(("one.txt", "", "", Beside()))
    process = subprocess.Popen(
        child.command("briefing.library.apart", "answer"),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    with process:
        for part in (asked, b"word\n\n" * LARGE * 4):
            process.stdin.write(len(part).to_bytes(8, "little") + part)
        process.stdin.close()
        assert process.stdout.read() == b""
        assert process.wait(PATIENCE) != 0


def test_a_child_takes_nothing_from_the_current_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("pickle", "briefing", "zlib"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit('taken')")
    monkeypatch.chdir(tmp_path)
    assert Apart()(MARKDOWN.encode(), "one.md").title == "A report"
