"""Colour themes: one TOML file each, checked for faults and for contrast. No Textual here.

`docs/themes.md` describes the file for those who write one.
"""

from briefing.theme.file import Listing, available, check, load
from briefing.theme.palette import Palette

__all__ = ["Listing", "Palette", "available", "check", "load"]
