"""Long lists put in order: sorted, narrowed by words, under headings. Pure.

What is sorted and by what is told by whoever has such a list; `shelves.py` and `board.py` do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Generic, NamedTuple, TypeVar

from briefing.record import record
from briefing.search.fold import fold

Item = TypeVar("Item")


class Header(NamedTuple):
    """The row above a group."""

    title: str
    size: int


@dataclass(frozen=True)
class Order(Generic[Item]):
    """What a list may be sorted by."""

    label: str
    """As in `by date`."""
    key: Callable[[Item], Any]
    descends: bool = False
    """Whether the greatest comes first, as with dates; what has none comes last either way."""
    lacks: Callable[[Item], bool] = lambda _: False
    """What has nothing to be sorted by."""


@dataclass(frozen=True)
class Grouping(Generic[Item]):
    """What a list may be parted by."""

    label: str
    names: Callable[[Item], Sequence[str]]
    """The groups of an item: a tag for each of its tags; none where it belongs to none."""
    none: str = ""
    """What those are called that belong to none."""
    descends: bool = False
    shown: Callable[[str], str] = lambda name: name
    """A group's name as a person reads it."""


@dataclass(frozen=True)
class Kind(Generic[Item]):
    """A kind of list: what can be done with it."""

    orders: Mapping[str, Order[Item]]
    """By the name under which a choice is kept; the first one holds at first."""
    groupings: Mapping[str, Grouping[Item]]
    words: Callable[[Item], str]
    """What is looked through when words are typed."""


@record
class Choice:
    """What was chosen of a kind."""

    order: str = ""
    reverse: bool = False
    group: str = ""
    """Empty for no groups."""

    @classmethod
    def of(cls, kept: str | None, kind: Kind[Item]) -> Choice:
        """The choice kept as text; what is not known any more falls back to the first."""
        order, _, rest = (kept or "").partition(" ")
        reverse, _, group = rest.partition(" ")
        order = order if order in kind.orders else next(iter(kind.orders))
        return cls(order, reverse == "reverse", group if group in kind.groupings else "")

    def __str__(self) -> str:
        return f"{self.order} {'reverse' if self.reverse else 'forward'} {self.group}".rstrip()

    def next_order(self, kind: Kind[Item]) -> Choice:
        """By what comes next, in its own direction."""
        return replace(self, order=_next(self.order, list(kind.orders)), reverse=False)

    def next_group(self, kind: Kind[Item]) -> Choice:
        """Under the next headings; after the last, under none."""
        return replace(self, group=_next(self.group, ["", *kind.groupings]))

    def turned(self) -> Choice:
        """The other way round."""
        return replace(self, reverse=not self.reverse)

    def falls(self, kind: Kind[Item]) -> bool:
        """Whether the greatest comes first."""
        return kind.orders[self.order].descends != self.reverse


@dataclass(frozen=True)
class Arranged(Generic[Item]):
    """A list as it is to be shown."""

    rows: tuple[Header | Item, ...]
    shown: int
    """Items that hold the words, each counted once."""
    total: int


class Arranger(Generic[Item]):
    """Arranges one list again and again, and remembers what costs."""

    def __init__(self, kind: Kind[Item], items: Sequence[Item]) -> None:
        self._kind = kind
        self.items = items
        self._texts: list[str] | None = None
        self._sorted: tuple[tuple[str, bool], list[int]] | None = None

    def arrange(self, choice: Choice, words: str = "") -> Arranged[Item]:
        """Those that hold all `words`, in the order and groups of `choice`."""
        order = self._order(choice)
        wanted = fold(words).text.split()
        if wanted:
            texts = self._folded()
            order = [at for at in order if all(word in texts[at] for word in wanted)]
        kept = [self.items[at] for at in order]
        rows: Sequence[Header | Item] = kept
        if choice.group:
            rows = list(self._grouped(kept, self._kind.groupings[choice.group], choice))
        return Arranged(tuple(rows), len(kept), len(self.items))

    def _folded(self) -> list[str]:
        if self._texts is None:
            self._texts = [fold(self._kind.words(item)).text for item in self.items]
        return self._texts

    def _order(self, choice: Choice) -> list[int]:
        wanted = (choice.order, choice.reverse)
        if self._sorted is None or self._sorted[0] != wanted:
            order = self._kind.orders[choice.order]
            keys = [order.key(item) for item in self.items]
            lacks = [order.lacks(item) for item in self.items]
            numbers = [at for at in range(len(keys)) if not lacks[at]]
            numbers.sort(key=keys.__getitem__, reverse=choice.falls(self._kind))
            numbers += [at for at in range(len(keys)) if lacks[at]]
            self._sorted = (wanted, numbers)
        return self._sorted[1]

    def _grouped(
        self, items: Sequence[Item], grouping: Grouping[Item], choice: Choice
    ) -> Iterator[Header | Item]:
        groups: dict[str, list[Item]] = {}
        rest: list[Item] = []
        for item in items:
            names = grouping.names(item)
            for name in names:
                groups.setdefault(name, []).append(item)
            if not names:
                rest.append(item)
        # Months go the way that dates do; under names nobody looks from the end.
        down = grouping.descends
        if down and self._kind.orders[choice.order].descends:
            down = not choice.reverse
        for name in sorted(groups, key=str.casefold, reverse=down):
            yield Header(grouping.shown(name), len(groups[name]))
            yield from groups[name]
        if rest:
            yield Header(grouping.none, len(rest))
            yield from rest


def _next(current: str, names: Sequence[str]) -> str:
    at = names.index(current) if current in names else -1
    return names[(at + 1) % len(names)]
