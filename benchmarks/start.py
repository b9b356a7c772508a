"""How long a start takes: whole commands, the reader's first text, and its first answer to a key.

Run with `python benchmarks/start.py [RUNS]`. Every line is the median of RUNS starts, taken in
turns so that a busy moment falls on all alike; the last columns are the medians of the ratios to
the line that is the least that could be hoped for: Python itself, or an empty Textual application.
Of the processor's time, which a busy machine hardly changes, only that of the process itself is
told: a document that is opened for the first time is split by another one meanwhile.

A key is written the moment the process starts; it is answered when its effect is on the screen.
The first start of a document has no page of the last sitting to show, the second has.
"""

from __future__ import annotations

import fcntl
import os
import pty
import resource
import select
import shutil
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from corpus import markdown

PYTHON = sys.executable
BRIEFING = str(Path(PYTHON).parent / "briefing")
DOCUMENT = "ukraine-conflict"
EMPTY_APP = """
from textual.app import App
from textual.widgets import Static
class Empty(App):
    def compose(self):
        yield Static("Sections")
    def on_key(self, event):
        self.exit() if event.key == "q" else self.query_one(Static).update("No bookmarks")
Empty().run()
"""
SIZES = {"10 KB": 10_000, "1 MB": 1_000_000, "10 MB": 10_000_000}
RUNS = 15
PATIENCE = 20.0
"""Seconds after which a start counts as failed."""


class Awaited(NamedTuple):
    """What a program shows first, and what after a key; none of it is cut by a colour."""

    text: bytes
    key: bytes = b""
    effect: bytes = b""


OURS = Awaited(b"Sections", b"5", b"No bookmarks")
"""The tabs are painted together with the text."""
LESS = Awaited(b"## ", b"G", b"(END)")
OTHERS = Awaited(b"Would")
"""A word of the first heading; what a key does differs."""


class Taken(NamedTuple):
    """Seconds since the start of a process."""

    wall: float
    cpu: float


def process(*argv: str) -> Callable[[], Taken]:
    """What a process takes from its start to its end."""

    def run() -> Taken:
        start, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(argv, check=True, stdout=subprocess.DEVNULL)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        return Taken(time.perf_counter() - start, cpu)

    return run


def cpu_of(pid: int) -> float:
    """CPU seconds of all threads of a process so far; 0 where the system does not tell."""
    total = 0
    for told in Path(f"/proc/{pid}/task").glob("*/schedstat"):
        with suppress(OSError):  # the thread has ended
            total += int(told.read_text("ascii").split()[0])
    return total / 1e9


def sitting(awaited: Awaited, *argv: str, ends: bool = True) -> tuple[Taken, Taken]:
    """What the first text and the answer take on a terminal of 80×24; it `ends` by `q`."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    start = time.perf_counter()
    taken = []
    with subprocess.Popen(
        argv, stdin=theirs, stdout=theirs, stderr=theirs, preexec_fn=own_terminal
    ) as started:
        os.close(theirs)
        os.write(ours, awaited.key)
        written = b""
        for wanted in filter(None, (awaited.text, awaited.effect)):
            while wanted not in written and time.perf_counter() - start < PATIENCE:
                written += read(ours)
            taken.append(Taken(time.perf_counter() - start, cpu_of(started.pid)))
        if ends:
            os.write(ours, b"q")
            while started.poll() is None and time.perf_counter() - start < 2 * PATIENCE:
                read(ours)
        started.kill()
    os.close(ours)
    return taken[0], taken[-1]


def own_terminal() -> None:
    """Make standard input the terminal of a new session, as a shell does."""
    os.setsid()
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


def read(terminal: int) -> bytes:
    """What is written within a second; nothing once the program has ended."""
    if not select.select([terminal], [], [], 1)[0]:
        return b""
    try:
        return os.read(terminal, 65536)
    except OSError:
        return b""


class Case(NamedTuple):
    """One line of the table."""

    name: str
    least: str
    run: Callable[[], Taken]


def commands() -> list[Case]:
    """What prints and ends."""
    alone = "python -c pass"
    return [
        Case(alone, "", process(PYTHON, "-c", "pass")),
        Case("briefing --version", alone, process(BRIEFING, "--version")),
        Case(f"briefing show {DOCUMENT}", alone, process(BRIEFING, "show", DOCUMENT)),
        Case(
            f"briefing show {DOCUMENT} as JSON",
            alone,
            process(BRIEFING, "show", DOCUMENT, "--format", "json"),
        ),
        Case("briefing search caspian", alone, process(BRIEFING, "search", "caspian")),
    ]


def table(times: dict[str, list[Taken]], least: dict[str, str]) -> None:
    """Print the medians, and the medians of the ratios of each turn: wall, then processor."""
    for name, taken in times.items():
        ratio = ""
        wall, cpu = (statistics.median(each) * 1000 for each in zip(*taken, strict=True))
        if other := least.get(name):
            turns = list(zip(taken, times[other], strict=True))
            walls = statistics.median(one.wall / base.wall for one, base in turns)
            cpus = statistics.median(one.cpu / base.cpu if base.cpu else 0 for one, base in turns)
            ratio = f"{walls:5.2f}x {cpus:5.2f}x {other}"
        print(f"{name:<58}{wall:7.0f} ms {cpu:6.0f} ms CPU  {ratio}".rstrip())


def readers(folder: Path, runs: int) -> None:
    """First text and first answer, the documents growing."""
    empty = "empty Textual app"
    files = {name: folder / f"{size}.md" for name, size in SIZES.items()}
    for name, path in files.items():
        path.write_text(markdown(SIZES[name]), "utf-8")
    documents = {"bundled briefing": DOCUMENT, **{n: str(path) for n, path in files.items()}}
    times: dict[str, list[Taken]] = {}
    least: dict[str, str] = {}

    def take(name: str, awaited: Awaited, *argv: str, ends: bool = True) -> None:
        first, ready = sitting(awaited, *argv, ends=ends)
        for kind, taken in (("first text", first), ("ready for keys", ready)):
            if kind == "first text" or awaited.effect:
                times.setdefault(f"{name}, {kind}", []).append(taken)
                least[f"{name}, {kind}"] = "" if name == empty else f"{empty}, {kind}"

    for turn in range(runs + 1):
        if turn == 1:
            times.clear()  # the first was for the caches
        take(empty, OURS, PYTHON, "-c", EMPTY_APP)
        for name, document in documents.items():
            home = os.environ["BRIEFING_HOME"]
            os.environ["BRIEFING_HOME"] = f"{home}/{len(document)}-{turn}"
            take(f"briefing, {name}, first start", OURS, BRIEFING, document)
            take(f"briefing, {name}, again", OURS, BRIEFING, document)
            os.environ["BRIEFING_HOME"] = home
        for peer, awaited in (("less", LESS), ("frogmouth", OTHERS), ("glow", OTHERS)):
            if program := shutil.which(peer):
                argv = (program, *(["-p"] if peer == "glow" else []))
                take(f"{peer}, 10 KB", awaited, *argv, str(files["10 KB"]), ends=peer == "less")
    table(times, least)


def main() -> None:
    """Take the times in turns and print the medians."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else RUNS
    cases = commands()
    times: dict[str, list[Taken]] = {case.name: [] for case in cases}
    with tempfile.TemporaryDirectory() as home:
        os.environ.update(BRIEFING_HOME=home, TERM="xterm-256color", COLORTERM="truecolor")
        # Compiled as what was installed is, also from a checkout and where Python may not write.
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["PYTHONPYCACHEPREFIX"] = f"{home}/compiled"
        for case in cases:
            case.run()  # once for the caches
        for _ in range(runs):
            for case in cases:
                times[case.name].append(case.run())
        print(f"medians of {runs} starts, Python {sys.version.split()[0]}, {os.cpu_count()} cores")
        table(times, {case.name: case.least for case in cases})
        readers(Path(home), runs)


if __name__ == "__main__":
    main()
