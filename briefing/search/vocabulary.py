"""Which words a query's word stands for: those of its stem, or those that it begins."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable

from briefing.record import record
from briefing.search.stem import STEMS

HIGHEST = "\U0010ffff"
_STEM_DIFFERS = 2
"""A stem's last letters may differ from its words' (`happi`, `happy`); the rest is their start."""

SHORT = 20_000
"""Characters of a text that are sooner read through for a word than cut into words."""


@record
class Wanted:
    """The words whose stem is in `stems`, and those whose stem begins with `prefix`."""

    stems: frozenset[str]
    prefix: str = ""
    words: tuple[str, ...] | None = None
    """All of them but those that begin with `prefix`, where they are known beforehand."""

    def takes(self, word: str) -> bool:
        """Whether the folded `word` is one of them."""
        stem = STEMS[word]
        return stem in self.stems or (bool(self.prefix) and stem.startswith(self.prefix))


def wanted(word: str, begun: Iterable[str] | None = None) -> Wanted:
    """What `word` asks for; as a prefix, with the words `begun` by it that are known.

    A word may outgrow its stem (`proliferati` begins no stem): so the stems of the words that it
    begins are wanted too, and a search does not go blank in the middle of a word being typed.
    """
    if begun is None:
        return Wanted(frozenset((STEMS[word],)))
    stems = {STEMS[each] for each in begun} | {STEMS[word]}
    return Wanted(frozenset(stem for stem in stems if not stem.startswith(word)), word)


class Vocabulary:
    """The words of a folded text that begins and ends with a space, for looking up."""

    def __init__(self, folded: str, words: Iterable[str] | None = None) -> None:
        """`words` are those of the text, where they are known."""
        self._folded = folded
        self._words: list[str] | None = None
        if words is not None or len(folded) > SHORT:
            self._words = sorted(set(folded.split()) if words is None else words)

    def begun(self, prefix: str) -> Collection[str]:
        """The words that begin with `prefix`."""
        if self._words is None:
            return set(re.findall(f" ({re.escape(prefix)}[^ \n]*)", self._folded))
        low = bisect_left(self._words, prefix)
        return self._words[low : bisect_left(self._words, prefix + HIGHEST, low)]

    def wanted(self, word: str, *, prefix: bool) -> Wanted:
        """What `word` asks for among these words."""
        return wanted(word, self.begun(word) if prefix else None)

    def forms(self, asked: Wanted) -> list[str]:
        """The words that `asked` takes, sorted; of a short text perhaps more."""
        if asked.words is not None and self._words is None:
            return list(asked.words)
        starts: set[str] = set()
        for stem in (*asked.stems, asked.prefix):
            if stem:
                starts.add(stem[: max(1, len(stem) - _STEM_DIFFERS)])
        found = {
            word
            for start in starts
            if not any(start != other and start.startswith(other) for other in starts)
            for word in self.begun(start)
            if asked.takes(word)
        }
        return sorted(found)
