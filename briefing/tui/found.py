"""Results of a library search as rows, grouped by briefing. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, TypeAlias

from briefing.record import record

if TYPE_CHECKING:
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


@record
class Heading:
    """A row above others that are no results, or what is to be said of those below."""

    title: str
    about: str = ""


@record
class Offer:
    """A query that can be asked: one of those asked before, or the nearest that finds something."""

    query: str
    title: str
    about: str = ""
    fresh: int = 0
    """How many new results it has."""
    saved: bool = False
    """Whether `title` is the name under which it is kept."""


Row: TypeAlias = "Group | Match | Heading | Offer"
Identity = tuple[str, str, str]
"""What makes a match the same one in another list: its document, kind and part."""


@record
class Place:
    """Where a match stands among all that was found, counted from 1."""

    result: int
    results: int
    briefing: int
    briefings: int
    """0 while there are more results than are listed."""
    more: bool = False
    """Whether there are more than `results`."""

    def __str__(self) -> str:
        """As the status line has it."""
        counted = f"result {self.result:,} of {self.results:,}{'+' if self.more else ''}"
        if self.briefings == 1:
            return counted
        of = f" of {self.briefings:,}" if self.briefings else ""
        return f"{counted} · briefing {self.briefing:,}{of}"


def in_order(matches: Sequence[Match]) -> tuple[Match, ...]:
    """Matches by their briefings; briefings by their best match, matches in their order."""
    groups: dict[str, list[Match]] = {}
    for match in matches:
        groups.setdefault(match.path, []).append(match)
    return tuple(match for held in groups.values() for match in held)


def with_more(ordered: Sequence[Match], matches: Sequence[Match]) -> tuple[Match, ...]:
    """What is listed already, as it is, and behind it those of `matches` that are not."""
    listed = set(map(identity, ordered))
    return (*ordered, *in_order([match for match in matches if identity(match) not in listed]))


def rows(ordered: Sequence[Match], exact: int | None = None) -> tuple[Row, ...]:
    """Matches under their briefings, in this order; behind the first `exact` ones it is said."""
    found: list[Row] = []
    exact = len(ordered) if exact is None else exact
    for part in (ordered[:exact], ordered[exact:]):
        if found and part:
            found.append(Heading("These have some of the words"))
        for path, run in groupby(part, key=attrgetter("path")):
            held = tuple(run)
            name = held[0].title or held[0].document_id
            found += [Group(path, name, held[0].date, len(held)), *held]
    return tuple(found)


def identity(match: Match) -> Identity:
    """By what a match is known again."""
    return match.path, match.kind, match.part


def place(ordered: Sequence[Match], at: int, total: int, *, more: bool = False) -> Place:
    """Where `ordered[at]` stands, of `total` matches, or of more, the first of which are listed."""
    paths = list(dict.fromkeys(match.path for match in ordered))
    briefings = len(paths) if len(ordered) >= total else 0
    return Place(
        at + 1, max(total, len(ordered)), paths.index(ordered[at].path) + 1, briefings, more
    )


def beyond_title(match: Match) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The excerpt and its marks without the title that it begins with, as a trend's does."""
    title, text = match.part_title, match.excerpt
    if match.kind == "title" or not title or not text.startswith(title) or text == title:
        return text, match.marks
    rest = text[len(title) :].lstrip(":. ")
    cut = len(text) - len(rest)
    return rest, tuple((max(start - cut, 0), end - cut) for start, end in match.marks if end > cut)
