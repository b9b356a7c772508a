"""Front matter: what an author says of a document before it begins.

TOML between `+++` lines, YAML between `---` lines. A block that cannot be read is not front
matter but text: nothing of it is lost.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from briefing.document.model import Metadata
from briefing.document.pattern import pattern
from briefing.document.text import clean_line
from briefing.formats import yaml
from briefing.record import record

LONGEST = 65_536
"""Characters of a block; a longer one is text."""
MOST_LINES = 2_000
_DEEPEST_KEY = 20
"""Dots in a TOML key: 40 KB of them take 1.5 GiB to read."""

_BLOCK = pattern(r"\s{0,100}(?:---|\+\+\+)[ \t]*\n")
_ENTRY = pattern(
    r"""(?:@def\s+)?["']?([^\W\d][\w .-]{0,80}?)["']?[ ]{0,20}(?::(?=\s|$)|=)"""
    r"""|\[{1,2}[^\]]*\]{1,2}\s*$"""
)
_YEAR = pattern(r"(?<!\d)\d{4}(?!\d)")
_TITLE = ("title", "headline", "linktitle")
_SUBTITLE = ("subtitle", "deck", "dek", "standfirst")
_BYLINE = ("byline", "author", "authors", "by", "writer", "writers", "creator")
_DATE = (
    "date",
    "published",
    "publishdate",
    "publish_date",
    "pubdate",
    "date_published",
    "datepublished",
)
_LATER_DATE = ("created", "lastmod", "last_modified", "last_modified_at", "updated", "modified")
_SOURCE = ("source", "url", "canonical", "canonical_url", "canonicalurl", "link", "original_url")
_LANGUAGE = ("language", "lang", "locale")
_TAGS = ("tags", "tag", "categories", "category", "topics", "keywords")
NAMES = frozenset((*_TITLE, *_SUBTITLE, *_BYLINE))
"""Names under which title and author are given."""
KEYS = frozenset(
    (*_TITLE, *_SUBTITLE, *_BYLINE, *_DATE, *_LATER_DATE, *_SOURCE, *_LANGUAGE, *_TAGS)
)
"""Every name under which something is said of a document."""


@record
class FrontMatter:
    """What was read, and the text that follows it."""

    metadata: Metadata = Metadata()
    body: str = ""
    lines: int = 0
    """Lines of the source before `body`."""
    unread: tuple[tuple[int, str], ...] = ()
    """What it says under other names: the line, from 1, and the text as written."""


def split(text: str) -> FrontMatter:
    """Take the front matter off `text`."""
    opening = _BLOCK.match(text)
    if not opening:
        return FrontMatter(body=text)
    mark = opening[0].strip()
    closing = re.compile(rf"^{re.escape(mark)}[ \t]*$", re.MULTILINE).search(
        text, opening.end(), opening.end() + LONGEST
    )
    if not closing:
        return FrontMatter(body=text)
    block = text[opening.end() : closing.start()]
    end = min(closing.end() + 1, len(text))
    values = toml(block) if mark == "+++" else _yaml(block)
    if values is None:
        return FrontMatter(body=text)
    first = text.count("\n", 0, opening.end()) + 1
    return FrontMatter(
        metadata(values), text[end:], text.count("\n", 0, end), unread(block, values, first)
    )


def unread(block: str, values: Mapping[str, object], first: int) -> tuple[tuple[int, str], ...]:
    """The entries of `block`, whose first line is line `first`, that say nothing we know."""
    read = _read_keys(values)
    found: list[tuple[int, list[str]]] = []
    taken = True
    for number, line in enumerate(block.split("\n"), first):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if entry := _ENTRY.match(line):
            taken = (entry[1] or "").casefold() in read
            if not taken:
                found.append((number, [line.strip()]))
        elif not taken:
            found[-1][1].append(line.strip())
    return tuple((number, clean_line(" ".join(lines))) for number, lines in found)


def _read_keys(values: Mapping[str, object]) -> set[str]:
    """The names whose values are taken over."""
    read = {key for key in _TAGS if _strings(values.get(key))}
    for keys in (_TITLE, _SUBTITLE, _BYLINE, _SOURCE, _LANGUAGE):
        read.update([key for key in keys if _strings(values.get(key))][:1])
    read.update([key for key in (*_DATE, *_LATER_DATE) if _date(values.get(key))][:1])
    return read


def metadata(values: Mapping[str, object]) -> Metadata:
    """The metadata among `values`, by the names that Hugo, Jekyll and MkDocs give them."""
    return Metadata(
        title=_first(values, _TITLE),
        subtitle=_first(values, _SUBTITLE),
        byline=_first(values, _BYLINE),
        date=next((day for key in (*_DATE, *_LATER_DATE) if (day := _date(values.get(key)))), ""),
        source=_first(values, _SOURCE),
        language=_first(values, _LANGUAGE),
        tags=tuple(dict.fromkeys(tag for key in _TAGS for tag in _strings(values.get(key)))),
    )


def _yaml(block: str) -> Mapping[str, object] | None:
    if block.count("\n") > MOST_LINES:
        return None
    return yaml.read(block) if block.strip() else {}


def toml(block: str) -> Mapping[str, object] | None:
    """The values of a TOML block, those of its tables beside its own; None if it cannot be read."""
    dotted = re.compile(rf"^[^=\n#]*(?:\.[^=\n.]*){{{_DEEPEST_KEY}}}", re.MULTILINE)
    if block.count("\n") > MOST_LINES or dotted.search(block):
        return None
    # Loaded only for a document that has such a block.
    import tomli

    try:
        values = tomli.loads(block)
    except (tomli.TOMLDecodeError, RecursionError, ValueError):
        return None
    # Zola and Hugo keep some of theirs in tables, and a block may be nothing but tables.
    tables = [values.get(name) for name in ("taxonomies", "extra", "params")]
    tables += [] if any(not isinstance(v, dict) for v in values.values()) else values.values()
    merged = {key.casefold(): value for key, value in values.items()}
    for table in tables:
        if isinstance(table, dict):
            for key, value in table.items():
                merged.setdefault(key.casefold(), value)
    return merged


def _first(values: Mapping[str, object], keys: Sequence[str]) -> str:
    return next((text for key in keys if (text := ", ".join(_strings(values.get(key))))), "")


def _strings(value: object) -> list[str]:
    """`value` as the strings in it: of a list its items, of a table its name."""
    if isinstance(value, Mapping):
        return _strings(value.get("name") or value.get("title"))
    if isinstance(value, list):
        return [text for item in value for text in _strings(item)]
    from datetime import date

    if isinstance(value, bool) or not isinstance(value, str | int | float | date):
        return []
    text = str(value)
    if "&" in text:
        import html

        text = html.unescape(text)
    text = " ".join(clean_line(text).split())
    return [text] if text else []


def _date(value: object) -> str:
    """A day: ISO where the notation itself has dates, else as written, for the splitter to read."""
    from datetime import date, datetime

    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return next((day for key in (*_DATE, *_LATER_DATE) if (day := _date(value.get(key)))), "")
    return clean_line(value) if isinstance(value, str) and _YEAR.search(value[:100]) else ""
