"""Where the reader was before each jump."""

from __future__ import annotations

from dataclasses import dataclass, field

from briefing.record import record

LONGEST = 100


@record
class Stop:
    """A position to come back to."""

    pane: str
    index: int
    offset: int


@dataclass(slots=True)
class Trail:
    """A stack of stops, the newest on top; the oldest are forgotten."""

    stops: list[Stop] = field(default_factory=list)

    def leave(self, stop: Stop) -> None:
        """Remember `stop`; the same one twice in a row is remembered once."""
        if not self.stops or self.stops[-1] != stop:
            self.stops.append(stop)
            del self.stops[:-LONGEST]

    def back(self) -> Stop | None:
        """The newest stop, taken off; None when there is none."""
        return self.stops.pop() if self.stops else None

    def clear(self) -> None:
        """Forget all: another document is open."""
        self.stops.clear()
