"""JSON that keeps every character and sends the terminal none that could act on it."""

from __future__ import annotations

import json
import re

from briefing.document.pattern import pattern

INVISIBLE = pattern(
    "[\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)
"""What JSON may hold raw and a terminal should not be sent: written as an escape."""


def printable(value: object, *, ascii_only: bool = False, indent: int | None = 2) -> str:
    """`value` as JSON that any reader turns back into the same value; without indent, a line."""
    return INVISIBLE.sub(_escaped, json.dumps(value, ensure_ascii=ascii_only, indent=indent))


def _escaped(match: re.Match[str]) -> str:
    return json.dumps(match[0])[1:-1] if match[0] != "\x7f" else "\\u007f"
