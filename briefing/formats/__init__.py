"""Bytes to blocks: plain text, Markdown, HTML."""

from __future__ import annotations

from briefing.document.errors import UnreadableDocument
from briefing.document.model import Manuscript
from briefing.document.text import clean, clean_line
from briefing.formats import front_matter, markdown
from briefing.formats.encoding import NotText, decode
from briefing.formats.recognise import format_of
from briefing.formats.text import lines

MARKDOWN_TAB = 4
"""Cells of a tab stop in Markdown (CommonMark 2.2): more would turn nested lists into code."""


def read(data: bytes, name: str) -> Manuscript:
    """The document in `data`, which came from a file called `name` (`-`: standard input).

    Raises `UnreadableDocument` for what is no text.
    """
    try:
        decoded = decode(data)
    except NotText as error:
        raise UnreadableDocument(_refusal(name, error.looks_like)) from None
    kind = format_of(name, decoded.text)
    if kind == "html":
        return _read_html(name)
    cleaned = clean(decoded.text, MARKDOWN_TAB) if kind == "markdown" else clean(decoded.text)
    notices = (*decoded.notices, *cleaned.notices)
    if kind == "markdown":
        blocks, metadata = markdown.parse(cleaned.text)
        return Manuscript("markdown", blocks=blocks, metadata=metadata, notices=notices)
    matter = front_matter.split(cleaned.text)
    return Manuscript(
        "text",
        lines=lines("\n" * matter.lines + matter.body),
        metadata=matter.metadata,
        notices=notices,
    )


def _read_html(name: str) -> Manuscript:
    message = (
        f"{clean_line(name)} is an HTML page, which is not read yet; save it as text or Markdown"
    )
    raise UnreadableDocument(message)


def _refusal(name: str, kind: str) -> str:
    shown = "standard input" if name == "-" else clean_line(name)
    if kind in ("a binary file", "a program", "a database"):
        return f"{shown} looks like {kind}, not a text; open a text, Markdown or HTML file"
    return f"{shown} looks like {kind}, which is not read yet; export it as text or Markdown"
