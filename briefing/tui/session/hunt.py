"""What a library search found, stepped through from briefing to briefing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefing.record import record, replace
from briefing.tui.found import Identity, Place, identity, place

if TYPE_CHECKING:
    from briefing.search.results import Match

MOST = 20
"""Result lists that can be gone back to."""


@record
class Hunt:
    """One list of results, in the order in which it is shown, and the result last looked at."""

    query: str
    matches: tuple[Match, ...]
    total: int
    """How many there are; `matches` holds the first of them."""
    at: int = 0
    more: bool = False
    """Whether there are more than `total`."""

    @classmethod
    def of(
        cls, query: str, ordered: Sequence[Match], total: int, chosen: Match, *, more: bool = False
    ) -> Hunt:
        """The list for `query`, at `chosen`."""
        return cls(query, tuple(ordered), total, 0, more).at_part(identity(chosen))

    @property
    def words(self) -> str:
        """What is marked in a briefing: the query; nothing where it asks for no word."""
        from briefing.search.query import parse

        return self.query if parse(self.query).wanted else ""

    @property
    def current(self) -> Match:
        """The result last looked at."""
        return self.matches[self.at]

    @property
    def place(self) -> Place:
        """Where that stands in the list."""
        return place(self.matches, self.at, self.total, more=self.more)

    @property
    def is_whole(self) -> bool:
        """Whether it holds all that was found."""
        return len(self.matches) >= self.total

    def step(self, by: int) -> Hunt | None:
        """The list at another result; None beyond either end."""
        at = self.at + by
        return replace(self, at=at) if 0 <= at < len(self.matches) else None

    def beyond(self, by: int) -> Hunt | None:
        """The list at the next result in another briefing, or the last before; None if none."""
        at = self.at
        while 0 <= at < len(self.matches) and self.matches[at].path == self.current.path:
            at += by
        return replace(self, at=at) if 0 <= at < len(self.matches) else None

    def at_part(self, wanted: Identity) -> Hunt:
        """The list at this result, or as it is where that is not in it."""
        for at, match in enumerate(self.matches):
            if identity(match) == wanted:
                return replace(self, at=at)
        return self


class Hunts:
    """The list that is being stepped through, and those to go back to."""

    def __init__(self) -> None:
        self.current: Hunt | None = None
        self._before: list[Hunt] = []
        self._after: list[Hunt] = []

    def take(self, hunt: Hunt) -> None:
        """Step through `hunt` from now on; one for another query can be gone back to."""
        if self.current is not None and self.current.query != hunt.query:
            self._before = [*(each for each in self._before if each.query != hunt.query)]
            self._before.append(self.current)
            del self._before[:-MOST]
            self._after.clear()
        self.current = hunt

    def go(self, by: int) -> Hunt | None:
        """The list before, or the one after that; None when there is none."""
        there, here = (self._before, self._after) if by < 0 else (self._after, self._before)
        if not there:
            return None
        if self.current is not None:
            here.append(self.current)
        self.current = there.pop()
        return self.current
