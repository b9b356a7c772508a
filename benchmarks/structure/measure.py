"""Reading with the clock running: time for each document, and for everything loaded before one.

`python -m benchmarks.structure.measure TOOL FORMAT` prints the seconds that TOOL takes in this
fresh interpreter to be imported and to read one sentence. Reading it belongs to the cost: word
lists and models are often loaded no sooner than there is something to read.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.structure.annotation import Annotation, Format
from benchmarks.structure.outline import Outline
from benchmarks.structure.peers import TOOLS, Tool
from benchmarks.structure.score import Score, score

ROUNDS = 3
"""A document's time is the shortest of these: the others were disturbed."""
FRESH_STARTS = 3
SENTENCE: dict[Format, tuple[str, bytes]] = {
    "plain": ("one.txt", b"The ferry leaves at noon, and the harbour is closed after it."),
    "markdown": ("one.md", b"The ferry leaves at noon, and the *harbour* is closed after it."),
    "html": ("one.html", b"<html><body><p>The ferry leaves at noon, and stays.</p></body></html>"),
}
CHECKOUT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Document:
    """An annotated document with its bytes."""

    annotation: Annotation
    data: bytes


@dataclass(frozen=True, slots=True)
class Result:
    """What a tool made of a document."""

    file: str
    score: Score
    seconds: float


def run(tool: Tool, documents: Sequence[Document]) -> tuple[Result, ...]:
    """`tool` on every document; where it fails, the document counts as seen to be empty."""
    results = []
    for number, document in enumerate(documents):
        name = document.annotation.file
        # The first reading loads what the tool loads late, and is told apart by `import_seconds`.
        if number == 0:
            _read(tool, document)
        best, outline, failure = float("inf"), Outline(), ""
        for _ in range(ROUNDS):
            begin = time.perf_counter()
            outline, failure = _read(tool, document)
            best = min(best, time.perf_counter() - begin)
        scored = score(document.annotation, outline).of(tool.notions)
        if failure:
            scored.counts["failed"] = 1
            scored = Score(scored.counts, (f"failed: {failure}", *scored.errors))
        results.append(Result(name, scored, best))
    return tuple(results)


def _read(tool: Tool, document: Document) -> tuple[Outline, str]:
    # Whatever a peer raises, the others go on.
    try:
        return tool.read(document.data, document.annotation.file), ""
    except Exception as error:
        return Outline(), f"{type(error).__name__}: {error}".splitlines()[0]


def import_seconds(tool: Tool, form: Format) -> float | None:
    """Median seconds of a few fresh interpreters, or None where the tool fails there."""
    seconds = []
    for _ in range(FRESH_STARTS):
        done = subprocess.run(
            [sys.executable, "-m", "benchmarks.structure.measure", tool.name, form],
            capture_output=True,
            text=True,
            cwd=CHECKOUT,
            check=False,
        )
        if done.returncode:
            return None
        seconds.append(float(done.stdout.split()[-1]))
    return statistics.median(seconds)


def _fresh(name: str, form: str) -> None:
    tool = next(tool for tool in TOOLS if tool.name == name)
    file, data = next(sentence for known, sentence in SENTENCE.items() if known == form)
    begin = time.perf_counter()
    tool.read(data, file)
    print(time.perf_counter() - begin)


if __name__ == "__main__":
    _fresh(*sys.argv[1:])
