"""The outer form of a line: how long, how it ends, which letters are capitals."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from briefing.document.pattern import pattern
from briefing.record import record
from briefing.structure import phrases
from briefing.structure.phrases import key, wide

Case = Literal["caps", "title", "sentence", "lower", "none"]

LONGEST = 400
"""Characters of a line whose form is looked at closely; a longer one is a paragraph."""

_WORD = pattern(r"[^\W\d_]+(?:['’.&-][^\W\d_]+)*")
_DIGIT = pattern(r"\d")
HAN_NUMBER = "(?:第[一二三四五六七八九十\\d]{1,3}(?:部分|[章节節部步课課条條款回]))"
_STEP = (
    r"(?:(?i:step|part|chapter|section|schritt|teil|kapitel|étape|paso|passo)\s+"
    r"|(?:(?i:step|шаг|этап|часть|глава|раздел|крок|етап|частина|розділ)|שלב|פרק|חלק"
    r"|(?:ال)?(?:خطوة|مرحلة|فصل)|ステップ|단계|제)\s*(?=[\dIVX]))"
)
NUMBER = pattern(
    rf"{_STEP}?"
    r"(?:[(（]?(?:\d{1,3}(?:\.\d{1,3}){0,4}|[ivxIVX]{1,5}|[A-Za-z]|[一二三四五六七八九十]{1,3})[.)）、:：．]"
    r"|[(（][一二三四五六七八九十]{1,3}[)）]|\d{1,2}(?:\.\d{1,2}){1,4}|#\d{1,2}[.:]?"
    rf"|{HAN_NUMBER}[:：、]?|\d{{1,2}}(?:단계|[장절부])[.:]?|(?i:step)\s?\d{{1,2}})"
    r"(?=\s|[^\w\s]|[^\x00-\u2e7f]|$)\s*"
)
_NUMBER_LETTERS = frozenset("ivxIVXsStTpPcCkK")
"""First letters of Roman numbers, and of `Step`, `Teil`, `part`, `chapter`, `Kapitel`."""
_NUMBER_SIGNS = (".", ")", "）", "、", ":", "：", "．")
_ENDS = ".!?:;,…。！？：；，、؟؛،"
_APART = frozenset("?!:;«»")
"""Signs that French sets apart from a word, and that are none."""
_CLOSERS = "\"'”’»)]）」』】*_›"


@record
class Form:
    """What is seen of a line without understanding it."""

    chars: int
    words: float
    """Words; two Chinese or Japanese characters count as one."""
    case: Case
    end: str
    """Its last sign, before closing quotes and brackets: `?`, `:`, `.`; empty for a letter."""
    number: int
    """How many characters of a number stand before it."""
    digits: float
    """The share of digits among its letters and digits."""
    quoted: bool
    key: str


MOST_WORDS = 40
"""Words from which on a line is a paragraph, whose figures and key nobody asks for."""
CASE_WORDS = 20
"""Words from which on nobody asks for a line's capitals."""
_LONG = Form(LONGEST + 1, 1000, "sentence", ".", 0, 0.0, False, "")


@cache
def _cjk() -> re.Pattern[str]:
    return re.compile(r"[\u2e80-\u30ff\u3400-\u9fff\uf900-\ufaff]")


@cache
def _form(text: str) -> Form:
    start = _number(text)
    body = text[start:].rstrip()
    if start and not body:  # a number with nothing behind it, `Step 3:`, is all there is to read
        start, body = 0, text.rstrip()
    words = body.split()
    count: float = len(words) - sum(map(_APART.__contains__, words))
    if wide(body) and (cjk := len(_cjk().findall(body))):
        count = sum(1 for word in words if not _cjk().search(word)) + cjk / 2
    short = count <= MOST_WORDS
    digits = len(_DIGIT.findall(body)) if short else 0
    last = body[-1:]
    if last and last not in _ENDS:
        last = body.rstrip(_CLOSERS).rstrip()[-1:]
    return Form(
        len(text),
        count,
        _case(_WORD.findall(body)) if count <= CASE_WORDS else "sentence",
        _plain_end(last),
        start,
        digits / sum(map(str.isalnum, body)) if digits else 0.0,
        body[:1] in '"“„«‘”「' and body[-1:] in '"”“»’」',
        key(text) if short else "",
    )


def _number(text: str) -> int:
    """Characters of the number before the text; most texts begin with a word, and have none."""
    first = text[:1]
    if (
        first.isascii()
        and first.isalpha()
        and first not in _NUMBER_LETTERS
        and text[1:2] not in _NUMBER_SIGNS
    ):
        return 0
    number = NUMBER.match(text)
    return number.end() if number else 0


def forget() -> None:
    """Let go of the forms of the lines seen: they are kept while a document is split."""
    _form.cache_clear()
    phrases.forget()


def form(text: str) -> Form:
    """The form of `text`; one for all paragraphs too long to be anything else."""
    return _LONG if len(text) > LONGEST else _form(text)


def _plain_end(char: str) -> str:
    """One sign for the same sign in every script."""
    if char not in _ENDS or not char:
        return ""
    return {"。": ".", "！": "!", "？": "?", "؟": "?", "：": ":", "；": ";", "؛": ";"}.get(
        char, "," if char in "，、،" else char
    )


SMALL = 3
"""Letters of a word that may stay small in a title."""


def _case(words: list[str]) -> Case:
    cased = [word for word in words if word.isascii() or word.upper() != word.lower()]
    if not cased:
        return "none"
    if all(word == word.upper() for word in cased) and sum(map(len, cased)) > SMALL:
        return "caps"
    if not cased[0][0].isupper():
        # A small first word before a capital one is a name such as `iPhone`, or no heading.
        return "lower"
    content = [word for word in cased[1:] if len(word) > SMALL]
    if not content:
        return "title" if len(cased) > 1 and cased[-1][0].isupper() else "sentence"
    capital = sum(word[0].isupper() for word in content)
    return "title" if capital >= 0.75 * len(content) else "sentence"
