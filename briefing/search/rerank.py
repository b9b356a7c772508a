"""Of the parts that a query of several words found, which answers it best. Pure.

What FTS5's BM25 cannot see counts here: whether the words stand in a row, how much of what is rare
in the query a part has, what the rest of its document says, and whether a question is answered by
a question of an FAQ. The weights were set by hand, and held to the judged queries in the tests.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from math import log

from briefing.record import record
from briefing.search.find import Finder, Lookup
from briefing.search.fold import terms
from briefing.search.places import passage_of, span_of
from briefing.search.rows import Entry
from briefing.search.tree import Query, Text
from briefing.search.widen import asking, is_question

MOST = 50
"""Parts that are read for it, as they are for their excerpts."""
_MOST_WORDS = 12
"""Words that are looked for, the rarest: of a query that is longer, the others say little."""
_FINDS = 50
"""Places of a word that are looked at in one part."""
_HEADING, _BODY, _DOCUMENT_TITLE, _SAME_DOCUMENT = 1.25, 1.0, 0.7, 0.4
"""What a word counts, by where it stands."""
_LOOSENED = 0.5
"""What a word counts of which only the beginning was asked for."""
_SCORE = 0.25
"""What the order counts that they came in, from all for the first to none for the last."""
_ROW_IN_HEADING, _ROW_IN_BODY, _PAIRS = 0.5, 0.3, 0.15
"""What it counts that all words stand in a row, and that those side by side do."""
_ANSWER, _ASKS_ALIKE, _LITTLE_WORDS = 0.2, 0.2, 0.1
"""What it counts for a question that a part is a question of an FAQ, that its heading asks with the
same word, and that the words which say nothing stand there."""
_STEP = 50
"""Scores are compared in steps of 2 %, within which the order is left as it is."""
Frequency = Callable[[Text], float]
"""The share of the parts that hold a word, from 0 to 1."""


@record
class Candidate:
    """A part that was found, and what finds words in its texts, titles first."""

    number: int
    entry: Entry
    finder: Finder
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
    weights = {
        text: log(1 + 1 / max(share(text), 1e-6)) * (1 if text in asked.wanted else _LOOSENED)
        for text in telling.wanted
    }
    places = {text.start for text in weights}
    little = [text for text in asked.wanted if text.start not in places][:_MOST_WORDS]
    rarest = sorted(weights, key=lambda text: -weights[text])[:_MOST_WORDS]
    weights = {text: weights[text] for text in weights if text in rarest}
    total = sum(weights.values()) or 1.0
    titles = {each.document: each.title for each in candidates}
    in_title = {at: _in_title(title, tuple(weights), lookup) for at, title in titles.items()}
    held = [_Held.of(each, (*weights, *little), lookup) for each in candidates]
    around: dict[str, set[Text]] = {}
    for candidate, each in zip(candidates, held, strict=True):
        around.setdefault(candidate.document, set()).update(each.found)
    questions, asks = is_question(asked), asking(asked)
    scored: list[tuple[float, int]] = []
    for place, (candidate, each) in enumerate(zip(candidates, held, strict=True)):
        document = candidate.document
        counts = (
            weight * each.counts(text, in_title[document], around[document])
            for text, weight in weights.items()
        )
        score = sum(counts) / total + _SCORE * (1 - place / len(candidates))
        score += max(each.in_a_row(asked.wanted), each.in_a_row(tuple(weights)))
        if questions and candidate.entry.kind == "question":
            score += _ANSWER
        if asks in each.heading:
            score += _ASKS_ALIKE
        if little:
            score += _LITTLE_WORDS * len(each.heading.intersection(little)) / len(little)
        scored.append((-round(_STEP * score), candidate.number))
    scored.sort(key=lambda each: each[0])
    return [number for _, number in scored]


def _in_title(title: str, words: Sequence[Text], lookup: Lookup) -> frozenset[Text]:
    held = terms(title)

    def is_there(text: Text) -> bool:
        if len(text.words) > 1:
            return bool(Finder((title,)).hits((text,), lookup))
        return any(map(lookup(text)[0].takes, held))

    return frozenset(filter(is_there, words))


@record
class _Held:
    """Where a part holds the words of a query."""

    folded: str
    spans: Mapping[Text, Sequence[tuple[int, int]]]
    """Of each word, in the folded text."""
    found: frozenset[Text]
    heading: frozenset[Text]

    @classmethod
    def of(cls, candidate: Candidate, words: Sequence[Text], lookup: Lookup) -> _Held:
        finder, heads = candidate.finder, candidate.entry.heads
        places = {word: finder.hits((word,), lookup).places[:_FINDS] for word in words}
        found = frozenset(word for word, each in places.items() if each)
        return cls(
            finder.prepare().text,
            {word: [span_of(place) for place in each] for word, each in places.items()},
            found,
            frozenset(word for word in found if passage_of(places[word][0]) < heads),
        )

    def counts(self, text: Text, in_title: frozenset[Text], around: set[Text]) -> float:
        if text in self.heading:
            return _HEADING
        if text in self.found:
            return _BODY
        if text in in_title:
            return _DOCUMENT_TITLE
        return _SAME_DOCUMENT if text in around else 0.0

    def in_a_row(self, words: Sequence[Text]) -> float:
        """What it counts that `words` stand side by side, all of them or some."""
        if len(words) < 2:
            return 0.0
        beside = sum(self._beside(*pair) for pair in pairwise(words))
        if beside < len(words) - 1:
            return _PAIRS * beside / (len(words) - 1)
        return _ROW_IN_HEADING if self.heading.issuperset(words) else _ROW_IN_BODY

    def _beside(self, first: Text, second: Text) -> bool:
        ends = {end for _, end in self.spans.get(first, ())}
        return bool(ends) and any(
            _before(self.folded, start) in ends for start, _ in self.spans.get(second, ())
        )


def _before(folded: str, start: int) -> int:
    """Where the word before `start` ends."""
    while start and folded[start - 1] == " ":
        start -= 1
    return start
