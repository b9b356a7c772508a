"""Finds the text that an edited passage has become, by the words that it kept."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher
from math import log2

from briefing.document.words import WORD
from briefing.record import record

RARE = 50
"""A word that stands more often than this says nothing about where we are."""
FEW = 4
"""Words of the quote that must be found again at least."""
LONGEST = 80
"""Words of the quote that are compared."""
BESIDE = 16
"""Words of context compared on each side."""
SLACK = 8
"""Words that an edit may have put in or taken out before the quote."""
BUCKET = 4
"""Starting points this many words apart are one place."""
TRIED = 6
"""Places that are compared in full."""
ENOUGH = 0.4
"""Share of the quote, weighed by rarity, that must be found again,"""
ENOUGH_BESIDE = 0.4
"""and of its surroundings;"""
MOST = 0.75
"""or this share of a long quote,"""
LONG = 12
"""one of so many words,"""
SOME_BESIDE = 0.2
"""with less of its surroundings."""
MARGIN = 0.2
"""By how much the best place must lead the second."""


@record
class Wanted:
    """The words to find: the quote, what leads up to it, and what stands beside."""

    left: Sequence[str]
    sought: Sequence[str]
    right: Sequence[str]
    lead: int
    """How many of the words sought stand before the quote."""


class Likeness:
    """The words of a document, each with its places."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._words: list[str] = []
        self._passages = array("l")
        self._offsets = array("l")
        for number, text in enumerate(texts):
            for match in WORD.finditer(text):
                self._words.append(match[0].casefold())
                self._passages.append(number)
                self._offsets.append(match.start())
        self._places: dict[str, list[int]] = {}
        for position, word in enumerate(self._words):
            self._places.setdefault(word, []).append(position)

    def find(self, before: str, lead: str, quote: str, after: str) -> tuple[int, int] | None:
        """Passage and offset of the text that `quote` has become, where one place is clearly it.

        `lead` is what stands before the quote in its own passage, and `before` what precedes that.
        """
        words, leading = _folded(quote)[:LONGEST], _folded(lead)
        if len(words) >= LONG:
            before, leading = before + lead, []
        sought = [*leading, *words]
        if len(sought) < FEW:
            return None
        left, right = _folded(before)[-BESIDE:], _folded(after)[:BESIDE]
        wanted = Wanted(left, sought, right, len(leading))
        tried = [self._compare(wanted, start) for start in self._starts(sought)]
        ranked = sorted((found for found in tried if found), key=lambda found: -found[0])
        if not ranked:
            return None
        score, position, credible = ranked[0]
        rivals = (other for other, at, _ in ranked[1:] if abs(at - position) > len(sought) // 2)
        if not credible or score - next(rivals, 0.0) < MARGIN:
            return None
        return self._passages[position], self._offsets[position]

    def _starts(self, sought: Sequence[str]) -> list[int]:
        """Word positions where the quote may begin: those that most of its rare words vote for."""
        votes: Counter[int] = Counter()
        for index, word in enumerate(sought):
            places = self._places.get(word, ())
            if len(places) <= RARE:
                votes.update({max(0, position - index) // BUCKET for position in places})
        return [bucket * BUCKET for bucket, _ in votes.most_common(TRIED)]

    def _weight(self, word: str) -> float:
        return 1 / (1 + log2(1 + len(self._places.get(word, ()))))

    def _compare(self, wanted: Wanted, start: int) -> tuple[float, int, bool] | None:
        """Score, position of the quote's first word, and whether it is enough."""
        left, sought, right = wanted.left, wanted.sought, wanted.right
        low = max(0, start - len(left) - SLACK)
        high = start + BUCKET + len(sought) + len(right) + SLACK
        matcher = SequenceMatcher(
            None, [*left, *sought, *right], self._words[low:high], autojunk=False
        )
        pairs = [
            (one + step - len(left), low + other + step)
            for one, other, size in matcher.get_matching_blocks()
            for step in range(size)
        ]
        inside = [pair for pair in pairs if 0 <= pair[0] < len(sought)]
        if not inside:
            return None
        owner = Counter(self._passages[position] for _, position in inside).most_common(1)[0][0]
        inside = [pair for pair in inside if self._passages[pair[1]] == owner]
        support = self._share([sought[index] for index, _ in inside], sought)
        kept_left = [left[index] for index, _ in pairs if index < 0]
        kept_right = [right[index - len(sought)] for index, _ in pairs if index >= len(sought)]
        around = self._around((kept_left, left), (kept_right, right))
        long = len(sought) >= LONG
        credible = len(inside) >= FEW and (
            (support >= ENOUGH and around >= ENOUGH_BESIDE)
            or (long and support >= MOST and around >= SOME_BESIDE)
        )
        return 0.7 * support + 0.3 * around, self._begin(inside, wanted.lead, owner), credible

    def _begin(self, inside: Sequence[tuple[int, int]], lead: int, owner: int) -> int:
        """Position of the word numbered `lead`, told by the word nearest to it that was found."""
        index, position = min(inside, key=lambda pair: abs(pair[0] - lead))
        step = 1 if index < lead else -1
        for _ in range(abs(index - lead)):
            beyond = position + step
            if not 0 <= beyond < len(self._words) or self._passages[beyond] != owner:
                break
            position = beyond
        return position

    def _around(self, *sides: tuple[Sequence[str], Sequence[str]]) -> float:
        """The better side: a paragraph that moved keeps one. A quote that is all has neither."""
        return max((self._share(found, of) for found, of in sides if of), default=1.0)

    def _share(self, found: Sequence[str], of: Sequence[str]) -> float:
        """How much of `of` was found, weighed by rarity; all of it where there is nothing."""
        total = sum(map(self._weight, of))
        return sum(map(self._weight, found)) / total if total else 1.0


def _folded(text: str) -> list[str]:
    return [match[0].casefold() for match in WORD.finditer(text)]
