"""How long a start takes, in whole processes: Python alone, a command, the reader's first text.

Run with `python benchmarks/start.py [RUNS]`. Every line is the median of RUNS starts, taken in
turns so that a busy moment falls on all alike; the last column is the ratio to the line that is
the least that could be hoped for: Python itself, or an empty Textual application.
"""

from __future__ import annotations

import fcntl
import os
import pty
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Callable
from pathlib import Path

PYTHON = sys.executable
BRIEFING = str(Path(PYTHON).parent / "briefing")
DOCUMENT = "ukraine-conflict"
FIRST_TEXT = b"Sections"
"""Stands in the tabs, which are painted together with the text."""
EMPTY_APP = """
from textual.app import App
from textual.widgets import Static
class Empty(App):
    def compose(self):
        yield Static("Sections")
Empty().run()
"""
RUNS = 15
PATIENCE = 20.0
"""Seconds after which a start counts as failed."""


def process(*argv: str) -> Callable[[], float]:
    """Seconds from the start of a process to its end."""

    def run() -> float:
        start = time.perf_counter()
        subprocess.run(argv, check=True, stdout=subprocess.DEVNULL)
        return time.perf_counter() - start

    return run


def first_text(*argv: str) -> Callable[[], float]:
    """Seconds from the start of a process to its first text on a terminal of 80×24."""

    def run() -> float:
        ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        start = time.perf_counter()
        with subprocess.Popen(argv, stdin=theirs, stdout=theirs, stderr=theirs) as started:
            os.close(theirs)
            written = b""
            while FIRST_TEXT not in written and time.perf_counter() - start < PATIENCE:
                written += os.read(ours, 65536)
            taken = time.perf_counter() - start
            started.kill()
        os.close(ours)
        return taken

    return run


CASES: list[tuple[str, str, Callable[[], float]]] = [
    ("python -c pass", "", process(PYTHON, "-c", "pass")),
    ("briefing --version", "python -c pass", process(BRIEFING, "--version")),
    (f"briefing show {DOCUMENT}", "python -c pass", process(BRIEFING, "show", DOCUMENT)),
    (
        f"briefing show {DOCUMENT} as JSON",
        "python -c pass",
        process(BRIEFING, "show", DOCUMENT, "--format", "json"),
    ),
    ("briefing search caspian", "python -c pass", process(BRIEFING, "search", "caspian")),
    ("empty Textual app, first text", "", first_text(PYTHON, "-c", EMPTY_APP)),
    ("briefing, first text", "empty Textual app, first text", first_text(BRIEFING, DOCUMENT)),
]


def main() -> None:
    """Take the times in turns and print the medians."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else RUNS
    times: dict[str, list[float]] = {name: [] for name, _, _ in CASES}
    with tempfile.TemporaryDirectory() as home:
        os.environ.update(BRIEFING_HOME=home, TERM="xterm-256color", COLORTERM="truecolor")
        # Compiled as what was installed is, also from a checkout and where Python may not write.
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["PYTHONPYCACHEPREFIX"] = f"{home}/compiled"
        for _, _, start in CASES:
            start()  # once for the caches
        for _ in range(runs):
            for name, _, start in CASES:
                times[name].append(start())
    medians = {name: statistics.median(taken) for name, taken in times.items()}
    print(f"medians of {runs} starts, Python {sys.version.split()[0]}, {os.cpu_count()} cores")
    for name, least, _ in CASES:
        ratio = f"{medians[name] / medians[least]:5.2f}x {least}" if least else ""
        print(f"{name:<40}{medians[name] * 1000:7.0f} ms  {ratio}".rstrip())


if __name__ == "__main__":
    main()
