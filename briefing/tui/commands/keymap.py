"""The keys as they are on this reader's computer: the declared ones, remapped by the settings."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping

from briefing.document.pattern import pattern
from briefing.record import record
from briefing.tui.commands import BY_ID, COMMANDS, Command, Scope

NAMES = {
    "slash": "/",
    "apostrophe": "'",
    "colon": ":",
    "question_mark": "?",
    "plus": "+",
    "minus": "-",
    "equals_sign": "=",
    "left_curly_bracket": "{",
    "right_curly_bracket": "}",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "escape": "Esc",
    "enter": "Enter",
    "space": "Space",
    "tab": "Tab",
    "shift+tab": "Shift+Tab",
    "backspace": "Backspace",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "home": "Home",
    "end": "End",
    "insert": "Ins",
    "delete": "Del",
    "comma": ",",
    "full_stop": ".",
    "semicolon": ";",
    "at": "@",
    "number_sign": "#",
    "dollar_sign": "$",
    "percent_sign": "%",
    "ampersand": "&",
    "asterisk": "*",
    "exclamation_mark": "!",
    "quotation_mark": '"',
    "left_parenthesis": "(",
    "right_parenthesis": ")",
    "less_than_sign": "<",
    "greater_than_sign": ">",
    "circumflex_accent": "^",
    "underscore": "_",
    "grave_accent": "`",
    "vertical_line": "|",
    "tilde": "~",
    "backslash": "\\",
}
"""Textual's names for keys, as a person reads them."""

_BY_CHARACTER = {sign: name for name, sign in NAMES.items() if len(sign) == 1}
_FUNCTION_KEY = pattern(r"f([1-9]|1\d|2[0-4])")
_MODIFIERS = {"ctrl", "shift", "alt", "super", "meta"}
_OVERLAPS: dict[Scope, frozenset[Scope]] = {
    "app": frozenset({"app", "reader", "text", "list", "library", "search"}),
    "reader": frozenset({"app", "reader", "text"}),
    "text": frozenset({"app", "reader", "text"}),
    "list": frozenset({"app", "list", "library"}),
    "library": frozenset({"app", "list", "library"}),
    "search": frozenset({"app", "search"}),
}
"""Scopes whose commands can be meant by the same key press. A list's own keys go first while it has
the focus, which is what its reader expects: `list` clashes neither with `reader` nor `search`."""


@record
class Keymap:
    """Command id to its keys, parted by commas, in Textual's names."""

    keys: Mapping[str, str]
    faults: tuple[str, ...] = ()
    """One line for each setting that was left aside."""

    def of(self, command_id: str) -> tuple[str, ...]:
        """The keys of a command."""
        return tuple(key for key in self.keys.get(command_id, "").split(",") if key)

    def shown(self, command_id: str) -> str:
        """The first key of a command as a person reads it; empty where it has none."""
        return next((display(key) for key in self.of(command_id)), "")

    def label(self, command_id: str) -> str:
        """The one or two words for a command in the status line."""
        return BY_ID[command_id].label

    def all_shown(self, command_id: str) -> str:
        """All keys of a command as a person reads them."""
        return " ".join(display(key) for key in self.of(command_id))

    def changed(self) -> dict[str, str]:
        """What differs from the declared keys, as Textual's keymap wants it."""
        # Textual takes an empty text for "as declared", so a command without a key gets one that
        # no keyboard has.
        return {
            command.id: self.keys[command.id] or f"no-key-{command.id}"
            for command in COMMANDS
            if self.keys[command.id] != command.keys
        }


def display(key: str) -> str:
    """A key as a person reads it: `slash` is `/`, `ctrl+d` is `^d`."""
    if key in NAMES:
        return NAMES[key]
    head, plus, last = key.rpartition("+")
    if plus and head == "ctrl":
        return f"^{NAMES.get(last, last)}"
    if plus:
        return f"{head.title()}+{NAMES.get(last, last)}"
    return key.upper() if _FUNCTION_KEY.fullmatch(key) else key


def normal(key: str) -> str | None:
    """The name Textual has for `key` as a person wrote it; None where there is no such key."""
    key = key.strip()
    if len(key) == 1:
        return _BY_CHARACTER.get(key, key) if key.isprintable() and not key.isspace() else None
    if key.startswith("^") and len(key) == 2:
        key = f"ctrl+{key[1]}"
    *modifiers, last = key.lower().split("+")
    if not set(modifiers) <= _MODIFIERS:
        return None
    if len(last) != 1 and last not in NAMES and not _FUNCTION_KEY.fullmatch(last):
        return None
    return "+".join([*modifiers, last])


def keymap(settings: Mapping[str, str], places: Mapping[str, str] | None = None) -> Keymap:
    """The declared keys with `settings` (id to keys parted by spaces or commas) over them.

    An unknown id, an unknown key or a key that another command has is reported and left aside; a
    command may be given no key at all with an empty text. `places` tells where a setting stands,
    as `settings.toml:3`, by its dotted key.
    """
    keys = {command.id: command.keys for command in COMMANDS}
    faults: list[str] = []
    accepted: dict[str, str] = {}

    def fault(command_id: str, message: str) -> None:
        place = (places or {}).get(f"keys.{command_id}", "")
        faults.append(f"{place}: keys: {message}" if place else f"keys: {message}")

    for command_id, written in settings.items():
        if command_id not in BY_ID:
            near = difflib.get_close_matches(command_id, BY_ID, 1)
            hint = f"; did you mean {near[0]}?" if near else ""
            fault(command_id, f"there is no command {command_id!r}{hint}")
            continue
        names = [(name, normal(name)) for name in _split(written)]
        unknown = [name for name, found in names if found is None]
        if unknown:
            fault(command_id, f"{command_id}: there is no key {unknown[0]!r}")
            continue
        accepted[command_id] = ",".join(found for _, found in names if found)
    keys.update(accepted)
    for command_id in accepted:
        for other, key in _clashes(BY_ID[command_id], keys):
            if other.id in accepted:
                fault(command_id, f"{display(key)} is given to {command_id} and {other.id}")
            # The reader's own choice wins: the other command gives the key up, and says so.
            else:
                fault(command_id, f"{display(key)} goes to {command_id}; {other.id} loses it")
            left = [name for name in keys[other.id].split(",") if name != key]
            keys[other.id] = ",".join(left)
    return Keymap(keys, tuple(faults))


def _split(written: str) -> list[str]:
    if written.strip() == ",":
        return [","]
    return [name for name in re.split(r"[\s,]+", written) if name]


def _clashes(command: Command, keys: Mapping[str, str]) -> Iterator[tuple[Command, str]]:
    """The other commands that have one of the keys of `command` where both could be meant."""
    own = set(keys[command.id].split(",")) - {""}
    for other in COMMANDS:
        if other is command or other.scope not in _OVERLAPS[command.scope]:
            continue
        for key in sorted(own & set(keys[other.id].split(","))):
            yield other, key
