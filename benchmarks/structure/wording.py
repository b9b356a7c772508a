"""When two strings say the same, whatever the spacing, the quotes and the markup."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from html import unescape

LONG = 16
"""Characters from which a beginning stands for the whole."""
QUOTES = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"'})
INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
MARKS = re.compile(r"[*_`#]+")
NUMBER = re.compile(
    r"\A[(（]?(?:\d{1,2}(?:\.\d{1,2})*|[一二三四五六七八九十]{1,3}|[ivx]{1,5}(?=[.)]))"
    r"(?:[.)）、:：]+\s*|\s+)(?=\S)"
)
LABEL = re.compile(r"\A[^:：?？]{1,14}[:：]\s*(?=\S)")
PREPOSITION = re.compile(r"\A(?:by|von|par|por|di|da|door|od|автор|от|від|作者|文)[:：]?\s+")
BETWEEN_NAMES = re.compile(r"[,;&(/|、]|\s(?:and|und|et|y|e|en|та|и)\s")
MONTHS = (
    "jan january januar janvier enero січня января",
    "feb february februar février febrero лютого февраля",
    "mar march märz mars marzo березня марта",
    "apr april avril abril квітня апреля",
    "may mai mayo травня мая",
    "jun june juni juin junio червня июня",
    "jul july juli juillet julio липня июля",
    "aug august août agosto серпня августа",
    "sep sept september septembre septiembre вересня сентября",
    "oct october oktober octobre octubre жовтня октября",
    "nov november novembre noviembre листопада ноября",
    "dec december dezember décembre diciembre грудня декабря",
)
MONTH = {name: number for number, names in enumerate(MONTHS, 1) for name in names.split()}
YEAR_FIRST = re.compile(r"(\d{4})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})")
DAY_FIRST = re.compile(
    r"(\d{1,2})(?:[./]\s?|\.?\s(?:de\s)?)([^\W\d_]+|\d{1,2})(?:[./]\s?|,?\s(?:de\s)?)(\d{4})"
)
MONTH_FIRST = re.compile(r"([^\W\d_]+)\.? (\d{1,2}),? (\d{4})")


def folded(text: str) -> str:
    """`text` without markup, in one case, with one kind of space and quote, no colon at its end."""
    text = unicodedata.normalize("NFKC", unescape(text)).translate(QUOTES)
    text = MARKS.sub("", LINK.sub(r"\1", TAG.sub("", INVISIBLE.sub("", text))))
    return " ".join(text.casefold().replace('"', "").split()).strip("•●▪–—- ").rstrip(":： ")


def letters(text: str) -> str:
    """The letters and digits of `text`, to compare beginnings."""
    return "".join(character for character in folded(text) if character.isalnum())


def unnumbered(text: str) -> str:
    """`text`, folded, without the number it begins with."""
    return NUMBER.sub("", folded(text), count=1)


def same_heading(one: str, other: str) -> bool:
    """Equal, a leading number aside."""
    return folded(one) == folded(other) or unnumbered(one) == unnumbered(other)


def same_question(one: str, other: str) -> bool:
    """Equal or one the beginning of the other, a number and a label (`Q:`) aside."""
    first, second = (LABEL.sub("", unnumbered(text), count=1) for text in (one, other))
    if min(len(first), len(second)) < LONG:
        return first == second or same_heading(one, other)
    return first.startswith(second) or second.startswith(first) or same_heading(one, other)


def same_names(one: str, other: str) -> bool:
    """Two bylines name the same people; `one` may add what they are, though no number."""
    first, second = (PREPOSITION.sub("", folded(text)) for text in (one, other))
    if not first or not second:
        return first == second
    if _names(first) == _names(second):
        return True
    role = first.removeprefix(second)
    said_after = role != first and role.lstrip()[:1] in tuple(",(/|·–-")
    return said_after and not any(character.isdigit() for character in role)


def _names(byline: str) -> set[str]:
    return {name for part in BETWEEN_NAMES.split(byline) if (name := part.strip(" .)"))}


def day(written: str) -> str:
    """The date at the beginning of `written` as `2025-12-20`; empty where there is none."""
    text = written.strip().casefold()
    if found := YEAR_FIRST.match(text):
        year, month, number = found.groups()
    elif found := DAY_FIRST.match(text):
        number, month, year = found.groups()
    elif found := MONTH_FIRST.match(text):
        month, number, year = found.groups()
    else:
        return ""
    try:
        return date(int(year), MONTH.get(month) or int(month), int(number)).isoformat()
    except ValueError:
        return ""
