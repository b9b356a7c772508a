"""Components of MDX that set a text apart: `<Note>`, `<Callout type="tip" title="Packing">`."""

from __future__ import annotations

from briefing.document.model import BoxKind
from briefing.document.pattern import pattern
from briefing.formats.markdown.boxes import box_kind, label_of
from briefing.record import record

_OPENING = pattern(
    r"""([ ]*)<([A-Z]\w*)((?:\s+[\w-]+(?:=(?:"[^"]*"|'[^']*'|\{[^{}]*\}))?)*)\s*>(.*)$"""
)
CLOSING = pattern(r"(.*)</([A-Z]\w*)>[ ]*$")
"""A line that ends with the end of a component: what stands before it, and its name."""
_SAID = pattern(r"""\b(type|kind|variant|title|label)=\{?["']([^"']*)["']""")


@record
class Component:
    """A line that opens a box, and the text behind the tag."""

    indent: str
    name: str
    kind: BoxKind
    label: str
    rest: str


def opened(text: str) -> Component | None:
    """The component that begins on this line, where it is one that sets a text apart."""
    found = _OPENING.match(text)
    kind = box_kind(found[2]) if found else None
    if found is None or kind is None:
        return None
    said = dict(_SAID.findall(found[3]))
    words = (said.get(key, "") for key in ("type", "kind", "variant"))
    word = next((word for word in words if box_kind(word)), found[2])
    finer = box_kind(word) or kind
    label = said.get("title") or said.get("label") or label_of(word, finer)
    return Component(found[1], f"<{found[2]}", finer, label, found[4])
