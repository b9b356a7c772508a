"""Commands as Textual bindings."""

from __future__ import annotations

from textual.binding import Binding, BindingType

from briefing.tui.commands import COMMANDS, Scope


def bindings(scope: Scope) -> list[BindingType]:
    """The bindings of the commands of one scope, each with its id, so that a keymap can move it."""
    return [
        Binding(
            command.keys,
            command.action,
            command.label,
            id=command.id,
            tooltip=command.help,
            show=False,
        )
        for command in COMMANDS
        if command.scope == scope and command.keys
    ]
