"""Characters written as entities, which no cleaning of the source has seen."""

from __future__ import annotations

import html

from briefing.document.pattern import pattern
from briefing.document.text import clean

_ENTITY = pattern(r"&(?:#([xX]?)([0-9A-Fa-f]{1,8})|[A-Za-z]\w{1,31});?")


def has_odd_entity(text: str) -> bool:
    """Whether an entity of `text` may stand for a character that no screen should be given."""
    # The distinct ones only: a text repeats a few of them a thousand times.
    return any(_is_odd(entity) for entity in {found[0] for found in _ENTITY.finditer(text)})


def _is_odd(entity: str) -> bool:
    found = _ENTITY.match(entity)
    if not found or not found[2]:
        chars = html.unescape(entity)
    else:
        try:
            # `html.unescape` hides what a parser may well decode: `&#27;` is nothing to it.
            chars = chr(int(found[2], 16 if found[1] else 10))
        except (ValueError, OverflowError):
            return True
    return clean(f"a{chars}a").text != f"a{chars}a"
