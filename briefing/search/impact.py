"""How much a part says of a word, as words of the full-text table `best`.

Weighing every part that has a common word is what costs, so the weighing is done when a part goes
in: the word is put down once for each level that the part reaches. The parts that say most of it
are then found as fast as those of a rare word, however many others there are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

LEVELS = "⁴³²¹"
"""Marks after a stem, highest first: in a title and much said of it under that; in a title; very
much said; much said. Who reaches a level reaches all below it. No folded word has these letters."""
_TOP, _TITLED, _VERY, _MUCH = tuple(LEVELS)
_USUAL = 150
"""Words of a usual part: in a longer one a word must be said more often to be as telling."""
_SHORT, _LONG = 0.3, 0.7
"""Shares of what is asked that are fixed, and that grow with the part: BM25's `b` turned round."""


def impacts(title: Sequence[str], body: Sequence[str]) -> str:
    """The levels that a part reaches, for the stems of its title and of its text."""
    much = 2 * (_SHORT + _LONG * len(body) / _USUAL)
    # Of an ordinary part most words are said once, which is told without looking at each.
    counts = Counter(body)
    said = [(stem, count) for stem, count in counts.items() if count >= much]
    titled = set(title)
    reached = [stem + _MUCH for stem, _ in said if stem not in titled]
    reached += [stem + _VERY for stem, count in said if count >= 2 * much and stem not in titled]
    for stem in titled:
        reached += (stem + _MUCH, stem + _VERY, stem + _TITLED)
    reached += [stem + _TOP for stem, _ in said if stem in titled]
    return " ".join(reached)
