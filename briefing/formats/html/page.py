"""A whole page, parsed here and now."""

from __future__ import annotations

import re
from collections.abc import Sequence

from selectolax.lexbor import LexborHTMLParser

from briefing.document.model import Block, Metadata
from briefing.document.width import cell_width
from briefing.formats.html.head import metadata
from briefing.formats.html.places import with_lines
from briefing.formats.html.tree import grow
from briefing.formats.html.walk import OUTSIDE, blocks_of
from briefing.record import replace

PROSE_BLOCK = 80
"""Cells from which a block is text and no longer the article's head."""
SENTENCE = re.compile(r"(?:\S+\s+){5,}\S*[.!?…。！？][\"'”’»)]*$")
"""Six words and a full stop: a short paragraph that is text and no byline, date or button."""
HEAD = "head"
OVER = frozenset({"related-links", "subscribe", "advertisement", "comments", "share"})
FEWEST = 3
"""Long blocks of a page from which on it is an article and not a list of links."""
STANDFIRST = 6
"""Blocks under the title in which a sentence is its standfirst."""
SET_AS_HEADING = 12
"""The same for one that is set as a heading, which no other sentence is."""
FAR = 5
"""Blocks under a standfirst in which the head goes on."""
META = re.compile(r"\b(?:19|20)\d\d\b|\d{1,2}[:.]\d\d\b|^(?:by|von|par|por|di|door|av)\b", re.I)
"""What a line of the head says: a year, a time, or whose it is."""
IN_HEAD = frozenset({"", OUTSIDE, "about"})
"""Reasons of blocks under the title that may say who wrote it and when."""


def read_page(page: str) -> tuple[tuple[Block, ...], Metadata]:
    """The blocks and the metadata of a decoded page, in this process and without a limit."""
    parsed = LexborHTMLParser(page)
    body = grow(parsed)
    said = metadata(parsed, body)
    blocks = _without_empty(_with_head(blocks_of(body), said.title), said.title)
    return tuple(with_lines(blocks, page)), said


def _with_head(blocks: list[Block], title: str) -> list[Block]:
    """The blocks with the article's head marked: what stands between its title and its first text.

    The title's own heading is text, also where the article's element begins below it. What else
    stands there (names, dates, "5 min read", buttons) is marked `head`: the splitter looks in it
    for the date that the page shows. A sentence under the title is its standfirst, and text.
    """
    at = _of_title(blocks, title)
    if at is None or sum([_is_prose(block) for block in blocks[:at]]) >= FEWEST:
        return blocks  # a heading behind the text says the title again, and heads nothing
    marked = [
        block if block.furniture else replace(block, furniture="navigation")
        for block in blocks[:at]
    ]
    marked.append(replace(blocks[at], furniture=""))
    below = [
        _standfirst(block) if n < STANDFIRST or block.kind == "heading" else block
        for n, block in enumerate(blocks[at + 1 : at + 1 + SET_AS_HEADING])
    ]
    blocks = [*blocks[: at + 1], *below, *blocks[at + 1 + SET_AS_HEADING :]]
    for index in range(at + 1, len(blocks)):
        block = blocks[index]
        if not block.furniture and _begins_text(block):
            if index + 1 < len(blocks) and _goes_on(blocks[index + 1 : index + 1 + FAR]):
                marked.append(block)
                continue
            return marked + blocks[index:]
        marked.append(replace(block, furniture=HEAD) if block.furniture in IN_HEAD else block)
    return blocks


def _of_title(blocks: Sequence[Block], title: str) -> int | None:
    """Where the title's heading stands: the last one, where a bar at the top says it before."""
    found: int | None = None
    for at, block in enumerate(blocks):
        if block.kind == "heading" and block.text == title:
            found = at
        elif found is not None and _is_prose(block):
            break
    return found


def _is_long(text: str) -> bool:
    """Whether a text is as long as prose is; a wide character says as much as two others."""
    return len(text) >= PROSE_BLOCK or (
        2 * len(text) >= PROSE_BLOCK and cell_width(text) >= PROSE_BLOCK
    )


def _is_prose(block: Block) -> bool:
    return not block.furniture and _is_long(block.text)


def _standfirst(block: Block) -> Block:
    """A sentence that stands close under the title is text, also where it is set as a heading."""
    sentence = _is_long(block.text) and bool(SENTENCE.match(block.text))
    if not sentence or block.furniture not in {"", OUTSIDE, HEAD}:
        return block
    linked = sum([s.end - s.start for s in block.spans if s.style == "link"])
    if block.kind == "heading" or (block.kind == "paragraph" and linked < len(block.text) / 2):
        return replace(block, kind="paragraph", level=0, furniture="")
    return block


def _goes_on(below: Sequence[Block]) -> bool:
    """Whether the head goes on below a standfirst: a byline or a date stands there."""
    for block in below:
        if block.furniture or block.kind in {"image", "rule"}:
            continue
        if block.kind != "paragraph" or _is_long(block.text):
            return False
        if META.search(block.text) and not SENTENCE.match(block.text):
            return True
    return False


def _begins_text(block: Block) -> bool:
    """Whether a block of the article's element is where its text begins."""
    if block.kind not in {"paragraph", "image"} or _is_long(block.text):
        return True
    return block.kind == "paragraph" and bool(SENTENCE.match(block.text))


def _without_empty(blocks: list[Block], title: str) -> list[Block]:
    """The blocks, headings with nothing but furniture under them marked as it is.

    Over a row of teasers, a newsletter or a button stands a heading of the page; so does one that
    is a link to elsewhere with no text of its own.
    """
    if sum([_is_prose(block) for block in blocks]) < FEWEST:
        return blocks
    found = list(blocks)
    below: Block | None = None
    reason = ""
    for at in range(len(found) - 1, -1, -1):
        block = found[at]
        if block.furniture:
            reason = block.furniture
            continue
        empty = below is None or (below.kind == "heading" and below.level <= block.level)
        over = reason in OVER or (below is None and reason) or _is_linked(block)
        if block.kind == "heading" and block.text != title and empty and over:
            found[at] = replace(block, furniture=reason or "related-links")
            continue
        below, reason = block, ""
    return found


def _is_linked(block: Block) -> bool:
    return any(
        s.style == "link" and not s.target.startswith("#") and s.end - s.start == len(block.text)
        for s in block.spans
    )
