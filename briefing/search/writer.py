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
    full_text = has_full_text(connection)
    words: set[str] = set()
    for entry in entries(briefing):
        number = connection.execute(
            f"INSERT INTO parts (document, {_PARTS}) VALUES (?, ?, ?, ?, ?, ?, ?)",  # noqa: S608
            (document, *pack(entry)),
        ).lastrowid
        folded = entry.folded()
        if full_text:
            _change_terms(connection, "INSERT INTO terms (rowid, title, body)", number, folded)
        for text in folded:
            words.update(text.split())
    words -= known
    connection.executemany(
        "INSERT OR IGNORE INTO vocabulary VALUES (?, ?)",
        ((word, STEMS[word]) for word in sorted(words) if _is_word(word)),
    )
    known |= words


def remove(connection: sqlite3.Connection, path: str) -> None:
    """Take out what `path` had, if anything; the caller holds a transaction.

    Its words stay in the vocabulary, which offers a word only when a part has it.
    """
    found = connection.execute("SELECT number FROM documents WHERE path = ?", (path,)).fetchone()
    if not found:
        return
    if has_full_text(connection):
        parts = connection.execute(
            f"SELECT {_PARTS}, number FROM parts WHERE document = ?",  # noqa: S608 - own names
            found,
        ).fetchall()
        for *packed, number in parts:
            delete = "INSERT INTO terms (terms, rowid, title, body)"
            _change_terms(connection, delete, number, unpack(packed).folded(), "delete")
    connection.execute("DELETE FROM parts WHERE document = ?", found)
    connection.execute("DELETE FROM documents WHERE number = ?", found)


def _change_terms(
    connection: sqlite3.Connection,
    statement: str,
    number: int | None,
    folded: tuple[str, str],
    *first: str,
) -> None:
    values = (*first, number, *map(stems, folded))
    marks = ", ".join("?" * len(values))
    connection.execute(f"{statement} VALUES ({marks})", values)


def _document(path: str, stat: Stat, briefing: Briefing) -> tuple[object, ...]:
    counts = tuple(len(briefing.of_kind(kind)) for kind in ("section", "trend", "question", "tip"))
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
