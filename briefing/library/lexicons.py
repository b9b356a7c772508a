"""The splitter's lexicon, read once from the files that are bundled."""

from __future__ import annotations

from functools import cache

from briefing.resources import lexicons
from briefing.structure.lexicon import Lexicon, from_tables


@cache
def lexicon() -> Lexicon:
    """The lexicon of all languages together."""
    # Imported here: 8 ms that a search need not pay.
    import tomli

    return from_tables(tomli.loads(path.read_text("utf-8")) for path in lexicons())
