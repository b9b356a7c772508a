"""Saying what a passage is, where the split has it wrong."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from briefing.document.correction import Kind
from briefing.document.model import Passage
from briefing.tui.screens.explain import ROLES
from briefing.tui.widgets.choices import Choices
from briefing.tui.widgets.line import fit

CHOICES: tuple[tuple[Kind, str], ...] = (
    ("heading", "Heading"),
    ("question", "Question"),
    ("answer", "Answer"),
    ("trend", "Key trend"),
    ("tip", "Tip"),
    ("text", "Plain text"),
    ("omitted", "Leave it out"),
)
KINDS: dict[str, Kind] = {"lead": "text", "tip-label": "tip", **{kind: kind for kind, _ in CHOICES}}
"""The choice that a role is."""
HERE = "●"


class CorrectDialog(ModalScreen[Kind | None]):
    """What a passage is and why, and what it could be; returns what is chosen, or None."""

    CSS_PATH = "correct.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,c", "cancel", "back out", tooltip="Leave it as it is."),
    ]

    def __init__(self, passage: Passage) -> None:
        super().__init__()
        self._passage = passage
        self._present = KINDS.get(passage.role)

    def compose(self) -> ComposeResult:
        """The passage, why it is what it is, and the choices."""
        reason = self._passage.reason
        why = f"This is {ROLES.get(self._passage.role, self._passage.role)}"
        if reason is not None:
            why += f": {', '.join(reason.signs) or reason.rule}"
        with Vertical(classes="dialog"):
            yield Static(Content("Correct this passage"), classes="dialog-title")
            quote = f"“{fit(self._passage.block.text, 120)}”"
            yield Static(Content.styled(quote, "$muted italic"))
            yield Static(Content(fit(why, 160)), id="correct-why")
            yield Choices(*(self._option(*choice) for choice in CHOICES), id="correct-list")
            yield Static(Content("Enter corrects · Esc leaves it as it is"), classes="dialog-keys")

    def _option(self, kind: Kind, name: str) -> Option:
        return Option(Content(f"{HERE if kind == self._present else ' '} {name}"))

    def on_mount(self) -> None:
        """Start at what it is."""
        kinds = [kind for kind, _ in CHOICES]
        at = kinds.index(self._present) if self._present else 0
        self.query_one(Choices).highlighted = at

    def action_cancel(self) -> None:
        """Correct nothing."""
        self.dismiss(None)

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        kind = CHOICES[event.option_index][0]
        self.dismiss(None if kind == self._present else kind)
