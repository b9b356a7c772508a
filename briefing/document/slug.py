"""Stable names for briefings and their parts."""

from __future__ import annotations

import re
import unicodedata

from briefing.document.pattern import pattern

LONGEST = 60
"""Characters of a slug; it is cut at a word."""
_SLUG = pattern(r"[a-z0-9]+(?:-[a-z0-9]+)*")
"""What is its own slug already, as the names of most files are."""


def slug(text: str) -> str:
    """`text` as lower-case words joined by hyphens, in any script; `untitled` when none is left.

    Latin letters lose their accents, so that an id can be typed anywhere; other scripts stay.
    """
    if len(text) <= LONGEST and _SLUG.fullmatch(text):
        return text
    plain = text if text.isascii() else _bare(text)
    plain = plain.casefold().replace("'", "").replace("’", "")
    name = re.sub(r"[^\w]+|_+", "-", plain).strip("-")
    if len(name) > LONGEST:
        head = name[: LONGEST + 1].rpartition("-")[0]
        name = head or name[:LONGEST]
    return name or "untitled"


def _bare(text: str) -> str:
    """`text` without accents."""
    parts = unicodedata.normalize("NFKD", text)
    plain = "".join(char for char in parts if not unicodedata.combining(char))
    return unicodedata.normalize("NFC", plain)


class Ids:
    """Hands out unique ids: a repeated name gets `-2`, `-3`, in order of asking."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._next: dict[str, int] = {}
        """From which number on to look, so that a heading repeated 50,000 times costs no more."""

    def take(self, prefix: str, name: str) -> str:
        """An id `prefix` + slug of `name` that this object has not given before."""
        base = candidate = f"{prefix}{slug(name)}"
        number = self._next.get(base, 2)
        while candidate in self._taken:
            candidate = f"{base}-{number}"
            number += 1
        self._next[base] = number
        self._taken.add(candidate)
        return candidate
