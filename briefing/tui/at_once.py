"""Keys that only move about: done with at once, without a way through the screen and back."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from textual import events
from textual.app import App

from briefing.tui.commands import COMMANDS
from briefing.tui.commands.command import Scope
from briefing.tui.commands.keymap import Keymap
from briefing.tui.keys import KeysInTurn
from briefing.tui.widgets.keyed_list import KeyedList
from briefing.tui.widgets.text_pane import TextPane

CHOOSES = "choose"
"""The action of a text or a list that may open something."""
STEPS = ("find.next", "find.previous")
"""Commands of the reader's screen that move no more than the text."""
_OWN: tuple[Scope, ...] = ("text", "list")


class KeysAtOnce(KeysInTurn, App[None]):
    """Moves what has the focus itself.

    Half of what a line down costs otherwise is the key's way: it is looked for among the keys of
    six owners, and followed by a message through them all, four times, until it is done with.
    """

    keymap: Keymap

    @cached_property
    def _moves(self) -> Mapping[Scope, Mapping[str, str]]:
        """By scope, the action that each key has."""
        moves: dict[Scope, dict[str, str]] = {"text": {}, "list": {}, "reader": {}}
        for command in COMMANDS:
            if command.id in STEPS or (command.scope in _OWN and command.action != CHOOSES):
                for key in self.keymap.of(command.id):
                    moves[command.scope][key] = command.action
        return moves

    def act_at_once(self, key: events.Key) -> bool:
        """Move the text or the list that has the focus, if that is what a key means."""
        taker, moves = self.focused, self._moves
        if isinstance(taker, TextPane):
            if step := moves["reader"].get(key.key):
                getattr(self.screen, f"action_{step}")()
                return True
            action = moves["text"].get(key.key)
        else:
            action = moves["list"].get(key.key) if isinstance(taker, KeyedList) else None
        if action is None:
            return False
        getattr(taker, f"action_{action}")()
        return True
