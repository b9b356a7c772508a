"""Where the reader is in each document, and which document was read last."""

from __future__ import annotations

import sqlite3

from briefing.document.locator import Locator
from briefing.store.bookmarks import read, written
from briefing.store.documents import named


def place(connection: sqlite3.Connection, document: int) -> Locator | None:
    """Where the reader left the document."""
    row = connection.execute("SELECT place FROM documents WHERE id = ?", (document,)).fetchone()
    return read(row["place"]) if row and row["place"] is not None else None


def set_place(
    connection: sqlite3.Connection, document: int, locator: Locator, progress: float
) -> None:
    """Notes the place, and that this document was read last."""
    connection.execute(
        "UPDATE documents SET place = ?, progress = ?,"
        " turn = (SELECT max(turn) + 1 FROM documents) WHERE id = ?",
        (written(locator), min(max(progress, 0.0), 1.0), document),
    )


def last(connection: sqlite3.Connection) -> str | None:
    """The path of the document that was read last."""
    row = connection.execute(
        "SELECT path FROM documents WHERE turn > 0 ORDER BY turn DESC, id DESC LIMIT 1"
    ).fetchone()
    return named(row["path"]) if row else None


def progress(connection: sqlite3.Connection) -> dict[str, float]:
    """How far each document was read, 0 to 1, by path; only documents that were read."""
    rows = connection.execute("SELECT path, progress FROM documents WHERE turn > 0").fetchall()
    return {named(row["path"]): float(row["progress"]) for row in rows}


def turns(connection: sqlite3.Connection) -> dict[str, int]:
    """In which turn each document was read last, by path; a later one has a greater number."""
    rows = connection.execute("SELECT path, turn FROM documents WHERE turn > 0").fetchall()
    return {named(row["path"]): int(row["turn"]) for row in rows}
