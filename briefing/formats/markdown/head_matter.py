"""Front matter in the notations of Markdown: between rules, as bare fields, or in a fence.

Bare fields are those of MultiMarkdown (`Title: Soup`) and of Franklin (`@def title = "Soup"`); a
fence is one of TOML or YAML that stands before the first heading.
"""

from __future__ import annotations

import re

from briefing.document.model import Metadata
from briefing.document.pattern import pattern
from briefing.formats import front_matter, yaml
from briefing.formats.front_matter import KEYS, FrontMatter

_FIELD = pattern(r"([^\W\d][\w .-]{0,30}?)[ ]*:[ ]+(\S.*)$")
_DEFINED = pattern(r"@def[ ]+(\w{1,30})[ ]*=[ ]*(\S.*)$")
_CALL = pattern(r"\w+\((\d{4}), ?(\d{1,2}), ?(\d{1,2})\)")
_FENCE = pattern(r"\s{0,100}(```|~~~)[ ]*(toml|yaml)[ ]*\n(.*?)\n\1[ ]*\n(?=\s*#[ ])", re.DOTALL)
MOST_FIELDS = 100


def head_matter(text: str) -> FrontMatter:
    """Take the front matter off `text`, in whichever notation it is."""
    found = front_matter.split(text)
    if found.metadata != Metadata() or found.lines:
        return found
    return _fields(text) or _fenced(text) or found


def _fields(text: str) -> FrontMatter | None:
    """Fields from the first line to a blank one, two of which are known, the first among them."""
    values: dict[str, object] = {}
    lines = text[: front_matter.LONGEST].split("\n", MOST_FIELDS)
    size = 0
    for line in lines:
        if not line.strip():
            break
        defined = _DEFINED.match(line)
        field = defined or _FIELD.match(line)
        if not field:
            return None
        value = field[2].strip().strip('"') if defined else field[2].strip()
        if call := _CALL.fullmatch(value):
            value = f"{call[1]}-{int(call[2]):02}-{int(call[3]):02}"
        values.setdefault(field[1].casefold(), value)
        size += 1
    if len(KEYS & values.keys()) < 2 or next(iter(values)) not in KEYS:
        return None
    block = "\n".join(lines[:size])
    body = text[len(block) :]
    return FrontMatter(
        front_matter.metadata(values), body, size - 1, front_matter.unread(block, values, 1)
    )


def _fenced(text: str) -> FrontMatter | None:
    found = _FENCE.match(text[: front_matter.LONGEST])
    if not found:
        return None
    block, first = found[3], text.count("\n", 0, found.start(3)) + 1
    values = front_matter.toml(block) if found[2] == "toml" else yaml.read(block)
    if not values or not KEYS & values.keys():
        return None
    # A fence shows what it holds: but for title and author, it stays as it is.
    told = {key: value for key, value in values.items() if key in front_matter.NAMES}
    return FrontMatter(
        front_matter.metadata(values),
        text[found.end() :],
        text.count("\n", 0, found.end()),
        front_matter.unread(block, told, first),
    )
