"""A whole page, parsed here and now."""

from __future__ import annotations

import re
from dataclasses import replace

from selectolax.lexbor import LexborHTMLParser

from briefing.document.model import Block, Metadata
from briefing.formats.html.head import metadata
from briefing.formats.html.places import with_lines
from briefing.formats.html.tree import grow
from briefing.formats.html.walk import OUTSIDE, blocks_of

PROSE_BLOCK = 80
"""Characters from which a block is text and no longer the article's head."""
SENTENCE = re.compile(r"(?:\S+\s+){5,}\S*[.!?…。！？][\"'”’»)]*$")
"""Six words and a full stop: a short paragraph that is text and no byline, date or button."""
HEAD = "head"


def read_page(page: str) -> tuple[tuple[Block, ...], Metadata]:
    """The blocks and the metadata of a decoded page, in this process and without a limit."""
    parsed = LexborHTMLParser(page)
    body = grow(parsed)
    said = metadata(parsed, body)
    return tuple(with_lines(_with_head(blocks_of(body), said.title), page)), said


def _with_head(blocks: list[Block], title: str) -> list[Block]:
    """The blocks with the article's head marked: what stands between its title and its first text.

    The title's own heading is text, also where the article's element begins below it. What else
    stands there (names, dates, "5 min read", buttons) is marked `head`: the splitter looks in it
    for the date that the page shows.
    """
    at = next((i for i, b in enumerate(blocks) if b.kind == "heading" and b.text == title), None)
    if at is None:
        return blocks
    marked = [
        block if block.furniture else replace(block, furniture="navigation")
        for block in blocks[:at]
    ]
    marked.append(replace(blocks[at], furniture=""))
    for index in range(at + 1, len(blocks)):
        block = blocks[index]
        if not block.furniture and _begins_text(block):
            return marked + blocks[index:]
        marked.append(replace(block, furniture=HEAD) if block.furniture in {"", OUTSIDE} else block)
    return blocks


def _begins_text(block: Block) -> bool:
    """Whether a block of the article's element is where its text begins."""
    if block.kind not in {"paragraph", "image"} or len(block.text) >= PROSE_BLOCK:
        return True
    return block.kind == "paragraph" and bool(SENTENCE.match(block.text))
