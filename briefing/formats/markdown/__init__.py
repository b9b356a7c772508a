"""Markdown as people write it: CommonMark, GFM, and the containers of site generators."""

from __future__ import annotations

from briefing.document.model import Block, Metadata
from briefing.formats.markdown.containers import prepare
from briefing.formats.markdown.events import walk
from briefing.formats.markdown.head_matter import head_matter


def parse(text: str) -> tuple[tuple[Block, ...], Metadata]:
    """The blocks of `text`, and what its front matter says. No text raises."""
    matter = head_matter(text)
    kept = (
        Block("paragraph", said, line, furniture="front-matter") for line, said in matter.unread
    )
    return (*kept, *walk(prepare(matter.body, matter.lines))), matter.metadata


__all__ = ["parse"]
