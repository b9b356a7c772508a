"""The YAML that stands in front matter, read tolerantly: no anchors, no types, no bombs.

Keys with a scalar, a quoted or a block scalar, a list in either notation, and one level of keys
below (`date:` over `created:`). Whatever else a block holds is passed over.
"""

from __future__ import annotations

import re

from briefing.document.pattern import pattern

Value = str | list[str] | dict[str, str]

_KEY = pattern(r"""([ ]*)(?:"([^"]+)"|'([^']+)'|([^\W\d][\w .\-]*?))\s*:(?:\s+(.*)|)$""")
_ITEM = pattern(r"( *)-(?:\s+(.*)|)$")
_BLOCK = pattern(r"[|>][+-]?\d?(?:\s+#.*)?$")
_ESCAPE = pattern(r"\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.))")
_NAMED = {"n": "\n", "t": " ", "r": "\n", "0": "", "e": ""}
_FLOW_ITEM = pattern(r"""\s*("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^,"'\[\]{}][^,\[\]{}]*)\s*(?:,|$)""")


def read(text: str) -> dict[str, Value] | None:
    """The mapping that `text` holds, or None when it holds none."""
    values: dict[str, Value] = {}
    lines = text.split("\n")
    at = 0
    while at < len(lines):
        line = lines[at].rstrip()
        at += 1
        if not line or line.lstrip().startswith("#"):
            continue
        found = _KEY.match(line)
        if not found or found[1]:
            # A line that is neither a key nor below one: not YAML as front matter has it.
            if not values or not line.startswith((" ", "-", "]", "}")):
                return None
            continue
        end = at
        while end < len(lines) and (not lines[end].strip() or _below(lines[end])):
            end += 1
        key = found[2] or found[3] or found[4]
        values.setdefault(
            key.strip().casefold(), _value(_uncommented(found[5] or ""), lines[at:end])
        )
        at = end
    return values or None


def _below(line: str) -> bool:
    return line.startswith((" ", "]", "}", "#", "- ")) or line == "-"


def _value(first: str, rest: list[str]) -> Value:
    if _BLOCK.match(first):
        return _block(rest, folded=first.startswith(">"))
    rest = [line for line in rest if line.strip() and not line.lstrip().startswith("#")]
    if first.startswith("["):
        return _flow(" ".join([first, *(line.strip() for line in rest)]))
    if first:
        return scalar(" ".join([first, *(line.strip() for line in rest)]))
    if rest and _ITEM.match(rest[0]):
        return _items(rest)
    if rest and (found := _KEY.match(rest[0])):
        return _keys(rest, found[1])
    return " ".join(line.strip() for line in rest)


def _items(lines: list[str]) -> list[str]:
    depth = len(lines[0]) - len(lines[0].lstrip())
    items: list[str] = []
    for line in lines:
        found = _ITEM.match(line)
        if found and len(found[1]) == depth:
            items.append(_uncommented(found[2] or ""))
        elif items and not found:
            items[-1] += f"\n{line.strip()}"
    return [name for item in items if (name := _item(item))]


def _item(text: str) -> str:
    """A list's item; of a mapping (`- name: Ada`) its name, or its first value."""
    first, *rest = text.split("\n")
    if first.startswith(('"', "'")) or not _KEY.match(first):
        return scalar(" ".join([first, *rest]))
    pairs = _keys([first, *rest], "")
    return next(
        (pairs[key] for key in ("name", "title") if pairs.get(key)), next(iter(pairs.values()))
    )


def _keys(lines: list[str], indent: str) -> dict[str, str]:
    pairs: dict[str, str] = {}
    for line in lines:
        found = _KEY.match(line)
        if found and found[1] == indent:
            key = (found[2] or found[3] or found[4]).strip().casefold()
            pairs.setdefault(key, scalar(_uncommented(found[5] or "")))
    return pairs


def _block(lines: list[str], *, folded: bool) -> str:
    depth = min((len(line) - len(line.lstrip()) for line in lines if line.strip()), default=0)
    text = "\n".join(line[depth:].rstrip() for line in lines).strip("\n")
    return re.sub(r"(?<!\n)\n(?!\n)", " ", text) if folded else text


def _flow(text: str) -> list[str]:
    return [scalar(found[1]) for found in _FLOW_ITEM.finditer(text.strip().strip("[]"))]


def _uncommented(text: str) -> str:
    """`text` without the comment at its end."""
    if text.startswith(('"', "'")):
        closing = text.rfind(text[0])
        return (
            text[: closing + 1]
            if closing > 0 and text[closing + 1 :].lstrip()[:1] in ("", "#")
            else text
        )
    return re.sub(r"(?:^|\s+)#.*$", "", text).strip()


def scalar(text: str) -> str:
    """One value without its quotes; `null` and `~` are empty."""
    text = text.strip()
    if len(text) > 1 and text[0] == text[-1] == '"':
        return _ESCAPE.sub(_unescaped, text[1:-1])
    if len(text) > 1 and text[0] == text[-1] == "'":
        return text[1:-1].replace("''", "'")
    return "" if text in ("null", "~", "Null", "NULL", '""', "''") else text


def _unescaped(found: re.Match[str]) -> str:
    if code := found[1] or found[2]:
        return chr(int(code, 16))
    return _NAMED.get(found[3], found[3])
