"""How phrases of a lexicon are compared with what a document says."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from briefing.document.pattern import pattern

_QUOTES = (
    *(("’", "'"), ("‘", "'"), ("ʼ", "'"), ("“", '"'), ("”", '"')),
    *(("‑", "-"), ("–", "-"), ("—", "-")),
)
_SIGNS = ".,;:!?…\"'()[]«»„"
_WIDE = pattern(r"[^\x00-\u2e7f]")  # said so, it is compiled in a quarter of the time

LONGEST_PHRASE = 160
"""Characters; a longer text is never a phrase, and is not folded to find out."""


@cache
def fold(text: str) -> str:
    """`text` in lower case, with one kind of quote, dash and space."""
    if text.isascii():
        return " ".join(text.lower().split())
    for sign, plain in _QUOTES:  # a scan for each is faster than one table of characters
        text = text.replace(sign, plain)
    return " ".join(text.casefold().split())


def word_set(folded: str) -> frozenset[str]:
    """The words of a folded text, without the signs around them: what `within` asks first."""
    return frozenset([word.strip(_SIGNS) for word in folded.split(" ")])


@cache
def key(text: str) -> str:
    """`text` folded, without signs at either end: how a heading or a label is looked up."""
    return text.casefold() if text.isalnum() else _bare(fold(text))


def _bare(folded: str) -> str:
    start, end = 0, len(folded)
    while start < end and not _is_letter(folded[start]):
        start += 1
    while start < end and not _is_letter(folded[end - 1]):
        end -= 1
    return folded[start:end]


def forget() -> None:
    """Let go of what was folded: every rule asks for the same lines while a document is split."""
    fold.cache_clear()
    key.cache_clear()


def _is_letter(char: str) -> bool:
    return char.isalnum() or char == "_"


def all_folded(texts: Iterable[str]) -> list[str]:
    """Each of `texts` as `fold` gives it: as one text, which takes a tenth of the time."""
    given = list(texts)
    text = "\n".join(given)
    for sign, plain in _QUOTES:
        text = text.replace(sign, plain)
    text = text.casefold()
    lines = text.split("\n")
    # Space that `fold` would take away is rare, and is seen by what is left of the whole.
    if len(lines) != len(given) or " ".join(text.split()) != " ".join(lines):
        return list(map(fold, given))
    return lines


def all_keys(texts: Iterable[str]) -> list[str]:
    """Each of `texts` as `key` gives it."""
    return _all_bare(all_folded(texts))


def _all_bare(folded: list[str]) -> list[str]:
    # Most begin and end with a letter, and need no call.
    return [text if text[:1].isalnum() and text[-1:].isalnum() else _bare(text) for text in folded]


def wide(text: str) -> bool:
    """Whether `text` may hold Chinese, Japanese or Korean: a cheap question to ask first."""
    return not text.isascii() and _WIDE.search(text) is not None


@cache
def _cjk() -> re.Pattern[str]:
    # Compiled when needed: a set of wide ranges takes a millisecond.
    return re.compile(r"[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]")


def has_cjk(text: str) -> bool:
    """Whether a character of a script without spaces, or Korean, stands in `text`."""
    return wide(text) and _cjk().search(text) is not None


class Phrases:
    """A set of phrases, asked whether a key is one of them, or begins, ends with or holds one.

    Begins, ends and holds go by whole words; scripts without spaces go by characters.
    """

    __slots__ = ("_by_first", "_by_last", "_exact", "_firsts", "_unspaced")

    def __init__(self, phrases: Iterable[str], *, literal: bool = False) -> None:
        """`literal` phrases keep the signs at their ends: `watch:` is not `watch`."""
        whole = all_folded(phrases)
        if not literal:
            whole = [key or fold for key, fold in zip(_all_bare(whole), whole, strict=True)]
        self._exact = frozenset(whole)
        # Made when first asked for, as of many sets they never are.
        self._by_first: defaultdict[str, list[str]] = defaultdict(list)
        self._by_last: defaultdict[str, list[str]] = defaultdict(list)
        self._firsts: frozenset[str] = frozenset()
        self._unspaced: tuple[str, ...] | None = None

    @classmethod
    def ready(cls, folded: Iterable[str]) -> Phrases:
        """The set of phrases that `texts` gave, which need no folding."""
        made = cls(())
        made._exact = frozenset(folded)
        return made

    def texts(self) -> list[str]:
        """The phrases, folded."""
        return sorted(self._exact)

    @classmethod
    def union(cls, sets: Iterable[Phrases]) -> Phrases:
        """The phrases of all `sets`."""
        made = cls(())
        made._exact = frozenset().union(*(one._exact for one in sets))  # noqa: SLF001 - its own
        return made

    def _longest_first(self) -> list[str]:
        return sorted(self._exact, key=len, reverse=True)

    def __bool__(self) -> bool:
        return bool(self._exact)

    def __contains__(self, folded: str) -> bool:
        return folded in self._exact

    def opening(self, folded: str) -> str:
        """The longest phrase that `folded` begins with, as whole words; empty if none."""
        if not self._by_first:
            for phrase in self._longest_first():
                self._by_first[phrase[:2]].append(phrase)
        for phrase in self._by_first.get(folded[:2], ()):
            if folded.startswith(phrase) and _parted(folded, len(phrase)):
                return phrase
        letter = folded[:1]  # `文` is a phrase too
        return letter if letter in self._by_first and _parted(folded, 1) else ""

    def closing(self, folded: str) -> str:
        """The longest phrase that `folded` ends with, as whole words; empty if none."""
        if not self._by_last:
            for phrase in self._longest_first():
                self._by_last[phrase[-2:]].append(phrase)
        for phrase in self._by_last.get(folded[-2:], ()):
            if folded.endswith(phrase) and _parted(folded, len(folded) - len(phrase)):
                return phrase
        letter = folded[-1:]
        return letter if letter in self._by_last and _parted(folded, len(folded) - 1) else ""

    def within(self, folded: str, words: frozenset[str] | None = None) -> str:
        """A phrase that stands anywhere in `folded`, as whole words; empty if none.

        `words` is `word_set(folded)`, for a caller that asks several sets of phrases.
        """
        if has_cjk(folded):
            if self._unspaced is None:
                self._unspaced = tuple(sorted(filter(has_cjk, self._exact)))
            return next((phrase for phrase in self._unspaced if phrase in folded), "")
        if not self._firsts:
            self._firsts = word_set(" ".join([one.split(" ", 1)[0] for one in self._exact]))
        firsts = self._firsts & (word_set(folded) if words is None else words)
        at = 0
        for word in folded.split(" ") if firsts else ():
            if word.strip(_SIGNS) in firsts and (found := self.opening(folded[at:])):
                return found
            at += len(word) + 1
        return ""


def _parted(text: str, at: int) -> bool:
    """Whether a word ends or begins at `at`; scripts without spaces are parted anywhere."""
    if at <= 0 or at >= len(text):
        return True
    left, right = text[at - 1], text[at]
    if left >= "\u2e80" or right >= "\u2e80":
        return True
    return not (left.isalnum() and right.isalnum())
