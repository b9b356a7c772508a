"""The reader in a real terminal: the whole of a sitting, and the terminal it leaves behind."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from briefing.document.model import Briefing
from briefing.document.words import words
from briefing.library import Library
from briefing.paths import default_paths
from tests.conftest import FIXTURES
from tests.e2e.conftest import Start
from tests.e2e.oracle import modes_left_on, violations
from tests.e2e.terminal import Terminal

pytestmark = pytest.mark.e2e
BUNDLED = "ukraine-conflict"
GRAIN = FIXTURES / "library" / "grain-corridor.txt"
SIZES = [(120, 40), (80, 24), (40, 15)]
NOTE = "ask the desk"

size = pytest.mark.parametrize(
    ("columns", "rows"), SIZES, ids=[f"{columns}x{rows}" for columns, rows in SIZES]
)


def left_as_it_was(terminal: Terminal) -> None:
    """The terminal is as it was before, and nothing but the reader wrote to it."""
    assert modes_left_on(bytes(terminal.written)) == []
    assert terminal.settings_after == terminal.settings_before
    assert violations(bytes(terminal.written)) == []


def once(briefing: Briefing) -> str:
    """A word that stands once in the briefing, well after its beginning."""
    found = [word.casefold() for passage in briefing.passages for word in words(passage.block.text)]
    later = briefing.passages[len(briefing.passages) // 4 :]
    return next(
        word
        for passage in later
        if passage.role == "text"
        for word in words(passage.block.text)
        if len(word) >= 8 and word.isascii() and found.count(word.casefold()) == 1
    )


@size
def test_a_sitting_is_found_again_by_the_next(start: Start, columns: int, rows: int) -> None:
    briefing = Library.open(default_paths()).read(BUNDLED)
    title, word = briefing.title[:20], once(briefing)
    first = start(BUNDLED, columns=columns, rows=rows)
    first.until(title)
    for pane, part in (
        ("2", briefing.of_kind("trend")[0].title),
        ("3", briefing.of_kind("question")[0].title),
        ("4", briefing.of_kind("tip")[0].title),
        ("1", briefing.of_kind("section")[0].title),
    ):
        first.press(pane)
        first.until(part[:20])
    first.press(f"/{word}")
    first.until("1 of 1")
    first.press("enter", "n", "m")
    first.until("Saved")
    first.press(f"a{NOTE}")
    first.until(NOTE)
    first.press("ctrl+s")
    first.until("Note saved")
    first.press("5", "G")
    first.until(NOTE)
    first.press("1")
    first.until(word)
    first.press("q")
    assert first.end() == 0
    left_as_it_was(first)

    second = start(BUNDLED, columns=columns, rows=rows)
    second.until(word)
    second.press("5", "G")
    second.until(NOTE)
    second.press("q")
    assert second.end() == 0
    left_as_it_was(second)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("/quietest", "/ quietest"),
        ("Squietest", "/ quietest"),
        ("L/quietest", "Nothing here holds “quietest”"),
        ("aquietest", "quietest"),
        (":quietest", "quietest"),
        ("/corridor\rm", "Bookmarks 1"),
    ],
)
def test_keys_written_in_one_go_reach_what_the_first_opens(
    start: Start, typed: str, shown: str
) -> None:
    terminal = start(GRAIN)
    terminal.until("Grain Corridor")
    terminal.press(typed)
    terminal.until(shown)


@size
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_it_and_the_terminal_is_as_before(
    start: Start, number: signal.Signals, columns: int, rows: int
) -> None:
    terminal = start(GRAIN, columns=columns, rows=rows)
    terminal.until("Grain Corridor")
    terminal.send(number)
    assert terminal.end() in {128 + number, -number}
    left_as_it_was(terminal)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_sitting_that_a_signal_ended_leaves_its_page(
    start: Start, number: signal.Signals
) -> None:
    terminal = start(GRAIN)
    terminal.until("left")
    terminal.settle()
    terminal.send(number)
    assert terminal.end() == 128 + number
    assert (default_paths().cache / "still").exists()


def test_it_is_suspended_to_the_shell_and_comes_back(start: Start) -> None:
    shell = ["/bin/bash", "-c", 'set -m; "$0" "$@"; echo the shell; read -r _; fg >/dev/null']
    terminal = start(GRAIN, before=shell)
    terminal.until("Grain Corridor")
    terminal.press("ctrl+z")
    terminal.until("the shell")
    assert modes_left_on(bytes(terminal.written)) == []
    terminal.press("enter")
    terminal.until("Grain Corridor")
    terminal.press("q")
    terminal.end()
    left_as_it_was(terminal)


def test_a_terminal_of_any_size_is_no_reason_to_fail(start: Start) -> None:
    terminal = start(GRAIN)
    terminal.until("Grain Corridor")
    for columns, rows in ((1, 1), (20, 3), (200, 60), (40, 15)):
        terminal.resize(columns, rows)
        terminal.settle(0.1)
    terminal.until("Grain")
    terminal.press("q")
    assert terminal.end() == 0
    left_as_it_was(terminal)


@pytest.mark.parametrize("named", [["-"], []], ids=["named", "unnamed"])
def test_a_document_from_a_pipe_is_read_with_the_keys_of_the_terminal(
    start: Start, named: list[str]
) -> None:
    pipe = ["/bin/sh", "-c", f'cat "{GRAIN}" | "$0" "$@"']
    terminal = start(*named, before=pipe)
    terminal.until("Grain Corridor")
    terminal.press("2")
    terminal.until("Rail Capacity")
    terminal.press("q")
    assert terminal.end() == 0


HOSTILE = """\
# Quiet \x1b]52;c;aGk=\x07 title \x9b2J[@click=app.quit]press[/]

First \x1b[2J\x1b[31;1m\x1b[?1049l paragraph \u202egnp.exe\u2069 with [bold]markup[/bold] and [/].

## Second \x1b]8;;http://127.0.0.1:9\x1b\\link\x1b]8;;\x1b\\ heading \x07

Enough plain text stands between these that nobody would take the file for a binary one.

- **Label [red]\x1bc** : \x1bP1$r\x1b\\ \u200bvalue\ufeff \U000e0041
- **Other \x7f** : [link=http://127.0.0.1:9]x[/link]

Q: Is [@click=app.quit]this[/] \x1b[6n a question?
A: \x9d0;title\x9c Yes.

Tip: \x1b_G\x1b\\ \ud7ff end [
"""


def test_no_byte_of_a_document_acts(start: Start, tmp_path: Path) -> None:
    (tmp_path / "hostile\x1b[2J.md").write_text(HOSTILE, "utf-8")
    terminal = start("hostile\x1b[2J.md")
    terminal.until("Quiet")
    for key in ("2", "3", "4", "5", "1", "G", "t", "enter", "e", "escape", "/"):
        terminal.press(key)
        terminal.settle(0.15)
    terminal.press("value", "enter", "m")
    terminal.settle()
    terminal.press("L")
    terminal.settle()
    assert not terminal.ended
    terminal.press("escape")
    terminal.settle()  # Esc and a key in one go would be Alt and that key
    terminal.press("q")
    assert terminal.end() == 0
    left_as_it_was(terminal)
