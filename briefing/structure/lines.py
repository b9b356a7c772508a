"""Plain text to pieces: bullets, numbers, rules and underlines are told from what is read."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.document.model import Block, BlockKind, Line
from briefing.record import replace
from briefing.structure import handwrap, marks
from briefing.structure.draft import Piece
from briefing.structure.lexicon import Lexicon
from briefing.structure.unwrap import unwrap

UNDERLINES = {"=": 1, "-": 2, "~": 3, "*": 2, "_": 2}
"""The level that each sign gives the heading that it underlines."""
DASHES = "-–—"
"""Bullets that are drawn between two parts where the items of the same text have them inline."""
NESTED = 2
"""Cells by which an item stands further in than the one that holds it."""
LEAST_UNDERLINE = 0.5
"""Length of an underline, as a share of what it underlines."""


def pieces(lines: Sequence[Line], lexicon: Lexicon) -> tuple[Piece, ...]:
    """A piece for each paragraph, item and rule of a text without markup, nothing decided."""
    found: list[Piece] = []
    inline = {line.text[:1] for line in lines if marks.bullet(line.text)}
    waiting = ""  # a bullet that stood alone, for the line after it
    blanks = 0
    depths: list[int] = []  # the indents of the items that hold the one at hand
    for line in unwrap(lines, handwrap.rule(lines, lexicon)):
        before = line.blanks + blanks
        blanks = 0
        if depths and line.indent < depths[0] + NESTED and not marks.bullet(line.text):
            depths = depths if marks.numbered(line.text) else []
        if not waiting and marks.unmarked(line.text) and line.text[-1] not in marks.BULLETS:
            found.append(Piece(Block(_KIND, line.text, line.number), before))
            continue
        alone = marks.bullet_alone(line.text)
        drawn = alone and line.text in DASHES and line.text in inline
        if alone and not drawn:
            waiting, blanks = line.text, before
            continue
        if marks.is_rule(line.text) or drawn:
            if not _underlines(line, found):
                found.append(Piece(Block("rule", "", line.number, marker=line.text), before))
            continue
        found.append(_nested(_piece(line, before, waiting), line, depths))
        waiting = ""
        if at := marks.trailing_bullets(line.text):
            last = found[-1]
            waiting = line.text[at:].strip()
            text = last.text[: len(last.text) - (len(line.text) - at)].rstrip()
            found[-1] = replace(last, block=replace(last.block, text=text))
    return tuple(found)


def _nested(piece: Piece, line: Line, depths: list[int]) -> Piece:
    """An item at its depth: one that stands further in belongs to the one above it."""
    if piece.block.kind != "item":
        return piece
    while depths and line.indent <= depths[-1] - NESTED:
        depths.pop()
    if not depths or line.indent >= depths[-1] + NESTED:
        depths.append(line.indent)
    return replace(piece, block=replace(piece.block, level=len(depths) - 1))


def _piece(line: Line, before: int, waiting: str) -> Piece:
    text, kind, marker = line.text, _KIND, waiting
    if waiting:
        kind = "item"
    elif size := marks.bullet(text) or marks.numbered(text):
        kind, marker, text = "item", text[:size].strip(), text[size:]
    elif (size := marks.quoted(text)) and (rest := text[size:].strip()):
        kind, marker, text = "quote", text[:size].strip(), rest
    return Piece(Block(kind, text.strip(), line.number, marker=marker), before)


_KIND: BlockKind = "paragraph"


def _underlines(rule: Line, found: list[Piece]) -> bool:
    """Whether `rule` underlines the line before it, which then becomes a heading."""
    last = found[-1] if found else None
    level = UNDERLINES.get(rule.text[0])
    if last is None or level is None or rule.blanks or last.block.kind == "rule":
        return False
    size = len(last.text)
    if size > 120 or not LEAST_UNDERLINE * size <= len(rule.text) <= size + 40:
        return False
    found[-1] = replace(last, block=replace(last.block, kind="heading", level=level))
    return True
