"""The Bookmarks pane, as slabs. Pure."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from briefing.document.locator import Status
from briefing.document.position import QUOTE
from briefing.tui.dates import day
from briefing.tui.reading.slab import Slab
from briefing.tui.session import Placed
from briefing.tui.views import View

REF = "bookmark:"
"""Begins the `ref` of every slab that belongs to a bookmark; its id follows."""

_SAYS: dict[Status, str] = {
    "placed": "",
    "moved": "moved: the text stands elsewhere than when you kept it",
    "changed": "changed: the text was edited since you kept it",
    "lost": "lost: the text you kept is no longer in this document",
}


def bookmarks(kept: Sequence[Placed], key: Callable[[str], str], beyond: int = 0) -> View:
    """Bookmarks in the order of the text; `key` gives the live key of a command's id.

    As many as `beyond` are not among them: they stand behind the beginning that was read.
    """
    if not kept and not beyond:
        how = (
            f"No bookmarks in this briefing yet. Press {key('bookmark.toggle')} on a passage to "
            f"keep it, {key('bookmark.note')} to write a note on it."
        )
        return View((Slab(how, style="meta"),))
    slabs: list[Slab] = []
    for it in kept:
        lost = it.place.status == "lost"
        ref = f"{REF}{it.bookmark.id}"
        passage = -1 if lost else it.place.passage
        kept_on = day(it.bookmark.created)
        path = " › ".join(it.bookmark.locator.headings) or it.bookmark.label
        slabs.append(Slab(path, style="heading", level=3, ref=ref, passage=passage))
        quote = it.bookmark.locator.quote
        quote += "…" if len(quote) >= QUOTE else ""
        slabs.append(Slab(quote, style="quote", ref=ref, passage=passage))
        if it.bookmark.note:
            slabs.append(Slab(it.bookmark.note, style="note", ref=ref, passage=passage))
        status = " · ".join(said for said in (_SAYS[it.place.status], f"kept {kept_on}") if said)
        slabs.append(Slab(status, style="meta", ref=ref, passage=passage))
    if beyond:
        stand = "stands" if beyond == 1 else "stand"
        told = f"{beyond} more {stand} further on, in what is still being read."
        slabs.append(Slab(told, style="meta"))
    return View(tuple(slabs))


def bookmark_id(ref: str) -> int | None:
    """The bookmark that a slab belongs to."""
    number = ref.removeprefix(REF)
    return int(number) if ref.startswith(REF) and number.isdigit() else None
