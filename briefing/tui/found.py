"""Results of a library search as rows, grouped by briefing. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.record import record
from briefing.search.results import Match

KINDS = {
    "section": "section",
    "trend": "trend",
    "question": "FAQ",
    "tip": "tip",
    "title": "title",
    "lead": "lead",
}


@record
class Group:
    """The row above the matches of one briefing."""

    path: str
    title: str
    date: str
    count: int


Row = Group | Match


def rows(matches: Sequence[Match]) -> tuple[Row, ...]:
    """Matches under their briefings; briefings by their best match, matches in their order."""
    groups: dict[str, list[Match]] = {}
    for match in matches:
        groups.setdefault(match.path, []).append(match)
    found: list[Row] = []
    for path, held in groups.items():
        found.append(Group(path, held[0].title, held[0].date, len(held)))
        found.extend(held)
    return tuple(found)


def beyond_title(match: Match) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The excerpt and its marks without the title that it begins with, as a trend's does."""
    title, text = match.part_title, match.excerpt
    if match.kind == "title" or not title or not text.startswith(title) or text == title:
        return text, match.marks
    rest = text[len(title) :].lstrip(":. ")
    cut = len(text) - len(rest)
    return rest, tuple((max(start - cut, 0), end - cut) for start, end in match.marks if end > cut)
