"""The text of a page that no parser got through in time."""

from __future__ import annotations

import html

from briefing.document.text import clean
from briefing.formats.html.tree import BLOCKS
from briefing.formats.tags import tokens

UNREAD = ("script", "style", "head", "template", "svg", "noscript")


def plain_text(page: str) -> str:
    """The text between the tags, a line a block: one linear pass that understands nothing else."""
    pieces: list[str] = []
    for _, token in tokens(page, UNREAD):
        if isinstance(token, str):
            pieces.append(token)
        elif token.name in BLOCKS or token.name == "br":
            pieces.append("\n\n")
    return clean(html.unescape("".join(pieces))).text
