"""Texts made with a fixed seed, with word frequencies as real texts have them, and what is asked.

Words are of letters as English has them and are drawn by Zipf's law. Documents are made one after
the other, so that a million parts need no more memory than a hundred.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import accumulate

from briefing.document.model import Block, Briefing, Part, Passage

PARTS_A_DOCUMENT = 20
WORDS_A_PART = 160
VOCABULARY = 60_000
QUERIES = 60


def vocabulary(rng: random.Random) -> list[str]:
    """Distinct words with English letters and a few English endings."""
    letters = "etaoinshrdlcumwfgypbvk"
    weights = [1 / (rank + 3) for rank in range(len(letters))]
    words: dict[str, None] = {}
    while len(words) < VOCABULARY:
        stem = "".join(rng.choices(letters, weights, k=rng.randint(3, 9)))
        words[stem + rng.choice(("", "", "", "s", "ing", "ed", "ation"))] = None
    return list(words)


class Texts:
    """Documents made up one after the other, the same at every run."""

    def __init__(self) -> None:
        self.rng = random.Random(1)  # noqa: S311 - repeatable, not secret
        self.words = vocabulary(self.rng)
        self.weights = list(accumulate(1 / (rank + 2.7) for rank in range(VOCABULARY)))

    def text(self, count: int) -> str:
        """`count` words with the stops and commas of prose."""
        words = self.rng.choices(self.words, cum_weights=self.weights, k=count)
        return ". ".join(" ".join(words[at : at + 16]) for at in range(0, count, 16))

    def documents(self, parts: int) -> Iterator[Briefing]:
        """Briefings with `parts` sections among them."""
        for number in range(parts // PARTS_A_DOCUMENT):
            passages = [Passage(Block("heading", self.text(6), 1), "title")]
            made: list[Part] = []
            for order in range(PARTS_A_DOCUMENT):
                name, title, text = f"s:{order}", self.text(4), self.text(WORDS_A_PART)
                start = len(passages)
                passages.append(Passage(Block("heading", title, 2 * order + 2), "heading", name))
                passages.append(Passage(Block("paragraph", text, 2 * order + 3), "text", name))
                made.append(Part(name, "section", title, text, 2 * order + 2, start, start + 2, 1))
            title = passages[0].block.text
            date = f"20{number % 25:02}-01-01"
            yield Briefing(
                f"d{number}", "text", tuple(passages), tuple(made), title=title, date=date
            )


def queries(texts: Texts) -> dict[str, list[str]]:
    """What is asked, by kind."""
    rng = random.Random(2)  # noqa: S311 - repeatable, not secret
    words, weights = texts.words, texts.weights
    drawn = rng.choices(words[100:], k=QUERIES)
    pairs = [rng.choices(words, cum_weights=weights, k=2) for _ in range(QUERIES)]
    return {
        "one word": drawn,
        "common word": rng.choices(words[:60], k=QUERIES),
        "two words": [" ".join(pair) for pair in pairs],
        "phrase": [f'"{first} {second}"' for first, second in pairs],
        "prefix of 3": [f"{word[:3]}*" for word in drawn],
        "in:faq word": [f"in:faq {word}" for word in drawn],
    }


def hostile(texts: Texts) -> list[str]:
    """Queries that are no query, and such as ask for as much work as they can."""
    common, rare = texts.words[:40], texts.words[30_000:30_040]
    return [
        "", " ", '"', '""', '"""', "*", "**", "-", "--", "- -", "(", ")", "()", "((((", "))((",
        "AND", "OR", "NOT", "OR OR", "NEAR", "NEAR(a b)", "a NEAR/2 b", "title:", "title : x",
        "{title} : x", "^x", "x^", "a + b", "+", "\\", "'", "''", ";", "--x", "%", "_", "?",
        "\0", "\0x\0", "\ud800", "\U0001f600", "e\u0301", "\u202ex", "\ufeff", "經濟", "ไทย",
        "in:", "in:nowhere", "after:", "after:never", "is:x", "doc:", "tag:\"", "by:()",
        "in:title", "in:sections", "-in:sections", "after:2000", "before:2100 after:1900",
        "x" * 10_000, "x " * 5_000, '"' + "x " * 5_000, "(" * 500 + "x" + ")" * 500,
        "a*", "e*", "s* t*", " ".join(f"{letter}*" for letter in "abcdefghijklmnopqrstuvwxyz"),
        common[0], f"{common[0]}*", f"in:title {common[0]}", f"in:faq {common[0]}",
        f"-in:sections {common[0]}", f"{common[0]} -{common[1]}", f"{common[0]} after:2024",
        f"{common[0]} -{common[1]} -{common[2]} -{common[3]}", f"{common[0]} doc:d1",
        " ".join(common[:8]), " ".join(common), " OR ".join(common), " ".join(rare),
        " OR ".join(rare), f'"{" ".join(common[:3])}"', f'"{" ".join(common)}"',
        f'"{common[0]} {common[0]}"', f'"{common[30]} {common[31]}"', f"{rare[0]} {common[0]}",
        f"{rare[0]} OR {common[0]}", f'"{rare[0]} {common[0]}"', f"{common[0]} nosuchword",
        " ".join((*common[:20], "nosuchword")), f"-{common[0]}", f"({common[0]} OR {rare[0]}) e*",
    ]  # fmt: skip
