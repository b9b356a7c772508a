"""The splitter's lexicon, read once from the files that are bundled."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from briefing.library import ready
from briefing.resources import lexicons
from briefing.structure.lexicon import Lexicon, from_tables


@cache
def lexicon() -> Lexicon:
    """The lexicon of all languages together."""
    paths = lexicons()
    if (kept := ready.load(paths)) is not None:
        return kept
    made = from_tables(table(path.read_text("utf-8")) for path in paths)
    ready.keep(made, paths)
    return made


def table(text: str) -> dict[str, object]:
    """A lexicon file as tomli gives it, and by tomli where it is not written plainly.

    Every start reads all of them, and tomli takes four times as long. Raises TOMLDecodeError.
    """
    try:
        return _plain(text)
    except ValueError:
        import tomli

        return tomli.loads(text)


def _plain(text: str) -> dict[str, object]:
    """The table of a file that holds strings and lists of strings: to JSON they are the same.

    Names and headings are rewritten line by line; raises ValueError for whatever else there is.
    """
    json_lines = ['{"": {"": ""']
    for line in filter(None, text.split("\n")):
        if line[0] == "[":
            json_lines.append(f'}}, "{_named(line[1:-1], ".-")}": {{"": ""')
        elif line[0] != "#":
            if line[-1] == "]":  # JSON has no comma after the last
                line = line[:-1].rstrip().removesuffix(",") + "]"
            if line[0] not in " ]":  # no list that goes on
                name, _, value = line.partition(" = ")
                line = f', "{_named(name)}": {value}'
            json_lines.append(line)
    sections = json.loads("\n".join([*json_lines, "}}"]).replace(",\n]", "\n]"))
    whole: dict[str, Any] = {}
    for heading, section in sections.items():
        del section[""]
        *above, last = heading.split(".")
        into = whole
        for name in above:
            into = into.setdefault(name, {})
        (into.setdefault(last, {}) if last else into).update(section)
    return whole


def _named(name: str, signs: str = "") -> str:
    bare = name.translate(dict.fromkeys(map(ord, signs), "_"))
    if not bare.isidentifier():
        raise ValueError(name)
    return name
