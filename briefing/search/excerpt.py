"""The piece of a part that shows why it was found: the text as written, the finds marked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from briefing.document.pattern import pattern
from briefing.record import record
from briefing.search.find import Finder, Hit, Lookup
from briefing.search.places import passage_of
from briefing.search.rows import Entry
from briefing.search.tree import Text

LONGEST = 180
"""Characters of an excerpt, about two lines."""
_BEFORE = 50
"""Characters shown before the first find."""
_LOOKED_AT = 400
"""Finds of a part that are weighed."""
CUT = "…"
_SPACE = pattern(r"\s")


@record
class Excerpt:
    """A piece of one passage on one line, and what is marked in it."""

    text: str
    marks: tuple[tuple[int, int], ...]
    passage: int
    line: int
    beneath: str = ""
    """Where the piece is the title: the beginning of what stands under it."""


def excerpt(
    entry: Entry,
    wanted: Iterable[Text],
    lookup: Lookup | None = None,
    finder: Finder | None = None,
) -> Excerpt:
    """The best piece of `entry`: of the passage with the most finds, other than its title.

    `finder` is over its texts, where there is one already.
    """
    hits = (finder or Finder(entry.texts)).hits(wanted, lookup)[:_LOOKED_AT]
    # The text under a document's title is its byline and date, which say less than the title.
    first_body = entry.heads if entry.kind != "title" and len(entry.texts) > entry.heads else 0
    index, chosen = first_body, []
    if hits:
        passages = [passage_of(place) for place in hits.places]
        bodies = [passage for passage in passages if passage >= entry.heads] or passages
        counts = Counter(bodies)
        index = max(counts, key=counts.__getitem__)  # the first of those with the most
        chosen = [hits[at] for at, passage in enumerate(passages) if passage == index]
    text, marks = _window(entry.texts[index], chosen)
    titled = index < entry.heads and first_body
    beneath = _window(entry.texts[first_body], [])[0] if titled else ""
    return Excerpt(text, marks, *entry.places[index], beneath)


def _window(text: str, hits: list[Hit]) -> tuple[str, tuple[tuple[int, int], ...]]:
    start, end = 0, len(text)
    if len(text) > LONGEST:
        start = max(0, _densest(hits) - _BEFORE) if hits else 0
        if len(text) - start < LONGEST:
            start = len(text) - LONGEST
        start = _word_start(text, start)
        end = _word_end(text, start, min(len(text), start + LONGEST))
    # One line, whatever the passage has: each line end and tab is one space, so no mark moves.
    piece = text[start:end].rstrip()
    if not piece.isprintable():
        piece = _SPACE.sub(" ", piece)
    shift = len(CUT) if start else 0
    marks = tuple(
        (max(hit.start, start) - start + shift, min(hit.end, start + len(piece)) - start + shift)
        for hit in hits
        if hit.start < start + len(piece) and hit.end > start
    )
    return (CUT if start else "") + piece + (CUT if end < len(text) else ""), marks


def _densest(hits: list[Hit]) -> int:
    """Where the find begins that has the most others behind it within an excerpt."""
    reach = LONGEST - _BEFORE
    best, most, last = hits[0].start, 0, 0
    for number, hit in enumerate(hits):
        while last < len(hits) and hits[last].end <= hit.start + reach:
            last += 1
        if last - number > most:
            best, most = hit.start, last - number
    return best


def _word_start(text: str, start: int) -> int:
    if not start:
        return 0
    space = text.find(" ", start, start + 20)
    return space + 1 if space >= 0 else start


def _word_end(text: str, start: int, end: int) -> int:
    if end == len(text):
        return end
    space = text.rfind(" ", max(start, end - 20), end)
    return space if space >= 0 else end
