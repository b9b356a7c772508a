"""Inline elements to text and spans."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from briefing.document.model import Span, SpanStyle
from briefing.document.text import clean_line
from briefing.formats.html.tree import SPACE, Node

STYLES: dict[str, SpanStyle] = {
    "b": "strong",
    "strong": "strong",
    "i": "emphasis",
    "em": "emphasis",
    "cite": "emphasis",
    "code": "code",
    "kbd": "code",
    "samp": "code",
    "s": "strike",
    "del": "strike",
    "strike": "strike",
}
SAFE = re.compile(r"(?:https?:|mailto:|#|/|[^:]*$)", re.I)


@dataclass(slots=True)
class Run:
    """Text as it is gathered from inline elements: space folded, spans in code points."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    spans: list[Span] = field(default_factory=list)
    images: list[str] = field(default_factory=list)
    """What the images among the text show; they follow it, as they would break its sentences."""

    paid: int = 0
    """Characters in links that somebody paid for (`rel="sponsored"`)."""

    @property
    def empty(self) -> bool:
        """Whether nothing was gathered."""
        return not self.pieces and not self.images

    def add(self, text: str) -> None:
        """Add text of the page; a run of space, also across elements, counts once."""
        if not text:
            return
        before = text[0].isspace() and bool(self.pieces) and not self.pieces[-1].endswith(" ")
        folded = " ".join(text.split())
        if before:
            folded = f" {folded}"
        if text[-1].isspace() and folded not in {"", " "}:
            folded = f"{folded} "
        if folded:
            self.pieces.append(folded)
            self.length += len(folded)

    def add_element(self, root: Node) -> None:
        """Add an inline element with all that is in it, whatever the depth."""
        opened: list[tuple[Node, int]] = []
        waiting: list[tuple[Node | str, bool]] = [(root, False)]
        while waiting:
            item, closing = waiting.pop()
            if isinstance(item, str):
                self.add(item)
            elif closing:
                node, start = opened.pop()
                self._close(node, start)
            else:
                if item.tag == "br":
                    self.add(" ")
                elif item.tag == "img":
                    self._image(item)
                opened.append((item, self.length))
                waiting.append((item, True))
                waiting.extend((child, False) for child in reversed(item.children))

    def _image(self, node: Node) -> None:
        alternative = clean_line(node.get("alt"))
        if " " in alternative:  # one word is a file's name or a drawn line, not a description
            self.images.append(SPACE.sub(" ", alternative).strip())

    def _close(self, node: Node, start: int) -> None:
        if self.length <= start:
            return
        if style := STYLES.get(node.tag):
            self.spans.append(Span(start, self.length, style))
            return
        if node.tag == "a" and "sponsored" in node.get("rel").lower().split():
            self.paid += self.length - start
        if node.tag == "a" and (target := node.get("href")) and SAFE.match(target):
            self.spans.append(Span(start, self.length, "link", target))

    def take(self) -> tuple[str, tuple[Span, ...], list[str]]:
        """The text, without surrounding space, and the images; the run is empty again."""
        text = "".join(self.pieces)
        body = text.rstrip()
        spans = tuple(
            Span(span.start, min(span.end, len(body)), span.style, span.target)
            for span in sorted(self.spans, key=lambda span: (span.start, -span.end))
            if span.start < len(body)
        )
        images = self.images
        self.pieces, self.length, self.spans, self.images = [], 0, [], []
        self.paid = 0
        return body, spans, images
