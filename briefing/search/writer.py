"""Putting documents into the index, and taking them out."""

from __future__ import annotations

import sqlite3

from briefing.document.model import Briefing
from briefing.search.fold import terms
from briefing.search.results import Stat
from briefing.search.rows import entries, pack, stems, unpack
from briefing.search.schema import has_full_text
from briefing.search.stem import STEMS

_DOCUMENT = (
    "path, id, title, byline, date, source, words, sections, trends, questions, tips, tags,"
    " part_ids, mtime_ns, size, digest, names, topics"
)
_PARTS = "kind, part, title, heads, places, texts"


def put(
    connection: sqlite3.Connection, path: str, stat: Stat, briefing: Briefing, known: set[str]
) -> None:
    """Put `briefing` in, in place of what `path` had; the caller holds a transaction.

    `known` are words that are in the vocabulary already; those of `briefing` are added to it.
    """
    remove(connection, path)
    marks = ", ".join("?" * (_DOCUMENT.count(",") + 1))
    document = connection.execute(
        f"INSERT INTO documents ({_DOCUMENT}) VALUES ({marks})",  # noqa: S608 - names of our own
        _document(path, stat, briefing),
    ).lastrowid
    made = list(entries(briefing))
    first: int = connection.execute("SELECT ifnull(max(number), 0) + 1 FROM parts").fetchone()[0]
    connection.executemany(
        f"INSERT INTO parts (number, document, {_PARTS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608
        [(number, document, *pack(entry)) for number, entry in enumerate(made, first)],
    )
    words: set[str] = set()
    stemmed = [
        (number, *(stems(text, words) for text in entry.folded()))
        for number, entry in enumerate(made, first)
    ]
    if has_full_text(connection):
        connection.executemany("INSERT INTO terms (rowid, title, body) VALUES (?, ?, ?)", stemmed)
    words -= known
    connection.executemany(
        "INSERT OR IGNORE INTO vocabulary VALUES (?, ?)",
        [(word, STEMS[word]) for word in sorted(words) if _is_word(word)],
    )
    known |= words


def remove(connection: sqlite3.Connection, path: str) -> None:
    """Take out what `path` had, if anything; the caller holds a transaction.

    Its words stay in the vocabulary, which offers a word only when a part has it.
    """
    connection.execute("DELETE FROM refused WHERE path = ?", (path,))
    found = connection.execute("SELECT number FROM documents WHERE path = ?", (path,)).fetchone()
    if not found:
        return
    if has_full_text(connection):
        parts = connection.execute(
            f"SELECT {_PARTS}, number FROM parts WHERE document = ?",  # noqa: S608 - own names
            found,
        ).fetchall()
        # A table without its texts forgets them only when it is told what they were.
        connection.executemany(
            "INSERT INTO terms (terms, rowid, title, body) VALUES ('delete', ?, ?, ?)",
            [(number, *map(stems, unpack(packed).folded())) for *packed, number in parts],
        )
    connection.execute("DELETE FROM parts WHERE document = ?", found)
    connection.execute("DELETE FROM documents WHERE number = ?", found)


def _document(path: str, stat: Stat, briefing: Briefing) -> tuple[object, ...]:
    counts = tuple(briefing.count(kind) for kind in ("section", "trend", "question", "tip"))
    values = (
        path,
        briefing.id,
        briefing.title,
        briefing.byline,
        briefing.date,
        briefing.source,
        briefing.words,
        *counts,
        "\n".join(tag.replace("\n", " ") for tag in briefing.tags),
        "\n".join(part.id for part in briefing.parts),
        stat.mtime_ns,
        stat.size,
        stat.digest,
        " " + " ".join(terms(briefing.byline)),
        "".join(f"\n{' '.join(terms(tag))}" for tag in briefing.tags) + "\n",
    )
    # Half a surrogate pair is not text to SQLite.
    return tuple(
        value.encode("utf-8", "replace").decode() if isinstance(value, str) else value
        for value in values
    )


def _is_word(word: str) -> bool:
    """Whether `word` is worth offering or completing: not a number, not endless."""
    return 2 < len(word) < 40 and not word[0].isdigit()
