"""Every command of the reader, declared once. Free of Textual, so that any part may list them."""

from __future__ import annotations

from briefing.tui.commands.command import Command, Scope
from briefing.tui.commands.listing import LISTING
from briefing.tui.commands.moving import LIST, TEXT
from briefing.tui.commands.program import PROGRAM
from briefing.tui.commands.reading import FINDING, KEEPING, LOOKING, PANES, TAKING
from briefing.tui.commands.searching import SEARCHING

GROUPS: tuple[tuple[str, tuple[Command, ...]], ...] = (
    ("Moving", TEXT),
    ("Panes", PANES),
    ("Finding", FINDING),
    ("In the library search", SEARCHING),
    ("Keeping", KEEPING),
    ("Taking along", TAKING),
    ("Looking", LOOKING),
    ("In a list", LIST),
    ("In the library and the trend board", LISTING),
    ("The reader", PROGRAM),
)
"""Commands under the headings of the help screen."""

COMMANDS: tuple[Command, ...] = tuple(command for _, group in GROUPS for command in group)
BY_ID: dict[str, Command] = {command.id: command for command in COMMANDS}

__all__ = ["BY_ID", "COMMANDS", "GROUPS", "Command", "Scope"]
