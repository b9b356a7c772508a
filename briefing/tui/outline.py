"""The contents tree of a briefing, flattened to rows. Pure."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter

from briefing.document.glance import heads
from briefing.document.model import Briefing, PartKind
from briefing.record import record


@record
class Heading:
    """One row of the contents."""

    part: str
    title: str
    depth: int
    """From 0; the shallowest heading of the briefing is 0."""
    passage: int
    trends: int = 0
    questions: int = 0
    tips: int = 0

    @property
    def count(self) -> int:
        """Trends and questions set in this section."""
        return self.trends + self.questions


@record
class Outline:
    """The headings of a briefing in order."""

    headings: tuple[Heading, ...]
    starts: tuple[int, ...] = ()
    """The passage of each heading."""

    def at(self, passage: int) -> int | None:
        """The heading under which a passage stands; None before the first."""
        index = bisect_right(self.starts, passage) - 1
        return index if index >= 0 else None


def outline(briefing: Briefing) -> Outline:
    """The contents of a briefing."""
    parts = tuple(heads(briefing.parts))
    found = [part for part in parts if part.kind == "section"]
    top = min((part.level for part in found), default=1)
    counts: Counter[tuple[str, PartKind]] = Counter(
        (part.section, part.kind) for part in parts if part.kind != "section"
    )
    return Outline(
        tuple(
            Heading(
                part.id,
                part.title or "Untitled",
                part.level - top,
                part.start,
                counts[part.id, "trend"],
                counts[part.id, "question"],
                counts[part.id, "tip"],
            )
            for part in found
        ),
        tuple(part.start for part in found),
    )
