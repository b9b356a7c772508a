"""Judge of what a program wrote to a terminal: nothing but text and what the reader itself sends.

The list of sequences is what Textual writes to start, paint and stop. Anything else can only have
come from a document.
"""

from __future__ import annotations

import re

SEQUENCE = re.compile(
    rb"\x1b(?:"
    rb"\[(?P<private>[?<>=!]?)(?P<values>[\d;:]*)(?P<between>[ -/]*)(?P<final>[@-~])"
    rb"|\](?P<command>[^\x07\x1b]*)(?:\x07|\x1b\\)"
    rb"|[PX^_][^\x1b]*\x1b\\"
    rb"|[ -/]*[0-~]"
    rb")"
)
MODES = frozenset(
    b"7 25 1000 1002 1003 1004 1006 1015 1016 1049 2004 2026 2048".split(),
)
"""Wrap, cursor, mouse, focus, other screen, paste, synchronized output, resize reports."""
KEPT_ON = {7, 25}
"""Modes that a terminal has on before any program starts."""
POINTER = re.compile(rb"22;[a-z-]{1,20}")
"""Textual gives the mouse pointer its shape."""
ACTING = re.compile(
    "[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f\udc80-\udcff]"
)
"""What is neither a character with a glyph nor the end of a line."""


def violations(written: bytes) -> list[str]:
    """Everything in `written` that a terminal reader has no business to write."""
    found = [
        repr(match[0][:60]) for match in SEQUENCE.finditer(written) if not _is_the_readers(match)
    ]
    rest = SEQUENCE.sub(b"", written).decode("utf-8", "surrogateescape")
    return found + [f"U+{ord(char):04X}" for char in ACTING.findall(rest)]


def modes_left_on(written: bytes) -> list[str]:
    """Modes that were switched and not switched back, as the terminal is left."""
    state: dict[int, bool] = {}
    for match in re.finditer(rb"\x1b\[\?([\d;]+)([hl])", written):
        for mode in match[1].split(b";"):
            state[int(mode)] = match[2] == b"h"
    left = [str(mode) for mode, on in state.items() if on != (mode in KEPT_ON)]
    pushed = len(re.findall(rb"\x1b\[>\d+u", written))
    popped = len(re.findall(rb"\x1b\[<\d*u", written))
    return left + ["kitty keyboard"] * (pushed - popped)


def _is_the_readers(match: re.Match[bytes]) -> bool:
    private, values, final = match["private"], match["values"], match["final"]
    if match["command"] is not None:
        return POINTER.fullmatch(match["command"]) is not None
    if final is None:
        return False
    if match["between"]:
        return (private, match["between"], final) == (b"?", b"$", b"p") and values in MODES
    if private == b"?":
        return final in b"hl" and set(values.split(b";")) <= MODES
    if private:
        return private in b"<>" and final == b"u"
    return final in b"ABCDGHJKm"
