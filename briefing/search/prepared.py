"""A briefing made ready for the index: all that can be done before the file is written to."""

from __future__ import annotations

from briefing.document.model import Briefing
from briefing.record import record
from briefing.search.fold import terms
from briefing.search.rows import GAP, Packed, Packer, Terms, entries, storable, terms_of


@record
class Prepared:
    """What the index takes in of a briefing, beside where it is and how its file looks."""

    described: tuple[object, ...]
    """Its columns of the table of documents."""
    parts: tuple[tuple[Packed, Terms], ...]
    words: tuple[str, ...]
    """Each of its folded words."""


def prepare(briefing: Briefing, packer: Packer) -> Prepared:
    """`briefing` made ready, its texts compressed by `packer`."""
    met: set[str] = set()
    parts = tuple((packer.pack(entry), terms_of(entry, met)) for entry in entries(briefing))
    met.discard(GAP)
    return Prepared(_described(briefing), parts, tuple(met))


DESCRIBED = (
    "id, title, byline, date, source, words, sections, trends, questions, tips, tags, part_ids,"
    " names, topics"
)
"""The columns of `Prepared.described`."""


def _described(briefing: Briefing) -> tuple[object, ...]:
    counts = tuple(briefing.count(kind) for kind in ("section", "trend", "question", "tip"))
    values = (
        briefing.id,
        briefing.title,
        briefing.byline,
        briefing.date,
        briefing.source,
        briefing.words,
        *counts,
        "\n".join(tag.replace("\n", " ") for tag in briefing.tags),
        "\n".join(part.id for part in briefing.parts),
        " " + " ".join(terms(briefing.byline)),
        "".join(f"\n{' '.join(terms(tag))}" for tag in briefing.tags) + "\n",
    )
    return tuple(storable(value) if isinstance(value, str) else value for value in values)
