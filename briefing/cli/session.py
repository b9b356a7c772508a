"""What a command works on: the library, with the owner's settings."""

from __future__ import annotations

from contextlib import AbstractContextManager, closing
from pathlib import Path

from briefing.library import Library
from briefing.paths import default_paths


def library(named: tuple[Path, ...] = ()) -> AbstractContextManager[Library]:
    """The library over the bundled briefings, the owner's folders and those `named`, to close."""
    return closing(Library.open(default_paths(), named))
