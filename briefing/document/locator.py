"""Locators, and the place that one has in a briefing that may have been revised.

A wrong place is worse than none: where the evidence does not tell two places apart, it is lost.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate

from briefing.document.glance import texts
from briefing.document.likeness import Likeness
from briefing.document.model import Briefing
from briefing.document.position import (
    BETWEEN,
    CONTEXT,
    LOST,
    Locator,
    Place,
    Status,
    heading_path,
    locate,
)
from briefing.document.words import words
from briefing.record import record

__all__ = ["Locator", "Place", "Placer", "Status", "locate", "place"]

START, END = "\x02", "\x03"
"""Stand at the ends of the document, so that being first or last is context like any other."""
DISTINCT = 60
"""A quote of so many characters that stands once in the document needs no other witness."""
SHORT = 20
"""A shorter quote may be a phrase that many texts have: it needs its surroundings."""
WITNESS = 16
"""Characters of context that have to agree beside a short quote."""
SAME_PART = 16
"""What the same part id is worth, in characters of context."""
SAME_HEADINGS = 8
TELLING = 4
"""Letters of a word that is more than an article or a preposition."""
MARGIN = 12
"""By how much the best of several places has to lead."""
MANY = 500
"""More places than this are not told apart by their surroundings in reasonable time."""


@record
class Candidate:
    """One place where the quote stands, and what speaks for it."""

    passage: int
    offset: int
    context: int
    same_part: bool
    same_headings: bool
    alone: bool
    """The quote is the whole passage."""

    @property
    def score(self) -> int:
        """Characters of context, or what is worth as much."""
        return self.context + SAME_PART * self.same_part + SAME_HEADINGS * self.same_headings


def place(briefing: Briefing, locator: Locator) -> Place:
    """Where `locator` leads in `briefing`; for many locators make one `Placer`."""
    return Placer(briefing).place(locator)


class Placer:
    """Places locators in one briefing; what they share is worked out once."""

    def __init__(self, briefing: Briefing) -> None:
        self._briefing = briefing
        self._likeness: Likeness | None = None
        self._headings: dict[str, tuple[str, ...]] = {}

    # Only a text that changed is looked through; of a long one that takes time and room.

    @cached_property
    def _texts(self) -> Sequence[str]:
        return list(texts(self._briefing.passages))

    @cached_property
    def _whole(self) -> str:
        return START + BETWEEN.join(self._texts) + END

    @cached_property
    def _starts(self) -> list[int]:
        lengths = (len(text) + len(BETWEEN) for text in self._texts)
        return list(accumulate(lengths, initial=len(START)))[:-1]

    def place(self, locator: Locator) -> Place:
        """Where it leads: unchanged text, else the exact quote, else text that is like it."""
        if self._unchanged(locator):
            return Place("placed", locator.passage, locator.offset)
        if not locator.quote:
            return LOST
        candidates = self._candidates(locator)
        if candidates:
            return _judge(candidates, locator)
        return self._changed(locator)

    def _unchanged(self, locator: Locator) -> bool:
        """The very document, split as it was: then the position itself is exact."""
        briefing = self._briefing
        if not locator.digest or locator.digest != briefing.digest:
            return False
        if locator.passage >= len(briefing.passages):
            return not briefing.passages and not locator.quote
        if locator.offset > len(briefing.passages[locator.passage].block.text):
            return False
        here = locate(briefing, locator.passage, locator.offset, len(locator.quote))
        same = (here.quote, here.before, here.after)
        return same == (locator.quote, locator.before, locator.after)

    def _candidates(self, locator: Locator) -> list[Candidate]:
        found: list[Candidate] = []
        quote, whole = locator.quote, self._whole
        at = whole.find(quote)
        while at >= 0 and len(found) <= MANY:
            passage = max(bisect_right(self._starts, at) - 1, 0)
            offset = at - self._starts[passage] if self._starts else -1
            if offset >= 0 and offset + len(quote) <= len(self._texts[passage]):
                found.append(self._candidate(locator, passage, offset, at))
            at = whole.find(quote, at + 1)
        return found

    def _candidate(self, locator: Locator, passage: int, offset: int, at: int) -> Candidate:
        end = at + len(locator.quote)
        before, after = _framed(locator)
        context = _shared(before[::-1], self._whole[max(0, at - len(before)) : at][::-1])
        context += _shared(after, self._whole[end : end + len(after)])
        part = self._briefing.passages[passage].part
        return Candidate(
            passage=passage,
            offset=offset,
            context=context,
            same_part=part == locator.part,
            same_headings=self._heading_path(part) == locator.headings,
            alone=len(locator.quote) == len(self._texts[passage]),
        )

    def _heading_path(self, part: str) -> tuple[str, ...]:
        if part not in self._headings:
            self._headings[part] = heading_path(self._briefing, part)
        return self._headings[part]

    def _changed(self, locator: Locator) -> Place:
        if self._likeness is None:
            self._likeness = Likeness(self._texts)
        before, between, lead = locator.before.rpartition(BETWEEN)
        found = self._likeness.find(before + between, lead, locator.quote, locator.after)
        if found is None:
            return self._between(locator)
        passage, offset = found
        if _starts_passage(locator):
            offset = 0
        return Place("changed", passage, offset)

    def _between(self, locator: Locator) -> Place:
        """The one passage that stands where a whole one stood, and shares its words.

        For a text too short to be known by its words, such as a heading with one of them changed.
        """
        before, after = _framed(locator)
        if not _alone(locator) or min(len(before), len(after)) < WITNESS:
            return LOST
        found = [
            number
            for number, (start, text) in enumerate(zip(self._starts, self._texts, strict=True))
            if self._whole.endswith(before, 0, start)
            and self._whole.startswith(after, start + len(text))
        ]
        if len(found) != 1 or not _akin(locator.quote, self._texts[found[0]]):
            return LOST
        return Place("changed", found[0], 0)


def _akin(one: str, other: str) -> bool:
    """Whether half of their words are the same, one of them long enough to say something."""
    own, others = ({word.casefold() for word in words(text)} for text in (one, other))
    shared = own & others
    most = max(len(own), len(others))
    return 2 * len(shared) >= most and any(len(word) >= TELLING for word in shared)


def _judge(candidates: list[Candidate], locator: Locator) -> Place:
    if len(candidates) > MANY:
        return LOST
    ranked = sorted(candidates, key=lambda candidate: -candidate.score)
    best = ranked[0]
    if len(ranked) > 1 and best.score - ranked[1].score < MARGIN:
        return LOST
    if not _credible(best, locator):
        return LOST
    stayed = best.same_part and best.same_headings
    return Place("placed" if stayed else "moved", best.passage, best.offset)


def _credible(candidate: Candidate, locator: Locator) -> bool:
    """Whether this is the place, and not a text that happens to say the same."""
    length = len(locator.quote)
    if length >= DISTINCT or candidate.context >= WITNESS:
        return True
    settled = candidate.same_part and candidate.same_headings
    if length >= SHORT:
        return settled
    return settled and candidate.alone and _alone(locator)


def _framed(locator: Locator) -> tuple[str, str]:
    """The context, with the document's ends marked where it is short of characters."""
    before = locator.before if len(locator.before) >= CONTEXT else START + locator.before
    after = locator.after if len(locator.after) >= CONTEXT else locator.after + END
    return before, after


def _starts_passage(locator: Locator) -> bool:
    return locator.offset == 0


def _alone(locator: Locator) -> bool:
    ends = not locator.after or locator.after.startswith(BETWEEN)
    return _starts_passage(locator) and ends


def _shared(one: str, other: str) -> int:
    """How many characters they begin with in common."""
    if one == other:
        return len(one)
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return count
