"""The text of a page that no parser got through in time."""

from __future__ import annotations

import html

from briefing.document.text import clean

BREAKS = frozenset(
    {"p", "div", "li", "br", "tr", "td", "h1", "h2", "h3", "h4", "h5", "h6", "table", "blockquote"}
)
SKIPPED = frozenset({"script", "style", "head"})


def plain_text(page: str) -> str:
    """The text between the tags, a line a block: one linear pass that understands nothing else."""
    pieces: list[str] = []
    position = 0
    while (start := page.find("<", position)) != -1:
        pieces.append(page[position:start])
        end = page.find(">", start)
        if end == -1:
            position = len(page)
            break
        name = page[start + 1 : start + 12].lstrip("/").split(">")[0].split(" ")[0].lower()
        if name in SKIPPED and page[start + 1] != "/":
            closing = page.find(f"</{name}", end)
            end = page.find(">", closing) if closing != -1 else end
            end = len(page) - 1 if end == -1 else end
        pieces.append("\n\n" if name in BREAKS else "")
        position = end + 1
    pieces.append(page[position:])
    return clean(html.unescape("".join(pieces))).text
