"""Did you mean: the words of the library that are nearest to one that finds nothing."""

from __future__ import annotations

import sqlite3
from difflib import SequenceMatcher

from briefing.search.fold import terms
from briefing.search.vocabulary import HIGHEST

MOST = 3
_LIKE_ENOUGH = 0.72
_LOOKED_AT = 4_000
"""Words of a vocabulary that are compared: about 10 ms."""


def nearest(connection: sqlite3.Connection, word: str) -> tuple[str, ...]:
    """Words near to `word` that some part holds, likeliest first.

    Compared are the words of about its length that begin as it does, then those that begin
    otherwise: a first letter is seldom the wrong one.
    """
    folded = "".join(terms(word))
    if len(folded) < 3:
        return ()
    spread = 1 if len(folded) < 6 else 2
    sizes = (len(folded) - spread, len(folded) + spread)
    first, second = folded[0], folded[1]
    found: list[str] = []
    for low, high in ((first, first + HIGHEST), (second, second + HIGHEST)):
        rows = connection.execute(
            "SELECT word FROM vocabulary WHERE word >= ? AND word < ?"
            " AND length(word) BETWEEN ? AND ? LIMIT ?",
            (low, high, *sizes, _LOOKED_AT),
        )
        found.extend(each for (each,) in rows.fetchall() if each != folded)
        best = _likest(folded, found)
        if best:
            return tuple(each for each in best if _is_held(connection, each))[:MOST]
    return ()


def _likest(word: str, among: list[str]) -> list[str]:
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(word)
    scored: list[tuple[float, str]] = []
    for each in dict.fromkeys(among):
        matcher.set_seq1(each)
        # The two cheap bounds first: most words fall there.
        if matcher.real_quick_ratio() < _LIKE_ENOUGH or matcher.quick_ratio() < _LIKE_ENOUGH:
            continue
        score = matcher.ratio()
        if score >= _LIKE_ENOUGH:
            scored.append((-score, each))
    return [each for _, each in sorted(scored)[: 3 * MOST]]


def _is_held(connection: sqlite3.Connection, word: str) -> bool:
    """Whether a part still has `word`: the vocabulary outlives the documents it came from."""
    try:
        found = connection.execute(
            "SELECT 1 FROM terms WHERE terms MATCH"
            " (SELECT '\"' || stem || '\"' FROM vocabulary WHERE word = ?) LIMIT 1",
            (word,),
        ).fetchone()
    except sqlite3.OperationalError as error:
        if "no such table" in str(error):  # no full text here
            return True
        raise
    return found is not None
