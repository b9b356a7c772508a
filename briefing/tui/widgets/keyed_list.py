"""A virtual list under our commands' keys and our colours."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType

from briefing.tui.commands.bindings import bindings
from briefing.tui.widgets.virtual_list import VirtualList


class KeyedList(VirtualList, inherit_bindings=False):
    """A list of any length; cells are set in the styles named here."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("list")
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "list--quiet",
        "list--strong",
        "list--sign",
        "list--here",
        "list--new",
        "list--hit",
    }
