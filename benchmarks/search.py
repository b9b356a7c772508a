"""The index at a size: how long it takes to build, what it weighs, how soon it answers.

    python benchmarks/search.py [PARTS]     100,000 parts, about 100 MB, unless told otherwise

The texts are made with a fixed seed: words of letters as English has them, drawn by Zipf's law.
Bare FTS5, as a newcomer would use it (default tokenizer, text kept), runs beside it.
"""

from __future__ import annotations

import random
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate
from pathlib import Path

from briefing.document.model import Block, Briefing, Part, Passage
from briefing.search.find import Finder
from briefing.search.index import Index
from briefing.search.results import Stat

PARTS_A_DOCUMENT = 20
WORDS_A_PART = 160
VOCABULARY = 60_000
QUERIES = 60
LIMIT = 50
FOUND_IN = 10_000_000
"""Characters of the one document that is searched by itself."""


def vocabulary(rng: random.Random) -> list[str]:
    """Distinct words with English letters and a few English endings."""
    letters = "etaoinshrdlcumwfgypbvk"
    weights = [1 / (rank + 3) for rank in range(len(letters))]
    words: dict[str, None] = {}
    while len(words) < VOCABULARY:
        stem = "".join(rng.choices(letters, weights, k=rng.randint(3, 9)))
        words[stem + rng.choice(("", "", "", "s", "ing", "ed", "ation"))] = None
    return list(words)


class Texts:
    """Documents made up one after the other, the same at every run."""

    def __init__(self) -> None:
        self.rng = random.Random(1)  # noqa: S311 - repeatable, not secret
        self.words = vocabulary(self.rng)
        self.weights = list(accumulate(1 / (rank + 2.7) for rank in range(VOCABULARY)))

    def text(self, count: int) -> str:
        """`count` words with the stops and commas of prose."""
        words = self.rng.choices(self.words, cum_weights=self.weights, k=count)
        return ". ".join(" ".join(words[at : at + 16]) for at in range(0, count, 16))

    def documents(self, parts: int) -> Iterator[Briefing]:
        """Briefings with `parts` sections among them."""
        for number in range(parts // PARTS_A_DOCUMENT):
            passages = [Passage(Block("heading", self.text(6), 1), "title")]
            made: list[Part] = []
            for order in range(PARTS_A_DOCUMENT):
                name, title, text = f"s:{order}", self.text(4), self.text(WORDS_A_PART)
                start = len(passages)
                passages.append(Passage(Block("heading", title, 2 * order + 2), "heading", name))
                passages.append(Passage(Block("paragraph", text, 2 * order + 3), "text", name))
                made.append(Part(name, "section", title, text, 2 * order + 2, start, start + 2, 1))
            title = passages[0].block.text
            date = f"20{number % 25:02}-01-01"
            yield Briefing(
                f"d{number}", "text", tuple(passages), tuple(made), title=title, date=date
            )


def queries(texts: Texts) -> dict[str, list[str]]:
    """What is asked, by kind."""
    rng = random.Random(2)  # noqa: S311 - repeatable, not secret
    words, weights = texts.words, texts.weights
    drawn = rng.choices(words[100:], k=QUERIES)
    pairs = [rng.choices(words, cum_weights=weights, k=2) for _ in range(QUERIES)]
    return {
        "one word": drawn,
        "common word": rng.choices(words[:60], k=QUERIES),
        "two words": [" ".join(pair) for pair in pairs],
        "phrase": [f'"{first} {second}"' for first, second in pairs],
        "prefix of 3": [f"{word[:3]}*" for word in drawn],
        "in:faq word": [f"in:faq {word}" for word in drawn],
    }


def percentiles(ask: Callable[[str], object], asked: list[str]) -> str:
    """The median and the 95th percentile of asking each, in ms."""
    times = []
    for query in asked:
        start = time.perf_counter()
        ask(query)
        times.append(1000 * (time.perf_counter() - start))
    times.sort()
    return f"{times[len(times) // 2]:8.1f} {times[int(len(times) * 0.95)]:8.1f}"


def bare(folder: Path, documents: list[Briefing]) -> sqlite3.Connection:
    """FTS5 as a newcomer would use it, filled."""
    connection = sqlite3.connect(folder / "bare.db")
    connection.execute("CREATE VIRTUAL TABLE f USING fts5(title, body)")
    start = time.perf_counter()
    with connection:
        for document in documents:
            connection.executemany(
                "INSERT INTO f VALUES (?, ?)", ((part.title, part.text) for part in document.parts)
            )
    print(f"bare FTS5 build  {time.perf_counter() - start:7.1f} s")
    return connection


def ask_bare(connection: sqlite3.Connection, query: str) -> None:
    """The same question, in FTS5's own language."""
    connection.execute(
        "SELECT title, snippet(f, 1, '[', ']', '…', 20) FROM f WHERE f MATCH ?"
        " ORDER BY bm25(f, 5.0, 1.0) LIMIT ?",
        (query.replace("in:faq ", ""), LIMIT),
    ).fetchall()


def first_of(texts: Iterable[str], size: int) -> Iterator[str]:
    """The first of `texts`, about `size` characters of them."""
    for text in texts:
        yield text
        size -= len(text)
        if size <= 0:
            return


def main(parts: int) -> None:
    """Build, then ask."""
    texts = Texts()
    documents = list(texts.documents(parts))
    size = sum(len(part.text) + len(part.title) for one in documents for part in one.parts)
    print(f"{parts:,} parts, {size / 1e6:.0f} MB of text, SQLite {sqlite3.sqlite_version}")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        index = Index.open(folder / "index.db")
        start = time.perf_counter()
        for at in range(0, len(documents), 50):
            with index.writing():
                for document in documents[at : at + 50]:
                    index.put(f"/{document.id}", Stat(1, 1), document)
        print(f"index build      {time.perf_counter() - start:7.1f} s")
        start = time.perf_counter()
        index.put("/d1", Stat(2, 1), documents[1])
        print(f"one document put {1000 * (time.perf_counter() - start):7.1f} ms")
        peer = bare(folder, documents)
        for each in ("index.db", "bare.db"):
            weight = (folder / each).stat().st_size
            print(f"{each:<16} {weight / 1e6:7.0f} MB, {weight / size:.2f} of the text")
        print(
            f"{'ms':<14} {'ours':>8} {'p95':>8} {'unranked':>8} {'p95':>8} {'bare':>8} {'p95':>8}"
        )
        for kind, asked in queries(texts).items():
            ours = percentiles(lambda query: index.search(query, LIMIT), asked)
            first = percentiles(lambda query: index.search(query, LIMIT, ranked=False), asked)
            other = percentiles(lambda query: ask_bare(peer, query), asked)
            print(f"{kind:<14} {ours} {first} {other}")
        peer.close()
        index.close()
    texts_of_one = list(first_of((part.text for one in documents for part in one.parts), FOUND_IN))
    finder = Finder(texts_of_one)
    start = time.perf_counter()
    finder.prepare()
    print(
        f"find in {sum(map(len, texts_of_one)) / 1e6:.0f} MB:"
        f" prepared in {1000 * (time.perf_counter() - start):.0f} ms"
    )
    for kind, asked in queries(texts).items():
        print(f"{kind:<14} {percentiles(finder.find, asked)}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
