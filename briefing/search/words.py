"""What the words of a query stand for in a whole library."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence

from briefing.search.stem import STEMS
from briefing.search.tree import Query, Text
from briefing.search.vocabulary import HIGHEST, Wanted

MOST_FORMS = 64
"""Stems that a beginning is looked for by: those met first, which are the most frequent ones."""
_MOST_MARKED = 200
"""Words that are marked for a beginning without beginning so themselves."""

_BEGUN = """
SELECT stem FROM (
    SELECT stem, born FROM vocabulary WHERE word >= ?1 AND word < ?2
    UNION ALL SELECT stem, born FROM vocabulary WHERE stem >= ?1 AND stem < ?2
) GROUP BY stem ORDER BY min(born), stem LIMIT ?3
"""
_BEGUN_BY_ONE = """
SELECT DISTINCT stem FROM vocabulary INDEXED BY vocabulary_ages
WHERE (word >= ?1 AND word < ?2) OR (stem >= ?1 AND stem < ?2) ORDER BY born, stem LIMIT ?3
"""
"""The same where so many words begin so that the oldest are soon found among all words."""
_MARKED = """
SELECT word FROM vocabulary
WHERE (stem IN (SELECT value FROM json_each(?3)) OR (stem >= ?1 AND stem < ?2))
AND NOT (word >= ?1 AND word < ?2) ORDER BY word LIMIT ?4
"""


class Words:
    """Looks words up over one connection; what was looked up is remembered."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self.most_forms = MOST_FORMS
        """Stems that one beginning is looked for by: fewer where there are many beginnings."""
        self._wanted: dict[Text, Sequence[Wanted]] = {}
        self._begun: dict[str, tuple[str, ...]] = {}

    def share_among(self, query: Query) -> None:
        """Look for each beginning in `query` by fewer stems, where it has many."""
        beginnings = sum(text.prefix for text in query.wanted)
        self.most_forms = max(1, MOST_FORMS // max(1, beginnings))

    def lookup(self, text: Text) -> Sequence[Wanted]:
        """What is to be marked for each word of `text`."""
        known = self._wanted.get(text)
        if known is None:
            last = len(text.words) - 1
            known = self._wanted[text] = [
                self._marked(word) if text.prefix and number == last else self._of_stem(word)
                for number, word in enumerate(text.words)
            ]
        return known

    def stems(self, text: Text) -> tuple[str, ...]:
        """The stems that the last word of `text` stands for, at most `most_forms`."""
        if not text.prefix:
            return (STEMS[text.words[-1]],)
        return self._beginning(text.words[-1])[: self.most_forms] or (STEMS[text.words[-1]],)

    def is_cut(self, text: Text) -> bool:
        """Whether the last word of `text` stands for more stems than are looked for."""
        return text.prefix and len(self._beginning(text.words[-1])) > self.most_forms

    def _beginning(self, prefix: str) -> tuple[str, ...]:
        known = self._begun.get(prefix)
        if known is None:
            asked = _BEGUN if prefix[1:] else _BEGUN_BY_ONE
            rows = self._connection.execute(asked, (prefix, prefix + HIGHEST, self.most_forms + 1))
            known = self._begun[prefix] = tuple(stem for (stem,) in rows)
        return known

    def _of_stem(self, word: str) -> Wanted:
        stem = STEMS[word]
        rows = self._connection.execute(
            "SELECT word FROM vocabulary WHERE stem = ? ORDER BY word", (stem,)
        )
        return Wanted(frozenset((stem,)), words=tuple(word for (word,) in rows))

    def _marked(self, word: str) -> Wanted:
        outgrown = {STEMS[word], *self._beginning(word)}
        stems = frozenset(stem for stem in outgrown if not stem.startswith(word))
        rows = self._connection.execute(
            _MARKED, (word, word + HIGHEST, json.dumps(list(stems)), _MOST_MARKED)
        )
        return Wanted(stems, word, tuple(each for (each,) in rows))
