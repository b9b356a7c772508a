"""Saved searches on the command line: `briefing search --save`, `--saved`, `--new`, `--remove`."""

from __future__ import annotations

from shlex import quote
from typing import TYPE_CHECKING

from briefing.document.errors import BriefingError
from briefing.search.results import NotIndexed

if TYPE_CHECKING:
    from briefing.cli.output import Output
    from briefing.library import Library
    from briefing.search.results import Results
    from briefing.search.standing import News
    from briefing.store.searches import SavedSearch


def save(books: Library, name: str, query: str, out: Output) -> int:
    """Keep `query` under `name`; what it finds now is not new."""
    before = {each.name: each.query for each in books.searches.saved()}
    try:
        kept = books.searches.save(name, query)
    except NotIndexed as error:
        raise BriefingError(str(error)) from error
    replaced = before.get(kept.name, query)
    told = f" in place of {replaced}" if replaced != query else ""
    out.note(
        f"saved as {kept.name}{told}; `briefing search --new {quote(kept.name)}` shows what comes"
    )
    return 0


def remove(books: Library, name: str, out: Output) -> int:
    """Take a saved search away, and say what it was."""
    gone = books.searches.remove(name)
    out.note(f"removed {gone.name}: {gone.query}")
    return 0


def listed(books: Library, out: Output, *, json: bool) -> int:
    """A line for each saved search, with how much is new."""
    saved = [(each, _news(books, each, 0).results.total) for each in books.searches.saved()]
    if json:
        out.json({"searches": [_as_json(each, new) for each, new in saved]})
    longest = max((len(each.name) for each, _ in saved), default=0)
    for each, new in () if json else saved:
        told = f"{new:>5,} new  " if new else f"{'–':>5}      "
        out.line((f"{each.name:<{longest}}", "bold"), f"  {told}{each.query}")
    if not saved:
        out.note("no search is saved; `briefing search --save NAME QUERY` keeps one")
    return 0


def new(books: Library, name: str, limit: int) -> tuple[SavedSearch, News]:
    """The saved search `name`, and what it finds that it had not found when last looked at."""
    search = books.searches.called(name)
    return search, _news(books, search, limit)


def looked_at(books: Library, search: SavedSearch, news: News, out: Output) -> None:
    """What was printed is new no more; that comes last, so that nothing unseen is lost."""
    out.flush()
    books.searches.visited(search, news)


def advise(results: Results, out: Output) -> None:
    """Say how much is left, or that nothing is new."""
    shown = len(results.matches)
    if not shown:
        out.note("nothing new")
    elif results.total > shown:
        out.note(f"{shown} of {results.total} new matches; the others stay new")
    if results.note:
        out.note(results.note)


def _news(books: Library, search: SavedSearch, limit: int) -> News:
    try:
        return books.searches.news(search, limit)
    except NotIndexed as error:
        raise BriefingError(str(error)) from error


def _as_json(search: SavedSearch, new: int) -> dict[str, object]:
    return {"name": search.name, "query": search.query, "visited": search.visited, "new": new}
