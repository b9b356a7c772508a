"""Hard-wrapped text: lines that a program broke at a width are joined to paragraphs again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from briefing.document.model import Line
from briefing.structure.marks import begins_item, is_rule

NARROWEST, WIDEST = 40, 132
"""Columns between which text is wrapped by programs; longer lines are whole paragraphs."""
ENOUGH = 0.5
"""Share of inner line breaks that must look like wraps."""
FEWEST = 3
"""Wraps that must be seen before any line is joined; one before a small letter counts twice."""
SLACK = 14
"""Cells that a wrapped line may stay short of the width, beyond its next word."""

_CJK_END = re.compile(r"[\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]$")
_CJK_START = re.compile(r"[\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]")
_HYPHEN = re.compile(r"[^\W\d_]-$")


def unwrap(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines, those of one paragraph joined; a joined line keeps the number of its first."""
    width = _width(lines)
    joined: list[list[Line]] = []
    item_indent = -1
    for line in lines:
        last = joined[-1][-1] if joined else None
        if last is not None and _continues(last, line, width, item_indent):
            joined[-1].append(line)
            continue
        joined.append([line])
        item_indent = line.indent if begins_item(line.text) else -1
    return tuple(
        group[0] if len(group) == 1 else replace(group[0], text=_text(group)) for group in joined
    )


def _width(lines: Sequence[Line]) -> int:
    """The width at which the text was wrapped; 0 if it was not."""
    lengths = [line.indent + len(line.text) for line in lines]
    if not lengths:
        return 0
    width = max(lengths)
    if width > WIDEST:
        # A few long lines (addresses, tables) do not make a wrapped text unwrapped.
        kept = sorted(length for length in lengths if length <= WIDEST)
        if len(kept) < 0.97 * len(lengths) or not kept:
            return 0
        width = kept[-1]
    if width < NARROWEST:
        return 0
    wraps = breaks = sure = 0
    for last, line in pairwise(lines):
        if line.blanks or begins_item(line.text) or is_rule(line.text) or is_rule(last.text):
            continue
        breaks += 1
        full = _full(last, line, width)
        wraps += full
        sure += full and line.text[:1].islower()
    return width if wraps + sure >= FEWEST and wraps >= ENOUGH * breaks else 0


def _full(last: Line, line: Line, width: int) -> bool:
    """Whether the first word of `line` would not have fitted at the end of `last`."""
    return last.indent + len(last.text) + 1 + len(line.text.split(" ", 1)[0]) + SLACK > width


def _continues(last: Line, line: Line, width: int, item_indent: int) -> bool:
    if line.blanks or begins_item(line.text) or is_rule(line.text) or is_rule(last.text):
        return False
    if item_indent >= 0 and line.indent > item_indent + 1 and line.text[:1].islower():
        return True
    if not width:
        return False
    if _full(last, line, width):
        return line.indent <= last.indent or item_indent >= 0 or line.indent - last.indent < 2
    return line.text[:1].islower() and len(last.text) > width / 2


def _text(group: Sequence[Line]) -> str:
    parts = [group[0].text]
    for line in group[1:]:
        last = parts[-1]
        hyphenated = _HYPHEN.search(last) and line.text[:1].islower()
        glued = hyphenated or (_CJK_END.search(last) and _CJK_START.match(line.text))
        parts.append(line.text if glued else f" {line.text}")
    return "".join(parts)
