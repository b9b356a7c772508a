"""A briefing as the list of the library shows it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.document.words import minutes
from briefing.library.catalog import Catalog, Item
from briefing.search.results import Row

if TYPE_CHECKING:
    from briefing.store.state import State


@dataclass(frozen=True, slots=True)
class Entry:
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


@dataclass(frozen=True, slots=True)
class Read:
    """What the state knows of the reading of documents, by path."""

    bookmarks: Mapping[str, int]
    progress: Mapping[str, float]
    seen: Mapping[str, frozenset[str]]


def so_far(state: State) -> Read:
    """What `state` knows of all documents."""
    marked = Counter(bookmark.path for bookmark in state.bookmarks())
    return Read(marked, state.progress(), state.seen_by_path())


def entries(catalog: Catalog, rows: Mapping[str, Row], read: Read) -> Iterator[Entry]:
    """The documents of `catalog`, in its order."""
    for item in catalog.items:
        yield _entry(item, rows.get(str(item.path)), read)


def _entry(item: Item, row: Row | None, read: Read) -> Entry:
    path = str(item.path)
    progress = read.progress.get(path, 0.0)
    unread = int(row is not None and row.words > 0 and progress < 1)
    if row is not None and row.parts:
        unread = len(set(row.parts) - read.seen.get(path, frozenset()))
        progress = 1 - unread / len(set(row.parts))
    row = row or Row(path, item.id, item.path.stem, "", "", path, 0, 0, 0, 0, 0, ())
    return Entry(
        id=item.id,
        title=row.title or item.path.stem,
        byline=row.byline,
        date=row.date,
        source=row.source,
        words=row.words,
        minutes=minutes(row.words),
        sections=row.sections,
        trends=row.trends,
        questions=row.questions,
        tips=row.tips,
        bookmarks=read.bookmarks.get(path, 0),
        progress=progress,
        unread=unread,
        path=path,
        bundled=item.bundled,
        tags=row.tags,
        size=item.size,
    )
