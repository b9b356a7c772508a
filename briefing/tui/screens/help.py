"""Every command and its key, made from the commands and the live keymap."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from briefing.tui.commands import GROUPS
from briefing.tui.commands.keymap import Keymap
from briefing.tui.widgets.two_columns import TwoColumns


class HelpScreen(ModalScreen[None]):
    """A list to scroll."""

    CSS_PATH = "help.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark,f1", "dismiss", "back out", tooltip="Close the help."),
        Binding("j", "scroll('down')", "down", show=False),
        Binding("k", "scroll('up')", "up", show=False),
        Binding("space", "scroll('page_down')", "page", show=False),
        Binding("b", "scroll('page_up')", "back", show=False),
        Binding("g", "scroll('home')", "top", show=False),
        Binding("G", "scroll('end')", "bottom", show=False),
    ]

    def __init__(self, keymap: Keymap) -> None:
        super().__init__()
        self._keymap = keymap

    def compose(self) -> ComposeResult:
        """The groups of commands, and the ids by which the settings know them."""
        shown = [
            (name, [(self._keymap.all_shown(each.id) or "–", each.help) for each in commands])
            for name, commands in GROUPS
        ]
        ids = [(each.id, each.title) for _, commands in GROUPS for each in commands]
        about = "Any key can be changed: [keys] in settings.toml, by the command's id"
        with Vertical(classes="dialog"):
            yield Static(Content("Keys"), classes="dialog-title")
            with VerticalScroll(id="help-list"):
                yield TwoColumns([*shown, (about, ids)])
            yield Static(Content("j k scroll · Esc closes"), classes="dialog-keys")

    def action_scroll(self, how: str) -> None:
        """Move through the list."""
        listing = self.query_one("#help-list", VerticalScroll)
        moves = {
            "down": listing.scroll_down,
            "up": listing.scroll_up,
            "page_down": listing.scroll_page_down,
            "page_up": listing.scroll_page_up,
            "home": listing.scroll_home,
            "end": listing.scroll_end,
        }
        moves[how](animate=False)
