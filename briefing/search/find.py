"""Search in one document: where the words of a query stand in its passages."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefing.search.fold import BREAK, Folded, fold
from briefing.search.query import parse
from briefing.search.tree import And, Field, Node, Not, Or, Query, Text
from briefing.search.vocabulary import Vocabulary, Wanted

_BETWEEN = f" {BREAK} "
_Range = tuple[int, int]
APART = "no passage has all of these words"
Lookup = Callable[[Text], Sequence[Wanted]]
"""What each word of a text stands for."""


@dataclass(frozen=True, slots=True)
class Hit:
    """`texts[index][start:end]`, in code points."""

    index: int
    start: int
    end: int


class Finder:
    """Searches `texts`, which it folds once, at the first search or at `prepare`."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.note = ""
        """What there is to know of how the last search went; empty when it went as asked."""
        self._texts = texts
        self._folded: Folded | None = None
        self._starts: list[int] = []
        self._words = Vocabulary("")

    def prepare(self) -> Folded:
        """Fold the texts: 10 MB take about 0.3 s, so a reader may want this done in a thread."""
        if self._folded is not None:
            return self._folded
        position = 1
        for text in self._texts:
            self._starts.append(position)
            position += len(text) + len(_BETWEEN)
        folded = fold(f" {_BETWEEN.join(self._texts)} ")
        self._words = Vocabulary(folded.text)
        self._folded = folded
        return folded

    def find(self, query: str | Query, *, typing: bool = True) -> tuple[Hit, ...]:
        """The places of every word and phrase of `query`, in order, none inside another.

        Of several words, the places in passages that hold them all; where no passage does, those of
        any, and `note` says so. Words to leave out hide the hits of the passages that hold them.
        Fields say nothing here.
        """
        query = parse(query, typing=typing) if isinstance(query, str) else query
        self.note = ""
        shown = [node for node in query.texts if not isinstance(node, Not)]
        unwanted = [node.node for node in query.texts if isinstance(node, Not)]
        without = {hit.index for node in unwanted for hit in self.hits(_texts(node))}
        found = {text: self.hits((text,)) for text in query.wanted}
        hits = [hit for each in found.values() for hit in each if hit.index not in without]
        if len(shown) > 1 and hits:
            places = {text: frozenset(hit.index for hit in each) for text, each in found.items()}
            together = frozenset.intersection(*(_passages(node, places) for node in shown))
            if held := [hit for hit in hits if hit.index in together]:
                hits = held
            else:
                self.note = APART
        return tuple(_outermost(hits)) if len(found) > 1 else tuple(hits)

    def holds(self, query: Query, lookup: Lookup | None = None) -> bool:
        """Whether the texts, taken as one, are what `query` asks for; its fields say nothing."""
        self.prepare()
        return all(self._holds(node, lookup or self._lookup) for node in query.texts)

    def hits(self, wanted: Iterable[Text], lookup: Lookup | None = None) -> tuple[Hit, ...]:
        """The places of any of `wanted`, in order, none inside another."""
        self.prepare()
        ranges: list[_Range] = []
        for text in dict.fromkeys(wanted):
            ranges.extend(self._ranges(text, lookup or self._lookup))
        ranges.sort(key=lambda span: (span[0], -span[1]))
        return tuple(self._placed(ranges))

    def _placed(self, ranges: list[_Range]) -> Iterator[Hit]:
        folded, starts = self.prepare(), self._starts
        done = -1
        for begin, end in ranges:
            if begin < done:
                continue
            done = end
            original_start, original_end = folded.original(begin, end)
            index = bisect_right(starts, original_start) - 1
            yield Hit(index, original_start - starts[index], original_end - starts[index])

    def _lookup(self, text: Text) -> Sequence[Wanted]:
        last = len(text.words) - 1
        return [
            self._words.wanted(word, prefix=text.prefix and number == last)
            for number, word in enumerate(text.words)
        ]

    def _holds(self, node: Node, lookup: Lookup) -> bool:
        if isinstance(node, Text):
            return next(self._ranges(node, lookup), None) is not None
        if isinstance(node, Or):
            return any(self._holds(inner, lookup) for inner in node.nodes)
        if isinstance(node, And):
            return all(self._holds(inner, lookup) for inner in node.nodes)
        if isinstance(node, Not):
            return not self._holds(node.node, lookup)
        return isinstance(node, Field)

    def _ranges(self, text: Text, lookup: Lookup) -> Iterator[_Range]:
        """Where `text` stands in the folded text, form by form."""
        first, *others = lookup(text)
        rest: re.Pattern[str] | None = None
        if others:
            patterns = [self._pattern(wanted) for wanted in others]
            if None in patterns:
                return
            rest = re.compile("".join(f" +(?:{pattern})" for pattern in patterns) + "(?= )")
        for begin, end in self._word_ranges(first):
            if rest is None:
                yield begin, end
            elif match := rest.match(self.prepare().text, end):
                yield begin, match.end()

    def _pattern(self, wanted: Wanted) -> str | None:
        forms = self._words.forms(wanted)
        if wanted.prefix:
            forms = [form for form in forms if not form.startswith(wanted.prefix)]
            return "|".join([re.escape(wanted.prefix) + "[^ \n]*", *map(re.escape, forms)])
        return "|".join(map(re.escape, forms)) if forms else None

    def _word_ranges(self, wanted: Wanted) -> Iterator[_Range]:
        text = self.prepare().text
        for form in self._words.forms(wanted):
            if wanted.prefix and form.startswith(wanted.prefix):
                continue
            at = text.find(f" {form} ")
            while at >= 0:
                yield at + 1, at + 1 + len(form)
                at = text.find(f" {form} ", at + 1 + len(form))
        if wanted.prefix:
            start = f" {wanted.prefix}"
            at = text.find(start)
            while at >= 0:
                end = text.index(" ", at + len(start))
                yield at + 1, end
                at = text.find(start, end)


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


def _outermost(hits: list[Hit]) -> Iterator[Hit]:
    """`hits` in order, without those that begin in another."""
    done = (-1, 0)
    for hit in sorted(hits, key=lambda hit: (hit.index, hit.start, -hit.end)):
        if (hit.index, hit.start) >= done:
            done = (hit.index, hit.end)
            yield hit
