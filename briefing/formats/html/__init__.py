"""HTML pages as saved from the web: the article, what stands round it, and who says so.

Parsing is a library's (lexbor through selectolax: 1 ms for 100 KB); deciding is ours. A page whose
shape could hold the parser up is read in a process of its own, under a limit of time.
"""

from __future__ import annotations

from briefing.document.model import Block, Metadata
from briefing.formats.html.guard import suspicious
from briefing.formats.html.limit import read_under_limit
from briefing.formats.html.page import read_page
from briefing.formats.html.plain import plain_text

__all__ = ["parse", "plain_text"]


def parse(page: str) -> tuple[tuple[Block, ...], Metadata] | None:
    """The blocks and the metadata of a decoded page; None where it took too long to parse."""
    return read_under_limit(page) if suspicious(page) else read_page(page)
