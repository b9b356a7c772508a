"""Searching the library as one types: from a key to the first results on the screen.

    python benchmarks/overlay.py [PARTS] [HOME]

100,000 parts, about 100 MB, unless told otherwise, written as documents into the library of HOME
and indexed there; what is there from an earlier run is used again. The reader runs in a
pseudo-terminal of 120 by 40. A key is typed, what is drawn is noted with its time, and read only
afterwards: *first* is when other results stood on the screen than before, *settled* when nothing
changed any more, which is when the ranked ones stand. In a burst keys come 40 ms apart, and the
times are from the last of them. A key after which the list looks as before is not counted. CPU is
that of all threads of the reader until the first results stood: on a busy machine it says more.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pyte
from search.texts import PARTS_A_DOCUMENT, Texts, hostile, queries
from seat import COLUMNS, LINES, Seat

PYTHON = sys.executable
HEAD, FOOT = 6, 7
"""Lines above the results and below them; they change with every key."""
ANSWER, QUIET = 2.0, 0.25
"""Seconds that an answer is waited for at most, and without output after which it is whole."""
WORDS = 8
"""Queries of each kind."""
SEARCH = "Search the library"
"""What the screen of the search has in its first line."""
LONGEST = 400
"""Characters of a hostile query that is asked."""
BETWEEN = 0.04
"""Seconds between two keys of a burst."""
Drawn = list[tuple[float, float, bytes]]
"""What was drawn, each piece with its time and the CPU seconds that the reader had used by then."""
Told = tuple[float, float, float]
"""Seconds from a key to the first and to the last results, and CPU seconds to the first."""


def documents(parts: int, folder: Path) -> None:
    """Write the library: Markdown, with a date and twenty sections each."""
    folder.mkdir(parents=True, exist_ok=True)
    for made in Texts().documents(parts):
        lines = ["+++", f"date = {made.date}", "+++", "", f"# {made.title}"]
        for part in made.parts:
            lines += ["", f"## {part.title}", "", part.text]
        (folder / f"{made.id}.md").write_text("\n".join(lines) + "\n", "utf-8")


class Watched:
    """The reader's screen, drawn again from what it wrote."""

    def __init__(self, seat: Seat) -> None:
        self.seat = seat
        self._display = pyte.Screen(COLUMNS, LINES)
        self._stream = pyte.ByteStream(self._display)

    def results(self) -> list[str]:
        """The lines on which results stand."""
        return self._display.display[HEAD : LINES - FOOT]

    def take(self, drawn: Drawn) -> Told | None:
        """When the results first looked otherwise, when last, and the CPU; None if never."""
        first = last = cpu = 0.0
        for at, used, data in drawn:
            before = self.results()
            self._stream.feed(data)
            if self.results() != before:
                if not first:
                    first, cpu = at, used
                last = at
        return (first, last, cpu) if first else None

    def drawn(self, at_most: float = ANSWER) -> Drawn:
        """What is drawn until it is quiet."""
        found: Drawn = []
        end = time.perf_counter() + at_most
        while time.perf_counter() < end:
            data = self.seat.read(QUIET)
            if not data:
                break
            found.append((time.perf_counter(), self.seat.cpu(), data))
        return found

    def shows(self, words: str) -> bool:
        """Whether these words are on the screen."""
        return any(words in line for line in self._display.display)

    def settle(self) -> None:
        """Wait until nothing changes."""
        self.take(self.drawn())


def typed(watched: Watched, words: list[str]) -> Iterator[Told]:
    """What is told of every key of every query, each typed when all is quiet."""
    for word in words:
        clear(watched)
        for key in word:
            begun, cpu = time.perf_counter(), watched.seat.cpu()
            watched.seat.press(key.encode())
            told = watched.take(watched.drawn())
            if told is not None:
                yield told[0] - begun, told[1] - begun, told[2] - cpu


def burst(watched: Watched, words: list[str]) -> Iterator[Told]:
    """The same from the last key of queries that are typed fast."""
    for word in words:
        clear(watched)
        early: Drawn = []
        for key, following in pairwise((*word, "")):
            begun, cpu = time.perf_counter(), watched.seat.cpu()
            watched.seat.press(key.encode())
            while following and (left := begun + BETWEEN - time.perf_counter()) > 0:
                if data := watched.seat.read(left):
                    early.append((time.perf_counter(), 0.0, data))
        late = watched.drawn()
        watched.take(early)
        told = watched.take(late)
        if told is not None:
            yield told[0] - begun, told[1] - begun, told[2] - cpu


def left(watched: Watched, queries: list[str]) -> Iterator[float]:
    """Seconds from Esc to the reader, while a query is searched for that asks for much."""
    for query in queries:
        clear(watched)
        watched.seat.press(b"\x1b[200~" + query.encode() + b"\x1b[201~")  # pasted, as one key
        watched.take([(0.0, 0.0, watched.seat.read(BETWEEN))])
        begun = time.perf_counter()
        watched.seat.press(b"\x1b")
        while watched.shows(SEARCH) and time.perf_counter() - begun < ANSWER:
            watched.take([(0.0, 0.0, watched.seat.read(BETWEEN))])
        yield time.perf_counter() - begun
        watched.settle()
        watched.seat.press(b"S")
        watched.settle()


def clear(watched: Watched) -> None:
    """Empty the field."""
    watched.seat.press(b"\x05\x15")
    watched.settle()


def line(name: str, found: list[Told]) -> str:
    """Median, 95th percentile and worst of each."""
    text = f"{name:16} {len(found):5}"
    for column in zip(*found, strict=True):
        ordered = sorted(column)
        at = [ordered[len(ordered) // 2], ordered[int(len(ordered) * 0.95)], ordered[-1]]
        text += "   " + "".join(f"{1000 * value:7.0f}" for value in at)
    return text


def main(parts: int, home: Path) -> None:
    """Make the library, then type."""
    os.environ.update(BRIEFING_HOME=str(home), TERM="xterm-256color", COLORTERM="truecolor")
    folder = home / "data" / "documents"
    if len(list(folder.glob("d*.md"))) != parts // PARTS_A_DOCUMENT:
        documents(parts, folder)
    begun = time.perf_counter()
    subprocess.run([PYTHON, "-m", "briefing", "index"], check=True)
    print(f"{parts:,} parts indexed or looked at in {time.perf_counter() - begun:.1f} s")
    asked = {kind: found[:WORDS] for kind, found in queries(Texts()).items()}
    with Seat(PYTHON, "-m", "briefing", "d1") as seat:
        watched = Watched(seat)
        seat.until(b"% ", 60)
        seat.until_quiet(1.0, at_most=30.0)
        seat.press(b"S")
        watched.settle()
        heads = ("first", "settled", "CPU")
        print(f"{'ms':22}" + "".join(f"   {head:>7}{'p95':>7}{'max':>7}" for head in heads))
        for kind in ("one word", "common word", "two words", "phrase"):
            print(line(kind, list(typed(watched, asked[kind]))), flush=True)
        for kind in ("one word", "two words"):
            print(line(f"burst {kind}", list(burst(watched, asked[kind]))), flush=True)
        hard = [each for each in hostile(Texts()) if each.isprintable() and 3 < len(each) < LONGEST]
        waits = sorted(left(watched, hard))
        print(f"Esc during {len(waits)} hostile queries: {1000 * waits[-1]:.0f} ms at most")


if __name__ == "__main__":
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    if len(sys.argv) > 2:
        main(size, Path(sys.argv[2]))
    else:
        with tempfile.TemporaryDirectory() as made:
            main(size, Path(made))
