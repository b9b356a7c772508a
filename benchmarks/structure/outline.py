"""What a tool finds in a document, in the same form for every tool."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Item:
    """A trend or a tip; the label is empty where it has none."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Answered:
    """A question of an FAQ with its answer."""

    question: str
    answer: str


@dataclass(frozen=True, slots=True)
class Outline:
    """A document as one tool sees it; empty where it found nothing."""

    title: str = ""
    byline: str = ""
    date: str = ""
    """As the tool gives it: ISO 8601 for all that know dates."""
    headings: tuple[str, ...] = ()
    trends: tuple[Item, ...] = ()
    questions: tuple[Answered, ...] = ()
    tips: tuple[Item, ...] = ()
    kept: tuple[str, ...] = ()
    """Every line that it takes for a part of the text."""


def lines_of(*texts: str) -> tuple[str, ...]:
    """The lines of `texts` that are not blank."""
    return tuple(line.strip() for text in texts for line in text.splitlines() if line.strip())
