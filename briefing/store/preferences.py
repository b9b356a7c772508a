"""What the reader chose inside the program, as the theme."""

from __future__ import annotations

import sqlite3

from briefing.store.documents import sound


def preference(connection: sqlite3.Connection, name: str) -> str | None:
    """The value chosen for `name`."""
    row = connection.execute("SELECT value FROM preferences WHERE name = ?", (name,)).fetchone()
    return str(row["value"]) if row else None


def set_preference(connection: sqlite3.Connection, name: str, value: str) -> None:
    """Keeps `value` for `name`."""
    connection.execute(
        "INSERT INTO preferences (name, value) VALUES (?, ?)"
        " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        (sound(name), sound(value)),
    )
