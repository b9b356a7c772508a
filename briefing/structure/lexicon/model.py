"""The lexicon as the rules ask it: the union of all languages, compiled once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from briefing.document.model import TipKind
from briefing.record import record
from briefing.structure.phrases import Phrases, all_folded, all_keys, fold

TIP_KINDS: tuple[TipKind, ...] = ("tip", "fact", "note", "warning", "update", "quote-box")
WAYS = ("starts", "holds", "closing")


@record
class Furniture:
    """Phrases of one reason for which text is omitted."""

    reason: str
    starts: Phrases
    """A short paragraph begins so."""
    holds: Phrases
    """A short paragraph says this somewhere."""
    closing: Phrases
    """As `holds`, but only where the document ends."""

    @classmethod
    def union(cls, every: Sequence[Furniture]) -> Furniture:
        """The phrases of all reasons together."""
        return cls("", *(Phrases.union(getattr(one, way) for one in every) for way in WAYS))


@record
class Lexicon:
    """Everything the rules know of languages."""

    __eq__ = object.__eq__  # it is too large to be compared, and there is one
    __hash__ = object.__hash__

    known_headings: Phrases
    """Headings that stand over any kind of text: `Conclusion`, `Methodology`."""
    rubrics: Phrases
    """Parts of a newspaper or a site, as lines above a title: `Politics`, `News`."""
    run_in: Phrases
    """Headings that are found run together with their paragraph."""
    sentence_openers: Phrases
    """Words that begin a sentence and, capitalised, stand nowhere else: `The`, `This`."""
    trends: Phrases
    """Headings over a list of trends or takeaways, also as the beginning or end of a heading."""
    weak_trends: Phrases
    """Headings that are over such a list if there is nothing but a list under them."""
    trends_intro: Phrases
    """Words of a paragraph that introduces such a list."""
    not_trends: Phrases
    """Words that follow a trends phrase in an ordinary heading."""
    faq: Phrases
    """Headings and titles of an FAQ."""
    question_labels: Phrases
    answer_labels: Phrases
    question_words: Phrases
    tips: Mapping[str, TipKind]
    """Labels of tips, folded, and what kind each makes."""
    inline_tips: Phrases
    """Labels that are trusted in the middle of a paragraph."""
    tip_labels: Phrases
    byline: Phrases
    """`by`, `written by`."""
    byline_labels: Phrases
    """Only with a colon: `author:`."""
    reporting: Phrases
    """Before the names of those who worked on a report: `reporting by`."""
    places: Phrases
    """How places of several capitalised words begin, which look like a person: `new`, `san`."""
    not_names: Phrases
    """Words that no name begins with."""
    newsrooms: Phrases
    """Who writes and is no person, as the end of a byline: `staff`, `editorial team`."""
    professions: Phrases
    """What stands behind a reporter's name and makes it a byline: `기자`."""
    surnames: frozenset[str]
    """Of scripts without capitals."""
    date_labels: Phrases
    months: Mapping[str, int]
    weekdays: frozenset[str]
    credits: Phrases
    """A caption or credit begins so."""
    contents: Phrases
    """Headings of a table of contents."""
    furniture: tuple[Furniture, ...]
    any_furniture: Furniture
    """The phrases of all reasons together: most lines hold none, and are asked once."""
    furniture_lines: Mapping[str, tuple[str, bool]]
    """Whole lines that are furniture: why, and whether they open a run of it."""
    common: Mapping[str, frozenset[str]]
    """The commonest words of each language, for telling languages apart."""
    small: frozenset[str]
    """Words that stay small in a title."""


def from_tables(tables: Iterable[Mapping[str, object]]) -> Lexicon:
    """The union of language tables, as a TOML reader gives them; unknown keys are ignored."""
    every = [_Table(table) for table in tables]

    def phrases(*path: str) -> Phrases:
        return Phrases(word for table in every for word in table.texts(*path))

    def literal(*path: str) -> Phrases:
        return Phrases((word for table in every for word in table.texts(*path)), literal=True)

    kinds = {
        label: kind
        for table in every
        for kind in TIP_KINDS
        for label in all_keys(table.texts("tips", kind))
    }
    reasons = sorted({reason for table in every for reason in table.names("furniture")})
    furniture = tuple(
        Furniture(reason, *(literal("furniture", reason, way) for way in WAYS))
        for reason in reasons
    )
    return Lexicon(
        known_headings=phrases("headings", "known"),
        rubrics=phrases("headings", "rubrics"),
        run_in=phrases("headings", "run_in"),
        sentence_openers=phrases("headings", "openers"),
        trends=phrases("trends", "headings"),
        weak_trends=phrases("trends", "weak"),
        trends_intro=phrases("trends", "intro"),
        not_trends=phrases("trends", "not_before"),
        faq=phrases("faq", "headings"),
        question_labels=phrases("faq", "question"),
        answer_labels=phrases("faq", "answer"),
        question_words=phrases("faq", "words"),
        tips=kinds,
        inline_tips=phrases("tips", "inline"),
        tip_labels=Phrases(kinds),
        byline=phrases("byline", "words"),
        byline_labels=phrases("byline", "labels"),
        reporting=phrases("byline", "reporting"),
        places=phrases("byline", "places"),
        not_names=phrases("byline", "not_names"),
        newsrooms=phrases("byline", "newsrooms"),
        professions=phrases("byline", "after"),
        surnames=frozenset(word for table in every for word in table.texts("byline", "surnames")),
        date_labels=phrases("date", "labels"),
        months={
            fold(name.replace("_", " ")): number
            for table in every
            for number, names in enumerate(table.texts("date", "months"), start=1)
            for name in names.split()
        },
        weekdays=frozenset(
            fold(name) for table in every for name in table.texts("date", "weekdays")
        ),
        credits=literal("credits", "starts"),
        contents=phrases("contents", "headings"),
        furniture=furniture,
        any_furniture=Furniture.union(furniture),
        furniture_lines={
            line: (reason, way == "opens")
            for way in ("lines", "opens")
            for reason in reasons
            for line in all_keys(
                line for table in every for line in table.texts("furniture", reason, way)
            )
        },
        common={
            code: frozenset(all_folded(table.texts("common")))
            for table in every
            for code in table.texts("code")
        },
        small=frozenset(all_folded(word for table in every for word in table.texts("small"))),
    )


class _Table:
    """A language's table, read without trust in its shape."""

    def __init__(self, table: Mapping[str, object]) -> None:
        self._table = table

    def _at(self, path: tuple[str, ...]) -> object:
        value: object = self._table
        for name in path:
            value = value.get(name) if isinstance(value, dict) else None
        return value

    def texts(self, *path: str) -> list[str]:
        """The strings at `path`: of a list, or the one that is there."""
        value = self._at(path)
        if isinstance(value, list):
            return [item for item in value if isinstance(item, str)]
        return [value] if isinstance(value, str) else []

    def names(self, *path: str) -> tuple[str, ...]:
        """The keys of the table at `path`."""
        value = self._at(path)
        return tuple(map(str, value)) if isinstance(value, dict) else ()
