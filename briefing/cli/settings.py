"""The owner's settings, and everything that is wrong with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.paths import default_paths
from briefing.store.settings import load

if TYPE_CHECKING:
    from briefing.tui.commands.keymap import Keymap


def checked() -> tuple[Keymap, tuple[str, ...]]:
    """The keys in force, and a line for each fault of the settings, those of keys among them."""
    from briefing.tui.commands.keymap import keymap

    paths = default_paths()
    settings, faults = load(paths.settings)
    keys = keymap(settings.keys, settings.places)
    unknown: tuple[str, ...] = ()
    if settings.theme:
        from briefing.resources import bundled
        from briefing.theme import available

        themes = available((bundled("themes"), paths.themes))
        unknown = themes.unknown(settings.theme, settings.places.get("theme", ""))
    return keys, (*faults, *unknown, *keys.faults)
