"""The outlines of the three forms, and where two of them differ."""

from __future__ import annotations

from typing import Any, cast

from benchmarks.twins.forms import copied, page
from briefing.export.contract import to_object
from briefing.library.reading import briefing_of

KINDS = ("sections", "trends", "faq", "tips")
_FIELDS = {
    "sections": ("title",),
    "trends": ("label", "text"),
    "faq": ("question", "answer"),
    "tips": ("label", "text"),
}
Outline = dict[str, list[str]]


def outlines(markdown: str) -> dict[str, Outline]:
    """The outline of a Markdown document in each of its forms."""
    forms = {"markdown": ("md", markdown), "html": ("html", page(markdown))}
    forms["text"] = ("txt", copied(markdown))
    return {form: _outline(text, f"document.{end}") for form, (end, text) in forms.items()}


def differences(one: Outline, two: Outline) -> list[str]:
    """What `two` has otherwise, kind by kind; of the title as well."""
    found = []
    for kind in ("title", *KINDS):
        more = [text for text in two[kind] if text not in one[kind]]
        less = [text for text in one[kind] if text not in two[kind]]
        if more or less or len(one[kind]) != len(two[kind]):
            found.append(f"{kind}: more {more}, less {less}")
    return found


def _outline(text: str, name: str) -> Outline:
    made = cast("dict[str, Any]", to_object(briefing_of(text.encode(), name)))
    outline = {
        kind: [" ".join(str(part[field] or "") for field in _FIELDS[kind]) for part in made[kind]]
        for kind in KINDS
    }
    levels = [f"{part['level']} {part['title']}" for part in made["sections"]]
    return {"title": [made["title"] or ""], "levels": levels, **outline}
