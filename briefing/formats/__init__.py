"""Bytes to blocks: plain text, Markdown, HTML."""

from __future__ import annotations

from briefing.document.errors import UnreadableDocument
from briefing.document.model import Manuscript, Metadata
from briefing.document.text import clean, clean_line
from briefing.formats import front_matter
from briefing.formats.encoding import Decoded, NotText, decode
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
        return _read_page(decoded)
    cleaned = clean(decoded.text, MARKDOWN_TAB) if kind == "markdown" else clean(decoded.text)
    notices = (*decoded.notices, *cleaned.notices)
    if kind == "markdown":
        # Imported where it is needed, as HTML is: plain text need not wait 30 ms for it.
        from briefing.formats import markdown

        blocks, metadata = markdown.parse(cleaned.text)
        return Manuscript("markdown", blocks=blocks, metadata=metadata, notices=notices)
    matter = front_matter.split(cleaned.text)
    if matter.metadata == Metadata():
        # Two rules with a line between them: in a text without markup that is text.
        matter = front_matter.FrontMatter(body=cleaned.text)
    return Manuscript(
        "text",
        lines=lines("\n" * matter.lines + matter.body),
        metadata=matter.metadata,
        notices=notices,
    )


def line(data: bytes, number: int) -> str:
    """Line `number` of a document as it is written, from 1; empty beyond its end."""
    written = clean(decode(data).text).text.splitlines()
    return written[number - 1] if 0 < number <= len(written) else ""


def _read_page(decoded: Decoded) -> Manuscript:
    # Its parser is loaded for a page and for nothing else.
    from briefing.formats import html

    cleaned = clean(decoded.text)
    notices = (*decoded.notices, *cleaned.notices)
    if parsed := html.parse(cleaned.text):
        blocks, metadata = parsed
        return Manuscript("html", blocks=blocks, metadata=metadata, notices=notices)
    notices = (*notices, "this page took too long to read; its text is shown without structure")
    return Manuscript("text", lines=lines(html.plain_text(cleaned.text)), notices=notices)


def _refusal(name: str, kind: str) -> str:
    shown = "standard input" if name == "-" else clean_line(name)
    if kind in ("a binary file", "a program", "a database"):
        return f"{shown} looks like {kind}, not a text; open a text, Markdown or HTML file"
    return f"{shown} looks like {kind}, which is not read yet; export it as text or Markdown"
