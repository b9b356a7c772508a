"""What the reader is told of a search, in the reader's screen and on the command line. Pure."""

from __future__ import annotations

from collections.abc import Collection

from briefing.search.results import Results
from briefing.search.tree import Query, Text

NO_FULL_TEXT = "this Python's SQLite has no full-text search (FTS5), so every part is read through"
NO_WORD = "give a word to look for"
ANY_WORD = "no part has all of these words; these have some of them"
NOTHING = "nothing found"


def widened(query: Query, exact: int, unknown: Collection[Text]) -> str:
    """Why there are parts with only some of the words, after `exact` ones with all of them."""
    if exact:
        return f"only the first {'has' if exact == 1 else f'{exact} have'} all of these words"
    if not unknown:
        return ANY_WORD
    words = " or ".join(f"“{query.text[text.start : text.end]}”" for text in unknown)
    return f"no part has {words}; these have words like it, or others of the query"


def ignored(results: Results) -> tuple[str, ...]:
    """What of the query was left out, a line each, with the character where it begins, from 1."""
    return tuple(f"ignored, at {each.start + 1}: {each.why}" for each in results.ignored)


def meant(results: Results) -> str:
    """What to search for instead; empty where there is nothing to offer."""
    return f"did you mean {', '.join(results.suggestions)}?" if results.suggestions else ""


def told(results: Results, *, empty: bool = True) -> tuple[str, ...]:
    """All that there is to know of the results beside themselves, a line each.

    Not `empty`, that there are none is no news.
    """
    none = NOTHING if empty and not results.matches else ""
    lines = [*ignored(results), results.note, "; ".join(filter(None, (none, meant(results))))]
    return tuple(filter(None, lines))
