"""The search in the open briefing, beside the screen: a question, and its answer for one view."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, overload

from briefing.document.glance import texts
from briefing.document.model import Passage
from briefing.record import record
from briefing.tui.shown import Shown
from briefing.tui.views import View

if TYPE_CHECKING:
    from briefing.search.find import Finder, Hits


@record
class ShownHit:
    """A hit in a slab of the view."""

    index: int
    start: int
    end: int


class ShownHits(Sequence[ShownHit]):
    """Hits by the slabs that show them, each made when it is looked at."""

    def __init__(self, hits: Hits, slabs: Mapping[int, int]) -> None:
        self._hits = hits
        self._slabs = slabs

    def __len__(self) -> int:
        return len(self._hits)

    @overload
    def __getitem__(self, index: int) -> ShownHit: ...

    @overload
    def __getitem__(self, index: slice) -> ShownHits: ...

    def __getitem__(self, index: int | slice) -> ShownHit | ShownHits:
        if isinstance(index, slice):
            return ShownHits(self._hits[index], self._slabs)
        hit = self._hits[index]
        return ShownHit(self._slabs[hit.index], hit.start, hit.end)


@record
class Texts:
    """What is searched of a briefing; its finder is made by the first search."""

    __slots__ = ("__dict__",)  # for what is made once
    passages: Sequence[Passage]

    @cached_property
    def finder(self) -> Finder:
        """The finder, which takes its time."""
        from briefing.search.find import Finder

        return Finder(list(texts(self.passages)))


@record
class Searched:
    """A view that is searched; what is made of it is made once."""

    __slots__ = ("__dict__",)  # for what is made once
    texts: Texts
    view: View

    @cached_property
    def slabs(self) -> Mapping[int, int]:
        """The slab that shows each passage's own text, so that offsets hold in both."""
        if isinstance(self.view.slabs, Shown):
            return self.view.slabs.own_texts
        passages = self.texts.passages
        return {
            slab.passage: index
            for index, slab in enumerate(self.view.slabs)
            if slab.passage >= 0 and slab.text == passages[slab.passage].block.text
        }

    @cached_property
    def in_order(self) -> bool:
        """Whether the view has the passages in their own order."""
        shown = [self.slabs[passage] for passage in sorted(self.slabs)]
        return all(one < other for one, other in pairwise(shown))


@record
class Asked:
    """A question: mark `query` in a view, and with `jump` go to a hit."""

    query: str
    searched: Searched
    jump: bool


@record
class Found:
    """Its answer."""

    hits: Sequence[ShownHit] = ()
    unshown: int = 0
    """Hits in passages that the view does not show."""
    note: str = ""


def search(asked: Asked) -> Found:
    """The answer to a question; takes long for the first one of a long text."""
    searched = asked.searched
    finder = searched.texts.finder
    hits = finder.find(asked.query)
    count, note = len(hits), finder.note
    if hits and len(searched.slabs) < len(searched.texts.passages):
        hits = hits.inside(frozenset(searched.slabs))
    shown: Sequence[ShownHit] = ShownHits(hits, searched.slabs)
    if hits and not searched.in_order:
        shown = sorted(shown, key=lambda hit: (hit.index, hit.start))
    return Found(shown, count - len(hits), note)
