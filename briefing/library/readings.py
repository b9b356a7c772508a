"""Documents that are read: what came of one is kept, in memory and for the next start."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.library import source
from briefing.library.kept_split import KeptSplits
from briefing.library.sidecar import Beside

if TYPE_CHECKING:
    from briefing.document.model import Briefing
    from briefing.library.reading import Split
    from briefing.library.resolve import Resolved


class Readings:
    """Reads a document, and splits it only where that was not done before."""

    def __init__(
        self, splits: KeptSplits, look: Callable[[Path], Beside], split: Callable[[], Split]
    ) -> None:
        self._splits = splits
        self._look = look
        self._split = split
        self._latest: tuple[tuple[str, ...], Briefing] | None = None

    def read(self, named: Resolved) -> Briefing:
        """The briefing at a path. Raises FileNotFoundError or UnreadableDocument."""
        kept, asked, data, held = self._looked_up(named)
        if kept is None:
            kept = self._split()(data, named.path.name, named.shown, named.id, held)
            self._splits.put(asked, kept)
        self._latest = asked, kept
        return kept

    def kept(self, named: Resolved) -> Briefing | None:
        """The same, where its split was kept; as quick as reading the file, some 2 ms a MB."""
        kept, asked, _, _ = self._looked_up(named)
        if kept is not None:
            self._latest = asked, kept
        return kept

    def _looked_up(self, named: Resolved) -> tuple[Briefing | None, tuple[str, ...], bytes, Beside]:
        """What was kept, what tells the document from any other, and what it is made of."""
        found = source.read(named.path, named.shown)
        held = self._look(named.path)
        asked = (named.path.name, named.shown, named.id, found.digest, held.digest)
        # The command line reads a document before the reader takes the screen and reads it again.
        latest = self._latest
        kept = latest[1] if latest and latest[0] == asked else self._splits.get(asked)
        return kept, asked, found.data, held
