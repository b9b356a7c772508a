"""A briefing as the list of the library shows it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from briefing.document.words import minutes
from briefing.library.catalog import Catalog, Item, stem
from briefing.record import record
from briefing.search.results import Row

if TYPE_CHECKING:
    from briefing.store.state import State


class Entry(NamedTuple):
    """One briefing of the library; one not indexed yet has its name for a title and no counts."""

    id: str
    title: str
    byline: str
    date: str
    source: str
    words: int
    minutes: int
    sections: int
    trends: int
    questions: int
    tips: int
    bookmarks: int
    progress: float
    """The share of its parts that was read, from 0 to 1; of its text where it has no parts."""
    unread: int
    """Parts not read yet; a text without parts counts as one."""
    path: str
    """Absolute."""
    bundled: bool
    tags: tuple[str, ...] = ()
    size: int = 0
    """Bytes of its file."""
    turn: int = 0
    """When it was read last: greater than that of all read before it; 0 when it never was."""


@record
class Read:
    """What the state knows of the reading of documents, by path."""

    bookmarks: Mapping[str, int]
    progress: Mapping[str, float]
    seen: Mapping[str, frozenset[str]]
    turns: Mapping[str, int]


def so_far(state: State) -> Read:
    """What `state` knows of all documents."""
    marked = Counter(bookmark.path for bookmark in state.bookmarks())
    return Read(marked, state.progress(), state.seen_by_path(), state.turns())


def entries(catalog: Catalog, rows: Mapping[str, Row], read: Read) -> Iterator[Entry]:
    """The documents of `catalog`, in its order."""
    for item in catalog.items:
        yield _entry(item, rows.get(item.path), read)


def _entry(item: Item, row: Row | None, read: Read) -> Entry:
    path = item.path
    row = row or Row(path, item.id, "", "", "", path, 0, 0, 0, 0, 0, ())
    progress = read.progress.get(path, 0.0)
    unread = int(row.words > 0 and progress < 1)
    count = row.sections + row.trends + row.questions + row.tips
    if count:
        seen = read.seen.get(path)
        unread = count - len(seen.intersection(row.parts)) if seen else count
        progress = 1 - unread / count
    return Entry(
        item.id,
        row.title or stem(path),
        row.byline,
        row.date,
        row.source,
        row.words,
        minutes(row.words),
        row.sections,
        row.trends,
        row.questions,
        row.tips,
        read.bookmarks.get(path, 0),
        progress,
        unread,
        path,
        item.bundled,
        row.tags,
        item.size,
        read.turns.get(path, 0),
    )
