"""What a command is: one declaration, from which keys, footer, palette and help are all made."""

from __future__ import annotations

from typing import Literal

from briefing.record import record

Scope = Literal["app", "reader", "text", "list", "library", "search"]
"""Where a command works: everywhere, in the reader, in the reading pane, in any list, in library
and trend board, in the search of the library."""


@record
class Command:
    """One thing the reader can do."""

    id: str
    """Stable; the name under which `[keys]` in the settings gives it another key."""
    keys: str
    """Its keys unless remapped, parted by commas, in Textual's names; empty for palette only."""
    label: str
    """One or two words, for the status line."""
    title: str
    """What the palette calls it."""
    help: str
    """One sentence for the help screen and the tooltip."""
    action: str
    """The Textual action, found on the owner of its scope."""
    scope: Scope
    palette: bool = True
    """Whether the palette lists it; moving by a line is not worth a line there."""
