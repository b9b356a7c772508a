"""One tool's outline of one document against the annotation: counts, and each error in words.

headings   wanted and found are paired one to one. A title, a heading that may be read either way
           and a question are never false. An outline is perfect with none missing or false.
trends     found where the label is the annotated text, or label and text begin with its beginning.
faq        found where the question is, and its answer is not empty.
tips       found where the annotated words begin the tip; how a label is split off does not count.
title, byline, date
           right where they are the annotated ones; a byline that there is not must not be given, a
           title or a date given for a document without one is counted as made up.
furniture  leaked where its words stand in what is kept: three words and more anywhere, fewer as a
           line or a sentence of their own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from benchmarks.structure.annotation import Annotation
from benchmarks.structure.matching import pair, same_tip, same_trend, stands_in
from benchmarks.structure.outline import Answered, Outline
from benchmarks.structure.wording import (
    LONG,
    day,
    folded,
    same_heading,
    same_names,
    same_question,
)


@dataclass(frozen=True, slots=True)
class Score:
    """What was counted in one document; the names are those of `figures.py`."""

    counts: Counter[str] = field(default_factory=Counter)
    errors: tuple[str, ...] = ()

    def of(self, notions: Collection[str]) -> Score:
        """The part of it that a tool with these notions can be asked for."""
        belongs_to = {"perfect": "headings"}
        counts = {
            name: count
            for name, count in self.counts.items()
            if belongs_to.get(name, name.partition(".")[0]) in notions
        }
        errors = tuple(text for text in self.errors if text.partition(":")[0] in notions)
        return Score(Counter(counts), errors)


class Tally:
    """Counts and errors while a document is scored."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.errors: list[str] = []

    def lists(self, kind: str, right: int, false: Sequence[str], missed: Sequence[str]) -> None:
        """Count the elements of a list that are right, false and missed."""
        self.counts.update(
            {f"{kind}.right": right, f"{kind}.false": len(false), f"{kind}.missed": len(missed)}
        )
        self.errors += [f"{kind}: false {text[:90]!r}" for text in false]
        self.errors += [f"{kind}: missed {text[:90]!r}" for text in missed]

    def single(self, kind: str, right: bool, given: str, wanted: str) -> None:
        """Count something that is there once, and right or not."""
        self.counts[f"{kind}.of"] += 1
        self.counts[f"{kind}.right"] += right
        if not right:
            self.errors.append(f"{kind}: {given!r}, not {wanted!r}")


def score(annotation: Annotation, outline: Outline) -> Score:
    """Everything that is counted in one document."""
    tally = Tally()
    _headings(annotation, outline, tally)
    _trends(annotation, outline, tally)
    _questions(annotation, outline, tally)
    _tips(annotation, outline, tally)
    _head(annotation, outline, tally)
    for phrase in annotation.furniture:
        tally.counts["furniture.of"] += 1
        if stands_in(phrase, outline.kept):
            tally.counts["furniture.leaked"] += 1
            tally.errors.append(f"furniture: leaked {phrase!r}")
    return Score(tally.counts, tuple(tally.errors))


def _headings(annotation: Annotation, outline: Outline, tally: Tally) -> None:
    free = (
        *annotation.titles,
        *annotation.free_headings,
        *annotation.question_headings,
        *annotation.questions,
    )

    def harmless(heading: str) -> bool:
        return not folded(heading) or any(
            same_heading(heading, text)
            or (len(folded(text)) >= LONG and folded(heading).startswith(folded(text)))
            for text in free
        )

    unpaired, missed = pair(outline.headings, annotation.headings, same_heading)
    false = [heading for heading in unpaired if not harmless(heading)]
    tally.lists("headings", len(annotation.headings) - len(missed), false, missed)
    tally.counts["perfect"] += not false and not missed


def _trends(annotation: Annotation, outline: Outline, tally: Tally) -> None:
    unpaired, missed = pair(outline.trends, annotation.trends, same_trend)
    false = [
        f"{item.label} {item.text}".strip()
        for item in unpaired
        if not any(same_trend(item, text) for text in annotation.free_trends)
    ]
    tally.lists("trends", len(annotation.trends) - len(missed), false, missed)


def _questions(annotation: Annotation, outline: Outline, tally: Tally) -> None:
    def same(found: Answered, wanted: str) -> bool:
        return bool(found.answer.strip()) and same_question(found.question, wanted)

    unpaired, missed = pair(outline.questions, annotation.questions, same)
    false = [
        found.question
        for found in unpaired
        if not any(same(found, text) for text in annotation.question_headings)
    ]
    tally.lists("faq", len(annotation.questions) - len(missed), false, missed)


def _tips(annotation: Annotation, outline: Outline, tally: Tally) -> None:
    if annotation.tips is None:
        return
    unpaired, missed = pair(outline.tips, annotation.tips, same_tip)
    false = [f"{item.label} {item.text}".strip() for item in unpaired]
    tally.lists("tips", len(annotation.tips) - len(missed), false, missed)


def _head(annotation: Annotation, outline: Outline, tally: Tally) -> None:
    if annotation.title:
        right = folded(outline.title) in {folded(title) for title in annotation.titles}
        tally.single("title", right, outline.title, annotation.title)
    elif outline.title:
        tally.counts["title.made_up"] += 1
        tally.errors.append(f"title: made up {outline.title!r}")
    byline = annotation.byline or ""
    tally.single("byline", same_names(outline.byline, byline), outline.byline, byline)
    if annotation.date:
        wanted = day(annotation.date) or annotation.date
        given = day(outline.date) or outline.date
        tally.single("date", given == wanted, given, wanted)
    elif outline.date:
        tally.counts["date.made_up"] += 1
        tally.errors.append(f"date: made up {outline.date!r}")
