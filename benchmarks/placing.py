"""How often a bookmark is right, lost or wrong after its document was revised.

    python benchmarks/placing.py [--documents 60]

Texts are made of words with the frequencies of English (Zipf), 40 paragraphs a document; a revision
replaces, drops or adds words, and may move, delete or imitate paragraphs. A place is right within
80 characters of the word that was marked. The peer is the rule of quote-only anchoring: the exact
quote, else the window of words most like it, with no floor.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from random import Random

from briefing.document.locator import Locator, Place, Placer, locate
from briefing.document.model import Block, Briefing, Part, Passage

PARAGRAPHS, SECTION = 40, 5
SCREEN_LINE = 80
Word = tuple[int, str]
"""A word and its own number, by which it is known after the revision; below zero when new."""


def vocabulary(chance: Random) -> list[str]:
    """Ten thousand words, the common ones short."""
    letters = "etaoinshrdlucmfwypvbgk"
    return [
        "".join(chance.choices(letters, k=2 + n // 1500 + chance.randint(0, 4)))
        for n in range(10_000)
    ]


def document(chance: Random, words: Sequence[str], weights: Sequence[float]) -> list[list[Word]]:
    """Paragraphs of 20 to 90 words."""
    number = iter(range(10**9))
    return [
        [(next(number), word) for word in chance.choices(words, weights, k=chance.randint(20, 90))]
        for _ in range(PARAGRAPHS)
    ]


def edited(paragraph: list[Word], share: float, chance: Random, words: Sequence[str]) -> list[Word]:
    """The paragraph with a share of its words replaced, dropped or doubled by others."""
    result: list[Word] = []
    for word in paragraph:
        if chance.random() >= share:
            result.append(word)
            continue
        kind = chance.choice(["replace", "drop", "insert"])
        if kind == "insert":
            result.append(word)
        if kind != "drop":
            result.append((-1, chance.choice(words)))
    return result


def briefing(paragraphs: Sequence[Sequence[Word]], digest: str) -> Briefing:
    """A briefing of the paragraphs, five to a section."""
    passages = tuple(
        Passage(
            Block("paragraph", " ".join(word for _, word in paragraph), n + 1),
            "text",
            f"s:{n // SECTION}",
        )
        for n, paragraph in enumerate(paragraphs)
    )
    parts = tuple(
        Part(f"s:{n}", "section", f"Part {n}", "", 1, n * SECTION, (n + 1) * SECTION, 1)
        for n in range(-(-len(paragraphs) // SECTION))
    )
    return Briefing("b", "text", passages, parts, digest=digest)


def positions(paragraphs: Sequence[Sequence[Word]]) -> dict[int, tuple[int, int]]:
    """Passage and offset of each word that has a number."""
    found = {}
    for passage, paragraph in enumerate(paragraphs):
        offset = 0
        for number, word in paragraph:
            if number >= 0:
                found[number] = (passage, offset)
            offset += len(word) + 1
    return found


class QuoteOnly:
    """The peer: nothing but the quote, and always an answer where any word agrees."""

    def __init__(self, revised: Briefing) -> None:
        self._texts = [passage.block.text for passage in revised.passages]

    def place(self, locator: Locator) -> Place:
        """The first exact quote, else the passage that holds most of it."""
        for passage, text in enumerate(self._texts):
            if (offset := text.find(locator.quote)) >= 0:
                return Place("placed", passage, offset)
        wanted = Counter(locator.quote.split())
        shares = [sum((wanted & Counter(text.split())).values()) for text in self._texts]
        passage = shares.index(max(shares))
        match = SequenceMatcher(None, locator.quote, self._texts[passage], autojunk=False)
        block = match.find_longest_match()
        return Place("changed", passage, max(0, block.b - block.a))


Revise = Callable[[list[list[Word]], Random, Sequence[str]], list[list[Word]]]


def editing(share: float) -> Revise:
    """Every paragraph edited."""
    return lambda text, chance, words: [edited(part, share, chance, words) for part in text]


def moving(text: list[list[Word]], chance: Random, words: Sequence[str]) -> list[list[Word]]:
    """A fifth of the words edited, five paragraphs moved, three imitated."""
    revised = [edited(part, 0.2, chance, words) for part in text]
    for _ in range(5):
        revised.insert(chance.randrange(len(revised)), revised.pop(chance.randrange(len(revised))))
    for _ in range(3):
        model = edited(text[chance.randrange(len(text))], 0.3, chance, words)
        revised.insert(chance.randrange(len(revised)), [(-1, word) for _, word in model])
    return revised


def deleting(text: list[list[Word]], chance: Random, words: Sequence[str]) -> list[list[Word]]:
    """A tenth of the words edited, half of the paragraphs gone."""
    return [edited(part, 0.1, chance, words) for part in text if chance.random() < 0.5]


REVISIONS: dict[str, Revise] = {
    "5 % of words": editing(0.05),
    "20 % of words": editing(0.2),
    "40 % of words": editing(0.4),
    "20 %, 5 moved, 3 imitated": moving,
    "10 %, half deleted": deleting,
}


def judge(place: Place, truth: tuple[int, int] | None) -> str:
    """What became of one bookmark."""
    if place.status == "lost":
        return "lost, rightly" if truth is None else "lost"
    if truth is None or truth[0] != place.passage or abs(truth[1] - place.offset) > SCREEN_LINE:
        return "wrong"
    return "right"


def main() -> None:
    """Prints a table, a row a revision and method."""
    parser = argparse.ArgumentParser(description="where bookmarks go when a text is revised")
    parser.add_argument("--documents", type=int, default=60)
    count = parser.parse_args().documents
    chance = Random(7)  # noqa: S311 - repeatable, not secret
    words = vocabulary(chance)
    weights = [1 / (rank + 2) for rank in range(len(words))]
    outcomes = ("right", "lost", "wrong", "lost, rightly")
    print(
        f"{'revision':27}{'method':12}" + "".join(f"{name:>15}" for name in outcomes) + "     ms/40"
    )
    for name, revise in REVISIONS.items():
        tallies = {"ours": Counter[str](), "quote only": Counter[str]()}
        spent: Counter[str] = Counter()
        for _ in range(count):
            text = document(chance, words, weights)
            revised = revise(text, chance, words)
            before, after, truth = (
                briefing(text, "one"),
                briefing(revised, "two"),
                positions(revised),
            )
            marks = []
            for passage, paragraph in enumerate(text):
                at = chance.choice([0, chance.randrange(len(paragraph))])
                offset = sum(len(word) + 1 for _, word in paragraph[:at])
                # Right is where the marked word went, or the nearest of its neighbours.
                near = (
                    paragraph[k][0]
                    for k in sorted(range(len(paragraph)), key=lambda k: abs(k - at))[:9]
                )
                marks.append(
                    (
                        locate(before, passage, offset),
                        next((truth[n] for n in near if n in truth), None),
                    )
                )
            for method, placer_type in (("ours", Placer), ("quote only", QuoteOnly)):
                begun = time.perf_counter()
                placer = placer_type(after)
                placed = [placer.place(locator) for locator, _ in marks]
                spent[method] += round((time.perf_counter() - begun) * 1e6)
                tallies[method].update(
                    judge(place, where) for place, (_, where) in zip(placed, marks, strict=True)
                )
        for method, tally in tallies.items():
            total = sum(tally.values())
            shares = "".join(f"{tally[key] / total:>14.2%} " for key in outcomes)
            print(f"{name:27}{method:12}{shares}{spent[method] / count / 1000:>9.1f}")


if __name__ == "__main__":
    main()
