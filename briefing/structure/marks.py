"""Signs that are not words: bullets, numbers, rules, marks of quotation, those of programs."""

from __future__ import annotations

from briefing.document.pattern import pattern

BULLETS = "•●▪■◦‣⁃∙○◆◇►▶▸➤➢✓✔✅☑★☆→»·・❖❯✦✧⁍⦿"
_BULLET = pattern(rf"(?:[{BULLETS}]+\s*|[-–—*+]\s+)(?=\S)")
_BULLET_ALONE = pattern(rf"[{BULLETS}]+|[-–—*+]")
_TRAILING_BULLETS = pattern(rf"\s+[{BULLETS}]+$")
_NUMBERED = pattern(r"[(\[]?(?:\d{1,3}|[ivx]{1,4}|[a-z])[.)\]]\s+(?=\S)|[(（]\d{1,2}[)）]\s*(?=\S)")
_RULE = pattern(r"(?:[-=_*~#·•—–.+]\s?){3,}$|[-=_*~]{3,}$")
_QUOTE = pattern(r"(?:>\s?)+")
_UNMARKED = pattern(r"[^\W\d_](?![ivx]{0,3}[.)\]])")

_PHONE = pattern(r"(?:\+|\b0)\d(?:[ ().-]{0,2}\d){7,}$")
_CODE = pattern(
    r"[$%>] [a-z]|[a-z]+ --?[a-z]|.*(?:[{};]$|[=-]>\s|\w\(\)|\s--?[a-z]\w*\b.*\s--?[a-z])"
)


def unmarked(text: str) -> bool:
    """Whether the line surely begins with a word: no bullet, number, rule or quotation mark."""
    return _UNMARKED.match(text) is not None


def bullet(text: str) -> int:
    """Characters of the bullet that `text` begins with, space included; 0 if none."""
    match = _BULLET.match(text)
    return match.end() if match else 0


def bullet_alone(text: str) -> bool:
    """Whether the line is a bullet and nothing else, for a line that follows."""
    return bool(_BULLET_ALONE.fullmatch(text))


def trailing_bullets(text: str) -> int:
    """Where a bullet of the next line begins at the end of this one; 0 if it does not."""
    match = _TRAILING_BULLETS.search(text) if text[-1:] in BULLETS else None
    return match.start() if match else 0


def numbered(text: str) -> int:
    """Characters of the list number that `text` begins with, space included; 0 if none."""
    match = _NUMBERED.match(text)
    return match.end() if match else 0


def quoted(text: str) -> int:
    """Characters of the `>` marks that a quoted mail line begins with; 0 if none."""
    match = _QUOTE.match(text)
    return match.end() if match else 0


def begins_item(text: str) -> bool:
    """Whether a list item begins here."""
    return bool(_BULLET.match(text) or _NUMBERED.match(text))


def is_rule(text: str) -> bool:
    """Whether the line is drawn and says nothing: `-----`, `* * *`."""
    return (
        len(text) >= 3
        and not (text[0].isalnum() or text[1].isalnum() or text[2].isalnum())
        and bool(_RULE.fullmatch(text))
    )


def code(text: str) -> bool:
    """Whether a line is a program's: a prompt, a command with options, braces, arrows, a call."""
    return _CODE.match(text) is not None


def phone(text: str) -> bool:
    """Whether a line ends with a telephone number."""
    return _PHONE.search(text) is not None
