"""When an element of an outline is the one that was annotated."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TypeVar

from benchmarks.structure.outline import Item
from benchmarks.structure.wording import LONG, folded, letters, unnumbered

Found = TypeVar("Found")
TREND_BEGINNING = 30
"""Characters of an annotated item that must agree."""
LONGEST_LABEL = 40
LABEL_END = re.compile(r"[:：?？!！]\s*")
FIRST_WORD = re.compile(r"\w+\s+")
FEWEST_LETTERS = 6
"""Of a tip without its label: fewer say nothing."""
SENTENCE_END = re.compile(r"(?<=[.!?…。！？:|»])\s*")
CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
CJK_PHRASE = 8
"""Characters that say as much as three words."""


def pair(
    found: Sequence[Found], wanted: Sequence[str], same: Callable[[Found, str], bool]
) -> tuple[list[Found], list[str]]:
    """What of `found` has no partner in `wanted`, and the reverse, when each takes the first."""
    false, missed = [], list(wanted)
    for one in found:
        partner = next((text for text in missed if same(one, text)), None)
        if partner is None:
            false.append(one)
        else:
            missed.remove(partner)
    return false, missed


def same_trend(item: Item, wanted: str) -> bool:
    """Whether `item` is the one annotated as `wanted`."""
    if unnumbered(item.label) == unnumbered(wanted):
        return True
    whole, beginning = unnumbered(f"{item.label} {item.text}"), unnumbered(wanted)
    if letters(whole).startswith(letters(beginning[:TREND_BEGINNING])):
        return True
    return len(whole) >= LONG and beginning.startswith(whole)


def same_tip(item: Item, wanted: str) -> bool:
    """Whether the words annotated as `wanted` begin `item`, with or without a label."""
    bodies = [wanted]
    if ending := LABEL_END.search(wanted, 0, LONGEST_LABEL):
        bodies.append(wanted[ending.end() :])
    if first := FIRST_WORD.match(wanted):
        bodies.append(wanted[first.end() :])
    texts = (letters(item.text), letters(f"{item.label} {item.text}"))
    return any(
        len(letters(body)) >= FEWEST_LETTERS and text.startswith(letters(body))
        for body in bodies
        for text in texts
    )


def stands_in(phrase: str, kept: Sequence[str]) -> bool:
    """Whether the furniture `phrase` stands in what a tool keeps."""
    wanted = folded(phrase)
    if len(wanted.split()) >= 3 or (CJK.search(wanted) and len(wanted) >= CJK_PHRASE):
        return any(wanted in folded(line) for line in kept)
    return any(
        folded(sentence).rstrip(".!?…|») ") == wanted.rstrip(".!?…|») ")
        for line in kept
        for sentence in (line, *SENTENCE_END.split(line))
    )
