"""A briefing as plain text: for a terminal, a pipe, a screen reader."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.document.model import Block, Briefing, Passage
from briefing.document.width import cell_width, wrap
from briefing.export.selection import meta, select, tip_names, unmarked

BULLETS = "-*+•●▪◦‣–"
WIDEST = 1_000
"""Cells from which a text counts as linear: one line a paragraph, nothing drawn beside it."""


def render(briefing: Briefing, width: int = 80, part: str | None = None) -> str:
    """The briefing, or `part` of it, in lines of at most `width` cells, ending in a newline.

    Code and the words that are wider than a line are not cut. From `WIDEST` cells on it is linear.
    """
    page = _Page(width, tip_names(briefing))
    if part is None:
        for text in (briefing.title, briefing.subtitle, meta(briefing)):
            if text:
                page.put(wrap(text, width))
    for passage in select(briefing, part):
        page.passage(passage)
    return "\n".join(page.lines) + "\n" if page.lines else ""


class _Page:
    """Lines as they are laid out."""

    def __init__(self, width: int, tip_names: dict[str, str]) -> None:
        self.width = width
        self.linear = width >= WIDEST
        self.tip_names = tip_names
        self.lines: list[str] = []
        self.last: Passage | None = None

    def put(self, lines: Sequence[str], *, blanks: int = 0) -> None:
        if self.lines:
            self.lines += [""] * blanks
        self.lines += lines

    def passage(self, passage: Passage) -> None:
        """Lay out one passage after those before it."""
        last, self.last = self.last, passage
        same = last is not None and last.part == passage.part and last.role == passage.role
        block, role = passage.block, passage.role
        if role == "heading":
            under = last is not None and last.role == "heading"
            self.put(wrap(block.text, self.width), blanks=1 if under else 2)
        elif role == "question":
            self.put(self._hung(block.text, "" if same else "Q: "), blanks=0 if same else 1)
        elif role == "answer":
            first = last is not None and last.role == "question"
            mark = "A: " if first else "" if self.linear else "   "
            self.put(self._laid(unmarked(block), mark), blanks=int(same))
        elif role == "tip-label":
            self.put(wrap(block.text, self.width, self._bar, self._bar), blanks=1)
        elif role == "tip":
            if last is None or last.part != passage.part:
                self.put([f"{self._bar}{self.tip_names.get(passage.part, '')}".rstrip()], blanks=1)
            elif same:
                self.put([self._bar.rstrip()])
            self.put(self._laid(block, self._bar, self._bar))
        elif role == "trend" and block.kind != "item":
            self.put(self._hung(block.text, "  " if same else "• "), blanks=1)
        else:
            together = last is not None and _listed(last.block) and _listed(block)
            self.put(self._laid(block), blanks=0 if together else 1)

    @property
    def _bar(self) -> str:
        return "" if self.linear else "│ "

    def _hung(self, text: str, mark: str) -> list[str]:
        return wrap(text, self.width, mark, " " * cell_width(mark))

    def _laid(self, block: Block, first: str = "", rest: str = "") -> list[str]:
        """A block's lines, `first` before the first of them."""
        rest = rest or " " * cell_width(first)
        text, kind = block.text, block.kind
        inner = "  " * min(block.level, 8)
        if kind == "code":
            lines = [f"{'' if self.linear else '    '}{line}" for line in text.split("\n")]
            return [first + lines[0], *(rest + line for line in lines[1:])]
        if kind == "table":
            lines = _table(text, self.width - cell_width(rest))
            return [first + lines[0], *(rest + line for line in lines[1:])]
        if kind == "rule":
            return [] if self.linear else [f"{first}· · ·"]
        marks = {"quote": "> ", "definition": "    ", "image": "Image: "}
        mark = marks.get(kind, "")
        if kind == "item":
            mark = inner + ("• " if block.marker[:1] in BULLETS else f"{block.marker} ")
        elif kind == "paragraph" and block.marker:
            mark = f"{block.marker} "
        elif kind == "paragraph":
            mark = inner
        hang = mark if kind == "quote" else " " * cell_width(mark)
        return wrap(text, self.width, first + mark, rest + hang)


def _listed(block: Block) -> bool:
    return block.kind == "item" or (block.kind == "rule" and not block.text)


def _table(text: str, width: int) -> list[str]:
    """Rows with their columns one under the other, where they fit."""
    rows = [line.split("\t") for line in text.split("\n")]
    columns = max(len(row) for row in rows)
    # A table of very many columns is not looked at as one.
    widths = [
        max(cell_width(row[at]) if at < len(row) else 0 for row in rows)
        for at in range(columns if columns <= 50 else 0)
    ]
    if not widths or sum(widths) + 2 * (columns - 1) > width:
        return [" | ".join(row) for row in rows]
    return [
        "  ".join(
            cell + " " * (wide - cell_width(cell)) for cell, wide in zip(row, widths, strict=False)
        ).rstrip()
        for row in rows
    ]
