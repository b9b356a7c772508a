"""A sidecar: metadata and corrections that an author or a reader gives beside a document."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date

from briefing.document.correction import KINDS, LONGEST, Correction, kind_of
from briefing.document.model import Metadata
from briefing.document.pattern import pattern
from briefing.document.text import clean_line
from briefing.formats import front_matter
from briefing.record import record

LARGEST = 256 * 1024
"""Bytes of a sidecar."""
LONGEST_LINE = 2_000
"""Characters of a line: of a key with thousands of dots a parser makes gigabytes."""
MOST_FAULTS = 20
HEADER = pattern(r"^[ \t]*\[\[[ \t]*[\"']?correct[\"']?[ \t]*\]\]", re.MULTILINE)
KEYS = ("line", "text", "as", "level", "label")


@record
class Sidecar:
    """What was read; what is wrong is left aside and named."""

    metadata: Metadata = Metadata()
    corrections: tuple[Correction, ...] = ()
    faults: tuple[str, ...] = ()
    """One line each: `note.briefing.toml:4: as: …`."""
    readable: bool = True
    """Whether it is TOML at all."""


def parse(data: bytes, name: str) -> Sidecar:
    """The sidecar in `data`, which messages call `name`. Never raises."""
    # Loaded only for a document that has a sidecar.
    import tomli

    shown = clean_line(name)
    try:
        text = data.decode("utf-8-sig")
        if len(data) > LARGEST or any(len(line) > LONGEST_LINE for line in text.split("\n")):
            return _unread(f"{shown}: too long for a sidecar; it is not used")
        table = tomli.loads(text)
    except UnicodeDecodeError:
        return _unread(f"{shown}: not UTF-8 text; it is not used")
    except tomli.TOMLDecodeError as error:
        return _unread(f"{shown}:{error.lineno}: {clean_line(error.msg)}; it is not used")
    except (RecursionError, ValueError):
        return _unread(f"{shown}: not a TOML that can be read; it is not used")
    faults = [
        f"{shown}{_line(text, key)}: {clean_line(key)[:60]}: {what}; ignored"
        for key, what in _faults(table)
    ]
    given: list[Correction] = []
    blocks = table.get("correct", [])
    lines = [text.count("\n", 0, match.start()) + 1 for match in HEADER.finditer(text)]
    for at, block in enumerate(blocks if isinstance(blocks, list) else []):
        made = _correction(block)
        if isinstance(made, Correction):
            given.append(made)
        else:
            where = f":{lines[at]}" if at < len(lines) else ""
            faults.append(f"{shown}{where}: correct: {made}; ignored")
    kept = {key.casefold(): value for key, value in table.items() if _sound(value)}
    if len(faults) > MOST_FAULTS:
        faults[MOST_FAULTS:] = [f"{shown}: and {len(faults) - MOST_FAULTS} more faults"]
    return Sidecar(front_matter.metadata(kept), tuple(given), tuple(faults))


def block(correction: Correction) -> str:
    """The correction as it is written into a sidecar."""
    rows = ["[[correct]]", f"line = {correction.line}", f"text = {_quoted(correction.text)}"]
    rows.append(f"as = {_quoted(correction.kind)}")
    rows += [f"level = {correction.level}"] if correction.level else []
    rows += [f"label = {_quoted(correction.label)}"] if correction.label else []
    return "\n".join(rows) + "\n"


def _quoted(text: str) -> str:
    """A TOML text; what JSON escapes, TOML reads the same."""
    return json.dumps(clean_line(text), ensure_ascii=False).replace("\x7f", "\\u007f")


def _unread(fault: str) -> Sidecar:
    return Sidecar(faults=(fault,), readable=False)


def _line(text: str, key: str) -> str:
    found = re.search(rf"^[ \t]*[\"']?{re.escape(key)}[\"']?[ \t]*=", text, re.MULTILINE)
    return f":{text.count(chr(10), 0, found.start()) + 1}" if found else ""


def _faults(table: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        if key == "correct":
            if not isinstance(value, list):
                yield key, "takes blocks that begin with [[correct]]"
        elif key.casefold() not in front_matter.KEYS:
            yield key, "no key of a sidecar (see `briefing correct --help`)"
        elif not _sound(value):
            yield key, "takes a text, a date or a list of texts"


def _sound(value: object) -> bool:
    if isinstance(value, list):
        return all(isinstance(item, str) for item in value)
    return isinstance(value, str | date)


def _correction(block: object) -> Correction | str:
    """The correction in a block, or what is wrong with it."""
    if not isinstance(block, Mapping):
        return "takes blocks that begin with [[correct]]"
    line, text, kind = block.get("line", 0), block.get("text"), block.get("as")
    level, label = block.get("level", 0), block.get("label", "")
    if not isinstance(text, str) or not text.strip() or len(text) > LONGEST:
        return "text: takes the first words of the line"
    if not isinstance(kind, str) or (known := kind_of(kind)) is None:
        return f"as: takes one of {', '.join(KINDS)}"
    if type(line) is not int or line < 0:
        return "line: takes a whole number"
    if type(level) is not int or level not in range(7):
        return "level: takes a whole number from 1 to 6"
    if not isinstance(label, str) or len(label) > LONGEST:
        return "label: takes a text"
    if unknown := [key for key in block if key not in KEYS]:
        return f"{clean_line(unknown[0])[:60]}: no such key (there are {', '.join(KEYS)})"
    return Correction(line, clean_line(text), known, level, clean_line(label))
