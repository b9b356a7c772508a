"""What `after:` and `before:` take: a date, or words that say how long ago. Pure.

Words stay words until somebody says what day it is, so a saved search means the days before each
time that it is asked.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from briefing.document.pattern import pattern

KNOWN = 'a date such as 2025-11 or 2025-11-30, today, yesterday or "2 weeks ago"'
EXAMPLES = ("today", "yesterday", "1 week ago", "1 month ago", "1 year ago")
_ISO = pattern(r"(\d{4})(?:[-/](\d\d?)(?:[-/](\d\d?))?)?", re.ASCII)
_AGO = pattern(
    r"(\d{1,4}|an?|last|past)?[ _-]*(d|w|m|y|days?|weeks?|months?|years?)(?:[ _-]ago)?", re.ASCII
)
_WORDS = {"now": "today", "today": "today", "yesterday": "yesterday"}
_UNITS = {"d": "day", "w": "week", "m": "month", "y": "year"}


def canonical(value: str) -> str:
    """`value` as ISO 8601 to the day, month or year, or as words for `day`; empty if neither."""
    value = value.strip().lower()
    if match := _ISO.fullmatch(value):
        year, month, of_month = (int(each) if each else 0 for each in match.groups())
        if not year or (match[2] and not 1 <= month <= 12):
            return ""
        if match[3] and not 1 <= of_month <= monthrange(year, month)[1]:
            return ""
        spelt = (
            f"{year:04}",
            f"-{month:02}" if month else "",
            f"-{of_month:02}" if of_month else "",
        )
        return "".join(spelt)
    if value in _WORDS:
        return _WORDS[value]
    match = _AGO.fullmatch(value)
    if match is None or match[1] is None:
        return ""
    count = int(match[1]) if match[1].isdigit() else 1
    unit = _UNITS[match[2][0]]
    return f"{count} {unit}{'' if count == 1 else 's'} ago"


def day(value: str, today: date) -> str:
    """The date, in ISO 8601, that a canonical `value` means on the day `today`."""
    if is_day(value):
        return value
    if value in {"today", "yesterday"}:
        return (today - timedelta(days=value == "yesterday")).isoformat()
    count, unit = value.split()[:2]
    back = int(count)
    if unit.startswith(("day", "week")):
        days = back * (7 if unit.startswith("week") else 1)
        return (today - timedelta(days=min(days, today.toordinal() - 1))).isoformat()
    months = today.year * 12 + today.month - 1 - back * (12 if unit.startswith("year") else 1)
    year, month = divmod(max(months, 12), 12)
    return date(year, month + 1, min(today.day, monthrange(year, month + 1)[1])).isoformat()


def is_day(value: str) -> bool:
    """Whether a canonical `value` is a date already, and not words for one."""
    return _ISO.fullmatch(value) is not None
