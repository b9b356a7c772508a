"""What the library search stands on: its widgets, its thread, what it says."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from briefing.search import wording
from briefing.search.overview import Overview
from briefing.search.results import Match, Results
from briefing.tui import found
from briefing.tui.commands.bindings import bindings
from briefing.tui.commands.keymap import Keymap
from briefing.tui.found import Group, Heading, Offer, Row
from briefing.tui.newest import NewestWins
from briefing.tui.screens.search.asking import BEST, Answer, Found, Offers, Question, answers
from briefing.tui.scrolling.tiles import TiledScreen
from briefing.tui.session import Session
from briefing.tui.widgets.masthead import Masthead
from briefing.tui.widgets.query_field import QueryField
from briefing.tui.widgets.results import ResultList
from briefing.tui.widgets.status import Hint, Piece, StatusLine
from briefing.tui.widgets.tabs import PaneTabs
from briefing.tui.widgets.time_line import TimeLine

HOW = (
    'Type to search every briefing: drone strike · "drone strike" · drone OR missile · -naval · '
    "in:faq drone · in:trends energy · after:2025-11"
)
HINTS = ("search.save", "search.back", "search.complete", "search.kind")
"""Commands named in the status line beside those that move."""


class SearchBase(TiledScreen[None]):
    """Asks as one types, and shows what is answered."""

    CSS_PATH = "search.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings("search")
    SCOPES: ClassVar[frozenset[str]] = frozenset({"search"})

    @dataclass(eq=False, repr=False)
    class Answered(Message):
        """The thread has an answer."""

        question: Question
        answer: Answer

    @dataclass(eq=False, repr=False)
    class Failed(Message):
        """The thread has none, and says why."""

        question: Question
        why: str

    def __init__(self, session: Session, keymap: Keymap) -> None:
        super().__init__()
        self.session = session
        self.keymap = keymap
        self.asked: Question | None = None
        """What was asked last; None once nobody waits for it."""
        self._searched = (0, 0)
        self._said = ""
        self._thread: NewestWins[Question, Answer] = NewestWins(
            lambda question: answers(session.library, self._thread.overtaken_within, question),
            lambda question, answer: self._tell(self.Answered(question, answer)),
            lambda question, error: self._tell(self.Failed(question, str(error))),
            lambda: session.library.interrupt(),
        )

    def _tell(self, message: Message) -> None:
        if self.is_running:
            self.post_message(message)

    def compose(self) -> ComposeResult:
        """The field, what narrows it, the results, the excerpt."""
        yield Masthead(id="masthead")
        with Horizontal(id="search-line"):
            yield Static(Content("/ "), id="search-sign")
            yield QueryField(placeholder="search the library", compact=True, id="search-field")
            yield Static(Content(""), id="search-offer")
        yield PaneTabs(id="kinds")
        yield TimeLine(id="times")
        yield Static(Content(""), id="search-note")
        yield Static(Content(HOW), id="search-help")
        yield ResultList(id="results")
        yield Static(Content(""), id="search-look")
        yield StatusLine(id="status")

    @property
    def results(self) -> ResultList:
        """The list."""
        return self.query_one("#results", ResultList)

    @property
    def field(self) -> QueryField:
        """The field."""
        return self.query_one("#search-field", QueryField)

    @property
    def status(self) -> StatusLine:
        """The line at the bottom."""
        return self.query_one("#status", StatusLine)

    def on_mount(self) -> None:
        """Nothing is asked yet."""
        self.query_one("#masthead", Masthead).title = "Search the library"
        hints = [(self.keymap.shown(name), self.keymap.label(name)) for name in HINTS]
        hints += [("↑↓", "choose"), ("Enter", "open"), ("Esc", "back")]
        self.status.hints = tuple(Hint(key, label) for key, label in hints if key)
        self.show_rows(())

    def on_unmount(self) -> None:
        """The reader ends, and so does the thread."""
        self._thread.close()

    # Asking

    def ask(self, limit: int | None = None, text: str | None = None, *, more: bool = False) -> None:
        """Search for what is in the field, or for `text`; what was asked before is dropped."""
        text = self.field.value if text is None else text
        asked = self.question(text, BEST if limit is None else limit)
        self.asked = replace(asked, more=more)
        self._thread.ask(self.asked)

    def question(self, text: str, limit: int) -> Question:
        """What is asked with this text in the field."""
        return Question(text, limit)

    def drop(self) -> None:
        """Nobody waits for an answer any more."""
        self.asked = None
        self._thread.drop()

    @on(Answered)
    def _answered(self, event: Answered) -> None:
        event.stop()
        if event.question is not self.asked:
            return
        if isinstance(event.answer, Found):
            self.found(event.question, event.answer)
        elif isinstance(event.answer, Offers):
            self.offered(event.answer)
        elif isinstance(event.answer, Overview):
            self.overviewed(event.answer)
        else:
            self.show_searched(*event.answer)

    @on(Failed)
    def _failed(self, event: Failed) -> None:
        event.stop()
        if event.question is self.asked:
            self.say(event.why)

    def found(self, question: Question, answer: Found) -> None:
        """There are results."""
        raise NotImplementedError

    def offered(self, offers: Offers) -> None:
        """Nothing is asked, and this could be."""
        raise NotImplementedError

    def overviewed(self, overview: Overview) -> None:
        """It is known how the results are spread."""
        raise NotImplementedError

    # Showing

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Make room for what there is to show."""
        results = any(isinstance(row, Match) for row in rows)
        self.results.display = bool(rows)
        self.set_class(bool(self.field.value.strip()), "-asked")
        self.set_class(results, "-found")

    @staticmethod
    def nothing(results: Results) -> tuple[Row, ...]:
        """The rows where nothing was found."""
        if not results.suggestions:
            return (Heading("Nothing found"),)
        offers = (Offer(each, each) for each in results.suggestions)
        return (Heading("Nothing found. Did you mean"), *offers)

    def show_told(self, results: Results) -> None:
        """Say what its reader should know of the answer."""
        self._said = " · ".join(text for text in (results.note, *wording.ignored(results)) if text)
        self._show_said()

    def say(self, text: str) -> None:
        """Say this of the search."""
        self._said = text
        self._show_said()

    def _show_said(self) -> None:
        held, total = self._searched
        partly = f"{held:,} of {total:,} briefings are searched so far" if held < total else ""
        said = " · ".join(text for text in (partly, self._said) if text)
        self.query_one("#search-note", Static).update(Content(said), layout=False)

    def show_searched(self, held: int, total: int) -> None:
        """Of so many briefings so many can be searched."""
        self._searched = held, total
        self._show_said()

    def show_look(self, row: Row | None, results: Results) -> None:
        """The whole of what is under the cursor, and where it stands."""
        look = self.query_one("#search-look", Static)
        place: tuple[Piece, ...] = ()
        if isinstance(row, Match):
            look.update(_whole(row), layout=False)
            ordered = results.matches
            if row in ordered:  # it may be that of an answer before
                at = found.place(ordered, ordered.index(row), results.total, more=results.more)
                counted, *briefing = str(at).split(" · ")
                place = (Piece(counted, 2), *(Piece(each, 1) for each in briefing))
        elif isinstance(row, Group):
            about = Content.assemble((row.title, "bold"), "\n", (row.path, "$muted"))
            look.update(about, layout=False)
        else:
            look.update(Content(""), layout=False)
        self.status.place = place


def _whole(match: Match) -> Content:
    """The whole excerpt, its found words marked."""
    title = match.part_title or match.title
    if match.kind == "title":
        return Content.assemble((title, "bold $reading-heading"), "\n", (match.path, "$muted"))
    excerpt, marks = found.beyond_title(match)
    if match.beneath:
        excerpt, marks = match.beneath, ()
    text = Content(excerpt)
    for start, end in marks:
        text = text.stylize("$hit-text on $hit", start, end)
    return Content("\n").join([Content.styled(title, "bold $reading-heading"), text])
