"""One search: all words, then without the common ones, then any of them; ranked; with excerpts."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Sequence
from itertools import islice

from briefing.record import record, replace
from briefing.search import rerank, wording
from briefing.search.expression import (
    ANYWHERE,
    Conditions,
    States,
    among,
    begun,
    conditions,
    in_titles,
    is_placed,
    match,
    placed,
)
from briefing.search.find import Finder
from briefing.search.frequency import Frequencies
from briefing.search.matching import Matching, scope
from briefing.search.parts import SELECT, Parts
from briefing.search.ranking import MOST_OF_PHRASE, MOST_RANKED, Ranking, by_date, has_phrase
from briefing.search.results import Match, Results
from briefing.search.rows import unpack
from briefing.search.schema import dictionary, has_full_text
from briefing.search.suggest import corrected, unknown
from briefing.search.tree import And, Field, Node, Not, Query, Text
from briefing.search.widen import FEW, any_word, loosened, telling
from briefing.search.words import Words

_REREAD = 300
"""Parts that are read for a beginning of very many words: about 10 ms."""
_MOST_BEGINNINGS = 2
"""Beginnings of very many words of which all words are looked for."""


@record
class _Found:
    """Parts, best first, and how many there are in all."""

    numbers: tuple[int, ...]
    total: int
    more: bool = False
    """Whether there are more than `total`."""


class Searcher:
    """Answers queries over one connection; its own for one thread."""

    def __init__(
        self, connection: sqlite3.Connection, states: States, within: Sequence[str] | None
    ) -> None:
        self._connection = connection
        self._states = states
        self._within = within
        self.full_text = has_full_text(connection)
        self._words = Words(connection)
        self._frequencies = Frequencies(connection, self._words)
        self._parts = Parts(connection, self._words.lookup)
        self.counting = False
        """Whether all that match are counted, however many they are."""

    def search(self, query: Query, limit: int, *, ranked: bool) -> Results:
        """The results of `query`, with a note where it was widened."""
        where, untold = conditions(query.fields, self._states)
        ignored = (*query.ignored, *untold)
        if not query.wanted:
            return replace(
                self._conditions_only(query, self._restrict(where), limit), ignored=ignored
            )
        note = "" if self.full_text else wording.NO_FULL_TEXT
        self._words.share_among(query)
        core = telling(query)
        found = self._best(query, core, limit, ranked=ranked)
        exact, widened = found.total, ""
        unknown_words = () if exact else unknown(core, self._connection, self._words)
        wider = any_word(loosened(core, unknown_words)) if exact < FEW else None
        if wider is not None:
            more = self._best(query, wider, limit + exact, ranked=ranked)
            numbers = tuple(dict.fromkeys((*found.numbers, *more.numbers)))[:limit]
            found = _Found(numbers, more.total, more.more)
        shown = core
        if wider is not None and found.total > exact:
            widened, shown = wording.widened(core, exact, unknown_words), wider
        sure = found.total > 0
        offered = corrected(query, unknown_words, self._connection, sure=sure)
        notes = "; ".join(each for each in (note, widened) if each)
        matches = self._parts.matches(found.numbers, shown.wanted)
        return Results(matches, found.total, exact, notes, ignored, offered, found.more)

    def reach(self, query: Query) -> Query:
        """The query that finds all of what a search for `query` finds, which may be a wider one."""
        core = telling(query)
        exact = self._find(core, FEW, ranked=False).total if query.wanted else FEW
        if exact >= FEW:
            return core
        unknown_words = () if exact else unknown(core, self._connection, self._words)
        return any_word(loosened(core, unknown_words)) or core

    def expressed(self, query: Query) -> tuple[str, Conditions]:
        """What `query` asks of the full text, of every part if of no words, and of documents."""
        root = And(query.texts, 0, 0)
        if not query.wanted:
            return self._asked(query, ANYWHERE)
        spell = begun if any(map(self._words.is_cut, query.wanted)) else match
        return self._asked(query, spell(root, self._words.stems))

    def _best(self, asked: Query, query: Query, limit: int, *, ranked: bool) -> _Found:
        """What `query` finds, read again for the order where it has several words."""
        if not ranked or len(asked.wanted) < 2:
            return self._find(query, limit, ranked=ranked)
        found = self._find(query, max(limit, rerank.MOST), ranked=True)
        first, rest = found.numbers[: rerank.MOST], found.numbers[rerank.MOST :]
        candidates = [
            rerank.Candidate(number, read.entry, read.finder, read.document[0], read.document[2])
            for number, read in self._parts.read(first).items()
        ]
        best = rerank.best_first(candidates, asked, query, self._words.lookup, self._share)
        return replace(found, numbers=(*best, *rest)[:limit])

    def _share(self, text: Text) -> float:
        """The share of the parts that hold `text`, about."""
        return self._frequencies.share(text) if self.full_text else 0.01

    def found(self, query: Query, most: int) -> tuple[int, ...]:
        """The numbers of parts that `query` finds as it stands, at most `most`, in no order."""
        if query.wanted:
            return self._find(query, most, ranked=False).numbers
        where = self._restrict(conditions(query.fields, self._states)[0])
        return tuple(self._by_conditions(query, where, most))

    def matches(self, numbers: Sequence[int], query: Query) -> tuple[Match, ...]:
        """The parts with these `numbers`, in that order, with what `query` marks in them."""
        return self._parts.matches(numbers, query.wanted)

    def asked(self, query: Query) -> tuple[str, Conditions]:
        """What `query` asks of the full text, empty without words, and of parts and documents."""
        if not query.wanted:
            return "", self._restrict(conditions(query.fields, self._states)[0])
        return self._asked(query, match(And(query.texts, 0, 0), self._words.stems))

    def _asked(self, query: Query, expression: str) -> tuple[str, Conditions]:
        places = [node for node in query.fields if is_placed(node)]
        others = [node for node in query.fields if not is_placed(node)]
        where = self._restrict(conditions(others, self._states, expression)[0])
        return placed(expression, places), where

    def _restrict(self, where: Conditions) -> Conditions:
        if self._within is None:
            return where
        kept = among("d.path", self._within)
        sql = f"{where.sql} AND {kept.sql}" if where.sql else kept.sql
        return Conditions(sql, (*where.values, *kept.values))

    def _find(self, query: Query, limit: int, *, ranked: bool) -> _Found:
        if not self.full_text:
            return self._scan(query, limit)
        root = And(query.texts, 0, 0)
        expression, where = self.asked(query)
        among_these = scope(self._connection, where)
        terms = Matching(self._connection, among_these)
        most = max(limit, MOST_OF_PHRASE if has_phrase(root) else MOST_RANKED) + 1
        found = terms.newest(expression, most)
        is_cut = any(map(self._words.is_cut, query.wanted))
        if is_cut and (len(found) < limit or self.counting):
            whole, _ = self._asked(query, begun(root, self._words.stems))
            if self.counting or sum(map(self._words.is_cut, query.wanted)) <= _MOST_BEGINNINGS:
                expression, is_cut = whole, False
                found = self._reread(query, terms) or terms.newest(expression, most)
        total, more = len(found), is_cut or len(found) == most
        if len(found) == most:
            total, more = (terms.counted(expression), False) if self.counting else (most - 1, True)
        if not ranked or not found:
            return _Found(tuple(found[:limit]), total, more)
        best = Matching(self._connection, among_these, "best")
        ranking = Ranking(self._connection, self._words, self._frequencies, terms, best)
        if len(found) < most and len(found) <= MOST_RANKED:
            return _Found(ranking.of_all(root, found, limit), total, more)
        return _Found(ranking.of_many(root, expression, found, limit), total, more)

    def _reread(self, query: Query, terms: Matching) -> list[int]:
        """What `query` finds, told by reading the parts that hold its other words, if they are few.

        To find all that a beginning stands for, FTS5 reads the lists of all words that begin so.
        """
        others = [node for node in query.texts if not self._begins(node)]
        if in_titles(query) or all(isinstance(node, Not) for node in others):
            return []
        expression, _ = self._asked(query, match(And(tuple(others), 0, 0), self._words.stems))
        numbers = terms.newest(expression, _REREAD + 1)
        if len(numbers) > _REREAD:
            return []
        asked = replace(query, root=And(query.texts, 0, 0))
        read = self._parts.read(numbers).items()
        return [number for number, part in read if part.finder.holds(asked, self._words.lookup)]

    def _begins(self, node: Node) -> bool:
        """Whether `node` asks for a beginning of very many words."""
        held = Query("", And((node,), 0, 0)).wanted
        return isinstance(node, Not) or any(map(self._words.is_cut, held))

    def _scan(self, query: Query, limit: int) -> _Found:
        """Without FTS5: every part is read, and told by the search for one document."""
        where = self._restrict(conditions(query.fields, self._states)[0])
        condition = f"WHERE {where.sql}" if where.sql else ""
        rows = self._connection.execute(
            f"{SELECT} {condition} ORDER BY d.date DESC, p.number", where.values
        )
        titles, taught = in_titles(query), dictionary(self._connection)
        scored: list[tuple[float, int]] = []
        for row in rows:
            entry = unpack(row[:6], taught)
            texts = entry.texts[: entry.heads] if titles else entry.texts
            finder = Finder(texts)
            if finder.holds(query, self._words.lookup):
                hits = finder.hits(query.wanted, self._words.lookup)
                score = sum(5 if hit.index < entry.heads else 1 for hit in hits)
                scored.append((-score / (20 + len(finder.prepare().text)), row[10]))
        scored.sort(key=lambda each: each[0])
        return _Found(tuple(number for _, number in scored[:limit]), len(scored))

    def _conditions_only(self, query: Query, where: Conditions, limit: int) -> Results:
        """Fields and no words: the parts of those places, or one row a document."""
        if not query.fields or not where.sql:
            note = wording.NO_WORD if query.text.strip() else ""
            return Results(note=note)
        most = sys.maxsize if self.counting else max(limit, MOST_RANKED) + 1
        numbers = self._by_conditions(query, where, most)
        total = min(len(numbers), most - 1)
        matches = self._parts.matches(numbers[:limit], ())
        return Results(matches, total, total, more=len(numbers) == most)

    def _by_conditions(self, query: Query, where: Conditions, most: int) -> list[int]:
        """At most `most` parts, those of newer documents first as far as all of them are given."""
        if not query.fields or not where.sql:
            return []
        places = [node for node in query.fields if is_placed(node)]
        titles = any(isinstance(node, Field) and "title" in node.values for node in query.walk())
        if query.texts or titles or not (places and self.full_text):
            return self._read_by(query, where, most)
        others = [node for node in query.fields if not is_placed(node)]
        among_these = self._restrict(conditions(others, self._states)[0])
        terms = Matching(self._connection, scope(self._connection, among_these))
        # In one document they stand in its order.
        numbers = sorted(terms.newest(placed(ANYWHERE, places), most))
        return by_date(self._connection, numbers)

    def _read_by(self, query: Query, where: Conditions, most: int) -> list[int]:
        if not query.texts and "p." not in where.sql:
            # The first part of a document is its title.
            rows = self._connection.execute(
                f"SELECT first FROM documents d WHERE {where.sql}"  # noqa: S608 - our own words
                " ORDER BY date DESC, first LIMIT ?",
                (*where.values, most),
            )
            return [number for (number,) in rows]
        if not query.texts:
            # Those that went in last: to bring all of them in order would be to read all.
            rows = self._connection.execute(
                "SELECT p.number FROM parts p JOIN documents d ON d.number = p.document"  # noqa: S608
                f" WHERE {where.sql} ORDER BY p.number DESC LIMIT ?",
                (*where.values, most),
            )
            return by_date(self._connection, sorted(number for (number,) in rows))
        taught = dictionary(self._connection)
        rows = self._connection.execute(
            f"{SELECT} WHERE {where.sql} ORDER BY d.date DESC, p.number", where.values
        )
        found = (
            row[10]
            for row in rows
            if Finder(unpack(row[:6], taught).texts).holds(query, self._words.lookup)
        )
        return list(islice(found, most))
