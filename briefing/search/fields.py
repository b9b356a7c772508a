"""What the fields of the query language take: `in:faq`, `after:2025-11`, `is:unread`."""

from __future__ import annotations

from typing import cast

from briefing.document.pattern import pattern
from briefing.search.fold import terms
from briefing.search.lexer import Token
from briefing.search.tree import PLACES, STATES, Field, FieldName

_PLACE_NAMES = {
    "section": "sections", "body": "sections", "text": "sections", "lead": "sections",
    "trend": "trends", "question": "faq", "questions": "faq", "answers": "faq", "q": "faq",
    "tip": "tips", "titles": "title", "heading": "title", "headings": "title",
    "label": "title", "labels": "title",
} | {place: place for place in PLACES}  # fmt: skip
_STATE_NAMES = {"bookmark": "bookmarked", "new": "unread"} | {state: state for state in STATES}
_DATE = pattern(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
_PART = pattern(r"[|,]")


def field(token: Token) -> Field | str:
    """The field that `token` spells, or in words why it is ignored."""
    name = cast(FieldName, token.field)
    asked = [value.strip() for value in _PART.split(token.value) if value.strip()]
    if name in {"by", "tag", "doc"} and not token.value.strip():
        return f"{name}: needs a {'name' if name == 'by' else name if name == 'tag' else 'id'}"
    if name == "in":
        values, wrong, known = _choose(asked, _PLACE_NAMES, PLACES)
    elif name == "is":
        values, wrong, known = _choose(asked, _STATE_NAMES, STATES)
    elif name in {"after", "before"}:
        values, wrong, known = _dates(token.value.strip())
    elif name == "doc":
        return Field(name, tuple(asked) or (token.value,), token.start, token.end)
    else:
        folded = tuple(dict.fromkeys(" ".join(terms(value)) for value in asked))
        values, wrong, known = tuple(value for value in folded if value), asked, "a word"
    if not values:
        return f"{name}:{' '.join(wrong)} is not understood: {name}: takes {known}"
    return Field(name, values, token.start, token.end)


def _choose(
    asked: list[str], names: dict[str, str], known: tuple[str, ...]
) -> tuple[tuple[str, ...], list[str], str]:
    values = tuple(dict.fromkeys(names[value.lower()] for value in asked if value.lower() in names))
    return values, asked, ", ".join(known[:-1]) + " or " + known[-1]


def _dates(value: str) -> tuple[tuple[str, ...], list[str], str]:
    values = (value,) if _DATE.fullmatch(value) and value.isascii() else ()
    return values, [value], "a date such as 2025, 2025-11 or 2025-11-30"
