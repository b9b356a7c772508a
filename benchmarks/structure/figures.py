"""The scores of many documents as the figures of a table."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence

from benchmarks.structure.score import Score

LISTS = ("headings", "trends", "faq", "tips")
ROUNDS = 1000
SEED = 20
OUTSIDE = 0.025
"""Share of the rounds on each side of the 95 % interval."""
Figures = dict[str, float]


def precision_recall_f1(right: int, false: int, missed: int) -> tuple[float, float, float]:
    """The three, from 0 to 1; nothing wanted and nothing found is right."""
    precision = right / (right + false) if right + false else float(not missed)
    recall = right / (right + missed) if right + missed else float(not false)
    both = precision + recall
    return precision, recall, 2 * precision * recall / both if both else 0.0


def figures(scores: Sequence[Score]) -> Figures:
    """Every figure there is for `scores`; what no document could show is left out.

    `headings.low` and `headings.high` bound the F1: 95 % of the F1 of as many documents drawn at
    random, with repetition, a thousand times with a fixed seed.
    """
    total: Counter[str] = sum((one.counts for one in scores), Counter())
    found: Figures = {"documents": len(scores), "failed": total["failed"]}
    for kind in LISTS:
        counts = [total[f"{kind}.{name}"] for name in ("right", "false", "missed")]
        found[f"{kind}.of"] = counts[0] + counts[2]
        if any(counts):
            names = (f"{kind}.precision", f"{kind}.recall", f"{kind}.f1")
            found |= dict(zip(names, precision_recall_f1(*counts), strict=True))
    if "headings.f1" in found:
        found["headings.low"], found["headings.high"] = interval(scores)
    found["perfect"] = total["perfect"] / len(scores) if scores else 0.0
    for kind in ("title", "byline", "date"):
        found[f"{kind}.of"], found[f"{kind}.right"] = total[f"{kind}.of"], total[f"{kind}.right"]
    for name in ("title.made_up", "date.made_up", "furniture.of", "furniture.leaked"):
        found[name] = total[name]
    return found


def interval(scores: Sequence[Score]) -> tuple[float, float]:
    """The 95 % interval of the headings' F1."""
    rng = random.Random(SEED)  # noqa: S311 - draws documents, guards nothing
    drawn = []
    for _ in range(ROUNDS):
        sample = rng.choices(scores, k=len(scores))
        counts = [
            sum(one.counts[f"headings.{name}"] for one in sample)
            for name in ("right", "false", "missed")
        ]
        drawn.append(precision_recall_f1(*counts)[2])
    drawn.sort()
    outside = int(OUTSIDE * ROUNDS)
    return drawn[outside], drawn[-outside - 1]
