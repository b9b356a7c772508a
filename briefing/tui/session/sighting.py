"""What was looked at, told from what was only passed in a jump."""

from __future__ import annotations

REST = 1.0
"""Seconds for which text stands on the screen before it counts as looked at."""


class Sightings:
    """Takes every move of the window over the slabs, and says which slabs that showed whole.

    A window is the first slab on the screen and the last one whose last row is there. Its slabs
    were looked at once it has stood for REST seconds, or once they were scrolled off it; a jump
    shows nothing of what lies between.
    """

    def __init__(self) -> None:
        self._window: tuple[int, int] | None = None
        self._since = 0.0
        self._counted = False

    def forget(self) -> None:
        """Other slabs are shown."""
        self._window = None

    def moved(self, first: int, last: int, now: float, *, jumped: bool) -> range:
        """The window is this one; the slabs that were looked at before. `now` in seconds."""
        before, rested = self._window, self.rested(now)
        if before == (first, last):
            return rested
        self._window, self._since, self._counted = (first, last), now, False
        if before is None or jumped:
            return rested
        if first > before[0]:
            return range(before[0], max(first, rested.stop))
        return rested or range(last + 1, before[1] + 1)

    def rested(self, now: float) -> range:
        """The slabs of the window, once, when it has stood long enough; `now` in seconds."""
        if self._window is None or self._counted or now - self._since < REST:
            return range(0)
        self._counted = True
        return range(self._window[0], self._window[1] + 1)
