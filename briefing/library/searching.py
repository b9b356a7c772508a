"""Searching the library: queries, how they may go on, those of late, those that are kept."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from datetime import date
from typing import TYPE_CHECKING

from briefing.document.errors import UsageError
from briefing.search.results import MatchKind, Results
from briefing.store.searches import MOST_RECENT, SavedSearch

if TYPE_CHECKING:
    from briefing.library.catalog import Catalog
    from briefing.library.library import Library
    from briefing.search.completion import Completion, Sources
    from briefing.search.overview import Overview
    from briefing.search.standing import News
    from briefing.search.tree import Query

Today = Callable[[], date]
"""The clock, for `after:yesterday`."""


class Searches:
    """The searches of one library. Threads may share it, as they may the library."""

    def __init__(self, library: Library, today: Today = date.today) -> None:
        self._library = library
        self._today = today
        self._searched: tuple[tuple[str, ...], tuple[str, ...] | None] | None = None
        self._sources: tuple[Catalog, Sources] | None = None

    def search(
        self,
        query: str,
        limit: int,
        doc: str | None,
        *,
        typing: bool,
        ranked: bool,
        counting: bool = False,
    ) -> Results:
        """What the index holds of `query`; as `Library.search` says."""
        asked = self._parsed(query, typing=typing)
        return self._library.index.search(
            asked,
            limit,
            states=self._states(asked),
            within=self._within(doc),
            ranked=ranked,
            counting=counting,
        )

    def overview(self, query: str, *, typing: bool = False) -> Overview:
        """How all that `search` finds for `query` is spread over kinds and over time."""
        asked = self._parsed(query, typing=typing)
        return self._library.index.overview(
            asked, states=self._states(asked), within=self._within(None)
        )

    def counts(self, query: str, doc: str | None = None) -> Mapping[MatchKind, int]:
        """How many parts have all the words of `query`, by kind. Raises NotIndexed."""
        asked = self._parsed(query)
        return self._library.index.counts(
            asked, states=self._states(asked), within=self._within(doc)
        )

    def checked(self, query: str) -> Results:
        """Nothing found, and what of `query` is ignored."""
        return Results(ignored=self._parsed(query).ignored)

    def refreshed(self) -> None:
        """The index holds other documents now."""
        self._searched = self._sources = None

    # Completion

    def sources(self) -> Sources:
        """What the library holds for completion; read once, and again after a refresh.

        50,000 documents take half a second: not for a thread that paints.
        """
        from briefing.search.completion import Sources

        held = self._library.catalog
        known = self._sources
        if known is None or known[0] is not held:
            self._sources = known = (held, Sources.of(self._library.index.heads()))
        return known[1]

    def completions(self, query: str, cursor: int | None = None) -> tuple[Completion, ...]:
        """What `query` may go on with at `cursor`, or at its end, likeliest first."""
        from briefing.search.completion import completions

        return completions(query, len(query) if cursor is None else cursor, self.sources())

    # Queries of late

    def recent(self, begun: str = "", most: int = MOST_RECENT) -> tuple[str, ...]:
        """The queries of late, newest first, that begin as `begun` does."""
        return self._library.state.recent_queries(begun, most)

    def remember(self, query: str) -> None:
        """Put `query` first among those of late. Raises NotSaved."""
        self._library.state.remember_query(query)

    def forget(self, query: str | None = None) -> None:
        """Forget one query of late, or all. Raises NotSaved."""
        self._library.state.forget_queries(query)

    # Saved searches

    def saved(self) -> tuple[SavedSearch, ...]:
        """The saved searches, by name."""
        return self._library.state.saved_searches()

    def called(self, name: str) -> SavedSearch:
        """The saved search of this name, in any case. Raises UsageError, which names them all."""
        saved = self.saved()
        for each in saved:
            if each.name.casefold() == name.strip().casefold():
                return each
        names = ", ".join(each.name for each in saved)
        known = f"those there are: {names}" if names else "none is saved yet"
        raise UsageError(f"no search is saved as {name!r}; {known}")

    def save(self, name: str, query: str) -> SavedSearch:
        """Keep `query` under `name`; all that it finds now counts as seen.

        Raises NotSaved, NotIndexed, or UsageError where there is nothing to look for.
        """
        name, query = name.strip(), query.strip()
        asked = self._parsed(query)
        if not name or not (asked.wanted or asked.fields):
            raise UsageError("a saved search needs a name and something to look for")
        return self._library.state.save_search(name, query, self._news(query, None, 0).seen)

    def remove(self, name: str) -> SavedSearch:
        """Take a saved search away; it can be kept again. Raises UsageError or NotSaved."""
        search = self.called(name)
        self._library.state.remove_search(search.name)
        return search

    def news(self, search: SavedSearch, limit: int = 50) -> News:
        """What `search` finds now and had not found at the last visit. Raises NotIndexed."""
        return self._news(search.query, search.seen, limit)

    def visited(self, search: SavedSearch, news: News) -> SavedSearch:
        """What the results of `news` hold was looked at, and is new no more. Raises NotSaved."""
        return self._library.state.save_search(search.name, search.query, news.seen)

    def _news(self, query: str, seen: Collection[bytes] | None, limit: int) -> News:
        asked = self._parsed(query)
        return self._library.index.news(
            asked, seen, limit, states=self._states(asked), within=self._within(None)
        )

    def _parsed(self, query: str, *, typing: bool = False) -> Query:
        # Imported here: a list or a document to open needs no query.
        from briefing.search.fields import dated
        from briefing.search.query import parse

        return dated(parse(query, typing=typing), self._today())

    def _within(self, doc: str | None) -> Collection[str] | None:
        """The paths to search; None where the index holds those and no others."""
        if doc is not None:
            return (self._library.path(doc),)
        paths = self._library.catalog.paths
        searched = self._searched
        if searched is None or searched[0] is not paths:
            # Once, not at every key: an index may hold the documents of folders named elsewhere.
            others = self._library.index.looks().keys() - set(paths)
            self._searched = searched = (paths, paths if others else None)
        return searched[1]

    def _states(self, query: Query) -> Mapping[str, Collection[str]]:
        if not query.asks("is"):
            return {}
        listed = self._library.entries()
        return {
            "bookmarked": {entry.path for entry in listed if entry.bookmarks},
            "unread": {entry.path for entry in listed if entry.unread},
            "changed": self._changed(),
        }

    def _changed(self) -> set[str]:
        """The documents whose bytes are others than when the reader last opened them."""
        read = self._library.state.read_digests()
        held = self._library.index.documents()
        # The index appends what a sidecar says; a corrected split is no other text. Until a
        # refresh has read it again the index has no digest of it.
        return {
            path
            for path, digest in read.items()
            if digest
            and path in held
            and held[path].digest
            and not held[path].digest.startswith(digest)
        }
