"""The library at size: a start beside many unchanged parts, its lists, and one document changed.

    python benchmarks/library.py [PARTS]       100,000 parts, 20 a document, unless told otherwise

Documents are made with a fixed seed. A start is timed in a pseudo-terminal, with a library of one
part and with all of them in turns, so that a busy moment falls on both alike; its CPU is that of
the whole process until it has nothing left to do, folders compared with the index included.
"""

from __future__ import annotations

import os
import random
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

from corpus import SEED, WORDS
from seat import Seat

from briefing.folders import HOME_VARIABLE
from briefing.library import Library
from briefing.library.watch import Watch
from briefing.paths import default_paths
from briefing.tui.arranging import Arranger, Choice
from briefing.tui.shelves import SHELVES
from briefing.tui.trends import BOARD

PARTS_A_DOCUMENT = 20
A_FOLDER = 250
STARTS, CHANGES, TIMES = 11, 15, 7
MOST_TRENDS = 10_000
PATIENCE = 60.0
OPEN = "ukraine-conflict"


def document(chance: random.Random, number: int) -> str:
    """A note of 20 parts: eleven sections, five trends, three questions under two headings."""

    def words(count: int) -> str:
        return " ".join(chance.choices(WORDS, k=count)).capitalize()

    date = f"{chance.randint(2018, 2025)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    lines = [f"# {words(5)} {number}", f"By {words(1)} {words(1)}", date, words(40) + "."]
    for _ in range(10):
        lines += [f"## {words(4)}", words(60) + "."]
    lines.append("## Key trends to watch")
    lines.append("\n".join(f"- **{words(2)}:** {words(20)}." for _ in range(5)))
    lines.append("## FAQ")
    for _ in range(3):
        lines += [f"### Would {words(5).lower()}?", words(25) + "."]
    return "\n\n".join(lines) + "\n"


def make(folder: Path, count: int) -> None:
    """`count` documents under `folder`."""
    chance = random.Random(SEED)  # noqa: S311 -- a fixed seed is the point
    for number in range(count):
        inner = folder / f"{number // A_FOLDER:03}"
        inner.mkdir(parents=True, exist_ok=True)
        (inner / f"note-{number:05}.md").write_text(document(chance, number), "utf-8")


def home(at: Path, folder: Path) -> Library:
    """A library of `folder` whose files are kept at `at`, read."""
    os.environ[HOME_VARIABLE] = str(at)
    paths = default_paths()
    paths.config.mkdir(parents=True)
    paths.settings.write_text(f"folders = [{str(folder)!r}]\n", "utf-8")
    return Library.open(paths)


def timed(work: Callable[[], object], times: int = TIMES) -> str:
    """The median of `work` in milliseconds, by the clock and in CPU."""
    wall, cpu = [], []
    for _ in range(times):
        begun, used = time.perf_counter(), time.process_time()
        work()
        wall.append(time.perf_counter() - begun)
        cpu.append(time.process_time() - used)
    return f"{1000 * statistics.median(wall):8.1f} ms {1000 * statistics.median(cpu):8.1f} ms CPU"


def start() -> tuple[float, float, float]:
    """Seconds to the first text and to the answer to a key, and CPU seconds until all is done."""
    program = str(Path(sys.executable).parent / "briefing")
    with Seat(program, OPEN) as seat:
        seat.press(b"5")
        text = seat.until(b"Sections", PATIENCE)
        key = seat.until(b"No bookmarks", PATIENCE)
        seat.until_idle(PATIENCE, 1.5)
        return text, key, seat.cpu()


def starts(one: Path, many: Path) -> None:
    """Starts beside one part and beside many, in turns."""
    figures: dict[Path, list[tuple[float, float, float]]] = {one: [], many: []}
    for _ in range(STARTS):
        for at, found in figures.items():
            os.environ[HOME_VARIABLE] = str(at)
            found.append(start())
    print(f"{'start':<28}{'one part':>12}{'all parts':>12}{'more':>12}")
    for number, name in enumerate(("first text", "answer to a key", "CPU until all is done")):
        ours = [statistics.median(each[number] for each in found) for found in figures.values()]
        ours.append(
            statistics.median(b[number] - a[number] for a, b in zip(*figures.values(), strict=True))
        )
        print(f"{name:<28}" + "".join(f"{1000 * each:9.1f} ms" for each in ours))


def lists(library: Library) -> None:
    """What the screens of library and trends ask for, in their threads."""
    print(f"{'folders looked at':<28}{timed(library.refresh)}")
    print(f"{'list of the library':<28}{timed(library.entries)}")
    entries = library.entries()
    shelf = Arranger(SHELVES, entries)
    shelf.arrange(Choice("date"), "a")
    for name in SHELVES.orders:
        fresh = Arranger(SHELVES, entries)
        print(f"{f'sorted by {name}':<28}{timed(lambda: fresh.arrange(Choice(name)), 1)}")  # noqa: B023
    print(f"{'one letter of the filter':<28}{timed(lambda: shelf.arrange(Choice('date'), 'bank'))}")
    print(f"{'parted by month':<28}{timed(lambda: shelf.arrange(Choice('date', group='month')))}")
    print(f"{'trend board':<28}{timed(lambda: library.trends(MOST_TRENDS))}")
    board = Arranger(BOARD, library.trends(MOST_TRENDS))
    print(f"{'filtered the first time':<28}{timed(lambda: board.arrange(Choice('date'), 'x'), 1)}")


def changes(library: Library, folder: Path) -> None:
    """How long after a save its words are found, as the open reader has them found."""
    watch = Watch(lambda: library.catalog)
    refreshed = threading.Event()

    def follow() -> None:
        watch.begin()
        while (noticed := watch.wait()) is not None:
            library.refresh(only=noticed.documents)
            refreshed.set()

    thread = threading.Thread(target=follow)
    thread.start()
    time.sleep(1.0)
    path = next(folder.rglob("*.md"))
    text = path.read_text("utf-8")
    took = []
    for number in range(CHANGES):
        word = f"zygote{number}"
        path.write_text(f"{text}\n\n{word}\n", "utf-8")
        saved = time.perf_counter()
        while not library.search(word).total:  # asked when told, as the search on the screen is
            refreshed.wait(PATIENCE)
            refreshed.clear()
        took.append(1000 * (time.perf_counter() - saved))
        time.sleep(0.1)
    path.write_text(text, "utf-8")
    watch.close()
    thread.join()
    took.sort()
    print(f"{'changed, and found again':<28}{took[len(took) // 2]:8.1f} ms, {took[-1]:.1f} at most")


def main(parts: int) -> None:
    """Make, build, then measure."""
    count = parts // PARTS_A_DOCUMENT
    print(f"{count:,} documents of {PARTS_A_DOCUMENT} parts")
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        make(root / "many", count)
        make(root / "one", 1)
        small = home(root / "home-one", root / "one")
        small.refresh()
        small.close()
        library = home(root / "home-many", root / "many")
        begun = time.perf_counter()
        library.refresh()
        print(f"{'read for the first time':<28}{time.perf_counter() - begun:8.1f} s")
        lists(library)
        changes(library, root / "many")
        library.close()
        starts(root / "home-one", root / "home-many")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
