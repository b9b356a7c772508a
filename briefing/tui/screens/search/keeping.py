"""What a library search may go on with: completions, saved searches, those of late."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from textual import on
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from briefing.document.errors import BriefingError
from briefing.store.searches import SavedSearch
from briefing.tui.commands.keymap import Keymap
from briefing.tui.dates import day
from briefing.tui.found import Heading, Offer, Row
from briefing.tui.messages import Say
from briefing.tui.newest import NewestWins
from briefing.tui.screens.name import NameDialog
from briefing.tui.screens.search.asking import Found, Offers, Question
from briefing.tui.screens.search.narrowing import Narrowing
from briefing.tui.session import Session

if TYPE_CHECKING:
    from briefing.search.completion import Completion

SHOWN = 3
"""Completions that are named."""
TELLING = 3
"""Letters of a field's name from which on it is shown in the field itself."""


class Keeping(Narrowing):
    """Offers what the reader asked before, keeps searches, completes words."""

    @dataclass(eq=False, repr=False)
    class Completed(Message):
        """A query may go on so."""

        typed: tuple[str, int]
        completions: Sequence[Completion]

    def __init__(self, session: Session, keymap: Keymap) -> None:
        super().__init__(session, keymap)
        self._completions: Sequence[Completion] = ()
        self._offers = Offers((), ())
        self._visited: SavedSearch | None = None
        self._completing: NewestWins[tuple[str, int], Sequence[Completion]] = NewestWins(
            lambda typed: (session.library.searches.completions(*typed),),
            lambda typed, found: self._tell(self.Completed(typed, found)),
            lambda typed, _: self._tell(self.Completed(typed, ())),
        )

    def on_unmount(self) -> None:
        """The reader ends, and so does this thread."""
        self._completing.close()

    # Completing

    @property
    def _typed_word(self) -> tuple[str, int]:
        return self.field.value, self.field.cursor_position

    def complete(self) -> None:
        """Find out what the word at the cursor may go on with."""
        self._completing.ask(self._typed_word)

    @on(Completed)
    def _completed(self, event: Completed) -> None:
        event.stop()
        text, cursor = event.typed
        if event.typed != self._typed_word:
            return
        # Where no word is begun, everything could follow: Tab is then for the results.
        self._completions = [each for each in event.completions if each.start < cursor]
        named = [each.text for each in self._completions[:SHOWN]]
        said = ""
        if named:
            first = self._completions[0]
            # A word of one or two letters is seldom the beginning of a field's name.
            if first.whole or cursor - first.start >= TELLING:
                self.field.offer(first.applied(text)[0].rstrip())
            meaning = f"  {self._completions[0].meaning}" if len(named) == 1 else ""
            said = f"{self.keymap.shown('search.complete')} ▸ {' · '.join(named)}{meaning}"
        self.query_one("#search-offer", Static).update(Content(said), layout=False)

    def action_complete(self) -> None:
        """Take what is offered for the word; else go to the results, or back."""
        if self.results.has_focus:
            self.field.focus()
        elif self._completions:
            self.field.put(*self._completions[0].applied(self.field.value))
        elif self.results.display:
            self.results.focus()

    def action_to_field(self) -> None:
        """Back to the field."""
        self.field.focus()

    # What was asked before

    def offered(self, offers: Offers) -> None:
        """Show what was asked before."""
        self._offers = offers
        rows: list[Row] = []
        if offers.saved:
            rows.append(
                Heading("Saved searches", f"{self.keymap.shown('search.forget')} takes one away")
            )
        for saved, new in offers.saved:
            about = f"{new:,} new since {day(saved.visited[:10])}" if new else ""
            rows.append(Offer(saved.query, saved.name, about, new, saved=True))
        if offers.recent:
            rows.append(Heading("Asked of late"))
            rows += (Offer(query, query) for query in offers.recent)
        self.results.show(tuple(rows))
        self.show_rows(tuple(rows))

    def take_offer(self, offer: Offer) -> None:
        """Ask what is offered."""
        if offer.saved:
            held = (each for each, _ in self._offers.saved)
            self._visited = next((each for each in held if each.name == offer.title), None)
        self.field.put(offer.query)
        self.field.focus()

    def question(self, text: str, limit: int) -> Question:
        """What is asked; of a saved search, what is new as well."""
        if self._visited is not None and self._visited.query != text:
            self._visited = None
        return replace(super().question(text, limit), saved=self._visited)

    def visit(self, question: Question, answer: Found) -> None:
        """What is new of a saved search was shown."""
        saved, news = question.saved, answer.news
        if saved is None or news is None:
            return
        count = news.results.total
        since = f"since {day(saved.visited[:10])}"
        self.say(
            f"“{saved.name}”: {f'{count:,} new {since}, ●' if count else f'nothing new {since}'}"
        )
        searches = self.session.library.searches
        self._write(lambda: searches.visited(saved, news))

    def remember(self, query: str) -> None:
        """Keep a query among those of late."""
        self._write(lambda: self.session.library.searches.remember(query))

    # Saved searches

    def action_save(self) -> None:
        """Ask for a name, and keep the query under it."""
        query = self.field.value.strip()
        if not query:
            self.status.say("Type what to search for first")
            return
        self.app.push_screen(NameDialog("Save this search", query, query), self._save)

    def _save(self, name: str | None) -> None:
        query = self.field.value.strip()
        if name:
            searches = self.session.library.searches
            self._write(lambda: searches.save(name, query), f"Saved as “{name}”")

    def action_forget(self) -> None:
        """Take a saved search away, or forget a query of late."""
        row = self.results.current
        if not isinstance(row, Offer) or self.field.value:
            self.status.say("Delete takes away a search that you saved, or a query of late")
            return
        searches = self.session.library.searches
        if row.saved:
            self._write(lambda: searches.remove(row.title), f"“{row.title}” is not kept any more")
        else:
            self._write(lambda: searches.forget(row.query), "Forgotten")

    def _write(self, work: object, said: str = "") -> None:
        """Do `work` beside the screen, in its turn, and say so once it is done."""

        def write() -> None:
            try:
                work()  # type: ignore[operator]
            except BriefingError as error:
                self.app.post_message(Say(str(error), grave=True))
                return
            if said:
                self.app.post_message(Say(said))
                self._tell(self.Kept())

        self.session.writer.do(write)

    @dataclass(eq=False, repr=False)
    class Kept(Message):
        """Something that is kept is another now."""

    @on(Kept)
    def _kept(self, event: Kept) -> None:
        event.stop()
        if not self.field.value.strip():
            self.ask()
