"""What a search gives back, and what the index knows of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from briefing.record import record

if TYPE_CHECKING:
    from briefing.search.tree import Ignored

MatchKind = Literal["title", "lead", "section", "trend", "question", "tip"]
KINDS: tuple[MatchKind, ...] = ("title", "lead", "section", "trend", "question", "tip")
"""In the order of their numbers in the index."""


class Interrupted(Exception):  # noqa: N818 - an answer nobody waits for is no error
    """The search was stopped by `Index.interrupt`, for a newer one."""


class NotIndexed(Exception):  # noqa: N818 - reads as what it is
    """A change did not reach the index, which is as it was; one line says why."""


@record
class Match:
    """One part that a query found."""

    path: str
    document_id: str
    title: str
    """Of the document."""
    date: str
    kind: MatchKind
    part: str
    """Id of the part; empty for a title and a lead."""
    part_title: str
    line: int
    """Of the passage that the excerpt is from, in the document's source, from 1."""
    excerpt: str
    """The text as written, on one line; `…` where it is cut."""
    marks: tuple[tuple[int, int], ...]
    """What the query found, as ranges of `excerpt` in code points."""
    passage: int
    """Index into `Briefing.passages`."""
    beneath: str = ""
    """Where the excerpt is the part's title: the beginning of the text under it."""


@record
class Results:
    """What a query found, best first."""

    matches: tuple[Match, ...] = ()
    total: int = 0
    """How many parts match, at least; `matches` holds the first of them."""
    exact: int = 0
    """How many of them hold all of the words; the others, which come after, some."""
    note: str = ""
    """What the reader should know of how they were found; empty when all went as asked."""
    ignored: tuple[Ignored, ...] = ()
    """What of the query was left out."""
    suggestions: tuple[str, ...] = ()
    """Queries that would find something, when this one does not."""
    more: bool = False
    """Whether more than `total` parts match: no more were counted."""


@record
class Stat:
    """How a file looked when it was read: another look means it may have changed."""

    mtime_ns: int
    size: int
    digest: str = ""
    """SHA-256 of its bytes, in hex."""


class Row(NamedTuple):
    """A document as the index knows it."""

    path: str
    id: str
    title: str
    byline: str
    date: str
    source: str
    words: int
    sections: int
    trends: int
    questions: int
    tips: int
    tags: tuple[str, ...]
    part_ids: str = ""

    @property
    def parts(self) -> list[str]:
        """Ids of its parts, in order; cut apart only for whom it matters."""
        return self.part_ids.split("\n") if self.part_ids else []


@record
class Trend:
    """A key trend of some briefing."""

    path: str
    document_id: str
    title: str
    """Of the document."""
    date: str
    """Of the document."""
    part: str
    """Id of the trend."""
    label: str
    text: str
    """As written, its passages on lines of their own; a long one is cut."""


@record
class Refusal:
    """A document that could not be read, as its file looked then."""

    stat: Stat
    why: str
    """One line."""
