"""The search over the library, beside the screen: a question, and its answers as they come."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from briefing.record import record, replace
from briefing.search.overview import Overview
from briefing.search.results import NotIndexed, Results
from briefing.store.searches import SavedSearch
from briefing.tui.found import identity

if TYPE_CHECKING:
    from briefing.library import Library
    from briefing.library.refresh import Coverage
    from briefing.search.standing import News

FIRST, BEST = 20, 50
"""Results of the first answer, which fill a screen, and of the ranked one."""
PAINTED = 0.04
"""Seconds for the results to be painted in, before what can wait takes its share of the machine."""
RECENT = 12
"""Queries of late that are offered."""
MORE = 4
"""How many times as many results the next question for more asks for."""
AT_ONCE = 100
"""Matches that are ranked at once: for so few nothing is shown before that."""


@dataclass(frozen=True)
class Question:
    """What is asked, each time anew; an empty text asks for what was asked before."""

    text: str
    limit: int = BEST
    more: bool = False
    """Whether the results are to go behind those that are listed."""
    saved: SavedSearch | None = None
    """The saved search that it is, whose news are wanted."""


@record
class Found:
    """Results, the best first once they are `ranked`."""

    results: Results
    ranked: bool
    news: News | None = None
    """What of them is new since the last visit, which they begin with."""


@record
class Offers:
    """What could be asked: saved searches, each with how much of it is new, and those of late."""

    saved: tuple[tuple[SavedSearch, int], ...]
    recent: tuple[str, ...]


Answer: TypeAlias = "Found | Overview | Offers | Coverage"


def answers(
    library: Library, overtaken_within: Callable[[float], bool], question: Question
) -> Iterator[Answer]:
    """What is found first, the best, how all of it is spread, and in how much it was found."""
    if not question.text.strip():
        yield from _offers(library)
        return
    text = question.text
    if question.saved is not None:
        yield _news(library, question, question.saved)
    else:
        if library.search(text, 0, typing=True, ranked=False).total > AT_ONCE:
            yield Found(library.search(text, FIRST, typing=True, ranked=False), ranked=False)
        yield Found(library.search(text, question.limit, typing=True), ranked=True)
    if not overtaken_within(PAINTED):
        yield library.searches.overview(text, typing=True)
        yield library.coverage()


def _offers(library: Library) -> Iterator[Offers]:
    """Those that there are, and then as each is known, how much of it is new."""
    recent = library.searches.recent(most=RECENT)
    counted = dict.fromkeys(library.searches.saved(), 0)
    yield Offers(tuple(counted.items()), recent)
    for search in counted:
        try:
            counted[search] = library.searches.news(search, 0).results.total
        except NotIndexed:
            continue
        if counted[search]:
            yield Offers(tuple(counted.items()), recent)


def _news(library: Library, question: Question, saved: SavedSearch) -> Found:
    """What is found, the news of it first."""
    results = library.search(question.text, question.limit)
    try:
        news = library.searches.news(saved, question.limit)
    except NotIndexed:
        return Found(results, ranked=True)
    fresh = {identity(match) for match in news.results.matches}
    known = (match for match in results.matches if identity(match) not in fresh)
    matches = (*news.results.matches, *known)
    return Found(replace(results, matches=matches), ranked=True, news=news)
