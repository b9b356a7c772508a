"""Searching in the open briefing: as one types, stepping, and back to where one was."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual import on
from textual.message import Message

from briefing.document.model import Briefing
from briefing.tui.commands.keymap import Keymap
from briefing.tui.newest import NewestWins
from briefing.tui.screens.reader.panes import Panes
from briefing.tui.screens.reader.searching import (
    Asked,
    Found,
    Searched,
    ShownHit,
    Texts,
    search,
)
from briefing.tui.session import Session
from briefing.tui.widgets.find_bar import FindBar

FIRST = (-1, 0)
"""Before every place."""
SO_FAR = "so far"
"""While the rest of a document is being read."""


class Finding(Panes):
    """`/`, `n`, `N`, Esc."""

    @dataclass(eq=False, repr=False)
    class Answered(Message):
        """What was asked for last was searched for."""

        asked: Asked
        found: Found

    _words = ""
    _hits: Sequence[ShownHit] = ()
    _current: int | None = None
    _unshown = 0
    _note = ""
    _origin: tuple[int, int] = (0, 0)
    _came_from = FIRST
    """Where the hit that was the current one begins, of a text that is being replaced."""
    _searched: Searched | None = None
    _waiting: Asked | None = None
    """What was asked and not answered yet."""

    def __init__(self, session: Session, keymap: Keymap) -> None:
        super().__init__(session, keymap)
        self._then: list[Callable[[], None]] = []
        self._search: NewestWins[Asked, Found] = NewestWins(
            lambda asked: (search(asked),),
            self._tell_found,
            lambda asked, _: self._tell_found(asked, Found()),
        )

    def on_unmount(self) -> None:
        """The reader ends, and so does the search."""
        self._search.close()

    def _tell_found(self, asked: Asked, found: Found) -> None:
        if self.is_running:
            self.post_message(self.Answered(asked, found))

    def forget_finder(self) -> None:
        """Another briefing is open."""
        self._searched = None
        self.clear_find()

    def keep_finding(self, same: Callable[[int], int]) -> None:
        """What was looked for is looked for in another text; `same` finds a slab again there."""
        self._searched = None
        self._origin = same(self._origin[0]), self._origin[1]
        if self._current is not None:
            hit = self._hits[self._current]
            self._came_from = same(hit.index), hit.start
        if self._waiting is not None:  # asked of what is there no more
            self._look_for(jump=self._waiting.jump)

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
        self._look_for(jump=True)
        if not query:
            self.text.go(*self._origin, top=True)

    def mark_again(self, words: str) -> None:
        """Mark every hit of `words`, and go nowhere."""
        self._words = words
        self._look_for(jump=False)

    def _look_for(self, *, jump: bool) -> None:
        """Have the words searched for in the view, beside the screen."""
        if self.briefing is None:
            return
        if not self._words.strip():
            self._waiting = None
            self._take(Found())
            return
        self._waiting = Asked(self._words, self._searched_view(self.briefing), jump)
        self._search.ask(self._waiting)

    def _searched_view(self, briefing: Briefing) -> Searched:
        if self._searched is None or self._searched.view is not self.view:
            texts = self._searched.texts if self._searched else Texts(briefing.passages)
            self._searched = Searched(texts, self.view)
        return self._searched

    @on(Answered)
    def _answered(self, event: Answered) -> None:
        event.stop()
        if event.asked is not self._waiting:
            return
        self._waiting = None
        self._take(event.found, self._origin if event.asked.jump else self._came_from)
        self._came_from = FIRST
        if event.asked.jump:
            self._go_to_current()
        then, self._then = self._then, []
        for each in then:
            each()

    def _take(self, found: Found, origin: tuple[int, int] = FIRST) -> None:
        """Mark what was found; the first hit from `origin` on is the current one."""
        self._hits, self._unshown, self._note = found.hits, found.unshown, found.note
        after = bisect_right(self._hits, origin, key=lambda hit: (hit.index, hit.end))
        self._current = after if after < len(self._hits) else 0 if self._hits else None
        self.text.mark(self._hits, self._current)
        self.find_bar.tell(self.count_text())

    def _when_found(self, act: Callable[[], None]) -> bool:
        """Whether what was asked is answered; if not, `act` follows once it is."""
        if self._waiting is None:
            return True
        self._then.append(act)
        return False

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
            none = elsewhere or "nothing found"
            return none if self.session.whole else f"{none} {SO_FAR}"
        count = f"{(self._current or 0) + 1} of {len(self._hits)}"
        so_far = "" if self.session.whole else SO_FAR
        return " · ".join(said for said in (count, elsewhere, self._note, so_far) if said)

    def step(self, by: int) -> None:
        """Go to another hit, round the end."""
        if not self._when_found(lambda: self.step(by)):
            return
        if not self._words:
            self.say(f"Search first, with {self.keymap.shown('find')}")
            return
        if not self._hits or self._current is None:
            self.say(f"{self._words}: {self.count_text()}")
            return
        beyond = self._current + by
        if not 0 <= beyond < len(self._hits) and self.goes_on(by):
            return
        self._current = beyond % len(self._hits)
        self.text.mark_current(self._current)
        self._go_to_current()
        end = "" if beyond == self._current else " · wrapped to the first hit"
        if beyond < 0:
            end = " · wrapped to the last hit"
        self.say(f"{self.count_text()} · {self._words}{end}")

    def goes_on(self, _by: int) -> bool:
        """Whether it goes on elsewhere beyond the last hit, and went there."""
        return False

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
            self._look_for(jump=False)

    def clear_find(self) -> bool:
        """Take marks and line away; whether there was anything to clear."""
        had = bool(self._words) or self.find_bar.display
        self._words, self._waiting = "", None
        self._then.clear()
        self.find_bar.close()
        self.status.display = True
        self._take(Found())
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
            self._say_count()

    def _say_count(self) -> None:
        if self._when_found(self._say_count):
            next_key, back = self.keymap.shown("find.next"), self.keymap.shown("find.previous")
            self.say(f"{self.count_text()} · {next_key} {back} step, Esc clears")
