"""Safe text: what a terminal may be given, whatever the document holds.

`clean` is applied once to a whole decoded document, and again to whatever a format decodes later
(`&#27;` is a control character only after its entity is read). Letters are never changed; what has
no glyph is dropped, and what could act on a terminal becomes a visible mark.
"""

from __future__ import annotations

from briefing.document.pattern import pattern
from briefing.record import record

TAB = 8
"""Cells from one tab stop to the next; Markdown counts four."""
_PLAIN_ASCII = bytes(range(0x20, 0x7F)) + b"\n"
# Latin, Greek, Cyrillic, punctuation, currencies, symbols: nothing to be done.
_SMALL = (
    "\n -~\xa1-\xac\xae-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e\u20a0-\u20cf"
    "\u2100-\u2bff"
)
PLAIN = pattern(f"[{_SMALL}]*")
# The same with kana, ideographs and hangul, which take ten times as long to compile.
PLAIN_WIDE = pattern(
    f"[{_SMALL}\u3001-\u3029\u3041-\u3096\u309b-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3"
    "\uff01-\uff9f]*"
)
# What saved pages are full of, and what becomes of it; no pattern need look for these.
_USUAL = {
    "\r\n": "\n",
    "\r": "\n",
    "\u2028": "\n",
    **dict.fromkeys("\xa0\u2002\u2003\u2009\u202f", " "),
    **dict.fromkeys("\xad\u200b\u200e\u200f\u2060\ufeff", ""),
}


@record
class CleanText:
    """Text that is safe to show, and what the reader should know about the making of it."""

    text: str
    notices: tuple[str, ...] = ()


def clean(text: str, tab: int = TAB) -> CleanText:
    """`text` with one kind of newline, tabs as spaces and nothing in it that could act.

    Cleaning what is clean changes nothing.
    """
    if _is_clean(text):
        return CleanText(text)
    usual = text
    for sign, shown in _USUAL.items():
        usual = usual.replace(sign, shown)
    usual = usual.expandtabs(tab)
    if _is_clean(usual):
        return CleanText(usual)
    # Loaded for few texts: its patterns take 8 ms to build.
    from briefing.document.unsafe import defused

    return CleanText(*defused(text, tab))


def clean_text(text: str) -> str:
    """`text` as `clean` makes it, for what is said of no notices."""
    return text if _is_clean(text) else clean(text).text


def _is_clean(text: str) -> bool:
    if text.isascii():
        return text.isprintable() or not text.encode().translate(None, _PLAIN_ASCII)
    return bool(PLAIN.fullmatch(text) or PLAIN_WIDE.fullmatch(text))


def clean_line(text: str) -> str:
    """`text` as one line that is safe to print: a file name, a label, an error's words."""
    text = clean_text(text)
    return " ".join(text.split("\n")) if "\n" in text else text
