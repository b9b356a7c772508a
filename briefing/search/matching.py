"""Which parts a query matches: the newest first, at most so many, weighing none."""

from __future__ import annotations

import json
import sqlite3
import sys
from bisect import bisect_right
from collections.abc import Collection, Sequence

from briefing.record import record
from briefing.search.expression import Conditions

_FEW_RANGES = 24
"""Runs of parts that are asked for one by one; of more, what is found is looked up in them."""
_AT_ONCE = 4_096

_ANY = Conditions()
Ranges = Sequence[tuple[int, int]]
"""First and last numbers of runs of parts, in order, none next to another."""


@record
class Scope:
    """Which parts are looked among: all, those in `ranges`, or those of which `where` holds."""

    ranges: Ranges | None = None
    where: Conditions = _ANY

    @property
    def is_whole(self) -> bool:
        """Whether it is all of them."""
        return self.ranges is None and not self.where.sql


def scope(connection: sqlite3.Connection, where: Conditions) -> Scope:
    """Where the conditions hold; those of documents alone are looked up once, not for each part."""
    if not where.sql:
        return Scope()
    if "p." in where.sql:
        return Scope(where=where)
    rows = connection.execute(
        f"SELECT first, last FROM documents d WHERE {where.sql} ORDER BY first",  # noqa: S608 - our words
        where.values,
    )
    ranges: list[tuple[int, int]] = []
    for first, last in rows:
        if ranges and ranges[-1][1] + 1 == first:
            ranges[-1] = (ranges[-1][0], last)
        else:
            ranges.append((first, last))
    return Scope(ranges)


class Matching:
    """Finds parts over one connection, within one scope, in the full-text table `table`."""

    def __init__(self, connection: sqlite3.Connection, among: Scope, table: str = "terms") -> None:
        self._connection = connection
        self._scope = among
        self._table = table

    def newest(self, expression: str, most: int) -> list[int]:
        """The numbers of the `most` parts that match and went in last, the last of them first."""
        ranges = self._scope.ranges
        if self._scope.where.sql:
            return self._joined(expression, most)
        if ranges is None:
            return self._between(expression, 0, -1, most)
        if len(ranges) > _FEW_RANGES:
            return self._sifted(expression, ranges, most)
        found: list[int] = []
        for first, last in reversed(ranges):
            found += self._between(expression, first, last, most - len(found))
            if len(found) >= most:
                break
        return found

    def verified(self, expression: str, numbers: Sequence[int]) -> list[int]:
        """Those of `numbers` that match, in their order."""
        rows = self._connection.execute(
            f"SELECT value FROM json_each(?) CROSS JOIN {self._table} t"  # noqa: S608 - our own words
            f" WHERE t.rowid = value AND t.{self._table} MATCH ?",
            (json.dumps(numbers), expression),
        )
        kept = {number for (number,) in rows}
        return [number for number in numbers if number in kept]

    def counted(self, expression: str) -> int:
        """How many parts match, for which every one is gone through."""
        if not self._scope.is_whole:
            return len(self.newest(expression, sys.maxsize))
        found: int = self._connection.execute(
            f"SELECT count(*) FROM {self._table} WHERE {self._table} MATCH ?",  # noqa: S608 - our own
            (expression,),
        ).fetchone()[0]
        return found

    def among(self, expression: str, numbers: Collection[int]) -> list[int]:
        """Those of `numbers` that match, whatever the scope: for more than a few of them."""
        if not numbers:
            return []
        rows = self._connection.execute(
            f"SELECT rowid FROM {self._table} WHERE {self._table} MATCH ?"  # noqa: S608 - our own words
            " AND rowid BETWEEN ? AND ? AND +rowid IN (SELECT value FROM json_each(?))",
            (expression, min(numbers), max(numbers), json.dumps(list(numbers))),
        )
        return [number for (number,) in rows]

    def _between(self, expression: str, first: int, last: int, most: int) -> list[int]:
        limits, values = ("", ()) if last < 0 else ("AND rowid BETWEEN ? AND ?", (first, last))
        rows = self._connection.execute(
            f"SELECT rowid FROM {self._table} WHERE {self._table} MATCH ? {limits}"  # noqa: S608
            " ORDER BY rowid DESC LIMIT ?",
            (expression, *values, most),
        )
        return [number for (number,) in rows.fetchall()]

    def _sifted(self, expression: str, ranges: Ranges, most: int) -> list[int]:
        firsts, lasts = [first for first, _ in ranges], [last for _, last in ranges]
        rows = self._connection.execute(
            f"SELECT rowid FROM {self._table} WHERE {self._table} MATCH ?"  # noqa: S608 - our own words
            " AND rowid BETWEEN ? AND ? ORDER BY rowid DESC",
            (expression, firsts[0], lasts[-1]),
        )
        found: list[int] = []
        while len(found) < most and (chunk := rows.fetchmany(_AT_ONCE)):
            found += [
                number for (number,) in chunk if number <= lasts[bisect_right(firsts, number) - 1]
            ]
        return found[:most]

    def _joined(self, expression: str, most: int) -> list[int]:
        where = self._scope.where
        rows = self._connection.execute(
            f"SELECT t.rowid FROM {self._table} t JOIN parts p ON p.number = t.rowid"  # noqa: S608
            " JOIN documents d ON d.number = p.document"
            f" WHERE t.{self._table} MATCH ? AND {where.sql} ORDER BY t.rowid DESC LIMIT ?",
            (expression, *where.values, most),
        )
        return [number for (number,) in rows.fetchall()]
