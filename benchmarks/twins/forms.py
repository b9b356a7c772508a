"""A Markdown document as a page, and as a browser would copy that page."""

from __future__ import annotations

from html.parser import HTMLParser

import pyromark

_BLOCKS = frozenset(("h1", "h2", "h3", "h4", "p", "ul", "ol", "table", "blockquote"))


def page(markdown: str) -> str:
    """The document as HTML."""
    body = pyromark.html(markdown, options=pyromark.Options.ENABLE_TABLES)
    return f"<!doctype html>\n<html><body><article>\n{body}</article></body></html>\n"


def copied(markdown: str) -> str:
    """The document as text: blank lines between blocks, bullets, and nothing else marked."""
    reader = _Reader()
    reader.feed(pyromark.html(markdown, options=pyromark.Options.ENABLE_TABLES))
    lines = "".join(reader.pieces).split("\n")
    return "\n".join(line.rstrip() for line in lines).strip() + "\n"


class _Reader(HTMLParser):
    """Gathers what a reader sees."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self.lists: list[int] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        del attrs
        if tag in _BLOCKS and not self.lists:
            self.pieces.append("\n\n")
        if tag in ("ul", "ol"):
            self.lists.append(0 if tag == "ol" else -1)
        elif tag == "li":
            number = self.lists[-1] = self.lists[-1] + (self.lists[-1] >= 0)
            mark = f"{number}." if number >= 0 else "•"
            self.pieces.append(f"\n{'  ' * (len(self.lists) - 1)}{mark} ")
        elif tag == "tr":
            self.pieces.append("\n")
        elif tag in ("td", "th"):
            self.pieces.append("\t")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("ul", "ol"):
            self.lists.pop()

    def handle_data(self, data: str) -> None:
        self.pieces.append(data if data.strip() else "")
