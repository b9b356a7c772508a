"""Bytes to text: which encoding a document is in, and whether it is a text at all."""

from __future__ import annotations

import codecs
import re

from briefing.document.errors import UnreadableDocument
from briefing.document.pattern import pattern
from briefing.formats.magic import looks_like
from briefing.record import record

FALLBACK = "windows-1252"
_SAMPLE = 65_536
"""Bytes that the detector sees: it takes 11 ms for them, and more bytes change no answer."""
_ENOUGH = 1_024
"""Bytes beyond ASCII from which the detector is seldom wrong."""
_HEAD = 1_024
"""Bytes in which a page declares its encoding (HTML Living Standard, 13.2.3.2)."""
_MOST_CONTROLS = 0.1
"""Share of control characters from which bytes are no text."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SHIFTS = (
    (b"\x1b$B", "iso-2022-jp"),
    (b"\x1b$@", "iso-2022-jp"),
    (b"\x1b$)C", "iso-2022-kr"),
)
"""What begins the letters of a text in 7 bits, which is ASCII to look at."""
_DECLARED = pattern(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})"""
    rb"""|<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,40})""",
    re.IGNORECASE,
)
_KNOWN = pattern(
    r"(?i)(?:windows|cp|ibm|x-cp)-?\d{3,4}|(?:iso[-_]?)?8859[-_]\d{1,2}|iso-2022-(?:jp|kr)|latin-?\d"
    r"|koi8-?[rut]|gbk|gb2312|gb18030|big5(?:-?hkscs)?|shift[-_]?jis|sjis|euc[-_]?(?:jp|kr|tw)"
    r"|uhc|johab|hz|tis-?620|mac-?[a-z]+|utf-?8|us-ascii"
)
"""Encodings of documents; Python knows others (`idna`, `unicode_escape`) that decode at a price."""
_CONTROLS = bytes([*range(0x08), *range(0x0E, 0x1B), *range(0x1C, 0x20), 0x7F])
_BEYOND_ASCII = bytes(range(0x80, 0x100))


class NotText(UnreadableDocument):
    """The bytes are no text; `looks_like` says what they seem to be: `a PDF`."""

    def __init__(self, looks_like: str) -> None:
        super().__init__(f"looks like {looks_like}, not a text")
        self.looks_like = looks_like


@record
class Decoded:
    """A text, and the encoding that it was in."""

    text: str
    encoding: str
    notices: tuple[str, ...] = ()


def decode(data: bytes) -> Decoded:
    """`data` as text. Any bytes that are a text decode; others raise `NotText`."""
    if kind := looks_like(data):
        raise NotText(kind)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text = data[len(mark) :].decode(encoding, "replace")
            return _named(text, encoding, lossless="\ufffd" not in text)
    if encoding := _wide(data):
        return _named(data.decode(encoding, "replace"), encoding)
    if b"\x1b$" in data and not data.count(0) and (shifted := _shifted(data)):
        return shifted
    if data.count(0) or len(data) - len(data.translate(None, _CONTROLS)) > _MOST_CONTROLS * len(
        data
    ):
        raise NotText("a binary file")
    try:
        return Decoded(data.decode(), "utf-8")
    except UnicodeDecodeError:
        return _legacy(data)


def _shifted(data: bytes) -> Decoded | None:
    """Text in one of the codes that mails of East Asia were written in."""
    for shift, encoding in _SHIFTS:
        if shift in data:
            try:
                return _named(data.decode(encoding), encoding)
            except UnicodeDecodeError:
                continue
    return None


def _legacy(data: bytes) -> Decoded:
    """Text of one byte a character, or of a two-byte code of East Asia."""
    if _almost_utf8(data):
        return _named(data.decode("utf-8", "replace"), "utf-8", lossless=False)
    found = _DECLARED.search(data[:_HEAD])
    declared = (found[1] or found[2]).decode("ascii", "ignore") if found else ""
    for encoding in (declared, _detected(data)):
        if _KNOWN.fullmatch(encoding):
            try:
                return _named(data.decode(encoding), codecs.lookup(encoding).name)
            except (LookupError, UnicodeDecodeError):
                continue
    return _named(data.decode(FALLBACK, "replace"), FALLBACK)


def _named(text: str, encoding: str, *, lossless: bool = True) -> Decoded:
    encoding = re.sub("^cp125", "windows-125", encoding)
    notices = () if encoding == "utf-8" else (f"read as {encoding}",)
    if not lossless:
        notices = (*notices, "some bytes are no characters and are shown as �")
    return Decoded(text, encoding, notices)


def _wide(data: bytes) -> str:
    """UTF-16 or UTF-32 without a mark: zero bytes at the places where Latin text has them."""
    head = data[:4096]
    if len(head) < 4 or b"\x00" not in head:
        return ""
    zeros = [head[start::4].count(0) / len(head[start::4]) for start in range(4)]
    if min(zeros[1:]) > 0.9 and zeros[0] < 0.5:
        encoding = "utf-32-le"
    elif min(zeros[:3]) > 0.9 and zeros[3] < 0.5:
        encoding = "utf-32-be"
    else:
        even, odd = (zeros[0] + zeros[2]) / 2, (zeros[1] + zeros[3]) / 2
        if odd > 0.4 and even < 0.1:
            encoding = "utf-16-le"
        elif even > 0.4 and odd < 0.1:
            encoding = "utf-16-be"
        else:
            return ""
    try:
        # A text cut in the middle of a character is still a text.
        text = codecs.getincrementaldecoder(encoding)().decode(head)
    except UnicodeDecodeError:
        return ""
    odd_ones = sum(not char.isprintable() and not char.isspace() for char in text)
    return encoding if odd_ones <= _MOST_CONTROLS * len(text) else ""


def _detected(data: bytes) -> str:
    # Loaded only for text that is not UTF-8.
    import cchardet

    sample = _legacy_sample(data)
    try:
        guess = cchardet.detect(sample)["encoding"] or ""
    except (ValueError, UnicodeError):
        guess = ""
    if len(sample) - len(sample.translate(None, _BEYOND_ASCII)) >= _ENOUGH:
        return guess
    from briefing.formats.plausible import likeliest

    return likeliest(sample, guess if _KNOWN.fullmatch(guess) else FALLBACK)


def _legacy_sample(data: bytes) -> bytes:
    """The bytes to guess from, beginning where the first letter beyond ASCII stands."""
    if len(data) <= _SAMPLE:
        return data
    first = next((at for at in range(0, len(data), 4096) if not data[at : at + 4096].isascii()), 0)
    return data[first : first + _SAMPLE]


def _almost_utf8(data: bytes) -> bool:
    """Whether a few broken bytes stand in text that is UTF-8 otherwise, or it was cut short."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    beyond = len(data) - len(data.translate(None, _BEYOND_ASCII))
    return broken * 8 < beyond or (broken == 1 and text.endswith("\ufffd") and beyond > 1)
