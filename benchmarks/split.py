"""How long splitting takes: short texts, long ones, texts of the worst kind, and what comes first.

Run with `python benchmarks/split.py`. Times are of the processor, the least of several runs.
`unstructured` stands beside it where it is installed; it finds elements only, no parts.
"""

from __future__ import annotations

import importlib.util
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
    "import briefing.structure": "import briefing.structure",
    "the lexicon": "from briefing.library.lexicons import lexicon; lexicon()",
}
COST = "import time; start = time.process_time(); {}; print(time.process_time() - start)"


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


def main() -> None:
    """Print every figure."""
    for name, code in FIRST.items():
        argv = (sys.executable, "-c", COST.format(code))
        cost = min(float(subprocess.check_output(argv)) for _ in range(5))
        print(f"{name:<28}{cost * 1000:8.0f} ms")
    known = lexicon()
    short = seconds(lambda: split(Manuscript("text", lines=lines(TEXT)), known), 10)
    size = len(TEXT.encode())
    print(f"{'the bundled briefing':<28}{short * 1000 * 10_240 / size:8.1f} ms per 10 KB")
    if importlib.util.find_spec("unstructured") is not None:
        from unstructured.partition.text import partition_text  # type: ignore[import-not-found]  # optional

        theirs = seconds(lambda: partition_text(text=TEXT), 3)
        print(f"{'  unstructured':<28}{theirs * 1000 * 10_240 / size:8.1f} ms per 10 KB")
    for name, text in texts().items():
        manuscript = Manuscript("text", lines=lines(text))
        taken = seconds(partial(split, manuscript, known), 1)
        print(f"{name:<28}{len(text.encode()) / 1e6 / taken:8.2f} MB/s")


if __name__ == "__main__":
    main()
