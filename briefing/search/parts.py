"""The parts that a search found, read from the index once, and shown with what was found."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence

from briefing.record import record
from briefing.search.excerpt import excerpt
from briefing.search.find import Finder, Lookup
from briefing.search.names import name
from briefing.search.results import Match
from briefing.search.rows import Entry, unpack
from briefing.search.schema import dictionary
from briefing.search.tree import Text

SELECT = """
SELECT p.kind, p.part, p.title, p.heads, p.places, p.texts, d.path, d.id, d.title, d.date, p.number
FROM parts p JOIN documents d ON d.number = p.document
"""
"""What is read of a part, and of its document: an entry, four columns more, and its number."""


@record
class Read:
    """A part, what finds words in its texts, and its document's path, id, title and date."""

    entry: Entry
    finder: Finder
    document: tuple[str, str, str, str]


class Parts:
    """The parts of one connection, for one search."""

    def __init__(self, connection: sqlite3.Connection, lookup: Lookup) -> None:
        self._connection = connection
        self._lookup = lookup
        self._dictionary = dictionary(connection)
        self._known: dict[int, Read] = {}

    def read(self, numbers: Sequence[int]) -> dict[int, Read]:
        """The parts with these `numbers`, in that order, those that there are."""
        missing = [number for number in numbers if number not in self._known]
        if missing:
            rows = self._connection.execute(
                SELECT + " WHERE p.number IN (SELECT value FROM json_each(?))",  # noqa: S608 - own
                (json.dumps(missing),),
            )
            for row in rows:
                entry = unpack(row[:6], self._dictionary)
                self._known[row[10]] = Read(entry, Finder(entry.texts), row[6:10])
        return {number: self._known[number] for number in numbers if number in self._known}

    def matches(self, numbers: Sequence[int], texts: Sequence[Text]) -> tuple[Match, ...]:
        """The parts with these `numbers`, in that order, each with what `texts` mark in it."""
        return tuple(self._match(read, texts) for read in self.read(numbers).values())

    def _match(self, read: Read, texts: Sequence[Text]) -> Match:
        entry = read.entry
        piece = excerpt(entry, texts, self._lookup, read.finder)
        path, document_id, title, date = read.document
        return Match(
            name(path),
            document_id,
            title,
            date,
            entry.kind,
            entry.part,
            entry.title,
            piece.line,
            piece.text,
            piece.marks,
            piece.passage,
            piece.beneath,
        )
