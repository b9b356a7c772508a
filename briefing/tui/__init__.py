"""Everything that knows Textual, and nothing else. Importing it costs nothing until `run`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.library import Library
    from briefing.still.painted import Painted

__all__ = ["run"]


def run(library: Library, document: str | None = None, painted: Painted | None = None) -> int:
    """Open the reader on `document`, or on what was read last; returns the exit status.

    `document` is a path or an id of the library; `painted` is the page that may be on the screen
    already. Raises BriefingError where it cannot be read and that is known before the screen is
    taken. 2 where the terminal cannot show a reader, 128+n after a signal n, 1 after a failure of
    our own, which is told in one line.
    """
    from briefing.tui.start import start

    return start(library, document, painted)
