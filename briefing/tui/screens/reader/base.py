"""What every concern of the reader's screen stands on: its widgets, its session, its view."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal

from briefing.document.model import Briefing
from briefing.tui import kept, views
from briefing.tui.commands.bindings import bindings
from briefing.tui.commands.keymap import Keymap
from briefing.tui.outline import Outline
from briefing.tui.screens.reader.prepared import Prepared, prepare
from briefing.tui.scrolling.tiles import TiledScreen
from briefing.tui.session import Session
from briefing.tui.views import Pane, View
from briefing.tui.widgets.banner import Banner
from briefing.tui.widgets.contents import Contents
from briefing.tui.widgets.find_bar import FindBar
from briefing.tui.widgets.masthead import Masthead
from briefing.tui.widgets.status import StatusLine
from briefing.tui.widgets.tabs import PaneTabs
from briefing.tui.widgets.text_pane import TextPane


class ReaderBase(TiledScreen[None]):
    """Widgets and what they show."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("reader")
    AUTO_FOCUS = "#text"
    SCOPES: ClassVar[frozenset[str]] = frozenset(("reader", "text"))

    def __init__(self, session: Session, keymap: Keymap) -> None:
        super().__init__()
        self.session = session
        self.keymap = keymap
        self.pane: Pane = "sections"
        self.view = View(())
        self.outline = Outline(())
        self.omitted = False
        self.made: Prepared | None = None
        """What the open briefing was shown from."""
        self.spots: dict[Pane, tuple[int, int]] = {}
        """Where each pane was left: slab and offset."""

    def compose(self) -> ComposeResult:
        """Title, tabs, contents beside the text, and one line at the bottom."""
        yield Masthead(id="masthead")
        yield PaneTabs(id="tabs")
        yield Banner(id="banner")
        with Horizontal(id="body"):
            yield Contents(id="contents")
            yield TextPane(id="text")
        yield FindBar(id="find")
        yield StatusLine(id="status")

    @property
    def text(self) -> TextPane:
        """The reading pane."""
        return self.query_one("#text", TextPane)

    @property
    def contents(self) -> Contents:
        """The contents tree."""
        return self.query_one("#contents", Contents)

    @property
    def find_bar(self) -> FindBar:
        """The line in which to type what to find."""
        return self.query_one("#find", FindBar)

    @property
    def status(self) -> StatusLine:
        """The line at the bottom."""
        return self.query_one("#status", StatusLine)

    @property
    def briefing(self) -> Briefing | None:
        """The open briefing."""
        return self.session.briefing

    def say(self, text: str, *, grave: bool = False) -> None:
        """Answer the reader in one line."""
        self.status.say(text, grave=grave)
        self.show_problems()

    def show_problems(self) -> None:
        """Say what is wrong for as long as it is."""
        banner = self.query_one("#banner", Banner)
        banner.show_problems(self.session.problems)

    def make_view(self, pane: Pane) -> View:
        """The slabs of a pane."""
        if self.briefing is None:
            return View(())
        if pane == "sections":
            key = self.keymap.shown("omitted.toggle")
            return views.sections(self.briefing, omitted=self.omitted, key=key)
        if pane == "bookmarks":
            held = self.session.bookmarks
            placed, beyond = (held.placed, held.beyond) if held else ((), 0)
            return kept.bookmarks(placed, self.keymap.shown, beyond)
        return views.parts_alone(self.briefing, pane, whole=self.session.whole)

    def prepare(self, briefing: Briefing, doc: str, *, whole: bool = True) -> Prepared:
        """What showing `briefing` takes; fit for a thread. Raises BriefingError."""
        key = self.keymap.shown("omitted.toggle")
        return prepare(self.session, briefing, doc, key, whole=whole)

    def passage_here(self) -> int | None:
        """The passage under the cursor, in the contents as well; None where the document has none.

        On the quiet line at the end, which counts what was left out, it is the passage before.
        """
        if self.contents.has_focus and self.briefing and (part := self.contents.chosen()):
            heading = self.briefing.part(part)
            return heading.start if heading else None
        last = len(self.view.slabs) - 1
        at = min(self.text.cursor, last)
        if at < 0:
            return None
        if at == last > 0 and self.pane == "sections" and self.view.slabs[at].passage < 0:
            at -= 1
        passage = self.view.slabs[at].passage
        return passage if passage >= 0 else None

    def passage_at(self, slab: int) -> int:
        """The passage at a slab, or the nearest before it."""
        for index in range(slab, -1, -1):
            if self.view.slabs[index].passage >= 0:
                return self.view.slabs[index].passage
        return 0

    def view_changed(self, passage: int | None = None) -> None:
        """Called when another view is shown; concerns that mark it do so again."""
