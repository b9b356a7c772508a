"""Searching in the open briefing: as one types, stepping, and back to where one was."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on

from briefing.tui.screens.reader.panes import Panes
from briefing.tui.widgets.find_bar import FindBar

if TYPE_CHECKING:
    from briefing.search.find import Finder


@dataclass(frozen=True, slots=True)
class ShownHit:
    """A hit in a slab of the view."""

    index: int
    start: int
    end: int


class Finding(Panes):
    """`/`, `n`, `N`, Esc."""

    _finder: Finder | None = None
    _words = ""
    _hits: tuple[ShownHit, ...] = ()
    _current: int | None = None
    _unshown = 0
    _origin: tuple[int, int] = (0, 0)

    def forget_finder(self) -> None:
        """Another briefing is open."""
        self._finder = None
        self.clear_find()

    def action_find(self) -> None:
        """Open the line in which to type."""
        if self.briefing is None:
            return
        if not self.find_bar.display:
            self._origin = self.text.position()
        self.status.display = False
        self.find_bar.open(self._words)

    def find(self, query: str) -> None:
        """Mark every hit of `query`, and go to the first from where the search began."""
        self._words = query
        if self.briefing is None:
            return
        if self._finder is None:
            from briefing.search.find import Finder

            self._finder = Finder([passage.block.text for passage in self.briefing.passages])
        self._mark(query)
        self._current = next(
            (n for n, hit in enumerate(self._hits) if (hit.index, hit.end) > self._origin),
            0 if self._hits else None,
        )
        self._show_current(jump=True)
        if not query:
            self.text.go(*self._origin, top=True)

    def _mark(self, query: str) -> None:
        found = self._finder.find(query) if self._finder and query.strip() else ()
        slabs = self._whole_passages() if found else {}
        self._hits = tuple(
            ShownHit(slabs[hit.index], hit.start, hit.end) for hit in found if hit.index in slabs
        )
        self._unshown = len(found) - len(self._hits)

    def _whole_passages(self) -> dict[int, int]:
        """The slab that shows each passage's own text, so that offsets hold in both."""
        passages = self.briefing.passages if self.briefing else ()
        return {
            slab.passage: index
            for index, slab in enumerate(self.view.slabs)
            if slab.passage >= 0 and slab.text == passages[slab.passage].block.text
        }

    def _show_current(self, *, jump: bool) -> None:
        self.text.mark(self._hits, self._current)
        if jump:
            self._go_to_current()
        self.find_bar.tell(self.count_text())

    def _go_to_current(self) -> None:
        if self._current is not None:
            hit = self._hits[self._current]
            self.text.go(hit.index, hit.start)

    def count_text(self) -> str:
        """`3 of 12`, what is elsewhere, and whether the words stand together."""
        if not self._words.strip():
            return ""
        elsewhere = f"{self._unshown} not in this view" if self._unshown else ""
        if not self._hits:
            return elsewhere or "nothing found"
        count = f"{(self._current or 0) + 1} of {len(self._hits)}"
        note = self._finder.note if self._finder else ""
        return " · ".join(said for said in (count, elsewhere, note) if said)

    def step(self, by: int) -> None:
        """Go to another hit, round the end."""
        if not self._words:
            self.say(f"Search first, with {self.keymap.shown('find')}")
            return
        if not self._hits or self._current is None:
            self.say(f"{self._words}: {self.count_text()}")
            return
        beyond = self._current + by
        self._current = beyond % len(self._hits)
        self.text.mark_current(self._current)
        self._go_to_current()
        end = "" if beyond == self._current else " · wrapped to the first hit"
        if beyond < 0:
            end = " · wrapped to the last hit"
        self.say(f"{self.count_text()} · {self._words}{end}")

    def action_find_next(self) -> None:
        """Go to the next hit."""
        self.step(1)

    def action_find_previous(self) -> None:
        """Go to the hit before."""
        self.step(-1)

    def view_changed(self, passage: int | None = None) -> None:
        """Mark the hits in the view that is shown."""
        super().view_changed(passage)
        if self._words:
            self._mark(self._words)
            self._current = 0 if self._hits else None
            self._show_current(jump=False)

    def clear_find(self) -> bool:
        """Take marks and line away; whether there was anything to clear."""
        had = bool(self._words) or self.find_bar.display
        self._words, self._hits, self._current, self._unshown = "", (), None, 0
        self.find_bar.close()
        self.status.display = True
        self.text.mark((), None)
        return had

    def back_out_of_find(self) -> bool:
        """Esc: clear, and return to where the search began; whether there was one."""
        typing = self.find_bar.display
        if not self.clear_find():
            return False
        if typing:
            self.text.go(*self._origin, top=True)
        self.text.focus()
        return True

    @on(FindBar.Changed)
    def _typed(self, event: FindBar.Changed) -> None:
        if self.find_bar.display:
            self.find(event.query)

    @on(FindBar.Kept)
    def _kept(self) -> None:
        self.find_bar.close()
        self.status.display = True
        self.text.focus()
        if self._words:
            self.leave_trail()
            next_key, back = self.keymap.shown("find.next"), self.keymap.shown("find.previous")
            self.say(f"{self.count_text()} · {next_key} {back} step, Esc clears")
