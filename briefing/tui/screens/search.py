"""Searching the library, narrowing as one types."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Input, Static

from briefing.search.results import Match, Results
from briefing.tui import found
from briefing.tui.found import Group, Row
from briefing.tui.messages import OpenDocument
from briefing.tui.newest import NewestWins
from briefing.tui.widgets.masthead import Masthead
from briefing.tui.widgets.results import ResultList
from briefing.tui.widgets.status import Hint, Piece, StatusLine

HOW = (
    'Type to search every briefing: drone strike · "drone strike" · drone OR missile · -naval · '
    "in:faq drone · in:trends energy · after:2025-11"
)


class SearchScreen(Screen[None]):
    """A field, the results, and the whole excerpt of the one under the cursor."""

    CSS_PATH = "search.tcss"
    AUTO_FOCUS = "#search-field"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move('down')", "down", priority=True, show=False),
        Binding("up", "move('up')", "up", priority=True, show=False),
        Binding("pagedown", "move('page_down')", "page", priority=True, show=False),
        Binding("pageup", "move('page_up')", "page", priority=True, show=False),
        Binding("tab,shift+tab", "swap", "results", show=False),
        Binding("slash", "field", "search", show=False),
    ]

    @dataclass
    class Answered(Message):
        """The thread has results."""

        query: str
        results: Results

    @dataclass
    class Failed(Message):
        """The thread has none, and says why."""

        query: str
        why: str

    def __init__(self, search: Callable[[str], Results], interrupt: Callable[[], None]) -> None:
        """`search` is asked in a thread; `interrupt` stops it for a newer question."""
        super().__init__()
        self._thread: NewestWins[str, Results] = NewestWins(
            search,
            lambda query, results: self._tell(self.Answered(query, results)),
            lambda query, error: self._tell(self.Failed(query, str(error))),
            interrupt,
        )
        self._shown = ""

    def _tell(self, message: Message) -> None:
        if self.is_running:
            self.post_message(message)

    def compose(self) -> ComposeResult:
        """The field over the results over the excerpt."""
        yield Masthead(id="masthead")
        with Horizontal(id="search-line"):
            yield Static(Content("/ "), id="search-sign")
            yield Input(placeholder="search the library", compact=True, id="search-field")
            yield Static(Content(""), id="search-count")
        yield Static(Content(HOW), id="search-help")
        yield ResultList(id="results")
        yield Static(Content(""), id="search-look")
        yield StatusLine(id="status")

    @property
    def results(self) -> ResultList:
        """The list."""
        return self.query_one("#results", ResultList)

    def on_mount(self) -> None:
        """Nothing is asked yet."""
        self.query_one("#masthead", Masthead).title = "Search the library"
        status = self.query_one("#status", StatusLine)
        status.hints = (Hint("↑↓", "choose"), Hint("Enter", "open"), Hint("Esc", "back"))
        self._show_rows(())

    def on_screen_resume(self) -> None:
        """Ready to type over what was asked before; the results are those of now."""
        field = self.query_one(Input)
        field.focus()
        field.action_select_all()
        if field.value.strip():
            self._thread.ask(field.value)

    def on_unmount(self) -> None:
        """The reader ends, and so does the thread."""
        self._thread.close()

    def back_out(self) -> None:
        """Esc: return to what was read."""
        self.app.pop_screen()

    def action_move(self, how: str) -> None:
        """Move in the results while the field keeps the focus."""
        move = {
            "down": self.results.action_cursor_down,
            "up": self.results.action_cursor_up,
            "page_down": self.results.action_page_down,
            "page_up": self.results.action_page_up,
        }
        move[how]()

    def action_swap(self) -> None:
        """Move between the field and the results."""
        if self.results.has_focus:
            self.query_one(Input).focus()
        else:
            self.results.focus()

    def action_field(self) -> None:
        """Back to the field."""
        self.query_one(Input).focus()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        if event.value.strip():
            self._thread.ask(event.value)
        else:
            self._shown = ""
            self._show_rows(())
            self._count("")

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        if self.results.current is not None:
            self._open(self.results.current)

    @on(Answered)
    def _answered(self, event: Answered) -> None:
        if not self.query_one(Input).value.strip():
            return
        self._shown = event.query
        self._show_rows(found.rows(event.results.matches))
        self._count(_summary(event.results))

    @on(Failed)
    def _failed(self, event: Failed) -> None:
        self._show_rows(())
        self._count(event.why)

    def _count(self, text: str) -> None:
        self.query_one("#search-count", Static).update(Content(text))

    def _show_rows(self, rows: tuple[Row, ...]) -> None:
        self.results.show(rows)
        self.results.display = bool(rows)
        self.query_one("#search-help").display = not rows
        self.query_one("#search-look").display = bool(rows)

    @on(ResultList.Looked)
    def _looked(self, event: ResultList.Looked) -> None:
        look = self.query_one("#search-look", Static)
        row = event.row
        if isinstance(row, Match):
            look.update(_whole(row))
        elif isinstance(row, Group):
            look.update(Content.assemble((row.title, "bold"), "\n", (row.path, "$muted")))
        groups = Piece("") if row is None else Piece(row.title)
        self.query_one("#status", StatusLine).place = (groups,)

    @on(ResultList.Chosen)
    def _chosen(self, event: ResultList.Chosen) -> None:
        self._open(event.row)

    def _open(self, row: Row) -> None:
        self.app.pop_screen()
        if isinstance(row, Group):
            self.app.post_message(OpenDocument(row.path))
        else:
            self.app.post_message(OpenDocument(row.path, row.part, row.passage, self._shown))


def _whole(match: Match) -> Content:
    """The whole excerpt, its found words marked."""
    title = match.part_title or match.title
    excerpt, marks = found.beyond_title(match)
    if match.beneath:
        excerpt, marks = match.beneath, ()
    text = Content(excerpt)
    for start, end in marks:
        text = text.stylize("$hit-text on $hit", start, end)
    return Content("\n").join([Content.styled(title, "bold $reading-heading"), text])


def _summary(results: Results) -> str:
    """How many, and what the reader should know of the answer."""
    if results.matches:
        count = f"{results.count} found"
    elif results.suggestions:
        count = f"nothing found; did you mean {results.suggestions[0]}?"
    else:
        count = "nothing found"
    ignored = f"ignored: {', '.join(map(str, results.ignored))}" if results.ignored else ""
    return " · ".join(text for text in (count, results.note, ignored) if text)
