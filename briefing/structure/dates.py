"""Dates as people write them, and lines that are nothing but a date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from briefing.document.pattern import pattern
from briefing.record import record
from briefing.structure.lexicon import Lexicon
from briefing.structure.phrases import fold, key

_YEAR = r"((?:19|20)\d\d)"
_ISO = pattern(
    rf"(?<!\d){_YEAR}([-/.])(\d{{1,2}})\2(\d{{1,2}})"
    r"(?:[T ]\d{1,2}:\d\d(?::[\d.]+)?(?:Z|[+-]\d\d:?\d\d)?)?(?!\d)"
)
_NUMERIC = pattern(rf"(?<!\d)(\d{{1,2}})([./-])\s?(\d{{1,2}})\2\s?{_YEAR}(?!\d)")
_SPACED = pattern(rf"(?<!\d){_YEAR}\.\s(\d{{1,2}})\.\s(\d{{1,2}})(?!\d)\.?")
_CJK = pattern(
    rf"(?<!\d)(?:{_YEAR}|(令和|平成|(?:中華)?民國)\s?(\d{{1,3}}|元))\s?[年년]"
    r"\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일号號]?"
)
_ERAS = {"令和": 2018, "平成": 1988, "民國": 1911, "中華民國": 1911}
"""The year before the first of an era."""
_SECOND = "(?:\\s(?:الأول|الاول|الثاني))?"
"""Two Syrian months share a name."""
_DAY_FIRST = pattern(
    rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th|\.|er|º|°|-го|-е)?(?:\s+(?:de|of|d'))?[\s-]+"
    rf"([^\W\d_]{{2,}}{_SECOND})(?:\s?/\s?([^\W\d_]{{3,}}{_SECOND}))?\.?,?"
    rf"(?:\s+(?:de|del|of))?[\s-]+{_YEAR}(?!\d)"
)
_MONTH_FIRST = pattern(
    rf"([^\W\d_]{{3,}})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?(?:\s?,\s*|\s+){_YEAR}(?!\d)"
)
_MONTH_ONLY = pattern(rf"([^\W\d_]{{3,}})\.?,?\s+(?:de\s+|del\s+)?{_YEAR}(?!\d)")
_REST = pattern(
    r"(?:\d{1,2}[:.h]\d{2}(?::\d\d)?\s?(?:[ap]\.?m\.?)?|\d{1,2}\s?[ap]\.?m\.?"
    r"|\b(?:at|um|uhr|à|às|a las|alle|ore|om|uur|kl\.?|saat|godz\.?)(?=\W|$)"
    r"|\b(?:в|о|г\.?|р\.?|року|года)(?=\W|$)"
    r"|\b(?:gmt|utc|est|edt|cst|cdt|mst|mdt|pst|pdt|bst|cet|cest|ist|et|pt|eet|msk|мск)\b(?:[+-]\d+)?"
    r"|\b(?:local time|ortszeit|heure locale|hora local|ora locale|lokale tijd)\b"
    r"|星期[一二三四五六日天]|[周週][一二三四五六日]|[日月火水木金土]曜日?|[월화수목금토일]요일"
    r"|[(（][日月火水木金土一二三四五六월화수목금토일][)）]|[上下]午|午[前後]|오[전후]|凌晨|晚上"
    r"|\d{1,2}\s?[时時시点點](?:\s?\d{1,2}\s?[分분])?|\b(?:م|هـ|صباح[اً]*|مساء[ً]?|الساعة|בשעה)(?=\W|$)"
    r"|[-–—,|·•()（）\[\]/@:.،：]|\s)+",
    re.IGNORECASE,
)
_OTHER_DIGITS = pattern(r"[٠-٩۰-۹０-９]")
_DIGIT = pattern(r"\d")
LONGEST_LINE = 110


@record
class FoundDate:
    """A date in a text."""

    start: int
    end: int
    iso: str
    """`2025-12-20`; empty when it can be read in two ways, or has no day."""


def find(text: str, lexicon: Lexicon) -> FoundDate | None:
    """The first date in `text`."""
    if not text.isascii() and _OTHER_DIGITS.search(text):
        text = _OTHER_DIGITS.sub(lambda match: str(int(match[0])), text)
    if "19" not in text and "20" not in text and "年" not in text:
        return None  # no year that a date could have
    return _find(text, lexicon)


@cache
def _find(text: str, lexicon: Lexicon) -> FoundDate | None:
    every = (*_in_figures(text), *_in_words(text, lexicon))
    return min(every, key=lambda found: (found.start, -found.end), default=None)


def forget() -> None:
    """Let go of the dates found: the rules of a document's head ask for the same lines."""
    _find.cache_clear()


def _in_figures(text: str) -> Iterator[FoundDate]:
    for form, order in ((_ISO, (1, 3, 4)), (_SPACED, (1, 2, 3))):
        for match in form.finditer(text):
            year, month, day = (int(match[group]) for group in order)
            if iso := _iso(year, month, day):
                yield FoundDate(match.start(), match.end(), iso)
    for match in _CJK.finditer(text):
        year = int(match[1] or _ERAS[match[2]] + int(match[3].replace("元", "1")))
        if iso := _iso(year, int(match[4]), int(match[5])):
            yield FoundDate(match.start(), match.end(), iso)
    for match in _NUMERIC.finditer(text):
        first, second, year = int(match[1]), int(match[3]), int(match[4])
        yield FoundDate(match.start(), match.end(), _either(first, second, year, match[2]))


def _in_words(text: str, lexicon: Lexicon) -> Iterator[FoundDate]:
    for match in _DAY_FIRST.finditer(text):
        for name in (match[2], match[3] or ""):  # `29 نيسان/أبريل 2024`
            if iso := _named(match[4], name, match[1], lexicon):
                yield FoundDate(match.start(), match.end(), iso)
    for match in _MONTH_FIRST.finditer(text):
        if iso := _named(match[3], match[1], match[2], lexicon):
            yield FoundDate(match.start(), match.end(), iso)
    for match in _MONTH_ONLY.finditer(text):
        if fold(match[1]) in lexicon.months:
            yield FoundDate(match.start(), match.end(), "")


def _named(year: str, month: str, day: str, lexicon: Lexicon) -> str:
    return _iso(int(year), lexicon.months.get(fold(month), 0), int(day))


def _iso(year: int, month: int, day: int) -> str:
    return f"{year:04}-{month:02}-{day:02}" if 1 <= month <= 12 and 1 <= day <= 31 else ""


def _either(first: int, second: int, year: int, sign: str) -> str:
    """Day before month, as most of the world writes; with a slash only where it must be so."""
    if first > 12 or sign == "." or first == second:
        return _iso(year, second, first)
    return _iso(year, first, second) if second > 12 else ""


def day_first(text: str) -> str:
    """The date in `text`, read as everybody but writers of English means it: `03/04/2024`."""
    match = _NUMERIC.search(text)
    return _iso(int(match[4]), int(match[3]), int(match[1])) if match else ""


def date_line(text: str, lexicon: Lexicon) -> tuple[int, FoundDate] | None:
    """How much of `text` is a label, and the date, if there is nothing else in it."""
    if len(text) > LONGEST_LINE or not _DIGIT.search(text):
        return None
    found = find(text, lexicon)
    if found is None or _other(text[found.end :], lexicon):
        return None
    before = text[: found.start]
    label = key(before)
    for word in lexicon.weekdays:
        if label.endswith(word) and (
            len(label) == len(word) or not label[-len(word) - 1].isalnum()
        ):
            label = key(label[: -len(word)])
            break
    if label and label not in lexicon.date_labels:
        label = lexicon.date_labels.opening(label)
        if not label or not _REST.fullmatch(fold(before).partition(label)[2]):
            return None
    return (_label_length(before, label), found)


def _label_length(before: str, label: str) -> int:
    """Characters of the label in `before`, its colon included."""
    if not label:
        return 0
    at = fold(before).find(label)
    end = at + len(label)
    while end < len(before) and not before[end].isalnum():
        end += 1
    return min(end, len(before))


def _other(after: str, lexicon: Lexicon) -> str:
    """What stands after a date and is neither a time nor another date with its label."""
    rest = after.strip()
    while rest:
        if match := _REST.match(rest):
            rest = rest[match.end() :]
            continue
        day = re.split(r"[\W\d]", rest, maxsplit=1)[0]
        if fold(day) in lexicon.weekdays:
            rest = rest[len(day) :]
            continue
        if (label := lexicon.date_labels.opening(fold(rest))) and find(rest, lexicon):
            rest = rest[len(label) :].lstrip(" :")
            if (found := find(rest, lexicon)) and found.start < 12:
                rest = rest[found.end :]
                continue
        return rest
    return ""
