"""How wide text is in a terminal, with fast answers for what most text is made of."""

from __future__ import annotations

import re
from unicodedata import bidirectional

from rich.cells import cell_len, set_cell_size, split_graphemes

from briefing.document.pattern import pattern

# Ranges in which Rich gives every code point one cell: Latin, Greek, Cyrillic, Hebrew and Arabic
# letters without marks, typographic punctuation, currency, letterlike signs, box drawing.
SINGLE = (
    "\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0377\u037a-\u037f\u0384-\u038a\u038e-\u03a1\u03a3-\u0482"
    "\u048a-\u0527\u05d0-\u05ea\u0620-\u064a\u2010-\u2027\u2030-\u205e\u20a0-\u20bf"
    "\u2100-\u2189\u2500-\u25fc\u2800-\u28ff"
)
# Ranges of two cells each: CJK, kana, Hangul syllables, full-width forms.
DOUBLE = (
    "\u3000-\u3029\u3030-\u303e\u3041-\u3096\u309b-\u30ff\u3105-\u312f"
    "\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff60"
)
_all_single = pattern(f"[{SINGLE}\n]*")
_all_double = pattern(f"[{DOUBLE}]*")
# What must never reach a terminal: C0, DEL, C1, separators of lines, directions, surrogates.
_unsafe = pattern(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ud800-\udfff]"
)

_LETTERS = frozenset({"L", "R", "AL"})
_maybe_right = re.compile("[\u0590-\u08ff\ufb1d-\ufdfc\ufe70-\ufefc]").search

__all__ = [
    "DOUBLE",
    "cell_len",
    "is_double",
    "is_rightward",
    "is_single",
    "safe",
    "set_cell_size",
    "split_graphemes",
]


def safe(text: str) -> str:
    """`text` with a U+FFFD for every code point that could act on a terminal, as long as before.

    Line ends and tabs stay, as the parts of code and tables; whoever lays out consumes them.
    """
    if text.isascii() and text.isprintable():
        return text
    return _unsafe.sub("\ufffd", text)


def is_single(text: str) -> bool:
    """Whether every code point of `text` surely takes one cell; line ends count as such."""
    return text.isascii() or _all_single.fullmatch(text) is not None


def is_rightward(text: str) -> bool:
    """Whether the first letter of `text` is of a script that is read from right to left."""
    if text.isascii() or not _maybe_right(text):
        return False
    for sign in text:
        if (kind := bidirectional(sign)) in _LETTERS:
            return kind != "L"
    return False


def is_double(text: str) -> bool:
    """Whether every code point of `text` surely takes two cells."""
    return _all_double.fullmatch(text) is not None
