"""Markdown as people write it: CommonMark, GFM, and the containers of site generators."""

from __future__ import annotations

from briefing.document.model import Block, Metadata
from briefing.formats import front_matter
from briefing.formats.markdown.containers import prepare
from briefing.formats.markdown.events import walk


def parse(text: str) -> tuple[tuple[Block, ...], Metadata]:
    """The blocks of `text`, and what its front matter says. No text raises."""
    matter = front_matter.split(text)
    return walk(prepare(matter.body, matter.lines)), matter.metadata


__all__ = ["parse"]
