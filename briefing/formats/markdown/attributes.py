"""Attribute lists of kramdown on lines of their own: `{: .note }` makes a box of a block.

A list directly under a block belongs to it; behind a blank line, to the block that follows.
"""

from __future__ import annotations

from dataclasses import dataclass

from briefing.document.model import BoxKind
from briefing.document.pattern import pattern
from briefing.formats.markdown.boxes import callout_kind, label_of
from briefing.formats.markdown.preparation import SIGN, Opened, Preparation

_CLASS = pattern(r"\.([\w-]+)")
_OTHER = pattern(r" {4}|[ ]*(?:#|\||```|~~~|:|(?:[-+*]|\d{1,9}[.)])[ ]|<)")
MOST = 500
"""Boxes that are put before what was written already; each moves all that follows."""


@dataclass(slots=True)
class Attributed(Preparation):
    """The preparation of blocks that an attribute list makes boxes."""

    began: int = -1
    """Where the paragraph or quote at hand began among the lines put out; -1 where none has."""
    awaited: tuple[BoxKind, str, bool] | None = None
    """The box that the next block is: its kind and label, and whether its first line names it."""
    held: Opened | None = None
    """The box that ends with the paragraph at hand."""

    def open(self, indent: str, name: str, kind: BoxKind | None, label: str) -> Opened:
        """Begin a box, and with it a new paragraph."""
        self.began = -1
        return Preparation.open(self, indent, name, kind, label)

    def attribute(self, text: str) -> None:
        """Take a line that is an attribute list."""
        names = [name.casefold().removeprefix("alert-") for name in _CLASS.findall(text)]
        kinds = [(name, kind) for name in names if (kind := callout_kind(_untitled(name)))]
        if not kinds:
            return
        # Of `.alert .alert-warning` the second says which.
        name, kind = next((pair for pair in kinds if pair[1] != "note"), kinds[-1])
        label = label_of(_untitled(name), kind)
        if self.began < 0:
            self.awaited = (kind, label, name.endswith("-title"))
        elif len(self.boxes) < MOST and self.held is None:
            self._box_above(kind, label)

    def _box_above(self, kind: BoxKind, label: str) -> None:
        self.boxes.append((kind, label))
        number = len(self.boxes) - 1
        quote = self.out[self.began].lstrip().startswith(">")
        opening = f"> <!--{SIGN}>{number}-->" if quote else f"<!--{SIGN}+{number}-->"
        self.out.insert(self.began, opening)
        self.lines.insert(self.began, self.lines[self.began])
        if not quote:
            self.put(f"<!--{SIGN}/{number}-->")
        self.began = -1

    def begin_attributed(self, text: str) -> bool:
        """Open the box that was awaited; whether the line is its title and nothing else."""
        if self.awaited is None or _OTHER.match(text):
            self.awaited = None
            return False
        (kind, label, titled), self.awaited = self.awaited, None
        quote = text.lstrip().startswith(">")
        if titled:
            label = text.strip(" >")
        if quote:
            self.boxes.append((kind, label))
            self.put(f"> <!--{SIGN}>{len(self.boxes) - 1}-->")
        else:
            self.held = self.open("", "{:", kind, label)
        return titled

    def note_paragraph(self, text: str) -> None:
        """Remember where a paragraph or a quote begins."""
        if self.began < 0 and text and not _OTHER.match(text):
            self.began = len(self.out)

    def end_paragraph(self) -> None:
        """A blank line ends the paragraph at hand, and the box that it is."""
        self.began, self.awaited = -1, None
        if self.held is not None:
            self.close(self.held)
            self.held = None


def _untitled(name: str) -> str:
    return name.removesuffix("-title")
