"""One search: all words, then without the common ones, then any of them; ranked; with excerpts."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from typing import Any

from briefing.record import record, replace
from briefing.search import rerank, wording
from briefing.search.expression import Conditions, States, among, conditions, in_titles, match
from briefing.search.find import Finder
from briefing.search.parts import SELECT, Parts
from briefing.search.results import Match, Results
from briefing.search.rows import unpack
from briefing.search.schema import has_full_text
from briefing.search.suggest import corrected, unknown
from briefing.search.tree import And, Query, Text
from briefing.search.vocabulary import HIGHEST, Wanted, wanted
from briefing.search.widen import FEW, any_word, loosened, telling

_SCORE = "bm25(terms, 5.0, 1.0)"
"""Titles, labels and questions weigh five times the text under them; the best is the lowest."""
MOST_RANKED = 3_000
"""Parts that are weighed against each other, about 10 ms; finding a thousand more takes 0.05."""
_FINE = 50
"""Scores are compared in steps of 2 %: within one, the newer document goes first."""
_MOST_BEGUN = 2_000
"""Words that a beginning is looked up for."""
_COUNTED = 2_000
"""Parts up to which a word is counted for its weight: 0.2 ms."""
TOO_COMMON = wording.TOO_COMMON.format(MOST_RANKED)


@record
class _Found:
    """Parts, best first, and how many there are in all."""

    numbers: tuple[int, ...]
    total: int
    note: str = ""


class Searcher:
    """Answers queries over one connection; its own for one thread."""

    def __init__(
        self, connection: sqlite3.Connection, states: States, within: Sequence[str] | None
    ) -> None:
        self._connection = connection
        self._states = states
        self._within = within
        self._full_text = has_full_text(connection)
        self._known: dict[Text, Sequence[Wanted]] = {}
        self._parts = Parts(connection, self.lookup)

    def search(self, query: Query, limit: int, *, ranked: bool) -> Results:
        """The results of `query`, with a note where it was widened."""
        where, untold = conditions(query, self._states)
        ignored = (*query.ignored, *untold)
        if not query.wanted:
            return replace(
                self._conditions_only(query, self._restrict(where), limit), ignored=ignored
            )
        note = "" if self._full_text else wording.NO_FULL_TEXT
        core = telling(query)
        found = self._best(query, core, limit, ranked=ranked)
        exact, widened = found.total, ""
        unknown_words = () if exact else unknown(core, self._connection, self.lookup)
        wider = any_word(loosened(core, unknown_words)) if exact < FEW else None
        if wider is not None:
            more = self._best(query, wider, limit + exact, ranked=ranked)
            numbers = tuple(dict.fromkeys((*found.numbers, *more.numbers)))[:limit]
            found = _Found(numbers, more.total, more.note)
        shown = core
        if wider is not None and found.total > exact:
            widened, shown = wording.widened(core, exact, unknown_words), wider
        sure = found.total > 0
        offered = corrected(query, unknown_words, self._connection, sure=sure)
        notes = "; ".join(each for each in (note, widened, found.note) if each)
        matches = self._parts.matches(found.numbers, shown.wanted)
        return Results(matches, found.total, exact, notes, ignored, offered)

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
        best = rerank.best_first(candidates, asked, query, self.lookup, self._share)
        return replace(found, numbers=(*best, *rest)[:limit])

    def _share(self, text: Text) -> float:
        """The share of the parts that hold `text`; of what is very common, less than it is."""
        parts = self._connection.execute("SELECT max(number) FROM parts").fetchone()[0] or 1
        if not self._full_text:
            return 0.01
        ((held,),) = self._connection.execute(
            "SELECT count(*) FROM (SELECT 1 FROM terms WHERE terms MATCH ? LIMIT ?)",
            (match(text, self.lookup), _COUNTED),
        )
        return float(min(held / parts, 1))

    def found(self, query: Query, most: int) -> tuple[int, ...]:
        """The numbers of parts that `query` finds as it stands, at most `most`, in no order."""
        if query.wanted:
            return self._find(query, most, ranked=False).numbers
        where = self._restrict(conditions(query, self._states)[0])
        return tuple(self._by_conditions(query, where)[:most])

    def matches(self, numbers: Sequence[int], query: Query) -> tuple[Match, ...]:
        """The parts with these `numbers`, in that order, with what `query` marks in them."""
        return self._parts.matches(numbers, query.wanted)

    def _restrict(self, where: Conditions) -> Conditions:
        if self._within is None:
            return where
        kept = among("d.path", self._within)
        sql = f"{where.sql} AND {kept.sql}" if where.sql else kept.sql
        return Conditions(sql, (*where.values, *kept.values))

    def lookup(self, text: Text) -> Sequence[Wanted]:
        """What the words of `text` stand for in the whole library."""
        known = self._known.get(text)
        if known is None:
            last = len(text.words) - 1
            known = self._known[text] = [
                wanted(word, self._begun(word) if text.prefix and number == last else None)
                for number, word in enumerate(text.words)
            ]
        return known

    def _begun(self, word: str) -> list[str]:
        rows = self._connection.execute(
            "SELECT word FROM vocabulary WHERE word >= ? AND word < ? LIMIT ?",
            (word, word + HIGHEST, _MOST_BEGUN),
        )
        return [each for (each,) in rows.fetchall()]

    def _find(self, query: Query, limit: int, *, ranked: bool) -> _Found:
        if not self._full_text:
            return self._scan(query, self._restrict(conditions(query, self._states)[0]), limit)
        expression = match(And(query.texts, 0, 0), self.lookup)
        titles = in_titles(query)
        where = self._restrict(
            conditions(query, self._states, "" if titles else expression)[0],
        )
        if titles:
            expression = f"{{title}} : {expression}"
        ((total,),) = self._select("count(*)", expression, where)
        if not total:
            return _Found((), 0)
        if not ranked:
            rows = self._select("terms.rowid", expression, where, "LIMIT ?", limit)
            return _Found(tuple(number for (number,) in rows), total)
        if total <= MOST_RANKED:
            return _Found(self._ranked(expression, where, limit), total)
        # What costs is weighing, not finding: titles go first, so bodies may not need it.
        titled = f"{expression} AND {{title}} : {expression}"
        numbers = self._ranked(titled, where, limit)
        if len(numbers) == limit:
            return _Found(numbers, total)
        others = self._ranked(expression, where, limit)
        return _Found(tuple(dict.fromkeys((*numbers, *others)))[:limit], total, TOO_COMMON)

    def _ranked(self, expression: str, where: Conditions, limit: int) -> tuple[int, ...]:
        """The best of the `MOST_RANKED` parts that went into the index last."""
        past = "ORDER BY terms.rowid DESC LIMIT 1 OFFSET ?"
        cut = self._select("terms.rowid", expression, where, past, MOST_RANKED)
        rows = self._select(
            f"terms.rowid, {_SCORE} AS score",
            expression,
            where,
            "AND terms.rowid > ? ORDER BY score LIMIT ?",
            cut[0][0] if cut else 0,
            limit,
        )
        return self._newer_first(rows)

    def _select(
        self, columns: str, expression: str, where: Conditions, rest: str = "", *values: object
    ) -> list[tuple[Any, ...]]:
        tables, condition = "terms", "terms MATCH ?"
        if where.sql:
            tables += " JOIN parts p ON p.number = terms.rowid"
            tables += " JOIN documents d ON d.number = p.document"
            condition += f" AND {where.sql}"
        statement = f"SELECT {columns} FROM {tables} WHERE {condition} {rest}"  # noqa: S608 - our own words
        return self._connection.execute(statement, (expression, *where.values, *values)).fetchall()

    def _newer_first(self, rows: Sequence[tuple[int, float]]) -> tuple[int, ...]:
        """Best first; of parts that are as good as each other, those of newer documents."""
        if not rows:
            return ()
        best = min(score for _, score in rows) or -1.0
        dates = dict(
            self._connection.execute(
                "SELECT p.number, d.date FROM parts p JOIN documents d ON d.number = p.document"
                " WHERE p.number IN (SELECT value FROM json_each(?))",
                (json.dumps([number for number, _ in rows]),),
            ).fetchall()
        )
        # Two stable sorts: the date decides where the step of the score does not.
        ordered = sorted(rows, key=lambda row: dates.get(row[0], ""), reverse=True)
        ordered.sort(key=lambda row: -round(_FINE * row[1] / best))
        return tuple(number for number, _ in ordered)

    def _scan(self, query: Query, where: Conditions, limit: int) -> _Found:
        """Without FTS5: every part is read, and told by the search for one document."""
        condition = f"WHERE {where.sql}" if where.sql else ""
        rows = self._connection.execute(
            f"{SELECT} {condition} ORDER BY d.date DESC, p.number", where.values
        )
        titles = in_titles(query)
        scored: list[tuple[float, int]] = []
        for row in rows:
            entry = unpack(row[:6])
            texts = entry.texts[: entry.heads] if titles else entry.texts
            finder = Finder(texts)
            if finder.holds(query, self.lookup):
                hits = finder.hits(query.wanted, self.lookup)
                score = sum(5 if hit.index < entry.heads else 1 for hit in hits)
                scored.append((-score / (20 + len(finder.prepare().text)), row[10]))
        scored.sort(key=lambda each: each[0])
        return _Found(tuple(number for _, number in scored[:limit]), len(scored))

    def _conditions_only(self, query: Query, where: Conditions, limit: int) -> Results:
        """Fields and no words: the parts of those places, or one row a document."""
        if not query.fields or not where.sql:
            note = wording.NO_WORD if query.text.strip() else ""
            return Results(note=note)
        numbers = self._by_conditions(query, where)
        return Results(self._parts.matches(tuple(numbers[:limit]), ()), len(numbers), len(numbers))

    def _by_conditions(self, query: Query, where: Conditions) -> list[int]:
        if not query.fields or not where.sql:
            return []
        placed = "p.kind" in where.sql or "p.heads" in where.sql
        condition = where.sql if placed else f"{where.sql} AND p.kind = 0"
        rows = self._connection.execute(
            f"{SELECT} WHERE {condition} ORDER BY d.date DESC, p.number", where.values
        )
        return [
            row[10]
            for row in rows
            if not query.texts or Finder(unpack(row[:6]).texts).holds(query, self.lookup)
        ]
