"""Where the reader's own files live."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from briefing.folders import folders
from briefing.record import record


@record
class Paths:
    """The three directories of the reader, none of which need exist yet."""

    data: Path
    """What the reader wrote: `state.db`, its lock, backups, added documents."""
    cache: Path
    """What can be deleted at any time: `index.db`, `splits`."""
    config: Path
    """What the reader's owner writes: `settings.toml`, own themes."""

    @property
    def state(self) -> Path:
        """Bookmarks, notes, places, corrections."""
        return self.data / "state.db"

    @property
    def documents(self) -> Path:
        """The reader's own folder: what `briefing add` takes in."""
        return self.data / "documents"

    @property
    def index(self) -> Path:
        """The search index."""
        return self.cache / "index.db"

    @property
    def splits(self) -> Path:
        """Briefings as they were split."""
        return self.cache / "splits"

    @property
    def settings(self) -> Path:
        """Settings and keys."""
        return self.config / "settings.toml"

    @property
    def themes(self) -> Path:
        """The owner's own themes, one TOML file each."""
        return self.config / "themes"


def default_paths(environ: Mapping[str, str] | None = None) -> Paths:
    """The directories of this system, or all three under `BRIEFING_HOME` where that is set."""
    names = folders(os.environ if environ is None else environ)
    return Paths(Path(names.data), Path(names.cache), Path(names.config))
