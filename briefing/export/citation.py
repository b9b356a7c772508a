"""A quotation with its source, ready to paste."""

from __future__ import annotations

from briefing.document.model import Briefing


def citation(briefing: Briefing, passage: int) -> str:
    """Passage number `passage` in quotation marks, then title, section, byline, date and source.

    What the document does not say is left out. An index that it does not have gives no text.
    """
    if not 0 <= passage < len(briefing.passages):
        return ""
    shown = briefing.passages[passage]
    own = briefing.part(shown.part)
    while own and own.kind != "section":
        own = briefing.part(own.section)
    title = f"“{briefing.title}”" if briefing.title else ""
    section = own.title if own and own.title != briefing.title else ""
    source = ", ".join(
        text for text in (briefing.byline, title, section, briefing.date, briefing.source) if text
    )
    quote = f"“{shown.block.text}”"
    return f"{quote}\n— {source}" if source else quote
