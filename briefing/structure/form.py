"""The outer form of a line: how long, how it ends, which letters are capitals."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from briefing.structure.phrases import key, wide

Case = Literal["caps", "title", "sentence", "lower", "none"]

LONGEST = 400
"""Characters of a line whose form is looked at closely; a longer one is a paragraph."""

_WORD = re.compile(r"[^\W\d_]+(?:['’.&-][^\W\d_]+)*")
_DIGIT = re.compile(r"\d")
NUMBER = re.compile(
    r"(?:(?i:step|part|chapter|section|schritt|teil|kapitel|étape|paso|passo)\s+)?"
    r"(?:[(（]?(?:\d{1,3}(?:\.\d{1,3}){0,4}|[ivxIVX]{1,5}|[A-Za-z]|[一二三四五六七八九十]{1,3})[.)）、:：．]"
    r"|[(（][一二三四五六七八九十]{1,3}[)）]|\d{1,2}(?:\.\d{1,2}){1,4}|第[一二三四五六七八九十\d]{1,3}[章节節部分]|#\d{1,2}[.:]?)"
    r"(?=\s|[^\w\s]|[\u2e80-\u9fff]|$)\s*"
)
_ENDS = ".!?:;,…。！？：；，、؟؛،"
_CLOSERS = "\"'”’»)]）」』】*_›"


@dataclass(frozen=True, slots=True)
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


_LONG = Form(LONGEST + 1, 1000, "sentence", ".", 0, 0.0, False, "")


@cache
def _cjk() -> re.Pattern[str]:
    return re.compile(r"[\u2e80-\u30ff\u3400-\u9fff\uf900-\ufaff]")


@cache
def _form(text: str) -> Form:
    number = NUMBER.match(text)
    start = number.end() if number else 0
    body = text[start:].rstrip()
    words = body.split()
    count: float = len(words)
    if wide(body) and (cjk := len(_cjk().findall(body))):
        count = sum(1 for word in words if not _cjk().search(word)) + cjk / 2
    digits = len(_DIGIT.findall(body))
    last = body[-1:]
    if last and last not in _ENDS:
        last = body.rstrip(_CLOSERS).rstrip()[-1:]
    return Form(
        len(text),
        count,
        _case(_WORD.findall(body)),
        _plain_end(last),
        start,
        digits / sum(map(str.isalnum, body)) if digits else 0.0,
        text[start : start + 1] in '"“„«‘”「' and body[-1:] in '"”“»’」',
        key(text),
    )


def forget() -> None:
    """Let go of the forms of the lines seen: they are kept while a document is split."""
    _form.cache_clear()


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
