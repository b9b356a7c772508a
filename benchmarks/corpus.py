"""Documents to measure with, made from a fixed seed, so that every run reads the same."""

from __future__ import annotations

import random

PROSE = """
the of and to a in that is was for on with as by at from it are has be not this were an or their had
its which have more about after could would other into some than only also new talks ceasefire
minister border pipeline sanctions election budget inflation central bank harvest port shipping
insurance drone strike platform naval exercise treaty delegation
"""
WORDS = PROSE.split()
SEED = 20251220
SIZES = (10_000, 100_000, 1_000_000, 10_000_000, 100_000_000)


def paragraphs(size: int, seed: int = SEED) -> list[str]:
    """Paragraphs of English-like words, `size` code points in all, one in twelve a heading."""
    chance = random.Random(seed)  # noqa: S311 -- a fixed seed is the point
    made: list[str] = []
    left = size
    while left > 0:
        heading = len(made) % 12 == 0
        count = chance.randint(3, 7) if heading else chance.randint(20, 90)
        text = " ".join(chance.choices(WORDS, k=count)).capitalize()
        made.append(text if heading else text + ".")
        left -= len(made[-1]) + 2
    return made


def text(size: int) -> str:
    """Plain text, its paragraphs apart by blank lines."""
    return "\n\n".join(paragraphs(size))


def markdown(size: int) -> str:
    """The same as Markdown."""
    return "\n\n".join(
        f"## {text}" if index % 12 == 0 else text for index, text in enumerate(paragraphs(size))
    )


def one_line(size: int) -> str:
    """The same as a single line."""
    return " ".join(paragraphs(size))


def chinese(size: int) -> list[str]:
    """Paragraphs of Chinese characters, `size` code points in all."""
    chance = random.Random(SEED)  # noqa: S311 -- a fixed seed is the point
    signs = "的一是在不了有和人這中大為上個國我以要他時來用們，。"
    return ["".join(chance.choices(signs, k=200)) for _ in range(-(-size // 200))]


def all_chinese(size: int) -> str:
    """The same as a document of `size` bytes."""
    return "\n\n".join(chinese(size // 3))


def hostile(size: int) -> str:
    """Markdown in which nearly every sign could begin something and nothing ends."""
    signs = ("**a ", "_a ", "~~a ", "[x", "`", "<a ", "![", "*_", "](")
    block = size // (10 * len(signs))
    return "\n\n".join((sign * (block // len(sign) + 1)) for sign in signs * 10)


DOCUMENTS = {
    "text": text,
    "markdown": markdown,
    "one line": one_line,
    "chinese": all_chinese,
    "hostile": hostile,
}
"""A document of about so many bytes, by kind."""
