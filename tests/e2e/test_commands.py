"""Commands on a terminal: colour, its absence, and Ctrl-C."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import FIXTURES
from tests.e2e.conftest import Start
from tests.e2e.oracle import modes_left_on, violations

pytestmark = pytest.mark.e2e
GRAIN = FIXTURES / "library" / "grain-corridor.txt"
COLOUR = b"\x1b[1"


def test_a_command_uses_colour_on_a_terminal_only_where_it_is_wanted(start: Start) -> None:
    coloured = start("themes")
    assert coloured.end() == 0
    assert COLOUR in coloured.written
    for unwanted in ({"NO_COLOR": "1"}, {"TERM": "dumb"}):
        plain = start("themes", environ=unwanted)
        assert plain.end() == 0
        assert b"evening" in plain.written
        assert b"\x1b" not in plain.written


def test_a_terminal_that_cannot_place_text_is_given_a_print(start: Start) -> None:
    terminal = start(GRAIN, environ={"TERM": "dumb"})
    assert terminal.end() == 0
    assert b"Grain Corridor" in terminal.written
    assert b"\x1b" not in terminal.written


def test_ctrl_c_ends_a_command_quietly(start: Start) -> None:
    terminal = start("show", "-")
    terminal.press("Waiting for the rest\r")
    terminal.until("Waiting")
    terminal.settle()
    terminal.press("ctrl+c")
    assert terminal.end() == 130
    assert b"Traceback" not in terminal.written


def test_a_document_cannot_act_on_the_terminal_it_is_printed_on(
    start: Start, tmp_path: Path
) -> None:
    name = "evil\x1b]0;title\x07\u202e.txt"
    (tmp_path / name).write_bytes("# A\x1b[2J\x9b5m\x1b]52;c;Zm9v\x07 title\n\nText.\n".encode())
    for argv in (["show", name], ["show", f"{name}.missing"], ["search", "text", "--doc", name]):
        terminal = start(*argv)
        terminal.end()
        assert violations(bytes(terminal.written)) == []
        assert modes_left_on(bytes(terminal.written)) == []
