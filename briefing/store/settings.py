"""The settings that the reader's owner writes, in TOML."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Settings:
    """Every setting, with what holds when it is not given."""

    theme: str = ""
    """Name of a theme; empty for the one chosen inside the reader."""
    measure: int = 72
    """Longest line of text, in cells."""
    justify: bool = False
    mouse: bool = True
    folders: tuple[str, ...] = ()
    """Folders of the library beside the reader's own, absolute."""
    keys: Mapping[str, str] = field(default_factory=dict)
    """Keys by the id of the command, as `"j,down"`."""


def load(path: Path) -> tuple[Settings, tuple[str, ...]]:
    """The settings in `path`, and a line for each fault."""
    return Settings(), ()
