"""Which of the parts that match go first.

Few are weighed against each other by BM25. Where the words are so common that this would mean to
go through long lists, the levels that were put down beforehand (`impact.py`) say who goes first, so
that what a search costs hangs on how much it shows and hardly on how much it finds. Of a phrase
that very many parts have, those that went in last are compared.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from itertools import islice
from math import log

from briefing.search.expression import match, reaching
from briefing.search.frequency import Frequencies
from briefing.search.impact import LEVELS
from briefing.search.matching import Matching
from briefing.search.tree import And, Node, Not, Or, Text
from briefing.search.words import Words

_SCORE = "bm25(terms, 5.0, 1.0)"
"""Titles, labels and questions weigh five times the text under them; the best is the lowest."""
MOST_RANKED = 500
"""Parts that are weighed against each other, about 2 ms."""
MOST_OF_PHRASE = 250
"""The same where words must stand together: that is looked at in every part that has them all."""
_READ_THROUGH = 60_000
"""Parts with a word that BM25 may go through to learn how rare the word is, about 3 ms."""
_LOOKED_AT = 200
"""Parts of one level that are looked at beyond those that are shown."""
_GONE_THROUGH = 20_000
"""Parts that are sooner gone through, to see which of some are among them, than these looked up."""
_CHECKED = 64
"""Parts that are looked up at a time."""
_HELPERS = 8
"""Common words that are looked for in the parts that have a rare one."""
_TITLES = LEVELS[:2]
"""The levels by which parts with a phrase are told apart, the lists of the others being long."""
_ABOVE_LEVELS = 10.0
"""Taken off the score of what was weighed, so that it stands before what only reaches a level."""
_FINE = 50
"""Scores are compared in steps of 2 %: within one, the newer document goes first."""


Scored = Sequence[tuple[int, float]]
"""Parts, each with its score: the lower the better, and never above nothing."""


class Ranking:
    """Puts the parts that a query found in order; `terms` and `best` find within its scope."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        words: Words,
        frequencies: Frequencies,
        terms: Matching,
        best: Matching,
    ) -> None:
        self._connection = connection
        self._words = words
        self._frequencies = frequencies
        self._terms = terms
        self._best = best

    def of_all(self, root: And, numbers: Sequence[int], limit: int) -> tuple[int, ...]:
        """The best of `numbers`, at most `MOST_RANKED`, which are all that was found."""
        telling = self._light(root)
        levels = _TITLES if has_phrase(root) else LEVELS
        scored = (
            self._weighed(telling, numbers) if telling else self._levelled(root, numbers, levels)
        )
        return self._first(scored, numbers, limit)

    def of_many(
        self, root: And, expression: str, newest: Sequence[int], limit: int
    ) -> tuple[int, ...]:
        """The best of all that match `expression`, and then the `newest` of them."""
        if has_phrase(root):
            return self._first(self._levelled(root, newest, _TITLES), newest, limit)
        wanted = [node for node in root.nodes if not isinstance(node, Not)]
        highest: dict[int, float] = {}
        if len(wanted) == 1 and isinstance(wanted[0], Or):
            weighed = self._by_rare_words(wanted[0], expression)
            highest = {number: score - _ABOVE_LEVELS for number, score in weighed}
        # Of words alone, what reaches a level for each of them matches for sure.
        plain = len(wanted) == len(root.nodes) and expression == match(root, self._words.stems)
        for at, level in enumerate(LEVELS):
            if len(highest) >= limit:
                break
            reached = reaching(And(tuple(wanted), 0, 0), level, self._words.stems)
            found = [
                number
                for number in self._best.newest(reached, limit + _LOOKED_AT)
                if number not in highest
            ]
            kept = found if plain else self._kept(expression, found, newest, limit - len(highest))
            highest.update((number, _score_of(at)) for number in kept)
        return self._first(list(highest.items()), newest, limit)

    def _kept(
        self, expression: str, numbers: Sequence[int], newest: Sequence[int], most: int
    ) -> list[int]:
        """The first of `numbers`, newest first, that match: at least `most` if so many do."""
        if not numbers:
            return []
        density = len(newest) / (1 + self._frequencies.parts - newest[-1])
        if density * (numbers[0] - numbers[-1]) <= _GONE_THROUGH:
            kept = set(self._terms.among(expression, numbers))
            return [number for number in numbers if number in kept]
        found: list[int] = []
        for at in range(0, len(numbers), _CHECKED):
            found += self._terms.verified(expression, numbers[at : at + _CHECKED])
            if len(found) >= most:
                break
        return found

    def _by_rare_words(self, either: Or, expression: str) -> Scored:
        """Of parts that have any of some words, those with the rare ones, weighed; may be none."""
        members = sorted(either.nodes, key=self._frequencies.effort)
        rare: list[Node] = []
        for member in members:
            if (
                sum(map(self._frequencies.effort, rare)) + self._frequencies.effort(member)
                > 2 * MOST_RANKED
            ):
                break
            rare.append(member)
        if not rare:
            return ()
        node = Or(tuple(rare), 0, 0)
        having = match(node, self._words.stems)
        numbers = self._terms.newest(f"({having} AND {expression})", 2 * MOST_RANKED)
        scores = dict(self._weighed(node, numbers))
        for member in members[len(rare) :][:_HELPERS]:
            also = f"({having} AND {match(member, self._words.stems)})"
            worth = log(max(self._frequencies.parts / (1 + self._frequencies.effort(member)), 1.0))
            for number in self._terms.newest(also, 2 * MOST_RANKED):
                if number in scores:
                    scores[number] -= worth
        return list(scores.items())

    def _light(self, node: Node) -> Node | None:
        """What of `node` BM25 can weigh without going through long lists."""
        if not isinstance(node, (And, Or)):
            return node if self._frequencies.effort(node) <= _READ_THROUGH else None
        members = [inner for inner in node.nodes if not isinstance(inner, Not)]
        light: list[Node] = []
        for inner in sorted(members, key=self._frequencies.effort):
            lighter = self._light(inner)
            if (
                lighter
                and sum(map(self._frequencies.effort, light)) + self._frequencies.effort(lighter)
                <= _READ_THROUGH
            ):
                light.append(lighter)
        return type(node)(tuple(light), 0, 0) if light else None

    def _weighed(self, node: Node, numbers: Sequence[int]) -> Scored:
        """Those of `numbers` that match `node`, with their BM25."""
        if not numbers:
            return ()
        rows = self._connection.execute(
            f"SELECT rowid, {_SCORE} FROM terms WHERE terms MATCH ?"  # noqa: S608 - our own words
            " AND rowid BETWEEN ? AND ? AND +rowid IN (SELECT value FROM json_each(?))",
            (
                match(node, self._words.stems),
                min(numbers),
                max(numbers),
                json.dumps(list(numbers)),
            ),
        )
        return rows.fetchall()

    def _levelled(self, root: And, numbers: Sequence[int], levels: str = LEVELS) -> Scored:
        """Those of `numbers` that reach one of the `levels`, with it as a score."""
        highest: dict[int, float] = {}
        left = set(numbers)
        for at, level in enumerate(levels):
            found = self._best.among(reaching(root, level, self._words.stems), left)
            highest.update((number, _score_of(at)) for number in found)
            left.difference_update(found)
        return list(highest.items())

    def _first(self, scored: Scored, others: Sequence[int], limit: int) -> tuple[int, ...]:
        """The first of those `scored` and then of the `others`; of equals, newer ones first."""
        rows = sorted(scored, key=lambda row: row[1])[:limit]
        known = {number for number, _ in rows}
        rest = (number for number in others if number not in known)
        rows += [(number, 0.0) for number in islice(rest, limit - len(rows))]
        if not rows:
            return ()
        best = rows[0][1] or -1.0
        steps = {number: -round(_FINE * score / best) for number, score in rows}
        # The sort is stable: the date decides where the step of the score does not.
        return tuple(sorted(by_date(self._connection, list(steps)), key=steps.__getitem__))


def by_date(connection: sqlite3.Connection, numbers: Sequence[int]) -> list[int]:
    """The parts with these `numbers` that there are, those of newer documents first."""
    rows = connection.execute(
        "SELECT p.number, d.date FROM parts p JOIN documents d ON d.number = p.document"
        " WHERE p.number IN (SELECT value FROM json_each(?))",
        (json.dumps(numbers),),
    )
    dates = dict(rows.fetchall())
    return sorted(filter(dates.__contains__, numbers), key=dates.__getitem__, reverse=True)


def has_phrase(node: Node) -> bool:
    """Whether words must stand together for `node`."""
    if isinstance(node, (And, Or)):
        return any(map(has_phrase, node.nodes))
    return isinstance(node, Text) and len(node.words) > 1


def _score_of(level: int) -> float:
    return float(level - len(LEVELS))
