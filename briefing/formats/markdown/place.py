"""Where we are among lists, quotes and boxes, for Markdown and its raw HTML alike."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from briefing.document.model import Block, Span
from briefing.formats.markdown.builder import BlockBuilder

_COLUMNS = {"Left": ":-", "Right": "-:", "Center": ":-:"}
"""Markdown's own signs for the sides that the parser names."""


@dataclass(slots=True)
class Place:
    """Decides what kind of block a text begins, from what stands open around it."""

    builder: BlockBuilder
    lists: list[int | None] = field(default_factory=list)
    """The open lists: the next number of an ordered one that HTML numbers."""
    quotes: int = 0
    item: str | None = None
    """The marker of an item that has begun and has no text yet."""
    line: int = 1
    in_table: bool = False
    in_pre: bool = False

    def begin(self, line: int) -> None:
        """Begin what text is here: an item, a quote, a paragraph."""
        if self.item is not None:
            self.builder.begin("item", line, max(0, len(self.lists) - 1), self.item)
            self.item = None
        elif self.quotes > 0:
            self.builder.begin("quote", line, self.quotes - 1)
        else:
            self.builder.begin("paragraph", line, len(self.lists))

    def start(self) -> None:
        """Begin what text is here, unless it has begun."""
        if self.builder.empty and not self.builder.ready:
            self.begin(self.line)

    def begin_heading(self, level: int) -> None:
        """Begin a heading; one within a quotation is no heading of this document."""
        if self.quotes > 0:
            self.builder.begin("quote", self.line, self.quotes - 1)
            self.builder.open("strong")
        else:
            self.builder.begin("heading", self.line, level)

    def begin_item(self, marker: str = "") -> None:
        """Begin an item of the innermost list, with its marker as written where it has one."""
        self.builder.end()
        number = self.lists[-1] if self.lists else None
        if number is not None:
            self.lists[-1] = number + 1
        self.item = marker or ("•" if number is None else f"{number}.")

    def break_line(self) -> None:
        """A line break that the author wants: the rest is a paragraph of its own."""
        builder = self.builder
        if self.in_pre:
            builder.text("\n")
        elif self.in_table or builder.kind == "heading":
            builder.space()
        elif builder.kind in ("term", "definition"):
            builder.begin(builder.kind, self.line, builder.level)
        elif not builder.empty:
            self.begin(self.line)

    def begin_table(self, line: int, sides: Iterable[object]) -> None:
        """A table, with the sides at which the author set its columns."""
        row = "|".join(_COLUMNS.get(str(side), "-") for side in sides)
        self.builder.begin("table", line, len(self.lists), row if ":" in row else "")
        self.in_table = True

    def picture(self, text: str, target: str, title: str = "") -> None:
        """An image, as its caption: what it shows, and the title that it was given."""
        if title and title.casefold() not in text.casefold():
            text = f"{text} — {title}" if text else title
        if not text:
            return
        if self.in_table:
            self.builder.text(text)
            return
        spans = (Span(0, len(text), "link", target),) if target else ()
        self.builder.picture(Block("image", text, self.line, len(self.lists), spans=spans))
