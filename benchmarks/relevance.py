"""Whether the best answer comes first: judged queries over a small library.

    python -m benchmarks.relevance [--misses]      --misses also prints where we are not first

The texts and the queries, each with the part that answers it best, are our own; the answers were
written down before any search was run (tests/fixtures/relevance). Beside us runs bare FTS5 as a
newcomer would use it: its own tokenizer and BM25, the query as typed; and a second time with each
word quoted and OR between them, so that its syntax does not stand in its way. It knows no fields
and offers no spelling, so it is asked the words alone.
"""

from __future__ import annotations

import re
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from briefing.document.model import Briefing
from briefing.library.catalog import catalog
from briefing.library.reading import briefing_of
from briefing.library.refresh import compare, refresh
from briefing.search.fields import dated
from briefing.search.index import Index
from briefing.search.query import parse
from briefing.search.results import Match
from briefing.search.rows import entries

FIXTURES = Path(__file__).parent.parent / "tests" / "fixtures" / "relevance"
TEXTS = FIXTURES / "texts"
QUERIES = FIXTURES / "queries.txt"
LATER = FIXTURES / "later.txt"
"""Queries written when the order was settled, and asked once before anything was mended by them."""
TODAY = date(2026, 1, 1)
LOOKED_AT = 3
Answer = tuple[str, str]
"""A document's id, and a part's id, or `title` or `lead`."""
Ask = Callable[[str], Sequence[Answer]]


@dataclass(frozen=True, slots=True)
class Judged:
    """A query with the parts that answer it best."""

    kind: str
    query: str
    best: frozenset[Answer]


def judged(text: str) -> tuple[Judged, ...]:
    """The queries of a file: kinds after `#`, then a line a query, its best answers after `=>`."""
    found: list[Judged] = []
    kind = ""
    for line in text.splitlines():
        if line.startswith("# "):
            kind = line[2:]
        elif " => " in line:
            query, answers = line.split(" => ")
            best = (each.split() for each in answers.split(" | "))
            found.append(Judged(kind, query, frozenset((doc, part) for doc, part in best)))
    return tuple(found)


def index_of(folder: Path, texts: Path = TEXTS) -> Index:
    """An index in `folder` over the documents under `texts`."""
    index = Index.open(folder / "index.db")
    refresh(index, compare(index, catalog(texts, ())))
    return index


def ask_us(index: Index, query: str) -> list[Answer]:
    """What we find; of a query with a word that is nowhere, what our first suggestion finds."""
    results = index.search(dated(parse(query), TODAY), LOOKED_AT)
    if results.suggestions:
        results = index.search(dated(parse(results.suggestions[0]), TODAY), LOOKED_AT)
    return [answer_of(match) for match in results.matches]


def answer_of(match: Match) -> Answer:
    """Where a match is, as the judged queries say it."""
    return match.document_id, match.part or match.kind


def bare(texts: Path = TEXTS) -> sqlite3.Connection:
    """FTS5 as a newcomer would use it, over the same parts."""
    connection = sqlite3.connect(":memory:")
    connection.execute(
        "CREATE VIRTUAL TABLE f USING fts5(doc UNINDEXED, part UNINDEXED, title, body)"
    )
    for path in sorted(texts.iterdir()):
        briefing: Briefing = briefing_of(path.read_bytes(), path.name, str(path), path.stem)
        for entry in entries(briefing):
            title, body = entry.texts[: entry.heads], entry.texts[entry.heads :]
            row = (path.stem, entry.part or entry.kind, "\n".join(title), "\n".join(body))
            connection.execute("INSERT INTO f VALUES (?, ?, ?, ?)", row)
    return connection


def ask_bare(connection: sqlite3.Connection, query: str) -> list[Answer]:
    """What FTS5 finds; nothing where it raises, as it does for much that people type."""
    try:
        return connection.execute(
            "SELECT doc, part FROM f WHERE f MATCH ? ORDER BY bm25(f, 0, 0, 5.0, 1.0) LIMIT ?",
            (query, LOOKED_AT),
        ).fetchall()
    except sqlite3.Error:
        return []


def any_word(query: str) -> str:
    """The words of `query` without their fields, quoted, with OR between them."""
    words = re.findall(r"\w+", re.sub(r"(?<!\w)-?\w+:\S+|(?<!\w)-\w+|\bOR\b", " ", query))
    return " OR ".join(f'"{word}"' for word in words)


@dataclass(frozen=True, slots=True)
class Score:
    """Of `asked` queries, how many have a best answer first, and how many among the first three."""

    asked: int
    first: int
    near: int

    def __str__(self) -> str:
        return f"{self.first / self.asked:6.1%} {self.near / self.asked:6.1%}"


def score(queries: Sequence[Judged], ask: Ask) -> Score:
    """How well `ask` answers."""
    answers = [ask(each.query) for each in queries]
    first = sum(
        bool(each.best & {*found[:1]}) for each, found in zip(queries, answers, strict=True)
    )
    near = sum(bool(each.best & {*found}) for each, found in zip(queries, answers, strict=True))
    return Score(len(queries), first, near)


def main(*, misses: bool) -> None:
    """Print the figures, and which queries we miss."""
    with tempfile.TemporaryDirectory() as folder, closing(bare()) as peer:
        index = index_of(Path(folder))
        asks: dict[str, Ask] = {
            "ours": lambda query: ask_us(index, query),
            "bare FTS5": lambda query: ask_bare(peer, query),
            "FTS5, any word": lambda query: ask_bare(peer, any_word(query)),
        }
        print("best answer first, and in the first three")
        for path in (QUERIES, LATER):
            queries = judged(path.read_text("utf-8"))
            names = "  ".join(f"{name:>15}" for name in asks)
            print(f"\n{path.stem:<42}{'':>4}{names}")
            for kind in [*dict.fromkeys(each.kind for each in queries), ""]:
                some = [each for each in queries if kind in ("", each.kind)]
                row = "  ".join(f"{score(some, ask)!s:>15}" for ask in asks.values())
                print(f"{kind or 'all':<42}{len(some):>4}{row}")
            if misses:
                tell(queries, asks["ours"])
        index.close()


def tell(queries: Sequence[Judged], ask: Ask) -> None:
    """Print the queries whose best answer is not first."""
    for each in queries:
        found = ask(each.query)
        if not each.best & {*found[:1]}:
            print(f"{'not first' if each.best & {*found} else 'missed'}: {each.query}")
            print(f"    wanted {sorted(each.best)}\n    found  {found}")


if __name__ == "__main__":
    main(misses="--misses" in sys.argv)
