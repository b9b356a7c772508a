"""How long splitting takes: short texts, long ones, texts of the worst kind, and what comes first.

Run with `python benchmarks/split.py`. Times are of the processor, the least of several runs. What
comes first, and a short text, are told as shares of what `python -c pass` takes in the same run, as
times differ from machine to machine. Other tools are measured by `python -m benchmarks.structure`.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial

from briefing.document.model import Manuscript
from briefing.formats.text import lines
from briefing.library.lexicons import lexicon
from briefing.resources import bundled
from briefing.structure import split

TEXT = (bundled("content") / "ukraine-conflict.txt").read_text("utf-8")
FIRST = {
    "python -c pass": "pass",
    "import briefing.structure": "import briefing.structure",
    "  and the lexicon": "from briefing.library.lexicons import lexicon; lexicon()",
}
STARTS = 15


def texts() -> dict[str, str]:
    """Texts by what they are: ordinary ones, and those with most to decide for their size."""
    ordinary = "\n\n".join([TEXT] * (1 + 10_000_000 // len(TEXT)))
    return {
        "ordinary, 1 MB": ordinary[:1_000_000],
        "ordinary, 10 MB": ordinary[:10_000_000],
        "one line, 1 MB": " ".join(TEXT.split() * (1_000_000 // len(TEXT)))[:1_000_000],
        "200,000 words, one a line": "\n".join(f"word{n}" for n in range(200_000)),
        "60,000 headings": "\n\n".join(f"A Heading of Its Own {n}" for n in range(60_000)),
        "100,000 bullets": "\n".join(f"- point {n} of the list" for n in range(100_000)),
    }


def seconds(work: Callable[[], object], runs: int) -> float:
    """The least processor time of `runs` runs."""
    times = []
    for _ in range(runs):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def whole_process(code: str) -> float:
    """The processor time of a fresh interpreter that runs `code`."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run((sys.executable, "-c", code), check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Print every figure."""
    starts = [{name: whole_process(code) for name, code in FIRST.items()} for _ in range(STARTS)]
    least = {name: min(start[name] for start in starts) for name in FIRST}
    python = least["python -c pass"]
    for name, cost in least.items():
        print(f"{name:<28}{cost * 1000:8.0f} ms {cost / python:8.2f}x")
    known = lexicon()
    short = seconds(lambda: split(Manuscript("text", lines=lines(TEXT)), known), 10)
    short *= 10_240 / len(TEXT.encode())
    print(f"{'the bundled briefing':<28}{short * 1000:8.1f} ms {short / python:8.2f}x  for 10 KB")
    for name, text in texts().items():
        manuscript = Manuscript("text", lines=lines(text))
        taken = seconds(partial(split, manuscript, known), 1)
        print(f"{name:<28}{len(text.encode()) / 1e6 / taken:8.2f} MB/s")


if __name__ == "__main__":
    main()
