"""Why a passage is what it is."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from briefing.document.model import Part, Passage, Reason
from briefing.tui.widgets.line import fit

ROLES = {
    "title": "the title",
    "subtitle": "the subtitle",
    "byline": "the byline",
    "date": "the date",
    "lead": "part of the lead, before the first heading",
    "heading": "the heading of a section",
    "text": "body text",
    "trend": "a key trend",
    "question": "a question",
    "answer": "an answer",
    "tip-label": "the label of a tip",
    "tip": "a tip",
    "omitted": "left out",
}


class ExplainDialog(ModalScreen[None]):
    """The role, the rule, its signs and the runner-up."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,e,q,enter", "dismiss", "back out", tooltip="Close.")
    ]

    def __init__(self, passage: Passage, part: Part | None) -> None:
        super().__init__()
        self._passage = passage
        self._part = part

    def compose(self) -> ComposeResult:
        """One paragraph a fact."""
        passage, part = self._passage, self._part
        with Vertical(classes="dialog"):
            title = f"This is {ROLES.get(passage.role, passage.role)}"
            yield Static(Content(title), classes="dialog-title")
            with VerticalScroll(classes="dialog-body"):
                yield Static(Content.styled(f"“{fit(passage.block.text, 160)}”", "$muted italic"))
                for line in _facts("Line", str(passage.block.line)):
                    yield Static(line)
                yield from (Static(line) for line in _reason(passage.reason))
                if part is not None and part.reason is not None and part.reason != passage.reason:
                    yield Static(Content.styled(f"\nIts part: {fit(part.title, 60)}", "bold"))
                    yield from (Static(line) for line in _reason(part.reason))
            yield Static(Content("Esc closes"), classes="dialog-keys")


def _reason(reason: Reason | None) -> list[Content]:
    if reason is None:
        return _facts("Rule", "none is recorded")
    lines = _facts("Rule", reason.rule)
    if reason.signs:
        lines += _facts("Signs", ", ".join(reason.signs))
    lines += _facts("Otherwise", reason.runner_up or "nothing else was considered")
    return lines


def _facts(name: str, value: str) -> list[Content]:
    return [Content.assemble((f"{name:<10}", "$muted"), (value, "$foreground"))]
