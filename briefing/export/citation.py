"""A quotation with its source, ready to paste."""

from __future__ import annotations

from briefing.document.model import Briefing

HEAD = ("title", "subtitle", "byline", "date")
"""Roles of passages that only name the document."""


def reference(briefing: Briefing, section: str = "") -> str:
    """The document alone: byline, title, `section`, date and source, as far as it says them."""
    title = f"“{briefing.title}”" if briefing.title else ""
    named = (briefing.byline, title, section, briefing.date, briefing.source)
    return ", ".join(text for text in named if text)


def citation(briefing: Briefing, passage: int) -> str:
    """Passage number `passage` in quotation marks, then title, section, byline, date and source.

    What the document does not say is left out. A passage of the head, such as the title, gives the
    document's `reference`. An index that it does not have gives no text.
    """
    if not 0 <= passage < len(briefing.passages):
        return ""
    shown = briefing.passages[passage]
    if shown.role in HEAD:
        return reference(briefing)
    own = briefing.part(shown.part)
    while own and own.kind != "section":
        own = briefing.part(own.section)
    source = reference(briefing, own.title if own and own.title != briefing.title else "")
    quote = f"“{shown.block.text}”"
    return f"{quote}\n— {source}" if source else quote
