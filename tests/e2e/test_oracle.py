"""The judge itself: what it lets pass and what it catches."""

from __future__ import annotations

import pytest

from tests.e2e.oracle import modes_left_on, violations


@pytest.mark.parametrize(
    "harmless",
    [
        "plain text\r\n",
        "Żółć, 日本語, हिन्दी",
        "\x1b[1;38;2;10;20;30mbold\x1b[0m",
        "\x1b[?1049h\x1b[H\x1b[2J\x1b[?25l",
        "\x1b[?2026$p",
        "\x1b]22;pointer\x1b\\",
    ],
)
def test_what_the_reader_writes_passes(harmless: str) -> None:
    assert violations(harmless.encode()) == []


@pytest.mark.parametrize(
    "acting",
    [
        b"\x1b]52;c;Zm9v\x07",
        b"\x1b]0;title\x07",
        b"\x1b]8;;http://127.0.0.1\x1b\\link\x1b]8;;\x1b\\",
        b"\x1bP1$r\x1b\\",
        b"\x1bc",
        b"\x1b[21t",
        b"\x1b[?1337h",
        b"\x07",
        b"over\x08strike",
        "\x9b2J".encode(),
        b"\x9b2J",
        "\u202egnp.exe".encode(),
        "\u200bhidden".encode(),
        b"\xff",
    ],
)
def test_what_a_document_could_send_is_caught(acting: bytes) -> None:
    assert violations(acting) != []


def test_modes_that_stay_on_are_told() -> None:
    started = b"\x1b[?1049h\x1b[?1000h\x1b[?25l\x1b[>1u"
    assert modes_left_on(started) == ["1049", "1000", "25", "kitty keyboard"]
    assert modes_left_on(started + b"\x1b[<u\x1b[?25h\x1b[?1000l\x1b[?1049l") == []
