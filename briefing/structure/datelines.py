"""Datelines: where and when a report was filed, before its first sentence."""

from __future__ import annotations

from briefing.document.pattern import pattern
from briefing.structure import dates
from briefing.structure.lexicon import Lexicon

LONGEST = 90
"""Characters before the dash of a dateline."""
_DASH = pattern(r"\s?[–—]\s?|\s--?\s")
_PLACE = pattern(r"[^\W\d_]")
_AGENCY = pattern(r"\([A-Z][\w .]{1,20}\)$")
CAPITALS = 3
"""Letters of a place in capitals."""


def of_paragraph(text: str, lexicon: Lexicon) -> tuple[bool, str]:
    """Whether a paragraph begins with a dateline, and its date where it has a whole one.

    `HARLOW, March 12, 2025 – …`, `PARIS (AFP) — …`, `Lyon, le 4 avril 2024 – …`.
    """
    dash = _DASH.search(text[:LONGEST])
    if dash is None or not _PLACE.match(text) or text[0].islower():
        return False, ""
    head = text[: dash.start()].rstrip()
    found = dates.find(head, lexicon)
    if found is not None and found.iso and "," in head[: found.start]:
        return not head[found.end :].strip(" )./,"), found.iso
    place = head.split(",", 1)[0].split("(", 1)[0].strip()
    capitals = len(place) >= CAPITALS and place == place.upper() and place != place.lower()
    return bool(capitals or _AGENCY.search(head)) and len(head.split()) <= 8, ""
