"""The whole reader beside other readers, as whoever sits at the terminal has it.

    python benchmarks/reader.py [LARGEST_BYTES]

Each program is started in a pseudo-terminal of 120 by 40 on a document from 10 KB to 100 MB. The
first time is that to its first text, the second until all is there: of a large document the
beginning is shown first. CPU of an operation is that of all threads of the process until its frame
is drawn, as the kernel counts it; the answer is the time from a key to the first byte of the frame.
Memory is over that of an empty Textual application. What is not installed is left out.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from corpus import SIZES, markdown
from measuring import size_name
from seat import Seat
from terminal import quantiles

PYTHON = sys.executable
EMPTY = """
from textual.app import App
from textual.widgets import Static
class Empty(App):
    def compose(self):
        yield Static("READY")
Empty().run()
"""
FIRST, WHOLE = b"inflation", b"% "
"""A word that every page of the documents has; a sign that only the place of a whole one has."""
PATIENCE = 300.0
TIMES = 60
ANSWER = 0.5
"""Seconds without an answer after which a key is taken to lead nowhere."""
QUIET = 0.08
"""Seconds without output after which a frame is there."""
MOVES = (("page", b" "), ("line", b"j"), ("up", b"b"), ("hit", b"n"))


def cpu_of(seat: Seat, key: bytes) -> tuple[float, float]:
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
    return float("inf"), float("inf")


def ours(document: Path, floor: float) -> None:
    """A line for the reader on one document."""
    with Seat(PYTHON, "-m", "briefing", str(document)) as seat:
        first = seat.until(FIRST, PATIENCE)
        whole = seat.until(WHOLE, PATIENCE)
        seat.until_quiet(1.0)
        line = f"{'briefing':12}{size_name(document.stat().st_size):>8}"
        line += f"{first * 1000:9.0f} ms{whole * 1000:9.0f} ms{seat.memory() - floor:7.0f} MB"
        for name, key in MOVES:
            if name == "hit":
                for typed in (b"/", b"sanctions", b"\r"):
                    seat.press(typed)
                    seat.until_quiet(1.0)
            taken = [cpu_of(seat, key) for _ in range(TIMES)]
            middle, worst = quantiles([cpu for cpu, _ in taken])
            answers = sorted(answer for _, answer in taken)
            line += f" | {name} {middle:.1f}/{worst:.1f} ms, {answers[TIMES // 2] * 1000:.0f} ms"
        print(line, flush=True)


def theirs(name: str, argv: Sequence[str], document: Path) -> None:
    """A line for another reader on one document."""
    with Seat(*argv, str(document)) as seat:
        first = seat.until(FIRST, PATIENCE)
        size = size_name(document.stat().st_size)
        print(f"{name:12}{size:>8}{first * 1000:9.0f} ms", flush=True)


def main() -> None:
    """Every program on every document."""
    largest = int(sys.argv[1]) if len(sys.argv) > 1 else SIZES[-1]
    with tempfile.TemporaryDirectory() as folder:
        os.environ.update(BRIEFING_HOME=folder, TERM="xterm-256color", COLORTERM="truecolor")
        with Seat(PYTHON, "-c", EMPTY) as seat:
            first = seat.until(b"READY", PATIENCE)
            seat.until_quiet(0.5)
            floor = seat.memory()
        print(f"{'empty app':12}{'':8}{first * 1000:9.0f} ms{'':12}{floor:7.0f} MB in all")
        print("CPU median/p99 of an operation with its frame, then the median answer")
        for size in (size for size in SIZES if size <= largest):
            document = Path(folder) / f"{size}.md"
            document.write_text(markdown(size), "utf-8")
            ours(document, floor)
            for name, argv in (("less", ["less"]), ("glow", ["glow", "-p"]), ("frogmouth", [])):
                # What takes minutes for the next size up is not asked for it.
                if shutil.which(name) and (name == "less" or size <= 100_000):
                    theirs(name, argv or [name], document)


if __name__ == "__main__":
    main()
