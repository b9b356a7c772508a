"""Did you mean: a query whose words the library does not hold, with the nearest that it does."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from briefing.search.expression import match
from briefing.search.schema import has_full_text
from briefing.search.stem import STEMS
from briefing.search.stopwords import STOP_WORDS
from briefing.search.tree import Query, Text
from briefing.search.vocabulary import HIGHEST
from briefing.search.words import Words

MOST = 3
"""Queries that are offered."""
_WORDS = 6
"""Words of a query that are looked up."""
_LOOKED_AT = 4_000
"""Words of the vocabulary that are compared with one: about 10 ms."""
_SHORTEST, _LONGEST, _SHORTEST_HALF = 3, 40, 3
"""Letters of a word that is put right, at least and at most, and of a half of two run together."""
_LONG = 6
"""Letters from which a word may have two faults, and one fault is surely one."""
_COUNTED = 100
"""Parts up to which words are compared by how many hold them."""
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_ALPHABETS = (_LETTERS, "αβγδεζηθικλμνξοπρσςτυφχψω", "абвгдежзийклмнопрстуфхцчшщъыьэюя")
_Change = tuple[int, int, str]
"""What stands at `query[start:end]` is to be the text."""


def unknown(query: Query, connection: sqlite3.Connection, library: Words) -> tuple[Text, ...]:
    """The words of `query` that no part holds."""
    words = [text for text in query.wanted if len(text.words) == 1][:_WORDS]
    return tuple(text for text in words if not _is_held(connection, text, library))


def corrected(
    query: Query, unknown: Collection[Text], connection: sqlite3.Connection, *, sure: bool
) -> tuple[str, ...]:
    """`query` with its `unknown` words put right, likeliest first.

    To be `sure`, where the other words found something, only a long word with one fault is put
    right: a short one is as soon a good word that the library lacks.
    """
    changes: list[list[_Change]] = []
    done: set[Text] = set()
    words = [text for text in query.wanted if len(text.words) == 1]
    for first, second in pairwise(words):
        if (first in unknown or second in unknown) and not {first, second} & done:
            whole = first.words[0] + second.words[0]
            between = query.text[first.end : second.start]
            if not between.strip() and _occurs(connection, whole):
                changes.append([(first.start, second.end, whole)])
                done |= {first, second}
    for text in unknown:
        if text not in done:
            (word,) = text.words
            if len(word) > _LONGEST:
                continue
            nearest = _halves(connection, word)
            if not sure or len(word) >= _LONG:
                nearest += near(connection, word, two=not sure)
            changes.append([(text.start, text.end, each) for each in nearest[:MOST]])
    offers = _offers(query.text, [each for each in changes if each])
    return tuple(dict.fromkeys(offers))[:MOST]


def _offers(query: str, changes: list[list[_Change]]) -> Iterator[str]:
    """All faults put right by what is likeliest; of a single one, what else it may be."""
    if not changes:
        return
    yield _with(query, [each[0] for each in changes])
    if len(changes) == 1:
        yield from (_with(query, [change]) for change in changes[0][1:])


def _with(query: str, changes: Sequence[_Change]) -> str:
    for start, end, text in sorted(changes, reverse=True):
        query = query[:start] + text + query[end:]
    return query


def near(connection: sqlite3.Connection, word: str, *, two: bool) -> tuple[str, ...]:
    """Words with one fault, or with `two`, from `word` that some part holds, likeliest first.

    Those with one fault are made up and looked for, so that it costs the same however many words
    the library has; those with two are looked for among the words that begin as it does.
    """
    if len(word) < _SHORTEST:
        return ()
    found = {each: 1 for each in _known(connection, _one_fault(word)) if each != word}
    for size in (3, 2) if two and len(word) >= _LONG else ():
        if len(found) < MOST:
            found.update((each, 2) for each in _begun(connection, word, size) if each not in found)
    held = {each: _count(connection, each) for each in found}
    order = sorted(found, key=lambda each: (found[each], each[0] != word[0], -held[each], each))
    return tuple(each for each in order if held[each] and each not in STOP_WORDS)[:MOST]


def _begun(connection: sqlite3.Connection, word: str, size: int) -> list[str]:
    """Words with two faults that have the first `size` letters of `word`."""
    rows = connection.execute(
        "SELECT word FROM vocabulary WHERE word >= ? AND word < ?"
        " AND length(word) BETWEEN ? AND ? LIMIT ?",
        (word[:size], word[:size] + HIGHEST, len(word) - 2, len(word) + 2, _LOOKED_AT),
    )
    return [each for (each,) in rows.fetchall() if _faults(word, each) == 2]


def _one_fault(word: str) -> set[str]:
    """All words that are a letter, or two that changed places, away from `word`."""
    letters = next((each for each in _ALPHABETS if word[0] in each), "".join(set(word)))
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    return {
        *(left + right[1:] for left, right in cuts if right),
        *(left + right[1] + right[0] + right[2:] for left, right in cuts if len(right) > 1),
        *(left + letter + right[1:] for left, right in cuts if right for letter in letters),
        *(left + letter + right for left, right in cuts for letter in letters),
    }


def _faults(one: str, other: str) -> int:
    """Letters to change, add, take out or swap with the next from `one` to `other`; 3 is many."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        before, last, row = row, before, [at]
        for place, match_ in enumerate(other, 1):
            cost = min(before[place] + 1, row[-1] + 1, before[place - 1] + (letter != match_))
            if last and place > 1 and letter == other[place - 2] and one[at - 2] == match_:
                cost = min(cost, last[place - 2] + 1)
            row.append(cost)
        if min(row) > 2:
            return 3
    return row[-1]


def _halves(connection: sqlite3.Connection, word: str) -> list[str]:
    """`word` as two that stand side by side somewhere: `blacksea`, `black sea`."""
    cuts = range(_SHORTEST_HALF, len(word) - _SHORTEST_HALF + 1)
    pairs = [f"{word[:at]} {word[at:]}" for at in cuts]
    return [pair for pair in pairs if _count(connection, pair)]


def _known(connection: sqlite3.Connection, words: Collection[str]) -> list[str]:
    rows = connection.execute(
        "SELECT word FROM vocabulary WHERE word IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(words)),),
    )
    return [each for (each,) in rows.fetchall()]


def _occurs(connection: sqlite3.Connection, word: str) -> bool:
    return bool(_known(connection, [word]) and _count(connection, word))


def _is_held(connection: sqlite3.Connection, text: Text, words: Words) -> bool:
    """Whether some part holds the word of `text`: what it stands for, or what it begins."""
    if has_full_text(connection):
        rows = connection.execute(
            "SELECT 1 FROM terms WHERE terms MATCH ? LIMIT 1", (match(text, words.stems),)
        )
        return rows.fetchone() is not None
    (asked,) = words.lookup(text)
    rows = connection.execute(
        "SELECT 1 FROM vocabulary WHERE word >= ? AND word < ? AND stem = ? LIMIT 1",
        (text.words[0][:3], text.words[0][:3] + HIGHEST, STEMS[text.words[0]]),
    )
    return rows.fetchone() is not None or bool(asked.prefix and len(asked.stems) > 1)


def _count(connection: sqlite3.Connection, words: str) -> int:
    """How many parts hold the words side by side: the vocabulary outlives its documents."""
    if not has_full_text(connection):
        return int(" " not in words)
    phrase = " ".join(STEMS[word] for word in words.split())
    (held,) = connection.execute(
        "SELECT count(*) FROM (SELECT 1 FROM terms WHERE terms MATCH ? LIMIT ?)",
        (f'"{phrase}"', _COUNTED),
    ).fetchone()
    return int(held)
