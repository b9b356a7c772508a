"""Of the parts that a query of several words found, which answers it best. Pure.

What FTS5's BM25 cannot see counts here: whether the words stand in a row, how much of what is rare
in the query a part has, what the rest of its document says, and whether a question is answered by
a question of an FAQ. The weights were set by hand, and held to the judged queries in the tests.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from math import log

from briefing.record import record
from briefing.search.find import Lookup
from briefing.search.fold import fold
from briefing.search.rows import Entry, stems
from briefing.search.tree import Query, Text
from briefing.search.widen import is_question

MOST = 100
"""Parts that are read for it: about 30 µs each."""
_HEADING, _BODY, _DOCUMENT_TITLE, _SAME_DOCUMENT = 1.25, 1.0, 0.7, 0.4
"""What a word counts, by where it stands."""
_SCORE = 0.25
"""What the order counts that they came in, from all for the first to none for the last."""
_ROW_IN_HEADING, _ROW_IN_BODY, _PAIRS = 0.5, 0.3, 0.15
"""What it counts that all words stand in a row, and that those side by side do."""
_ANSWER, _LITTLE_WORDS = 0.25, 0.1
"""What a question of an FAQ counts for a question, and the words that say nothing in a heading."""
_STEP = 50
"""Scores are compared in steps of 2 %, within which the order is left as it is."""
Frequency = Callable[[Text], float]
"""The share of the parts that hold a word, from 0 to 1."""


@record
class Candidate:
    """A part that was found."""

    number: int
    entry: Entry
    document: str
    """Its path."""
    title: str
    """Of its document."""


def best_first(
    candidates: Sequence[Candidate], asked: Query, telling: Query, lookup: Lookup, share: Frequency
) -> list[int]:
    """The numbers of the `candidates`, which come by BM25, best first.

    The query is given as `asked`, and with its `telling` words alone.
    """
    weights = {text: log(1 + 1 / max(share(text), 1e-6)) for text in telling.wanted}
    little = [text for text in asked.wanted if text not in weights]
    questions = is_question(asked)
    held = [_Held.of(candidate, weights, lookup) for candidate in candidates]
    by_document: dict[str, set[Text]] = {}
    for candidate, each in zip(candidates, held, strict=True):
        by_document.setdefault(candidate.document, set()).update(each.heading, each.body)
    total = sum(weights.values()) or 1.0
    scored: list[tuple[float, int]] = []
    for place, (candidate, each) in enumerate(zip(candidates, held, strict=True)):
        around = by_document[candidate.document]
        covered = sum(weight * each.counts(text, around) for text, weight in weights.items())
        score = covered / total + _SCORE * (1 - place / len(candidates))
        score += each.in_a_row(asked.wanted, tuple(weights), lookup)
        if questions and candidate.entry.kind == "question":
            score += _ANSWER
        if little:
            heading = sum(holds(each.head, text, lookup) for text in little)
            score += _LITTLE_WORDS * heading / len(little)
        scored.append((-round(_STEP * score), candidate.number))
    scored.sort(key=lambda each: each[0])
    return [number for _, number in scored]


@record
class _Held:
    """Which words a part holds, and the stems of its heading and of its text."""

    head: str
    text: str
    heading: frozenset[Text]
    body: frozenset[Text]
    title: frozenset[Text]

    @classmethod
    def of(cls, candidate: Candidate, words: dict[Text, float], lookup: Lookup) -> _Held:
        head, text = (f" {stems(each)} " for each in candidate.entry.folded())
        title = f" {stems(fold(candidate.title).text)} "
        where = (
            frozenset(word for word in words if holds(place, word, lookup))
            for place in (head, text, title)
        )
        return cls(head, text, *where)

    def counts(self, text: Text, around: set[Text]) -> float:
        if text in self.heading:
            return _HEADING
        if text in self.body:
            return _BODY
        if text in self.title:
            return _DOCUMENT_TITLE
        return _SAME_DOCUMENT if text in around else 0.0

    def in_a_row(self, asked: tuple[Text, ...], telling: tuple[Text, ...], lookup: Lookup) -> float:
        score = 0.0
        for words in (asked, telling):
            if len(words) > 1:
                row = joined(words)
                if holds(self.head, row, lookup):
                    return _ROW_IN_HEADING
                if holds(self.text, row, lookup):
                    score = _ROW_IN_BODY
        pairs = [joined(pair) for pair in pairwise(asked)]
        if not score and pairs:
            found = sum(holds(f"{self.head}¶{self.text}", pair, lookup) for pair in pairs)
            score = _PAIRS * found / len(pairs)
        return score


def joined(texts: Sequence[Text]) -> Text:
    """The words of `texts`, side by side."""
    words = tuple(word for text in texts for word in text.words)
    return Text(words, texts[-1].prefix, texts[0].start, texts[-1].end)


def holds(stemmed: str, text: Text, lookup: Lookup) -> bool:
    """Whether stems, with a space at either end, hold `text`."""
    asked = lookup(text)
    before = "".join(f" {next(iter(wanted.stems), '')}" for wanted in asked[:-1])
    last = asked[-1]
    if last.prefix and f"{before} {last.prefix}" in stemmed:
        return True
    return any(f"{before} {stem} " in stemmed for stem in last.stems)
