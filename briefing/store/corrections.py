"""Corrections of documents beside which nothing can be written."""

from __future__ import annotations

import sqlite3

from briefing.document.correction import Correction, kind_of
from briefing.store.documents import column, sound


def listed(connection: sqlite3.Connection, path: str) -> tuple[Correction, ...]:
    """Those of the document at `path`, the oldest first."""
    rows = connection.execute(
        "SELECT line, text, kind, level, label FROM corrections WHERE path = ? ORDER BY id",
        (column(path),),
    )
    return tuple(
        Correction(int(row["line"]), row["text"], kind, int(row["level"]), row["label"])
        for row in rows.fetchall()
        if (kind := kind_of(row["kind"])) is not None
    )


def insert(connection: sqlite3.Connection, path: str, correction: Correction) -> None:
    """Keeps a correction."""
    connection.execute(
        "INSERT INTO corrections (path, line, text, kind, level, label) VALUES (?, ?, ?, ?, ?, ?)",
        (column(path), *_values(correction)),
    )


def remove(connection: sqlite3.Connection, path: str, correction: Correction) -> bool:
    """Takes a correction away; whether it was there."""
    cursor = connection.execute(
        "DELETE FROM corrections WHERE id = (SELECT max(id) FROM corrections WHERE path = ?"
        " AND line = ? AND text = ? AND kind = ? AND level = ? AND label = ?)",
        (column(path), *_values(correction)),
    )
    return cursor.rowcount > 0


def _values(correction: Correction) -> tuple[int, str, str, int, str]:
    text, label = sound(correction.text), sound(correction.label)
    return correction.line, text, correction.kind, correction.level, label
