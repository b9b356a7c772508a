"""How much a text read in some encoding looks like one: a short text is too little to detect from.

A detector counts letters, of which three lines have too few. What a wrong encoding does to a word
is seen in one: capitals and signs within it, two scripts in it, or letters that hardly occur.
"""

from __future__ import annotations

import codecs
from collections.abc import Sequence
from itertools import pairwise
from unicodedata import category

from briefing.document.pattern import pattern

CANDIDATES = (
    "cp1252",
    "cp1250",
    "cp1251",
    "euc_kr",  # before GB 18030, in which all its letters are frequent ones
    "euc_jp",
    "shift_jis",
    "gb18030",
    "big5",
    "cp850",
    "cp866",
)
"""Encodings that are compared with a guess, the one that is preferred first."""
_MARGIN = 0.1
"""By how much another encoding must look better than the detector's guess."""
_CONTROL = -1.0

_KOREAN = ((0xA1, 0xA3), (0xB0, 0xC8))
_CHINESE = ((0xA1, 0xA1), (0xA3, 0xA3), (0xB0, 0xD7))
_JAPANESE = ((0x81, 0x83), (0x88, 0x97))
_FREQUENT = {
    "euc_kr": _KOREAN,
    "cp949": _KOREAN,
    "gb18030": _CHINESE,
    "gbk": _CHINESE,
    "gb2312": _CHINESE,
    "euc_jp": ((0xA1, 0xA1), (0xA3, 0xA5), (0xB0, 0xCF)),
    "shift_jis": _JAPANESE,
    "cp932": _JAPANESE,
    "big5": ((0xA1, 0xA1), (0xA4, 0xC6)),
    "big5hkscs": ((0xA1, 0xA1), (0xA4, 0xC6)),
}
"""First bytes of punctuation and of frequent letters: each of these codes has the others apart."""
_ROWS = frozenset(("gb18030", "gbk", "gb2312"))
"""Codes whose frequent letters have no second byte below 0xA1; the extension stands there."""

_WITH_KANA = frozenset(("euc_jp", "shift_jis", "cp932"))

_BEYOND = pattern(r"[^\x00-\x7f]")
_WORD = pattern(r"[^\W\d_¹²³¼½¾]*[^\W\d_¹²³¼½¾\x00-\x7f][^\W\d_¹²³¼½¾]*")
_KANA = pattern(r"[\u3041-\u30ff]")
_BEFORE_LETTERS = frozenset(" “”‘’„‚«»‹›–—…•·¿¡©°\u00ad\u200e\u200f")
_USUAL = _BEFORE_LETTERS | frozenset("§®™€£²³½¼¾×№−")
"""Signs that texts have; the others come of a wrong encoding more often than of a writer."""
_WITHIN = frozenset("’‘·–—\u00ad")
"""Those that stand between two letters."""


def likeliest(data: bytes, guess: str, candidates: Sequence[str] = CANDIDATES) -> str:
    """`guess`, or the one of `candidates` in which `data` looks clearly more like a text."""
    kept = plausibility(data, guess)
    scores = {encoding: plausibility(data, encoding) for encoding in candidates}
    best = max(candidates, key=lambda encoding: scores[encoding])
    # The codes of East Asia are taken for each other: of them a guess is worth nothing.
    needed = kept if _named(guess) in _FREQUENT else kept + _MARGIN
    return best if scores[best] > needed or (scores[best] == needed == kept) else guess


def plausibility(data: bytes, encoding: str) -> float:
    """From 1, all characters beyond ASCII stand where such may, down to -1; -2 if undecodable."""
    try:
        text, name = data.decode(encoding), _named(encoding)
    except (LookupError, UnicodeDecodeError):
        return -2.0
    beyond = _BEYOND.findall(text)
    if not beyond:
        return 1.0
    if first := _FREQUENT.get(name):
        sure = 1.0 if name not in _WITH_KANA or _KANA.search(text) else 0.9
        return sure * sum(_frequent(char, name, first) for char in beyond) / len(beyond)
    fitting = sum(map(_fitting, _WORD.findall(text)))
    signs = sum(_sign(text, found.start()) for found in _BEYOND.finditer(text))
    return (fitting + signs) / len(beyond)


def _named(encoding: str) -> str:
    try:
        return codecs.lookup(encoding).name
    except LookupError:
        return encoding


def _frequent(char: str, name: str, first: Sequence[tuple[int, int]]) -> bool:
    code = char.encode(name)
    if len(code) != 2 or (name in _ROWS and code[1] < 0xA1):
        return False
    return any(low <= code[0] <= high for low, high in first)


def _fitting(word: str) -> int:
    """How many letters beyond ASCII of `word` fit their neighbours."""
    if len({_script(char) for char in word}) > 1:
        return 0
    ascii_letters = sum(map(str.isascii, word))
    if _script(word[0]) == 0 and len(word) > 1 and ascii_letters * 4 < len(word):
        return 0
    misfits = {
        at + side
        for at, (one, next_) in enumerate(pairwise(word))
        if one.islower() and next_.isupper()
        for side in (0, 1)
    }
    return sum(at not in misfits and not char.isascii() for at, char in enumerate(word))


def _script(char: str) -> int:
    """A number that the letters of one script share, as far as encodings of one byte go."""
    code = ord(char)
    return 0 if code < 0x250 or code >> 8 == 0x1E else code >> 8


def _sign(text: str, at: int) -> float:
    """What a character that is no letter says; a letter says nothing here."""
    char = text[at]
    if "\x80" <= char <= "\x9f":
        return _CONTROL
    if char.isalpha():
        return 0.0
    if category(char) == "Mn":
        return 1.0
    if not text[at + 1 : at + 2].isalpha():
        return float(char in _USUAL)
    return float(char in (_WITHIN if text[at - 1 : at].isalpha() else _BEFORE_LETTERS))
