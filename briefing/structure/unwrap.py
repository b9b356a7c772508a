"""Hard-wrapped text: lines that a program broke at a width are joined to paragraphs again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from briefing.document.model import Line
from briefing.structure.marks import begins_item, is_rule, unmarked

NARROWEST, WIDEST = 40, 132
"""Columns between which text is wrapped by programs; longer lines are whole paragraphs."""
ENOUGH = 0.5
"""Share of inner line breaks that must look like wraps."""
FEWEST = 3
"""Wraps that must be seen before any line is joined; one before a small letter counts twice."""
FIRST_CJK = "\u3000"
NARROWEST_CJK = 2
"""Cells that a wrapped Chinese or Japanese line stays short of the width, for a sign at its end."""
SLACK = 14
"""Cells that a wrapped line may stay short of the width, beyond its next word."""

_CJK = (("\u3000", "\u30ff"), ("\u3400", "\u9fff"), ("\uf900", "\ufaff"), ("\uff00", "\uffef"))


def unwrap(
    lines: Sequence[Line], goes_on: Callable[[Sequence[Line], Line], bool | None]
) -> tuple[Line, ...]:
    """The lines, those of one paragraph joined; a joined line keeps the number of its first.

    A program breaks lines at a width; where a hand broke them, `goes_on` knows of the lines of a
    paragraph so far and the next one whether the sentence does; None leaves it to the width.
    """
    items = [not unmarked(line.text) and begins_item(line.text) for line in lines]
    follows = list(_follow(lines, items))
    # A title is one line, however much longer than the lines of the wrapped text under it.
    width = _width(lines, follows) or _width(lines[1:], follows[1:], surely=True)
    joined: list[Line] = []
    group: list[Line] = []
    item_indent = -1
    for line, item, may in zip(lines, items, follows, strict=True):
        known = goes_on(group, line) if may else False
        if known or (known is None and _continues(group[-1], line, width, item_indent)):
            group.append(line)
            continue
        if group:
            joined.append(_one(group))
        group = [line]
        item_indent = line.indent if item else -1
    if group:
        joined.append(_one(group))
    return tuple(joined)


def _follow(lines: Sequence[Line], items: Sequence[bool]) -> Iterable[bool]:
    """Of each line whether it may go on the one before it: no blank, item or rule parts them."""
    ruled = True  # nothing stands before the first
    for line, item in zip(lines, items, strict=True):
        rule = is_rule(line.text)
        yield not (ruled or rule or item or line.blanks)
        ruled = rule


def _width(lines: Sequence[Line], follows: Sequence[bool], *, surely: bool = False) -> int:
    """The width at which the text was wrapped, `surely` before small letters; 0 if it was not."""
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
    for at, may in enumerate(follows):
        if not may:
            continue
        breaks += 1
        if _full(lines[at - 1], lines[at], width):
            wraps += 1
            sure += lines[at].text[:1].islower()
    seen = sure if surely else wraps + sure
    return width if seen >= FEWEST and wraps >= ENOUGH * breaks else 0


def _full(last: Line, line: Line, width: int) -> bool:
    """Whether the first word of `line` would not have fitted at the end of `last`."""
    free = width - last.indent - len(last.text) - 1 - SLACK
    if line.text[:1] >= FIRST_CJK:  # any character may begin a line, so that none stays short
        return free + SLACK < NARROWEST_CJK
    if len(line.text) <= free:
        return False
    return free < 0 or " " not in line.text[: free + 1]


def _continues(last: Line, line: Line, width: int, item_indent: int) -> bool:
    if item_indent >= 0 and line.indent > item_indent + 1 and line.text[:1].islower():
        return True
    if not width or (last.number == 1 and last.indent + len(last.text) > width):
        return False
    if _full(last, line, width):
        return line.indent <= last.indent or item_indent >= 0 or line.indent - last.indent < 2
    return line.text[:1].islower() and len(last.text) > width / 2


def _one(group: Sequence[Line]) -> Line:
    first = group[0]
    return (
        first if len(group) == 1 else Line(_text(group), first.number, first.blanks, first.indent)
    )


def _text(group: Sequence[Line]) -> str:
    parts = [group[0].text]
    for line in group[1:]:
        last = parts[-1]
        hyphenated = last[-1:] == "-" and _letter(last[-2:-1]) and line.text[:1].islower()
        glued = hyphenated or (_unspaced(last[-1:]) and _unspaced(line.text[:1]))
        parts.append(line.text if glued else f" {line.text}")
    return "".join(parts)


def _letter(char: str) -> bool:
    return char.isalnum() and not char.isdecimal()


def _unspaced(char: str) -> bool:
    """Whether a character is of a script that puts no space between words."""
    return char >= _CJK[0][0] and any(first <= char <= last for first, last in _CJK)
