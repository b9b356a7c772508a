"""The prepared text in the making: its lines, the boxes in it, and what is kept outside it."""

from __future__ import annotations

from dataclasses import dataclass, field

from briefing.document.model import BoxKind
from briefing.document.pattern import pattern
from briefing.record import record

SIGN = "\ue000"
MARK = pattern(rf"<!--{SIGN}([+>/~])(\d{{1,9}})-->")
"""A comment of ours: `+` opens a box, `>` one that ends with its quote, `/` closes one; `~` stands
for markup that is kept outside the text."""


@record
class Prepared:
    """Markdown that a parser can read, and where it came from."""

    text: str
    lines: list[int]
    """For each line of `text`, its line in the source, from 1."""
    boxes: list[tuple[BoxKind | None, str]]
    """Kind and label of each box that a comment opens; a kind of None is a pull quote."""
    asides: list[str]
    """Markup that comments stand for: tags of Jekyll, attributes."""


@dataclass(slots=True)
class Opened:
    """A container that is open: which one, and where its opening comment stands."""

    name: str
    box: int
    at: int
    width: int = 0
    """Cells that the body of an admonition is indented; colons of a container."""


@dataclass(slots=True)
class Preparation:
    """What has been prepared so far, and which containers are open."""

    out: list[str] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    boxes: list[tuple[BoxKind | None, str]] = field(default_factory=list)
    asides: list[str] = field(default_factory=list)
    number: int = 0
    indented: list[Opened] = field(default_factory=list)
    fenced: list[Opened] = field(default_factory=list)

    def put(self, text: str) -> None:
        """Add a line that came from the one at hand."""
        self.out.append(text)
        self.lines.append(self.number)

    def open(self, indent: str, name: str, kind: BoxKind | None, label: str) -> Opened:
        """Begin a box with a comment."""
        self.boxes.append((kind, label))
        opened = Opened(name, len(self.boxes) - 1, len(self.out))
        self.put(f"{indent}<!--{SIGN}+{opened.box}-->")
        return opened

    def close(self, opened: Opened, indent: str = "") -> None:
        """End a box with a comment."""
        if opened.box >= 0:
            self.put(f"{indent}<!--{SIGN}/{opened.box}-->")

    def unopen(self, opened: Opened) -> None:
        """A container that nothing closes is none: only its title was text."""
        if opened.box >= 0:
            self.out[opened.at] = self.boxes[opened.box][1]

    def close_fenced(self, name: str, indent: str, width: int = 0) -> bool:
        """Close the innermost container of this name, and forget those left open in it."""
        for at in range(len(self.fenced) - 1, max(-1, len(self.fenced) - 64), -1):
            if self.fenced[at].name == name and self.fenced[at].width <= width:
                for left in self.fenced[at + 1 :]:
                    self.unopen(left)
                self.close(self.fenced[at], indent)
                del self.fenced[at:]
                return True
        return False

    def keep(self, markup: str) -> str:
        """A comment in the place of `markup`, which is kept outside the text."""
        self.asides.append(markup.strip())
        return f"<!--{SIGN}~{len(self.asides) - 1}-->"
