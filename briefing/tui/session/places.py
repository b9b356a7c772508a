"""Keeps the reader's place, at most one commit in a while."""

from __future__ import annotations

from briefing.record import record

INTERVAL = 2.0
"""Seconds between two commits of a place: scrolling must not wear the disk."""


@record
class Position:
    """Where the reader is."""

    passage: int
    offset: int
    progress: float
    """How much of the briefing was read, 0 to 1."""


class PlaceKeeper:
    """Takes every move, and hands on the newest one when it is due."""

    def __init__(self) -> None:
        self._waiting: Position | None = None
        self._saved: Position | None = None
        self._last = -INTERVAL

    def moved(self, position: Position) -> None:
        """The reader is here; nothing is written."""
        self._waiting = None if position == self._saved else position

    def due(self, now: float, *, also: bool = False) -> bool:
        """Whether a move waits, or something else does, and the last commit is long enough ago."""
        return (also or self._waiting is not None) and now - self._last >= INTERVAL

    def take(self, now: float) -> Position | None:
        """The newest move, if one waits, to be saved now; `now` in seconds."""
        # Counted as done before it is tried: a full disk must not be tried again at every line.
        self._last = now
        position, self._waiting = self._waiting, None
        self._saved = position or self._saved
        return position
