"""What state an index is in, told without a change to it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from briefing.search.connections import is_damaged
from briefing.search.schema import APPLICATION_ID, VERSION

MISSING = "not made yet"
OTHER = "of another version of this program, and made anew with its next use"
DAMAGED = "damaged, and made anew with its next use"


def condition(path: Path) -> str:
    """Why the index at `path` cannot be asked as it is; empty where it can."""
    if not path.exists():
        return MISSING
    try:
        name = f"{path.absolute().as_uri()}?mode=ro"
        with closing(sqlite3.connect(name, uri=True, timeout=1)) as connection:
            made = [
                connection.execute(f"PRAGMA {each}").fetchone()[0]
                for each in ("application_id", "user_version")
            ]
            if made != [APPLICATION_ID, VERSION]:
                return OTHER
            connection.execute("SELECT count(*) FROM documents").fetchone()
    except sqlite3.Error as error:
        return DAMAGED if is_damaged(error) else f"not to be read now: {error}"
    return ""
