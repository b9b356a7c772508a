"""Putting documents into the index, and taking them out."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, field

from briefing.search.fold import BREAK
from briefing.search.prepared import DESCRIBED, Prepared
from briefing.search.results import Stat
from briefing.search.rows import Packer, terms_of, unpack
from briefing.search.schema import dictionary, has_full_text
from briefing.search.stem import STEMS

_DOCUMENT = f"path, mtime_ns, size, digest, first, last, {DESCRIBED}"
_PARTS = "kind, part, title, heads, places, texts"
_TAUGHT_FROM = 400
"""Parts that are in before a dictionary is made: enough to choose from, and few of them plain."""
_TAUGHT_BY = 80
_DICTIONARY = 32_768
"""Bytes, all that zlib can use: texts of 1.5 KB take a sixth less than without."""


@dataclass(slots=True)
class Writer:
    """Writes over one connection; what it remembers holds until a change is taken back."""

    connection: sqlite3.Connection
    _words: set[str] = field(default_factory=set)
    """Words that are in the vocabulary for sure, so that they need not be put in again."""
    _dictionary: bytes = b""
    _packer: Packer | None = None

    @property
    def packer(self) -> Packer:
        """What compresses the texts to be put in."""
        if self._packer is None:
            self._dictionary = dictionary(self.connection)
            self._packer = Packer(self._dictionary)
        return self._packer

    def put(self, path: str, stat: Stat, made: Prepared) -> None:
        """Put `made` in, in place of what `path` had; the caller holds a transaction."""
        self.remove(path)
        run = self.connection.execute
        first: int = run("SELECT ifnull(max(number), 0) + 1 FROM parts").fetchone()[0]
        last = first + len(made.parts) - 1
        marks = ", ".join("?" * (_DOCUMENT.count(",") + 1))
        document = run(
            f"INSERT INTO documents ({_DOCUMENT}) VALUES ({marks})",  # noqa: S608 - names of our own
            (path, stat.mtime_ns, stat.size, stat.digest, first, last, *made.described),
        ).lastrowid
        numbered = list(enumerate(made.parts, first))
        many = self.connection.executemany
        many(
            f"INSERT INTO parts (number, document, {_PARTS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608
            [(number, document, *packed) for number, (packed, _) in numbered],
        )
        if has_full_text(self.connection):
            many(
                "INSERT INTO terms (rowid, title, body) VALUES (?, ?, ?)",
                [(number, terms.title, terms.body) for number, (_, terms) in numbered],
            )
            many(
                "INSERT INTO best (rowid, words) VALUES (?, ?)",
                [(number, terms.best) for number, (_, terms) in numbered],
            )
        fresh = sorted(set(made.words) - self._words)
        many(
            "INSERT OR IGNORE INTO vocabulary VALUES (?, ?, ?)",
            [(word, STEMS[word], first) for word in fresh],
        )
        self._words.update(fresh)
        if last >= _TAUGHT_FROM and not self._dictionary:
            self._teach(last)

    def remove(self, path: str) -> None:
        """Take out what `path` had, if anything; the caller holds a transaction.

        Its words stay in the vocabulary, which offers a word only when a part has it.
        """
        run = self.connection.execute
        run("DELETE FROM refused WHERE path = ?", (path,))
        found = run("SELECT number, first, last FROM documents WHERE path = ?", (path,)).fetchone()
        if not found:
            return
        document, *parts = found
        if has_full_text(self.connection):
            self._forget(parts)
        run("DELETE FROM parts WHERE number BETWEEN ? AND ?", parts)
        run("DELETE FROM documents WHERE number = ?", (document,))

    def _forget(self, parts: list[int]) -> None:
        """A table without its texts forgets them only when it is told what they were."""
        known = dictionary(self.connection)
        rows = self.connection.execute(
            f"SELECT {_PARTS}, number FROM parts WHERE number BETWEEN ? AND ?",  # noqa: S608 - own
            parts,
        ).fetchall()
        said = [(number, terms_of(unpack(packed, known), set())) for *packed, number in rows]
        self.connection.executemany(
            "INSERT INTO terms (terms, rowid, title, body) VALUES ('delete', ?, ?, ?)",
            [(number, terms.title, terms.body) for number, terms in said],
        )
        self.connection.executemany(
            "INSERT INTO best (best, rowid, words) VALUES ('delete', ?, ?)",
            [(number, terms.best) for number, terms in said],
        )

    def _teach(self, last: int) -> None:
        """Make the dictionary, if there is none, from texts spread over those that are in."""
        if not dictionary(self.connection):
            rows = self.connection.execute(
                f"SELECT {_PARTS} FROM parts WHERE number % ? = 0 LIMIT ?",  # noqa: S608
                (max(1, last // _TAUGHT_BY), _TAUGHT_BY),
            )
            texts = BREAK.join(text for row in rows for text in unpack(row).texts)
            made = texts.encode("utf-8", "surrogatepass")[-_DICTIONARY:]
            self.connection.execute("INSERT INTO dictionary VALUES (?)", (made,))
        self._packer = None
