"""The page where the reader left off is there at once, is right, and is gone without a trace."""

from __future__ import annotations

import os
import signal
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.paths import default_paths
from tests.conftest import FIXTURES
from tests.e2e.conftest import Start
from tests.e2e.oracle import modes_left_on, violations
from tests.e2e.terminal import Terminal

pytestmark = pytest.mark.e2e
GRAIN = FIXTURES / "library" / "grain-corridor.txt"
TITLE = "Grain Corridor"
OTHER_SCREEN = b"\x1b[?1049h"
MOUSE = b"\x1b[?1000h"
"""The reader's own first word to the terminal, after the other screen."""


def still() -> Path:
    """Where the page is kept."""
    return default_paths().cache / "still"


def sit(start: Start, *argv: str | Path) -> None:
    """A sitting that leaves a page behind."""
    terminal = start(*argv)
    terminal.until("left")
    terminal.settle()
    terminal.press("q")
    assert terminal.end() == 0


@pytest.fixture
def document(tmp_path: Path) -> Path:
    """A document of our own, to change."""
    copy = tmp_path / "grain.txt"
    copy.write_bytes(GRAIN.read_bytes())
    return copy


@pytest.fixture
def between(tmp_path: Path) -> dict[str, str]:
    """An environment in which the reader's libraries take a minute to load."""
    slow = tmp_path / "slow" / "textual"
    slow.mkdir(parents=True)
    (slow / "__init__.py").write_text("import time\ntime.sleep(60)\n", "utf-8")
    path = [str(slow.parent), *filter(None, [os.environ.get("PYTHONPATH")])]
    return {"PYTHONPATH": os.pathsep.join(path)}


def left_as_it_was(terminal: Terminal) -> None:
    assert modes_left_on(bytes(terminal.written)) == []
    assert terminal.settings_after == terminal.settings_before
    assert violations(bytes(terminal.written)) == []


LOOKS = [
    {},
    {"COLORTERM": ""},
    {"COLORTERM": "", "TERM": "xterm"},
    {"NO_COLOR": "1"},
    {"TERM": "tmux-256color"},
]


@pytest.mark.parametrize(
    ("columns", "rows", "environ"),
    [(80, 24, look) for look in LOOKS] + [(120, 40, {}), (40, 15, {}), (20, 4, {})],
    ids=str,
)
def test_the_reader_takes_over_without_a_cell_changing(
    start: Start, between: dict[str, str], columns: int, rows: int, environ: dict[str, str]
) -> None:
    size = {"columns": columns, "rows": rows}
    first = start(GRAIN, environ=environ, **size)
    first.until(lambda text: text.strip() != "")
    first.settle()
    first.press("pagedown")
    first.settle(2)  # what is looked at counts as read after a second, which is seen
    first.press("2", "j", "/corridor", "enter")
    first.settle()
    first.press("q")
    assert first.end() == 0
    page = start(GRAIN, environ={**between, **environ}, **size)
    page.until(lambda text: text.strip() != "")
    page.settle()
    taken = start(GRAIN, environ=environ, **size)
    taken.until(lambda _: MOUSE in taken.written)
    last = f"\x1b[{rows};1H".encode()
    while taken.written.count(last) < 2:  # the page, and then the reader itself
        assert taken.cells() == page.cells()
        taken.settle(0.01)
        assert not taken.ended
    assert taken.lines == page.lines
    assert taken.cells() == page.cells()
    assert taken.written.count(OTHER_SCREEN) == 1
    taken.press("q")
    assert taken.end() == 0
    left_as_it_was(taken)


def test_the_page_is_there_before_the_libraries_are_loaded(
    start: Start, between: dict[str, str]
) -> None:
    sit(start, GRAIN)
    terminal = start(GRAIN, environ=between)
    terminal.until(TITLE)
    assert MOUSE not in terminal.written


def test_nothing_named_shows_what_was_read_last(start: Start, between: dict[str, str]) -> None:
    sit(start, GRAIN)
    start(environ=between).until(TITLE)


def test_a_bundled_briefing_is_shown_by_its_id(start: Start, between: dict[str, str]) -> None:
    sit(start, "ukraine-conflict")
    start("ukraine-conflict", environ=between).until("Sections")


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("/corridor\rm", "Bookmarks 1"),
        ("L/quietest", "Nothing here holds “quietest”"),
        ("aask\x13", "Bookmarks 1"),
        ("m5", "Bookmarks 1"),
    ],
)
def test_keys_typed_meanwhile_take_effect_in_order(start: Start, typed: str, shown: str) -> None:
    sit(start, GRAIN)
    terminal = start(GRAIN)
    terminal.until(TITLE)
    assert MOUSE not in terminal.written
    terminal.press(*typed)
    terminal.until(shown)


def test_the_key_to_leave_is_not_lost_and_the_shell_finds_its_terminal(start: Start) -> None:
    sit(start, GRAIN)
    terminal = start(GRAIN)
    terminal.until(TITLE)
    terminal.press("q")
    assert terminal.end() == 0
    left_as_it_was(terminal)
    shell = ["/bin/sh", "-c", '"$0" "$@"; stty -a']
    again = start(GRAIN, before=shell)
    again.until(TITLE)
    again.press("q")
    again.end()
    assert " echo " in again.text
    assert "susp = ^Z" in again.text


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGINT])
def test_what_ends_it_meanwhile_leaves_the_terminal_as_it_was(
    start: Start, between: dict[str, str], number: signal.Signals
) -> None:
    sit(start, GRAIN)
    terminal = start(GRAIN, environ=between)
    terminal.until(TITLE)
    terminal.send(number)
    assert terminal.end() in {-number, 128 + number}
    assert modes_left_on(bytes(terminal.written)) == []
    assert terminal.settings_after == terminal.settings_before


def test_a_fault_while_loading_leaves_the_terminal_as_it_was(
    start: Start, between: dict[str, str], tmp_path: Path
) -> None:
    sit(start, GRAIN)
    (tmp_path / "slow" / "textual" / "__init__.py").write_text("raise ImportError\n", "utf-8")
    terminal = start(GRAIN, environ=between)
    assert terminal.end() != 0
    assert OTHER_SCREEN in terminal.written
    assert modes_left_on(bytes(terminal.written)) == []
    assert terminal.settings_after == terminal.settings_before


def test_another_size_by_the_time_of_taking_over_is_painted_anew(start: Start) -> None:
    sit(start, GRAIN)
    terminal = start(GRAIN)
    terminal.until(TITLE)
    terminal.resize(60, 20)
    terminal.until(lambda _: MOUSE in terminal.written)
    terminal.settle(1)
    fresh = start(GRAIN, columns=60, rows=20)
    fresh.until(TITLE)
    fresh.settle(1)
    fresh.press("escape")
    terminal.press("escape")
    assert terminal.text == fresh.text


def changed_text(document: Path) -> None:
    status = document.stat()
    text = document.read_text("utf-8")
    document.write_text(text.replace("Corridor", "Corrador"), "utf-8")
    os.utime(document, ns=(status.st_atime_ns, status.st_mtime_ns))


def changed_settings(_document: Path) -> None:
    config = default_paths().settings
    config.parent.mkdir(parents=True, exist_ok=True)
    config.write_text("measure = 50\n", "utf-8")


def corrected(document: Path) -> None:
    Path(f"{document}.briefing.toml").write_text('title = "Another"\n', "utf-8")


def damaged(_document: Path) -> None:
    data = bytearray(still().read_bytes())
    data[len(data) // 2] ^= 1
    still().write_bytes(data)


def cut_off(_document: Path) -> None:
    still().write_bytes(still().read_bytes()[:-9])


def hostile(_document: Path) -> None:
    still().write_bytes(b"\x1b]52;c;aGk=\x07\x1b[2J" * 99)


def readable_by_others(_document: Path) -> None:
    still().chmod(0o644)


def a_link(_document: Path) -> None:
    still().rename(still().with_name("elsewhere"))
    still().symlink_to(still().with_name("elsewhere"))


def a_folder(_document: Path) -> None:
    still().unlink()
    still().mkdir()


def removed(document: Path) -> None:
    document.unlink()


DOUBTS: list[Callable[[Path], None]] = [changed_text, changed_settings, corrected, damaged]
DOUBTS += [cut_off, hostile, readable_by_others, a_link, a_folder, removed]


@pytest.mark.parametrize("doubt", DOUBTS, ids=lambda doubt: str(doubt.__name__))
def test_where_anything_is_in_doubt_nothing_is_shown(
    start: Start, between: dict[str, str], document: Path, doubt: Callable[[Path], None]
) -> None:
    sit(start, document)
    doubt(document)
    terminal = start(document, environ=between)
    terminal.settle(1)
    assert OTHER_SCREEN not in terminal.written
    assert TITLE not in terminal.text


def test_another_document_and_another_terminal_are_not_what_was_kept(
    start: Start, between: dict[str, str], document: Path
) -> None:
    sit(start, GRAIN)
    others = [
        start(document, environ=between),
        start(GRAIN, document, environ=between),
        start(GRAIN, columns=81, environ=between),
        start(GRAIN, rows=23, environ=between),
        start(GRAIN, environ={**between, "COLORTERM": ""}),
        start(GRAIN, environ={**between, "NO_COLOR": "1"}),
        start(GRAIN, environ={**between, "TERM": "dumb"}),
    ]
    for other in others:
        other.settle(0.5)
        assert OTHER_SCREEN not in other.written


def test_the_page_is_private_and_goes_when_it_is_not_wanted(start: Start) -> None:
    sit(start, GRAIN)
    assert stat.S_IMODE(still().stat().st_mode) == 0o600
    changed_settings(GRAIN)
    default_paths().settings.write_text("instant = false\n", "utf-8")
    sit(start, GRAIN)
    assert not still().exists()
