"""How many parts hold a word, about: known without going through them all."""

from __future__ import annotations

import sqlite3

from briefing.search.expression import match
from briefing.search.tree import And, Node, Not, Or, Text
from briefing.search.words import Words

_PROBED = 1_000
"""Parts with a word that are found, the newest; how close they are tells how many there may be."""
_PHRASE = 20
"""How many times longer a part takes that must have words together."""


class Frequencies:
    """Estimates over one connection; what was estimated is remembered."""

    def __init__(self, connection: sqlite3.Connection, words: Words) -> None:
        self._connection = connection
        self._words = words
        self._known: dict[Text, int] = {}
        most = connection.execute("SELECT ifnull(max(number), 0) FROM parts").fetchone()
        self.parts: int = most[0]
        """How many parts there are, with those that were taken out."""

    def share(self, text: Text) -> float:
        """The share of the parts that hold `text`, from 0 to 1; of a phrase, its rarest word."""
        return min(1.0, self._rarest(text) / max(1, self.parts))

    def effort(self, node: Node) -> int:
        """About how many parts are gone through to learn how rare each text of `node` is."""
        if isinstance(node, (And, Or)):
            return sum(self.effort(inner) for inner in node.nodes if not isinstance(inner, Not))
        if not isinstance(node, Text):
            return 0
        return self._rarest(node) * (_PHRASE if len(node.words) > 1 else 1)

    def _rarest(self, text: Text) -> int:
        known = self._known.get(text)
        if known is None:
            words = [Text((word,), False, 0, 0) for word in text.words[:-1]]
            words.append(Text(text.words[-1:], text.prefix, 0, 0))
            known = self._known[text] = min(map(self._held, words))
        return known

    def _held(self, word: Text) -> int:
        expression = match(word, self._words.stems)
        probed = self._connection.execute(
            "SELECT rowid FROM terms WHERE terms MATCH ? ORDER BY rowid DESC LIMIT 1 OFFSET ?",
            (expression, _PROBED),
        ).fetchone()
        if probed is not None:
            behind: int = self.parts - probed[0]
            return _PROBED * self.parts // max(1, behind)
        found: int = self._connection.execute(
            "SELECT count(*) FROM terms WHERE terms MATCH ?", (expression,)
        ).fetchone()[0]
        return found
