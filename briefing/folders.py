"""The names of the reader's three directories: the least that a start has to load."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from typing import NamedTuple

NAME = "briefing"
HOME_VARIABLE = "BRIEFING_HOME"
XDG = (
    ("XDG_DATA_HOME", ".local/share"),
    ("XDG_CACHE_HOME", ".cache"),
    ("XDG_CONFIG_HOME", ".config"),
)
"""The XDG base directories in the order of `Folders`, and where they are under the home."""


class Folders(NamedTuple):
    """Absolute names; none of the directories need exist yet."""

    data: str
    cache: str
    config: str


def folders(environ: Mapping[str, str]) -> Folders:
    """The directories of this system, or all three under `BRIEFING_HOME` where that is set."""
    if given := environ.get(HOME_VARIABLE):
        root = os.path.abspath(os.path.expanduser(given))
        return Folders(*(os.path.join(root, each) for each in Folders._fields))
    home = environ.get("HOME", "")
    if sys.platform == "linux" and os.path.isabs(home):
        return Folders(*(_xdg(environ.get(name, ""), home, usual) for name, usual in XDG))
    # Imported here: it costs 15 ms, and what it answers on Linux is known.
    from platformdirs import PlatformDirs

    dirs = PlatformDirs(NAME, appauthor=False)
    return Folders(dirs.user_data_dir, dirs.user_cache_dir, dirs.user_config_dir)


def _xdg(given: str, home: str, usual: str) -> str:
    """The XDG base directory that is `given`; as the specification says, a relative one is not."""
    base = given.strip()
    return os.path.join(base if os.path.isabs(base) else os.path.join(home, usual), NAME)
