"""On which line of the source each block of a page begins."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice

from briefing.document.model import Block

# Characters that pages may write as entities are left out of what is looked for.
PLAIN = re.compile(r"[^&<>\"'’‘“”–—\u00a0…\s]+")
LONGEST = 40
REACH = 200_000
"""Characters looked through for one block, so that one that is not found costs little."""
WORDS = 3
"""Words looked for first; a line may end between them, and then the first alone must do."""


def with_lines(blocks: Iterable[Block], source: str) -> list[Block]:
    """The blocks with their lines; the parser keeps none, so their first words are looked for.

    The search only moves forward, a block whose words are not found keeps the line before it, and
    the whole is linear in the length of the page.
    """
    placed: list[Block] = []
    position = newlines = counted = 0
    for block in blocks:
        position = max(position, _find(block, source, position))
        newlines += source.count("\n", counted, position)
        counted = position
        placed.append(_on_line(block, newlines + 1))
    return placed


def _on_line(block: Block, line: int) -> Block:
    # As `replace` does, which takes five times as long for what is done to every block.
    kind, text, level, marker = block.kind, block.text, block.level, block.marker
    return Block(kind, text, line, level, marker, block.spans, block.box, block.furniture)


def _find(block: Block, source: str, position: int) -> int:
    """Where the block's first words stand in `source` after `position`; -1 where they do not."""
    inside = min((span.start for span in block.spans if span.start), default=len(block.text))
    found = list(islice(PLAIN.finditer(block.text[:inside]), WORDS))
    for count in (len(found), 1):
        if found:
            phrase = block.text[found[0].start() : found[count - 1].end()][:LONGEST]
            at = source.find(phrase, position, position + REACH)
            if at != -1:
                return at
    return -1
