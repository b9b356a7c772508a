"""Opening a link: the full address first, and only when confirmed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from briefing.tui.links import plain_host, refusal


class LinkDialog(ModalScreen[str | None]):
    """The addresses of a passage in full; returns the one to open, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "cancel", "back out", tooltip="Open nothing."),
        Binding("j", "down", "down", show=False),
        Binding("k", "up", "up", show=False),
    ]

    def __init__(self, targets: Sequence[str]) -> None:
        super().__init__()
        self._targets = tuple(targets)

    def compose(self) -> ComposeResult:
        """The addresses, each whole, with what speaks against it."""
        many = len(self._targets) > 1
        with Vertical(classes="dialog"):
            title = "Open which link?" if many else "Open this link?"
            yield Static(Content(title), classes="dialog-title")
            options = (self._option(target) for target in self._targets)
            yield OptionList(*options, id="links", classes="dialog-body", compact=True)
            keys = "Enter opens in your browser or mail program · Esc opens nothing"
            yield Static(Content(keys), classes="dialog-keys")

    @staticmethod
    def _option(target: str) -> Option:
        why = refusal(target)
        lines = [Content(target)]
        if why:
            lines.append(Content.styled(f"not opened: {why}", "$muted"))
        elif host := plain_host(target):
            lines.append(Content.styled(f"the network calls it {host}", "$warning-bar"))
        return Option(Content("\n").join(lines), disabled=bool(why))

    def action_down(self) -> None:
        """Next address."""
        self.query_one(OptionList).action_cursor_down()

    def action_up(self) -> None:
        """Address before."""
        self.query_one(OptionList).action_cursor_up()

    def action_cancel(self) -> None:
        """Open nothing."""
        self.dismiss(None)

    @on(OptionList.OptionSelected)
    def _confirmed(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.dismiss(self._targets[event.option_index])
