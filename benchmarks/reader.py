"""The whole reader beside other readers, as whoever sits at the terminal has it.

    python benchmarks/reader.py [LARGEST_BYTES]

Each program is started in a pseudo-terminal of 120 by 40 on a document from 10 KB to 100 MB. The
first time is that to its first text, the second until all is there: of a large document the
beginning is shown first. CPU of a move is that of all threads of the process until its frame is
drawn, as the kernel counts it, median and 99th percentile; the answer is the time from a key to the
first byte of the frame, median and 95th. Moves are timed once the process does nothing by itself.
Memory is over that of an empty Textual application.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from corpus import DOCUMENTS, SIZES
from measuring import size_name
from seat import COLUMNS, Seat
from terminal import quantile

PYTHON = sys.executable
EMPTY = """
from textual.app import App
from textual.widgets import Static
class Empty(App):
    def compose(self):
        yield Static("READY")
Empty().run()
"""
CASES = (
    *(("markdown", size) for size in SIZES),
    *(("text", size) for size in SIZES[:-1]),
    ("one line", 1_000_000),
    ("chinese", 1_000_000),
    ("hostile", 1_000_000),
)
FIRST = {"chinese": "我".encode(), "hostile": b"**a **a"}
"""Words of which every first page has one, where it is not `inflation`."""
WHOLE = b" left"
"""A sign that only the place of a whole document has."""
SOUGHT = b"sanctions"
PATIENCE = 300.0
TIMES = 60
ANSWER = 0.5
"""Seconds without an answer after which a key is taken to lead nowhere."""
LONG = 2.0
"""Seconds without work after which nothing is left to be done for a document that was opened."""
QUIET = 0.08
"""Seconds without output after which a frame is there."""
Keys = Mapping[str, bytes]
VI: Keys = {"page": b" ", "line": b"j", "up": b"b"}
PEERS: tuple[tuple[str, Sequence[str], int, Keys], ...] = (
    ("less", ["less"], SIZES[-1], VI),
    # What takes minutes for the next size up is not asked for it.
    ("glow", ["glow", "--tui"], 100_000, {"page": b"f", "line": b"j", "up": b"b"}),
    ("frogmouth", ["frogmouth"], 100_000, {"page": b"\x1b[6~", "line": b"j", "up": b"\x1b[5~"}),
)


def taken_by(seat: Seat, key: bytes) -> tuple[float, float] | None:
    """The CPU that a key takes, and the time to the first byte of its frame, in seconds."""
    for _ in range(2):
        before, begin = seat.cpu(), time.perf_counter()
        seat.press(key)
        answered = seat.first_byte(ANSWER)
        seat.until_quiet(QUIET, at_most=0.5)
        if answered is not None:
            return seat.cpu() - before, answered - begin
        seat.press(b"g")  # the end was reached
        seat.until_quiet(QUIET, at_most=0.5)
    return None


def moves(seat: Seat, keys: Keys) -> str:
    """The figures of each move."""
    told = ""
    for name, key in keys.items():
        taken = [found for found in (taken_by(seat, key) for _ in range(TIMES)) if found]
        if len(taken) < TIMES // 2:
            told += f" | {name} not answered"
            continue
        cpu, answers = ([each[part] for each in taken] for part in (0, 1))
        told += f" | {name} {quantile(cpu, 0.5):.1f}/{quantile(cpu, 0.99):.1f} ms,"
        told += f" {quantile(answers, 0.5):.0f}/{quantile(answers, 0.95):.0f} ms"
    return told


def resized(seat: Seat) -> str:
    """The CPU of a resize until its frame is there, and the time to the first byte of that."""
    taken: list[tuple[float, float]] = []
    for columns in (100, COLUMNS) * 5:
        before, begin = seat.cpu(), time.perf_counter()
        seat.resize(columns)
        answered = seat.first_byte(ANSWER) or float("inf")
        seat.until_quiet(QUIET / 2, at_most=0.3)
        taken.append((seat.cpu() - before, answered - begin))
        seat.until_idle(PATIENCE)
    cpu, answers = ([each[part] for each in taken] for part in (0, 1))
    return f"{quantile(cpu, 0.5):.0f} ms, {quantile(answers, 0.5):.0f} ms"


def row(name: str, kind: str, size: int, *cells: str) -> str:
    """The beginning of a line."""
    return f"{name:11}{kind:10}{size_name(size):>7}" + "".join(f"{cell:>10}" for cell in cells)


def ours(document: Path, kind: str, size: int, floor: float) -> None:
    """A line for the reader on one document."""
    with Seat(PYTHON, "-m", "briefing", str(document)) as seat:
        first = seat.until(FIRST.get(kind, b"inflation"), PATIENCE)
        whole = seat.until(WHOLE, PATIENCE)
        seat.until_idle(PATIENCE, LONG)
        memory = f"{seat.memory() - floor:.0f} MB"
        told = moves(seat, VI)
        if kind not in FIRST:
            for typed in (b"/", SOUGHT, b"\r"):
                seat.press(typed)
                seat.until_idle(PATIENCE)
            told += moves(seat, {"hit": b"n"})
        told += f" | resize {resized(seat)}"
    times = (f"{seconds * 1000:.0f} ms" for seconds in (first, whole))
    print(row("briefing", kind, size, *times, memory) + told, flush=True)


def theirs(name: str, argv: Sequence[str], keys: Keys, kind: str, size: int) -> None:
    """A line for another reader on one document."""
    with Seat(*argv) as seat:
        first = seat.until(FIRST.get(kind, b"inflation"), PATIENCE)
        seat.until_idle(PATIENCE)
        told = moves(seat, keys)
    print(row(name, kind, size, f"{first * 1000:.0f} ms", "", "") + told, flush=True)


def main() -> None:
    """Every program on every document."""
    largest = int(sys.argv[1]) if len(sys.argv) > 1 else SIZES[-1]
    with tempfile.TemporaryDirectory() as folder:
        os.environ.update(BRIEFING_HOME=folder, TERM="xterm-256color", COLORTERM="truecolor")
        with Seat(PYTHON, "-c", EMPTY) as seat:
            first = seat.until(b"READY", PATIENCE)
            seat.until_quiet(0.5)
            floor = seat.memory()
        print(f"empty app: first text {first * 1000:.0f} ms, {floor:.0f} MB")
        for name, *_ in PEERS:
            if not shutil.which(name):
                print(f"{name}: not installed here, left out")
        head = "".join(f"{word:>10}" for word in ("first", "all", "memory"))
        print(f"{'program':11}{'document':10}{'size':>7}{head} | CPU median/p99, answer median/p95")
        for kind, size in CASES:
            if size > largest:
                continue
            suffix = "md" if kind in ("markdown", "hostile") else "txt"
            document = Path(folder) / f"{kind.replace(' ', '-')}-{size}.{suffix}"
            document.write_text(DOCUMENTS[kind](size), "utf-8")
            ours(document, kind, size, floor)
            for name, argv, most, keys in PEERS:
                if shutil.which(name) and size <= most:
                    theirs(name, [*argv, str(document)], keys, kind, size)


if __name__ == "__main__":
    main()
