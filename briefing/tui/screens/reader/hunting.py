"""Stepping through what the library search found, from briefing to briefing."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message

from briefing.tui.messages import OpenDocument
from briefing.tui.screens.reader.finding import Finding
from briefing.tui.session.hunt import Hunt
from briefing.tui.widgets.status import Piece


class Hunting(Finding):
    """`]`, `[`, and `n` and `N` beyond the last hit of a briefing."""

    @dataclass(eq=False, repr=False)
    class MoreWanted(Message):
        """The results that are listed are at an end, and there are more; step on once they are."""

    @property
    def hunt(self) -> Hunt | None:
        """The results that are being stepped through, if the open briefing is one of theirs."""
        hunt, briefing = self.session.hunts.current, self.briefing
        if hunt is None or briefing is None:
            return None
        return hunt if hunt.current.path in (self.session.doc, briefing.source) else None

    def hunted(self) -> tuple[Piece, ...]:
        """Where the reader is among the results, for the status line."""
        hunt = self.hunt
        if hunt is None or not self._words or self._words != hunt.words:
            return ()
        result, *briefing = str(hunt.place).split(" · ")
        return Piece(result, 5), *(Piece(each, 4) for each in briefing)

    def action_step_result(self, by: int) -> None:
        """Go to another result of the library search."""
        hunt = self.session.hunts.current
        if hunt is None:
            self.say(f"Search the library first, with {self.keymap.shown('library.search')}")
            return
        stepped = hunt.step(by)
        if stepped is not None:
            self._go_to_result(stepped)
        elif by > 0 and not hunt.is_whole:
            self.post_message(self.MoreWanted())
        else:
            end = "the last" if by > 0 else "the first"
            self.say(f"{hunt.place} is {end} · {self.keymap.shown('library.search')} lists them")

    def goes_on(self, by: int) -> bool:
        """Beyond the last hit: on in the next briefing of the results, or the one before."""
        hunt = self.hunt
        if hunt is None or self._words != hunt.words:
            return False
        stepped = hunt.beyond(by)
        if stepped is None:
            return False
        self._go_to_result(stepped)
        return True

    def _go_to_result(self, hunt: Hunt) -> None:
        self.session.hunts.take(hunt)
        match = hunt.current
        if self.hunt is None:
            self.post_message(OpenDocument.at(match, hunt.words))
            return
        self.go_to(match.passage)
        self.find_from(match.passage, hunt.words)
        self.say_result()

    def find_from(self, passage: int, words: str) -> None:
        """Mark `words`, and go to the first of them from a passage on."""
        self._origin = self.view.nearest(passage), 0
        if words:
            self.find(words)

    def say_result(self) -> None:
        """Say how to go on; which result it is stands at the left."""
        if self.hunt is None:
            return
        keys = [self.keymap.shown(name) for name in ("result.previous", "result.next")]
        self.say(f"{' '.join(keys)} step · {self.keymap.shown('library.search')} lists")
