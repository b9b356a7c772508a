"""What a document may hold that no terminal should be given, and what is shown in its place."""

from __future__ import annotations

import re
import unicodedata

from briefing.document.pattern import pattern

MARKS = 4
"""Nonspacing marks that one letter may carry. Hebrew with cantillation needs four."""
MARKS_ALL = 8
"""Marks of any kind that one letter may carry: a Burmese syllable has up to six."""

_FFFD = "\ufffd"
_OVERRIDES = "\u202a-\u202e\u2066-\u2069"
_NEWLINES = "\r\x0b\x0c\x85\u2028\u2029"
_SPACES = "\xa0\u1680\u2000-\u200a\u202f\u205f\u115f\u1160\u17b4\u17b5\u3164\uffa0"
# No glyph and no meaning in a grid of cells: direction marks, soft hyphens, joiners of words,
# variation selectors other than 15 and 16, annotations, musical and shorthand controls, tags.
_SILENT = (
    "\xad\u034f\u061c\u180b-\u180f\u200b\u200e\u200f\u2060-\u2065\u206a-\u206f\ufe00-\ufe0d"
    "\ufeff\ufff0-\ufffb"
)
_SILENT_ASTRAL = "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
_UNSAFE = "\x80-\x84\x86-\x9f\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff"
_UNSAFE_ASTRAL = "\U000f0000-\U0010ffff" + "".join(
    f"{chr(plane | 0xFFFE)}{chr(plane | 0xFFFF)}" for plane in range(0x10000, 0xF0000, 0x10000)
)
_CONTROLS = "\x00-\x08\x0e-\x1f\x7f"

_COLOUR = pattern(r"\x1b\[\d{0,4}(?:[;:]\d{0,4}){0,63}m")
_ODD_CLASS = f"{_CONTROLS}{_NEWLINES}{_UNSAFE}{_OVERRIDES}{_SILENT}{_SPACES}"
_ODD = pattern(f"[{_ODD_CLASS}]+")
_OVERRIDE = pattern(f"[{_OVERRIDES}]")
_ASTRAL = pattern("[\U00010000-\U0010ffff]+")
# Blocks that hold marks, coarsely: only a text that has one of these is looked at for marks.
_MARK_BLOCKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u10ff\u135d-\u135f\u1700-\u1dff\u20d0-\u20ff\u2cef-\u2cf1"
    "\u2d7f\u2de0-\u2dff\u302a-\u302f\u3099\u309a\ua66f-\ua6f1\ua800-\uabff\ufb1e\ufe20-\ufe2f"
)
# Every class here stays within the BMP: a set that reaches beyond it is ten times slower.
_SUSPECT = pattern(f"[{_ODD_CLASS}\t\u200c\u200d\ufe0e\ufe0f{_MARK_BLOCKS}]")
_MAY_HOLD_MARKS = pattern(f"[{_MARK_BLOCKS}]")
_MARK_RUN = pattern(r"[^\w\s\x00-\u02ff]{5,}")
_LEADING = pattern(r"(?m)^[^\w\s\x00-\u02ff]")
_JOINERS = pattern("[\u200c\u200d\ufe0e\ufe0f]+")

_EMOJI = pattern(
    "[#*0-9\xa9\xae\u203c\u2049\u2122\u2139\u2194-\u21aa\u231a-\u23ff\u24c2\u25aa-\u25fe"
    "\u2600-\u27bf\u2934\u2935\u2b05-\u2b55\u3030\u303d\u3297\u3299\U0001f000-\U0001faff]"
)
# Scripts whose letters change shape with their neighbours: Arabic to Arabic Extended, the Indic
# blocks, Tibetan, Myanmar, Khmer, Mongolian, the Brahmic scripts of Indonesia and of plane 1.
_JOINING = pattern(
    "[\u0600-\u08ff\u0900-\u0dff\u0f00-\u109f\u1780-\u18af\u1900-\u1bff\ua800-\uabff"
    "\ufb50-\ufdff\ufe70-\ufefc\U00010ac0-\U00010aff\U00011000-\U000118ff]"
)


class _Table(dict[int, str]):
    """What a code point becomes, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = shown = _shown(chr(code))
        return shown


def _shown(char: str) -> str:
    if re.match(f"[{_CONTROLS}]", char):
        return "\u2421" if char == "\x7f" else chr(0x2400 + ord(char))
    if char in _NEWLINES:
        return "\n"
    if re.match(f"[{_SPACES}]", char):
        return " "
    if re.match(f"[{_SILENT}{_SILENT_ASTRAL}]", char):
        return ""
    return _FFFD if re.match(f"[{_UNSAFE}{_UNSAFE_ASTRAL}{_OVERRIDES}]", char) else char


_TABLE = _Table()


def defused(text: str, tab: int) -> tuple[str, tuple[str, ...]]:
    """The text that is shown for `text`, and what the reader should know about the making of it."""
    if text.isascii():
        return _replace_odd(text).expandtabs(tab), ()
    # Two bytes a code point, unless some are astral.
    if astral := len(text.encode("utf-16-le", "surrogatepass")) > 2 * len(text):
        text = _ASTRAL.sub(lambda run: run[0].translate(_TABLE), text)
    elif not _SUSPECT.search(text):
        return text, ()
    overrides = len(_OVERRIDE.findall(text))
    text = _replace_odd(text)
    text = _JOINERS.sub(_keep_joiners, text)
    if astral or _MAY_HOLD_MARKS.search(text):
        text = _MARK_RUN.sub(_cap_marks, text)
        text = _LEADING.sub(_seat_mark, text)
    text = text.expandtabs(tab)
    if not overrides:
        return text, ()
    noun = "direction override" if overrides == 1 else "direction overrides"
    return text, (f"{overrides} {noun} shown as {_FFFD}",)


def _replace_odd(text: str) -> str:
    text = text.replace("\r\n", "\n")
    if "\x1b" in text:
        text = _COLOUR.sub("", text)
    return _ODD.sub(lambda run: run[0].translate(_TABLE), text)


def _keep_joiners(run: re.Match[str]) -> str:
    """Joiners and emoji selectors, where they mean something between their two neighbours."""
    text, start, end = run.string, run.start(), run.end()
    before, after = text[start - 1 : start], text[end : end + 1]
    kept = ""
    if _EMOJI.match(before):
        kept = next((char for char in run[0] if char in "\ufe0e\ufe0f"), "")
        if (
            "\u200d" in run[0]
            and not before.isascii()
            and not after.isascii()
            and _EMOJI.match(after)
        ):
            kept += "\u200d"
    elif _joins(before) and _joins(after):
        kept = next((char for char in run[0] if char in "\u200c\u200d"), "")
    return kept


def _joins(char: str) -> bool:
    return bool(_JOINING.match(char)) and unicodedata.category(char)[0] in "LM"


def _cap_marks(run: re.Match[str]) -> str:
    """The run without the marks that are too many for one letter."""
    kept: list[str] = []
    thin = marks = 0
    for char in run[0]:
        category = unicodedata.category(char)
        if category[0] != "M" or char in "\ufe0e\ufe0f":
            thin = marks = 0
        else:
            marks += 1
            thin += category != "Mc"
            if marks > MARKS_ALL or (thin > MARKS and category != "Mc"):
                continue
        kept.append(char)
    return "".join(kept)


def _seat_mark(match: re.Match[str]) -> str:
    """A mark with no letter before it stands on a dotted circle."""
    return f"\u25cc{match[0]}" if unicodedata.category(match[0])[0] == "M" else match[0]
