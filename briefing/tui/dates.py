"""Dates as a person reads them. Pure."""

from __future__ import annotations

from briefing.document.pattern import pattern

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_iso = pattern(r"(\d{4})-(\d\d)(?:-(\d\d))?")


def day(iso: str) -> str:
    """`2025-12-20` as `20 Dec 2025`, `2025-12` as `Dec 2025`; anything else as it is."""
    match = _iso.match(iso)
    if match is None or not 1 <= int(match[2]) <= 12:
        return iso
    date = f"{MONTHS[int(match[2]) - 1]} {match[1]}"
    return f"{int(match[3])} {date}" if match[3] else date
