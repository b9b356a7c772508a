"""Keys for a document that is still being read: they wait until there is what they act on."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from textual import events
from textual.app import App

from briefing.tui.commands import COMMANDS
from briefing.tui.commands.keymap import Keymap, display
from briefing.tui.keys import KeysInTurn
from briefing.tui.messages import OpenDocument
from briefing.tui.screens.reader import ReaderScreen

OF_THE_WHOLE = ("text.bottom", "correct")
"""Commands that mean something else while only the beginning is there, or nothing."""
TYPED_INTO = ("find", "bookmark.note")
"""Commands after which characters are text: none of it may end the reader."""


class KeysForTheWhole(KeysInTurn, App[None]):
    """Keys that need the whole document wait for it, and those behind them."""

    keymap: Keymap
    _reader: ReaderScreen
    _being_read: OpenDocument | None

    @cached_property
    def _of_document(self) -> frozenset[str]:
        return self._keys_of(c.id for c in COMMANDS if c.scope in {"reader", "text"})

    @cached_property
    def _of_whole(self) -> frozenset[str]:
        return self._keys_of(OF_THE_WHOLE)

    def _keys_of(self, names: Iterable[str]) -> frozenset[str]:
        return frozenset(key for name in names for key in self.keymap.of(name))

    def must_wait(self, key: events.Key | events.Paste) -> bool:
        """Whether a key is for a document of which not enough is there."""
        reader = self._reader
        if self._being_read is None or self.screen is not reader or isinstance(key, events.Paste):
            return False
        if reader.briefing is None:
            return not self._of_document.isdisjoint(key.aliases)
        typing = reader.find_bar.display or reader.contents.has_focus
        if not reader.has_begun or typing or self._of_whole.isdisjoint(key.aliases):
            return False
        back = self.keymap.shown("back-out")
        undone = f" · {back} takes it back" if back else ""
        reader.say(f"{display(key.key)} waits for the rest{undone}")
        return True

    def overtakes(self, key: events.Key) -> bool:
        """Leaving and taking back need no document; a letter after `/` is no command."""
        if key.key in self.keymap.of("back-out"):
            return True
        if key.key not in self.keymap.of("quit"):
            return False
        opens = self._keys_of(TYPED_INTO)
        typing = any(isinstance(each, events.Paste) or each.key in opens for each in self.waiting)
        return not (typing and key.is_printable)

    def take_back(self) -> bool:
        """Forget the keys that wait for the rest; whether there were any."""
        had = self.holds_keys
        if had:
            self.forget_keys()
            self._reader.say("Taken back")
        return had
