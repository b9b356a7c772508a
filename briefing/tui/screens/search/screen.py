"""Searching the library, narrowing as one types."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.widgets import Input

from briefing.record import replace
from briefing.search.overview import Overview
from briefing.search.results import Match, Results
from briefing.tui import found
from briefing.tui.found import Group, Identity, Offer, Row, identity
from briefing.tui.messages import OpenDocument
from briefing.tui.screens.search.asking import BEST, MORE, Found, Offers, Question
from briefing.tui.screens.search.keeping import Keeping
from briefing.tui.session.hunt import Hunt
from briefing.tui.widgets.results import ResultList

HOLD = 0.015
"""Seconds that the first found wait for the best, so that they are not seen for one frame only."""
NEAR_THE_END = 8
"""Rows from the last at which more are asked for."""


class SearchScreen(Keeping):
    """A field, what narrows it, the results, and the whole excerpt of the one under the cursor."""

    AUTO_FOCUS: ClassVar[str] = "#search-field"

    _results = Results()
    _shown = ""
    """The query whose results are shown."""
    _best: str | None = None
    """The query whose best results came, and are shown unless that would move a chosen row."""
    _held: Found | None = None
    _then: Callable[[], None] | None = None
    """What waits for more results."""
    _return_to: Identity | None = None
    """The result that the next answer is to have under the cursor."""

    @property
    def listed(self) -> tuple[Match, ...]:
        """The results in the order of their rows."""
        return self._results.matches

    @property
    def total(self) -> int:
        """How many there are."""
        return self._results.total

    @property
    def is_answered(self) -> bool:
        """Whether the best results of what is in the field came."""
        return self._best == self.field.value

    def on_screen_resume(self) -> None:
        """Ready to type over what was asked before; the results are those of now."""
        self.field.focus()
        self.field.select_all()
        hunt = self.session.hunts.current
        if hunt is not None and hunt.query == self._shown:
            self._return_to = identity(hunt.current)
            self.results.go(self._return_to)
        self.ask()

    def again(self) -> None:
        """The library holds other briefings now: search once more, and change what changed."""
        self.ask(max(BEST, len(self._results.matches)))

    def back_out(self) -> None:
        """Esc: return to what was read, at once, whatever is being searched for."""
        self.drop()
        self.app.pop_screen()

    # What is typed, and what comes of it

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self.show_narrowed()
        self.complete()
        self.ask()

    def offered(self, offers: Offers) -> None:
        """Nothing is searched for: show what could be."""
        self._results, self._shown, self._best = Results(), "", ""
        self.say("")
        super().offered(offers)

    def found(self, question: Question, answer: Found) -> None:
        """Show results; the first found wait a moment, as the best may be there by then."""
        self._held = None if answer.ranked else answer
        if answer.ranked:
            self.show_found(question, answer)
        else:
            self.set_timer(HOLD, lambda: self._show_held(question, answer))

    def _show_held(self, question: Question, answer: Found) -> None:
        if answer is self._held and question is self.asked:
            self.show_found(question, answer)

    def show_found(self, question: Question, answer: Found) -> None:
        """Show results; the one that its reader chose stays where it is."""
        results, known = answer.results, question.text == self._shown
        exact = results.exact if answer.news is None else len(results.matches)
        sides = (results.matches[:exact], results.matches[exact:])
        ordered = tuple(match for side in sides for match in found.in_order(side))
        if known and question.more:
            ordered = found.with_more(self._results.matches, results.matches)
        results = replace(results, matches=ordered)
        rows = found.rows(ordered, exact) or self.nothing(results)
        chosen = self.results.chosen or self._return_to
        there = any(isinstance(row, Match) and identity(row) == chosen for row in rows)
        if known and self.results.chosen is not None and not there:
            # It was chosen from an answer before, and is not among the best of this one.
            self._answered_by(question, answer)
            return
        self._results, self._shown = results, question.text
        new = answer.news.results.matches if answer.news else ()
        self.results.show(rows, at=chosen, fresh=frozenset(map(identity, new)))
        self.show_rows(rows)
        self.show_told(results)
        self.visit(question, answer)
        self._answered_by(question, answer)

    def _answered_by(self, question: Question, answer: Found) -> None:
        if answer.ranked:
            self._best, self._return_to = question.text, None
            self._go_on()

    def overviewed(self, overview: Overview) -> None:
        """All of them were counted, which the search does not do where they are very many."""
        super().overviewed(overview)
        counted = self.count_of(overview)
        if self._results.more and counted > self._results.total:
            self._results = replace(self._results, total=counted, more=False)
            self.show_look(self.results.current, self._results)

    # The results

    def action_move(self, action: str) -> None:
        """Move in the results, whatever has the focus."""
        getattr(self.results, f"action_{action}")()

    @on(ResultList.Looked)
    def _looked(self, event: ResultList.Looked) -> None:
        self.show_look(event.row, self._results)
        listed, near = self.results, self.results.count - self.results.cursor <= NEAR_THE_END
        there_are_more = len(self._results.matches) < self._results.total
        if listed.touched and near and there_are_more and self.is_answered:
            self.ask(max(BEST, len(self._results.matches)) * MORE, more=True)

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        if self.results.current is not None:
            self._open(self.results.current)

    @on(ResultList.Chosen)
    def _chosen(self, event: ResultList.Chosen) -> None:
        self._open(event.row)

    def _open(self, row: Row) -> None:
        if isinstance(row, Offer):
            self.take_offer(row)
        elif isinstance(row, Match):
            hunt = self._hunt(row)
            self.session.hunts.take(hunt)
            self.remember(hunt.query)
            self.drop()
            self.app.pop_screen()
            self.app.post_message(OpenDocument.at(row, hunt.words))
        elif isinstance(row, Group):
            self.app.pop_screen()
            self.app.post_message(OpenDocument(row.path))

    def _hunt(self, match: Match) -> Hunt:
        held = self._results
        return Hunt.of(self._shown, held.matches, held.total, match, more=held.more)

    def more(self, then: Callable[[], None]) -> None:
        """Find more of what is stepped through in the reader, and then go on."""
        hunt = self.session.hunts.current
        if hunt is not None:
            self._then = then
            self.ask(max(len(hunt.matches), BEST) * MORE, hunt.query, more=True)

    def _go_on(self) -> None:
        then, self._then = self._then, None
        hunt = self.session.hunts.current
        if then is not None and hunt is not None and hunt.query == self._shown:
            self.session.hunts.current = self._hunt(hunt.current)
            then()

    # Lists of before

    def action_go_back(self, by: int) -> None:
        """Return to the results of before, or go on again to those after them."""
        hunts, row = self.session.hunts, self.results.current
        if by < 0 and isinstance(row, Match):
            hunts.take(self._hunt(row))
        elif by < 0 and hunts.current is not None and not self.field.value:
            self._show_hunt(hunts.current)
            return
        hunt = hunts.go(by)
        if hunt is None:
            self.status.say("No results before these" if by < 0 else "No results after these")
        else:
            self._show_hunt(hunt)

    def _show_hunt(self, hunt: Hunt) -> None:
        self.results.touched = False
        self._return_to = identity(hunt.current)
        self.field.put(hunt.query)
        self.field.focus()
