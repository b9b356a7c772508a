"""Which format a document is in: by its file's name, then by what it holds."""

from __future__ import annotations

import re
from pathlib import PurePath

from briefing.document.model import Format
from briefing.document.pattern import pattern

_ENDINGS: dict[str, Format] = {
    **dict.fromkeys(
        (".md", ".markdown", ".mdown", ".mkd", ".mkdn", ".mdx", ".qmd", ".rmd"), "markdown"
    ),
    **dict.fromkeys((".html", ".htm", ".xhtml", ".shtml"), "html"),
}
_PAGE = pattern(
    r"\s{0,200}(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,500}-->\s*)?<(?:!doctype html|html)\b", re.I
)
_HEADING = pattern(r"(?:\A|\n[ ]*\n)\s{0,9}#{1,6} [^\s#]")
_SIGNS = (
    pattern(r"^ {0,3}(?:```|~~~)", re.MULTILINE),
    pattern(r"\[[^\[\]\n]{1,300}\]\((?:https?:|mailto:|#|/|\.)[^()\s]{1,2000}\)"),
    pattern(r"(?<![\w*])\*\*[^\s*][^*\n]{0,200}[^\s*]\*\*(?![\w*])"),
    pattern(r"^ {0,3}[-*+] +\S.*\n {0,3}[-*+] +\S", re.MULTILINE),
    pattern(r"^ {0,3}\|?(?: *:?-{3,}:? *\|)+", re.MULTILINE),
    pattern(r"^> ", re.MULTILINE),
    pattern(r"!\[[^\[\]\n]{0,300}\]\([^()\s]{1,2000}\)"),
)
_SAMPLE = 65_536
"""Characters that are looked at."""


def format_of(name: str, text: str) -> Format:
    """The format of `text`, which came from a file called `name`.

    A text file is Markdown only on strong evidence: its lines with bullets, and a line that begins
    with `#`, are plain text as often as not, and plain text is read better as what it is.
    """
    known = _ENDINGS.get(PurePath(name).suffix.casefold())
    if known:
        return known
    head = text[:_SAMPLE].replace("\r\n", "\n").replace("\r", "\n")
    if _PAGE.match(head):
        return "html"
    return "markdown" if _is_markdown(head) else "text"


def _is_markdown(text: str) -> bool:
    headings = len(_HEADING.findall(text))
    if not headings:
        return False
    signs = sum(1 for sign in _SIGNS if sign.search(text))
    return (headings >= 2 and signs >= 1) or (headings >= 1 and signs >= 2)
