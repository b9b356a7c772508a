"""The briefings of the library, and by what they may be sorted and parted. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePath

from briefing.document.slug import slug
from briefing.library.entry import Entry
from briefing.tui.arranging import Grouping, Kind, Order
from briefing.tui.dates import day

OWN = "the program"
_HOST = re.compile(r"[a-z][a-z0-9+.-]*://(?:www\.)?([^/:?#]+)", re.IGNORECASE)


def source_of(entry: Entry) -> str:
    """Where a briefing comes from, in a word or two: a site, what its author said, its folder."""
    if entry.bundled:
        return OWN
    if host := _HOST.match(entry.source):
        return host[1]
    if entry.source and not PurePath(entry.source).is_absolute():
        return entry.source
    return PurePath(entry.path).parent.name


def month_of(date: str) -> str:
    """`2025-12` of a date; empty where it does not tell."""
    return date[:7] if re.match(r"\d{4}-\d\d", date) else ""


def title_key(title: str) -> str:
    """What titles are sorted by: their letters, in whatever case and with whatever accents."""
    return slug(title)


SHELVES: Kind[Entry] = Kind(
    {
        "date": Order("date", lambda e: (e.date, e.turn), True, lambda e: not e.date),
        "title": Order("title", lambda e: title_key(e.title)),
        "length": Order("length", lambda e: e.words, True),
        "unread": Order("unread", lambda e: e.unread, True),
        "read": Order("last read", lambda e: e.turn, True, lambda e: not e.turn),
    },
    {
        "source": Grouping("source", lambda e: (source_of(e),)),
        "month": Grouping(
            "month",
            lambda e: tuple(filter(None, (month_of(e.date),))),
            "without a date",
            True,
            day,
        ),
        "tag": Grouping("tag", lambda e: e.tags, "without a tag"),
    },
    lambda e: " ".join((e.title, e.byline, e.id, source_of(e), e.date, *e.tags)),
)


def places(entries: Sequence[Entry]) -> dict[str, str]:
    """What tells briefings of one title apart, by path: their folder, else their whole path.

    It goes before the title, where a narrow list does not cut it.
    """
    alike: dict[str, list[Entry]] = {}
    for entry in entries:
        alike.setdefault(" ".join(entry.title.split()), []).append(entry)
    found: dict[str, str] = {}
    for group in alike.values():
        if len(group) < 2:
            continue
        folders = [PurePath(entry.path).parent.name for entry in group]
        for entry, folder in zip(group, folders, strict=True):
            told = folder if len(set(folders)) == len(group) else entry.path
            found[entry.path] = f"{told}: "
    return found
