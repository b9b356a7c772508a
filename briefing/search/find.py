"""Search in one document: where the words of a query stand in its passages."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import overload

from briefing.record import record
from briefing.search.fold import BREAK, Folded, fold
from briefing.search.places import (
    WordPlaces,
    coded,
    passage_of,
    passages_of,
    span_of,
    word_places,
)
from briefing.search.query import parse
from briefing.search.tree import And, Field, Node, Not, Or, Query, Text
from briefing.search.vocabulary import SHORT, Vocabulary, Wanted
from briefing.search.widen import telling

_BETWEEN = f" {BREAK} "
APART = "no passage has all of these words"
Lookup = Callable[[Text], Sequence[Wanted]]
"""What each word of a text stands for."""


@record
class Hit:
    """`texts[index][start:end]`, in code points."""

    index: int
    start: int
    end: int


class Hits(Sequence[Hit]):
    """Hits in the order of the text, each made when it is looked at: there may be very many."""

    def __init__(
        self, places: Sequence[int], folded: Folded | None = None, starts: Sequence[int] = ()
    ) -> None:
        self.places = places
        self._folded = folded or Folded("")
        self._starts = starts

    def __len__(self) -> int:
        return len(self.places)

    @overload
    def __getitem__(self, index: int) -> Hit: ...

    @overload
    def __getitem__(self, index: slice) -> Hits: ...

    def __getitem__(self, index: int | slice) -> Hit | Hits:
        if isinstance(index, slice):
            return Hits(self.places[index], self._folded, self._starts)
        place = self.places[index]
        start, end = self._folded.original(*span_of(place))
        passage = passage_of(place)
        base = self._starts[passage]
        return Hit(passage, start - base, end - base)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    __hash__ = None  # type: ignore[assignment]  # what is compared by what it holds has none

    def inside(self, passages: frozenset[int]) -> Hits:
        """Those in some passages."""
        kept = [place for place in self.places if passage_of(place) in passages]
        return Hits(kept, self._folded, self._starts)


class Finder:
    """Searches `texts`, which it folds once, at the first search or at `prepare`."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.note = ""
        """What there is to know of how the last search went; empty when it went as asked."""
        self._texts = texts
        self._folded: Folded | None = None
        self._starts: list[int] = []
        self._words = Vocabulary("")
        self._places: WordPlaces | None = None
        self._found: dict[Text, Sequence[int]] = {}
        self._found_by: Lookup | None = None
        """Of a short text what was found, which its order and its excerpt both ask for."""

    def prepare(self) -> Folded:
        """Fold the texts: 10 MB take about a second, so a reader wants this done in a thread."""
        if self._folded is not None:
            return self._folded
        position = 1
        for text in self._texts:
            self._starts.append(position)
            position += len(text) + len(_BETWEEN)
        folded = fold(f" {_BETWEEN.join(self._texts)} ")
        if len(folded.text) > SHORT:
            self._places = word_places(folded.text, len(self._texts))
        self._words = Vocabulary(folded.text, self._places)
        self._folded = folded
        return folded

    def find(self, query: str | Query, *, typing: bool = True) -> Hits:
        """The places of every word and phrase of `query`, in order, none inside another.

        Of several words, the places in passages that hold them all; where no passage does, those of
        any, and `note` says so. Words that say nothing count only where there are no others; words
        to leave out hide the hits of the passages that hold them.
        Fields say nothing here.
        """
        query = telling(parse(query, typing=typing) if isinstance(query, str) else query)
        self.note = ""
        shown = [node for node in query.texts if not isinstance(node, Not)]
        unwanted = [node.node for node in query.texts if isinstance(node, Not)]
        found = {text: self._of((text,), self._lookup) for text in query.wanted}
        if unwanted:
            hidden = passages_of(
                place for node in unwanted for place in self._of(_texts(node), self._lookup)
            )
            found = {
                text: [place for place in each if passage_of(place) not in hidden]
                for text, each in found.items()
            }
        places = _merged(list(found.values()), words=all(len(text.words) == 1 for text in found))
        hits = Hits(places, self.prepare(), self._starts)
        if len(shown) > 1 and places:
            held = {text: passages_of(each) for text, each in found.items()}
            together = frozenset.intersection(*(_passages(node, held) for node in shown))
            if not together:
                self.note = APART
            else:
                return hits.inside(together)
        return hits

    def holds(self, query: Query, lookup: Lookup | None = None) -> bool:
        """Whether the texts, taken as one, are what `query` asks for; its fields say nothing."""
        self.prepare()
        return all(self._holds(node, lookup or self._lookup) for node in query.texts)

    def hits(self, wanted: Iterable[Text], lookup: Lookup | None = None) -> Hits:
        """The places of any of `wanted`, in order, none inside another."""
        return Hits(self._of(wanted, lookup or self._lookup), self.prepare(), self._starts)

    def _lookup(self, text: Text) -> Sequence[Wanted]:
        last = len(text.words) - 1
        return [
            self._words.wanted(word, prefix=text.prefix and number == last)
            for number, word in enumerate(text.words)
        ]

    def _holds(self, node: Node, lookup: Lookup) -> bool:
        if isinstance(node, Text):
            return bool(self._of((node,), lookup))
        if isinstance(node, Or):
            return any(self._holds(inner, lookup) for inner in node.nodes)
        if isinstance(node, And):
            return all(self._holds(inner, lookup) for inner in node.nodes)
        if isinstance(node, Not):
            return not self._holds(node.node, lookup)
        return isinstance(node, Field)

    def _of(self, texts: Iterable[Text], lookup: Lookup) -> Sequence[int]:
        """Where any of `texts` stands, in order, none inside another."""
        self.prepare()
        asked = tuple(dict.fromkeys(texts))
        if self._places is not None or lookup != self._found_by:
            self._found, self._found_by = {}, lookup
        runs = []
        for text in asked:
            if text not in self._found:
                self._found[text] = self._of_one(text, lookup)
            runs.append(self._found[text])
        return _merged(runs, words=all(len(text.words) == 1 for text in asked))

    def _of_one(self, text: Text, lookup: Lookup) -> Sequence[int]:
        """Where `text` stands, in order."""
        first, *others = lookup(text)
        places = self._of_word(first)
        if not others:
            return places
        patterns = [self._pattern(wanted) for wanted in others]
        if None in patterns:
            return ()
        if self._places is not None:
            together = frozenset.intersection(
                *(passages_of(self._of_word(wanted)) for wanted in others)
            )
            places = [place for place in places if passage_of(place) in together]
        folded = self.prepare().text
        rest = re.compile("".join(f" +(?:{pattern})" for pattern in patterns) + "(?= )")
        found: list[int] = []
        done = 0
        for place in places:
            begin, end = span_of(place)
            if begin >= done and (match := rest.match(folded, end)):
                done = match.end()
                found.append(coded(passage_of(place), begin, done))
        return found

    def _pattern(self, wanted: Wanted) -> str | None:
        forms = self._words.forms(wanted)
        if wanted.prefix:
            forms = [form for form in forms if not form.startswith(wanted.prefix)]
            return "|".join([re.escape(wanted.prefix) + "[^ \n]*", *map(re.escape, forms)])
        return "|".join(map(re.escape, forms)) if forms else None

    def _of_word(self, wanted: Wanted) -> Sequence[int]:
        """Where a word stands in any of its forms, in order."""
        forms = self._words.forms(wanted)
        if wanted.prefix:
            forms = sorted({*forms, *self._words.begun(wanted.prefix)})
        if self._places is not None:
            runs = [self._places[form] for form in forms if form in self._places]
            if len(runs) == 1:
                return runs[0]
            return sorted(place for run in runs for place in run)
        found = [place for form in forms for place in self._read_for(form)]
        return found if len(forms) == 1 else sorted(found)

    def _read_for(self, word: str) -> list[int]:
        """Where a word stands in a short text, in order."""
        folded, starts = self.prepare(), self._starts
        text, needle = folded.text, f" {word} "
        found: list[int] = []
        at = text.find(needle)
        while at >= 0:
            begin, end = at + 1, at + 1 + len(word)
            original = folded.original(begin, end)[0] if folded.changes else begin
            found.append(coded(bisect_right(starts, original) - 1, begin, end))
            at = text.find(needle, end)
        return found


def _texts(node: Node) -> tuple[Text, ...]:
    return Query("", And((node,), 0, 0)).wanted


def _passages(node: Node, places: Mapping[Text, frozenset[int]]) -> frozenset[int]:
    """Which texts hold what `node` asks for."""
    if isinstance(node, Text):
        return places.get(node, frozenset())
    if isinstance(node, Or):
        return frozenset().union(*(_passages(inner, places) for inner in node.nodes))
    if isinstance(node, And):
        return frozenset.intersection(*(_passages(inner, places) for inner in node.nodes))
    return frozenset()


def _merged(runs: Sequence[Sequence[int]], *, words: bool) -> Sequence[int]:
    """All places of the runs, in order, without those that begin in another.

    `words` says that each is one word: then none begins in another, and two are apart or the same.
    """
    filled = [run for run in runs if run]
    if len(filled) < 2:
        return filled[0] if filled else ()
    if words:
        return sorted({place for run in filled for place in run})
    found: list[int] = []
    done = 0
    for place in sorted(place for run in filled for place in run):
        begin, end = span_of(place)
        if begin >= done:
            done = end
            found.append(place)
    return found
