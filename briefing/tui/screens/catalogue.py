"""A long list with a filter, sorted and grouped: what library and trend board have in common.

Everything is read and arranged in a thread; the screen shows what comes of it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Generic, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from briefing.library.refresh import Coverage
from briefing.record import record
from briefing.tui.arranging import Arranged, Arranger, Choice, Kind
from briefing.tui.commands.bindings import bindings
from briefing.tui.commands.keymap import Keymap
from briefing.tui.newest import NewestWins
from briefing.tui.scrolling.tiles import TiledScreen
from briefing.tui.session import Session
from briefing.tui.widgets.keyed_list import KeyedList
from briefing.tui.widgets.masthead import Masthead
from briefing.tui.widgets.status import Hint, Piece, StatusLine

Item = TypeVar("Item")
UP, DOWN = "↑", "↓"
HINTS = ("library.group", "library.sort", "library.filter", "help")
"""Commands named in the status line; the last ones give way last on a narrow screen."""


@record
class Asked:
    """What is to be shown."""

    words: str
    choice: Choice | None
    """None for what was chosen in an earlier sitting."""


@dataclass(frozen=True)
class Answer(Generic[Item]):
    """What is shown."""

    words: str
    choice: Choice
    arranged: Arranged[Item]
    items: Sequence[Item]
    """All of them, as they were read."""
    coverage: Coverage


class Catalogue(TiledScreen[None], Generic[Item]):
    """A filter over a list."""

    CSS_PATH = "catalogue.tcss"
    AUTO_FOCUS = "#list"
    BINDINGS: ClassVar[list[BindingType]] = bindings("library")
    SCOPES: ClassVar[frozenset[str]] = frozenset(("library",))

    heading = ""
    """What the screen is called."""
    kept_as = ""
    """The preference that keeps how the list is arranged."""
    filtered_by = ""
    """What the words of the filter are looked for in."""
    empty = ""
    """What is said where there is nothing."""

    @dataclass(eq=False, repr=False)
    class Answered(Message):
        """The thread has arranged what was asked for."""

        answer: Answer[Any]

    def __init__(self, session: Session, keymap: Keymap, kind: Kind[Item]) -> None:
        super().__init__()
        self._session = session
        self.keymap = keymap
        self._kind = kind
        self._choice: Choice | None = None
        self._stale = True
        self._arranger: Arranger[Item] = Arranger(kind, ())
        self._thread: NewestWins[Asked, Answer[Item]] = NewestWins(
            lambda asked: (self._arrange(asked),),
            lambda _, answer: self._tell(answer),
            lambda asked, _: self._failed(asked),
        )

    # What a screen of this kind makes, reads and shows

    def make_list(self) -> KeyedList:
        """The list, called `list`."""
        raise NotImplementedError

    def load(self) -> Sequence[Item]:
        """Read what is to be listed; in the thread."""
        raise NotImplementedError

    def show(self, answer: Answer[Item]) -> None:
        """Show what came of it."""
        raise NotImplementedError

    def show_heads(self, choice: Choice) -> None:
        """Name the columns, where there are any."""

    def details(self, answer: Answer[Item]) -> tuple[str, ...]:
        """What is said of it at the top, from the least to the most needed."""
        raise NotImplementedError

    # The screen

    def compose(self) -> ComposeResult:
        """The filter over the list."""
        yield Masthead(id="masthead")
        with Horizontal(id="filter-line"):
            yield Static(Content("/ "), id="filter-sign")
            yield Input(placeholder=f"filter by {self.filtered_by}", compact=True, id="filter")
        yield Static(Content(""), id="heads")
        yield self.make_list()
        yield Static(Content(""), id="empty")
        yield StatusLine(id="status")

    @property
    def listing(self) -> KeyedList:
        """The list."""
        return self.query_one("#list", KeyedList)

    @property
    def status(self) -> StatusLine:
        """The line at the bottom."""
        return self.query_one("#status", StatusLine)

    def on_mount(self) -> None:
        """What can be done."""
        self.query_one("#masthead", Masthead).title = self.heading
        named = ((self.keymap.shown(name), self.keymap.label(name)) for name in HINTS)
        self.status.hints = (
            *(Hint(key, label) for key, label in named if key),
            Hint(self.keymap.shown("list.choose"), self.keymap.label("list.choose")),
        )

    def on_unmount(self) -> None:
        """The reader ends, and so does the thread."""
        self._thread.close()

    def on_screen_resume(self) -> None:
        """The list is that of now."""
        self.reload()
        self.listing.focus()

    def on_resize(self) -> None:
        """The columns are those that fit."""
        if self._choice is not None:
            self.call_after_refresh(self.show_heads, self._choice)

    def reload(self) -> None:
        """Read the list again, after what waits to be written."""
        self._stale = True
        self._ask()

    def _ask(self) -> None:
        self._thread.ask(Asked(self.query_one(Input).value, self._choice))

    # In the thread

    def _arrange(self, asked: Asked) -> Answer[Item]:
        library = self._session.library
        if self._stale:
            self._stale = False
            self._session.writer.finish()
            self._arranger = Arranger(self._kind, self.load())
        kept = asked.choice or Choice.of(library.state.preference(self.kept_as), self._kind)
        arranged = self._arranger.arrange(kept, asked.words)
        return Answer(asked.words, kept, arranged, self._arranger.items, library.coverage())

    def _tell(self, answer: Answer[Item]) -> None:
        if self.is_running:
            self.post_message(self.Answered(answer))

    def _failed(self, asked: Asked) -> None:
        """The library was closed meanwhile, at the end, or there is a fault: it is asked again."""
        del asked
        self._stale = True

    # On the screen

    @on(Answered)
    def _answered(self, event: Answered) -> None:
        event.stop()
        answer = event.answer
        if answer.words != self.query_one(Input).value:
            return
        if self._choice is None:
            self._choice = answer.choice
        self.show(answer)
        self.query_one("#masthead", Masthead).details = self.details(answer)
        empty = self.query_one("#empty", Static)
        empty.display = not answer.arranged.rows
        self.listing.display = not empty.display
        if empty.display:
            none = f"Nothing here holds “{answer.words}”. Esc clears." if answer.words else ""
            empty.update(Content(none or self.empty))
        self._show_choice(answer.choice)

    def _show_choice(self, choice: Choice) -> None:
        order = self._kind.orders[choice.order]
        pieces = [Piece(f"by {order.label} {self.arrow(choice)}", 1)]
        if choice.group:
            pieces.append(Piece(f"in groups by {self._kind.groupings[choice.group].label}", 0))
        self.status.place = tuple(pieces)
        self.show_heads(choice)

    def arrow(self, choice: Choice) -> str:
        """Which way the list is sorted."""
        return DOWN if choice.falls(self._kind) else UP

    def _choose(self, change: Callable[[Choice], Choice]) -> None:
        if self._choice is None:
            return  # nothing is shown yet
        self._choice = chosen = change(self._choice)
        self._show_choice(chosen)
        self._ask()
        state = self._session.state
        self._session.writer.do(lambda: state.set_preference(self.kept_as, str(chosen)))

    def action_sort(self) -> None:
        """Sort by what comes next."""
        self._choose(lambda choice: choice.next_order(self._kind))

    def action_reverse(self) -> None:
        """Turn the order round."""
        self._choose(Choice.turned)

    def action_group(self) -> None:
        """Part the list by what comes next, or not at all."""
        self._choose(lambda choice: choice.next_group(self._kind))

    def action_filter(self) -> None:
        """Type words that must be there."""
        self.add_class("-filtering")
        self.query_one(Input).focus()

    def back_out(self) -> None:
        """Esc: clear the filter, else return to the briefing."""
        field = self.query_one(Input)
        if self.has_class("-filtering"):
            self.remove_class("-filtering")
            field.value = ""
            self.listing.focus()
        elif self._session.briefing is not None or len(self.app.screen_stack) > 2:
            self.app.pop_screen()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._ask()

    @on(Input.Submitted)
    def _kept(self, event: Input.Submitted) -> None:
        event.stop()
        self.listing.focus()


def of_total(shown: int, total: int, name: str) -> str:
    """`3 of 40 briefings`."""
    count = f"{total:,}" if shown == total else f"{shown:,} of {total:,}"
    return f"{count} {name}{'' if total == 1 else 's'}"


def being_read(coverage: Coverage) -> tuple[str, ...]:
    """How far the reading of the library is; nothing once all is read."""
    return () if coverage.whole else (f"{coverage.indexed:,} of {coverage.total:,} read so far",)
