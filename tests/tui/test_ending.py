"""However the reader ends, the terminal is as it was and the document's text is not printed."""

from __future__ import annotations

import signal
import sys
from pathlib import Path

import pytest

from tests.e2e.oracle import modes_left_on
from tests.e2e.terminal import Terminal
from tests.tui.sitting import BUNDLED

pytestmark = pytest.mark.e2e
PROGRAM = """\
import sys, time
from briefing.library import Library
from briefing.paths import default_paths
from briefing.tui.screens.reader import ReaderScreen

def fail(self):
    raise ValueError("\\x9b2J a line of the document")

def hang(self):
    end = time.monotonic() + 60
    while time.monotonic() < end:
        pass

ReaderScreen.action_explain = fail
ReaderScreen.action_undo = hang
from briefing.tui import run
sys.exit(run(Library.open(default_paths()), sys.argv[1]))
"""


def reader(folder: Path) -> Terminal:
    program = folder / "program.py"
    program.write_text(PROGRAM, "utf-8")
    return Terminal([sys.executable, program, BUNDLED], folder=folder)


def restored(terminal: Terminal) -> bool:
    return (
        modes_left_on(bytes(terminal.written)) == []
        and terminal.settings_after == terminal.settings_before
    )


def test_a_fault_of_our_own_is_one_line_without_the_documents_text(tmp_path: Path) -> None:
    with reader(tmp_path) as terminal:
        terminal.until("Talks, Drones")
        terminal.press("e")
        assert terminal.end() == 1
        assert "stopped by a fault of its own: ValueError" in terminal.text
        assert "a line of the document" not in terminal.text
        assert restored(terminal)


def test_a_fault_is_written_down_for_whoever_mends_it(tmp_path: Path, own_home: Path) -> None:
    with reader(tmp_path) as terminal:
        terminal.until("Talks, Drones")
        terminal.press("e")
        terminal.end()
    report = own_home / "cache" / "failure.txt"
    assert "ValueError" in report.read_text("utf-8")
    assert report.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT])
def test_a_signal_ends_the_reader_even_when_it_is_busy(
    tmp_path: Path, number: signal.Signals
) -> None:
    with reader(tmp_path) as terminal:
        terminal.until("Talks, Drones")
        terminal.press("u")
        terminal.settle()
        terminal.send(number)
        assert terminal.end() == 128 + number
        assert restored(terminal)


def test_a_terminal_that_cannot_show_it_is_refused_in_one_line(tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text(PROGRAM, "utf-8")
    with Terminal([sys.executable, program, BUNDLED], environ={"TERM": "dumb"}) as terminal:
        assert terminal.end() == 2
        assert "TERM=dumb cannot show the reader" in terminal.text
