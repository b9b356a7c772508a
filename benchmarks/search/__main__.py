"""The index at a size: how long it takes to build, what it weighs, how soon it answers.

    python -m benchmarks.search [PARTS ...] [--keep FOLDER] [--cpu] [--ours]

10,000 and 100,000 parts unless told otherwise; a million takes 1.5 GB of texts, half an hour and
6 GB of disk. With `--keep` what was built is used again at the next run. All engines are filled and
asked in turn, so that each figure beside another is of the same minute. `--cpu` counts the time of
the processor, where other programs run at the same time.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import islice
from pathlib import Path

from benchmarks.search.engines import Engine, Ours, engines
from benchmarks.search.texts import Texts, hostile, queries
from briefing.document.model import Briefing
from briefing.search.find import Finder

AT_ONCE = 200
"""Documents in one transaction, about a second of reading."""
FOUND_IN = 10_000_000
"""Characters of the one document that is searched by itself."""
Clock = Callable[[], float]


def batches(documents: Iterable[Briefing]) -> Iterator[list[Briefing]]:
    """The documents, `AT_ONCE` at a time."""
    rest = iter(documents)
    while batch := list(islice(rest, AT_ONCE)):
        yield batch


def build(folder: Path, parts: int, only: list[Engine], clock: Clock) -> dict[str, float]:
    """Fill the engines in turn; seconds of each, and the size of the texts."""
    taken = {engine.name: 0.0 for engine in only}
    size = 0
    for number, batch in enumerate(batches(Texts().documents(parts))):
        size += sum(len(part.text) + len(part.title) for one in batch for part in one.parts)
        for engine in only[number % len(only) :] + only[: number % len(only)]:
            start = clock()
            engine.add(batch)
            taken[engine.name] += clock() - start
    for engine in only:
        start = clock()
        engine.finish()
        taken[engine.name] += clock() - start
    figures = {**taken, "size": float(size)}
    (folder / "built.json").write_text(json.dumps(figures))
    return figures


def weight(folder: Path) -> int:
    """Bytes of all files under `folder`."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def times(ask: Callable[[str], object], asked: Iterable[str], clock: Clock) -> list[float]:
    """The time of each query in ms, sorted; one that is refused counts as endless."""
    found = []
    for query in asked:
        start = clock()
        try:
            ask(query)
            found.append(1000 * (clock() - start))
        except Exception:
            found.append(float("inf"))
    return sorted(found)


def percentiles(found: Sequence[float]) -> str:
    """The median and the 95th percentile."""
    return f"{found[len(found) // 2]:9.1f}{found[int(len(found) * 0.95)]:8.1f}"


def memory(engine: Engine, folder: Path) -> float:
    """MB that a process needs which asks everything, beyond what it needs to begin."""
    code = (
        "import sys\nfrom pathlib import Path\nfrom benchmarks.search import engines, texts\n"
        "def resident():\n"
        "    return int(Path('/proc/self/statm').read_text().split()[1]) * 4096 / 1e6\n"
        "made = texts.Texts()\nasked = texts.queries(made)\nbegun = resident()\n"
        f"engine = engines.{type(engine).__name__}(Path(sys.argv[1]))\n"
        "for kind in asked.values():\n    for query in kind:\n        engine.ask(query)\n"
        "print(resident() - begun)"
    )
    told = subprocess.run(
        [sys.executable, "-c", code, str(folder)], capture_output=True, text=True, check=True
    )
    return float(told.stdout)


def report(folder: Path, parts: int, clock: Clock, *, alone: bool) -> None:
    """Build what is not there, ask, and print."""
    folder.mkdir(parents=True, exist_ok=True)
    kept = folder / "built.json"
    built = json.loads(kept.read_text()) if kept.exists() else None
    among = [
        each
        for each in engines(folder, parts)
        if (each.name in built if built else not alone or isinstance(each, Ours))
    ]
    built = built or build(folder, parts, among, clock)
    ours = next(each for each in among if isinstance(each, Ours))
    print(f"\n{parts:,} parts, {built['size'] / 1e6:.0f} MB of text")
    print(" " * 16 + "".join(f"{each.name:>17}" for each in among))
    row("build, s", [f"{built[each.name]:.1f}" for each in among])
    row("  of FTS5's", [f"{built[each.name] / built.get('FTS5', 1):.2f}" for each in among])
    sizes = [weight(folder / each.name) / built["size"] for each in among]
    row("size, of text", [f"{size:.2f}" for size in sizes])
    row("memory, MB", [f"{memory(each, folder):.0f}" for each in among])
    texts = Texts()
    changed = list(islice(texts.documents(60), 3))[1]
    spent = [times(partial(change, each, changed), "abc", clock) for each in among]
    row("a change, ms", [f"{found[1]:.1f}" for found in spent])
    print(" " * 16 + "      p50     p95" * (len(among) + 1))
    for kind, asked in queries(texts).items():
        found: list[list[float]] = [[] for _ in among]
        for query in asked:
            for engine, each in zip(among, found, strict=True):
                each += times(engine.ask, [query], clock)
        first = times(ours.first, asked, clock)
        print(f"{kind:<16}{''.join(percentiles(sorted(each)) for each in found)}"
              f"{percentiles(first)} unranked")  # fmt: skip
    for engine in among:
        if engine.name == "ripgrep":
            continue
        spent_on = times(engine.ask, hostile(texts), clock)
        refused = sum(each == float("inf") for each in spent_on)
        answered = [each for each in spent_on if each != float("inf")]
        print(f"{len(spent_on)} hostile queries, {engine.name}: {refused} refused,"
              f" p99 {answered[int(len(answered) * 0.99)]:.0f} ms")  # fmt: skip
    opened = times(lambda _: opening(folder), "abcde", clock)
    print(f"to open the index and list its documents: {opened[2]:.1f} ms")
    for engine in among:
        engine.close()


def change(engine: Engine, document: Briefing, _: str) -> None:
    """Take the document in again."""
    engine.change(document)


def row(name: str, cells: Sequence[str]) -> None:
    """Print one figure of every engine."""
    print(f"{name:<16}" + "".join(f"{cell:>17}" for cell in cells))


def opening(folder: Path) -> None:
    """What a start asks of the index."""
    ours = Ours(folder)
    ours.index.documents()
    ours.index.ids()
    ours.close()


def in_one_document(clock: Clock) -> None:
    """The search within the briefing that is open."""
    texts = Texts()
    made = (part.text for document in texts.documents(20_000) for part in document.parts)
    finder = Finder(list(islice(made, FOUND_IN // 1450)))
    start = clock()
    finder.prepare()
    print(f"\nfind in {FOUND_IN / 1e6:.0f} MB, prepared in {1000 * (clock() - start):.0f} ms")
    for kind, asked in queries(texts).items():
        print(f"{kind:<16}{percentiles(times(finder.find, asked, clock))}")


def main() -> None:
    """Print every figure, a size at a time."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parts", type=int, nargs="*", default=[10_000, 100_000])
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--cpu", action="store_true")
    parser.add_argument("--ours", action="store_true")
    given = parser.parse_args()
    clock = time.process_time if given.cpu else time.perf_counter
    for parts in given.parts:
        with tempfile.TemporaryDirectory() as name:
            folder = (given.keep or Path(name)) / str(parts)
            report(folder, parts, clock, alone=given.ours)
    in_one_document(clock)


if __name__ == "__main__":
    main()
