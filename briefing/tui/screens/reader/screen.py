"""The reader's screen: opens a briefing, follows the scroll, keeps the place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath
from time import monotonic

from textual import on
from textual.geometry import Size

from briefing.document.errors import BriefingError
from briefing.document.glance import roles
from briefing.document.model import Briefing
from briefing.document.words import duration, minutes
from briefing.tui import views
from briefing.tui.commands.keymap import Keymap
from briefing.tui.dates import day
from briefing.tui.reading.pane import ReadingPane
from briefing.tui.reading.slab import Slab
from briefing.tui.screens.reader.beginning import STILL_READING, UNREADABLE, Beginning
from briefing.tui.screens.reader.prepared import Prepared
from briefing.tui.session import Opened, Session
from briefing.tui.session.places import Position
from briefing.tui.session.sighting import Sightings
from briefing.tui.widgets.masthead import Masthead
from briefing.tui.widgets.status import Hint, Piece

HINTS = (
    "contents.focus",
    "bookmark.note",
    "library.search",
    "bookmark.toggle",
    "find",
    "palette",
    "help",
)
"""Commands named in the status line; the last ones give way last on a narrow screen."""
TICK = 0.5
"""Seconds between two looks at whether a place is due to be kept."""
NARROWEST, WIDEST = 32, 120
"""Cells that a line of text may have."""


class ReaderScreen(Beginning):
    """A briefing, open."""

    def __init__(self, session: Session, keymap: Keymap, measure: int, justify: bool) -> None:
        """`measure` is the longest line in cells; `justify` makes the right edge straight."""
        super().__init__(session, keymap)
        self._lines = measure, justify
        self._sightings = Sightings()
        self._jumps = 0
        self.mounted: Callable[[], None] = lambda: None
        """Called once there are widgets, before anything is painted."""

    def set_breakpoints(self, size: Size) -> None:
        """Be laid out for `size` from the start; Textual lays out once for none, and then again."""
        for breakpoints, extent in (
            (self.app.HORIZONTAL_BREAKPOINTS, size.width),
            (self.app.VERTICAL_BREAKPOINTS, size.height),
        ):
            reached = [name for least, name in breakpoints or () if extent >= least]
            self.add_class(*reached[-1:])

    def on_mount(self) -> None:
        """Show what can be done, and begin to keep the place."""
        self.text.measure, self.text.justify = self._lines
        self.status.hints = tuple(
            Hint(self.keymap.shown(name), self.keymap.label(name))
            for name in HINTS
            if self.keymap.shown(name)
        )
        self.set_interval(TICK, self._keep_place)
        self.watch(self.app, "app_focus", self._looked_at_again, init=False)
        self.show_problems()
        self.mounted()

    def _looked_at_again(self, focused: bool) -> None:
        if focused:
            self.read_bookmarks()

    def wait_for(self, doc: str) -> None:
        """Say that a document is being read."""
        self.query_one("#masthead", Masthead).title = f"Reading {PurePath(doc).name or doc}…"

    def wait_over(self) -> None:
        """It could not be read: show again what is open."""
        if self.has_begun:
            self.of_the_rest = UNREADABLE
            self._show_place()
        if self.briefing is not None:
            self.show_head(self.briefing)
        else:
            self.query_one("#masthead", Masthead).title = ""

    def open_briefing(
        self,
        briefing: Briefing,
        doc: str,
        *,
        part: str = "",
        passage: int = -1,
        find: str = "",
        prepared: Prepared | None = None,
    ) -> None:
        """Show a briefing at a part, at a passage, or where its reader left off."""
        self.keep_place_now()
        try:
            made = prepared or self.prepare(briefing, doc)
        except BriefingError as error:
            self.say(str(error), grave=True)
            return
        self.made, self.of_the_rest, self.standing = made, STILL_READING, None
        opened = self.session.take(made.ready)
        self.omitted = False
        self.spots.clear()
        self.forget_finder()
        self.outline = made.outline
        self.contents.show(self.outline, self.signs())
        self.show_head(briefing)
        target = briefing.part(part)
        if passage < 0 and target is not None:
            passage = target.start
        offset = 0
        asked = passage >= 0
        if not asked:
            passage, offset = opened.passage, opened.offset
        before = roles(briefing.passages)[: passage + 1]
        # What is left out before the title is not where anybody begins to read.
        if before[passage:] and (asked or any(role != "omitted" for role in before)):
            self.omitted = before[passage] == "omitted"
        view = None if self.omitted else made.view
        self.show_pane("sections", passage=passage, offset=offset, view=view)
        if asked:
            self.text.go(self.view.nearest(passage), offset, top=True)
        self.show_problems()
        self.text.focus()
        if find:
            self.find_from(passage, find)
            self.say_result()
        self._say_of(opened, came_back=not asked)

    def _say_of(self, opened: Opened, *, came_back: bool) -> None:
        """What its reader should know of a briefing that was opened."""
        if opened.notice:
            self.say(opened.notice)
        elif opened.briefing.notices:
            self.say(opened.briefing.notices[0])
        elif came_back and opened.resumed and opened.passage:
            self.say("Where you left off")

    def show_head(self, briefing: Briefing) -> None:
        """Show title, byline, date and, of a whole, its length."""
        head = self.query_one("#masthead", Masthead)
        length = minutes(briefing.words) if self.session.whole else 0
        told = duration(length) if length else "empty"
        head.title = briefing.title or briefing.id
        head.details = tuple(
            text
            for text in (
                briefing.byline,
                day(briefing.date),
                told if self.session.whole else "",
            )
            if text
        )

    def keep_place_now(self) -> None:
        """Save the place at once: the reader leaves this briefing."""
        self.note_place()
        self.session.save(monotonic(), self.session.writer.do)

    def _keep_place(self) -> None:
        now = monotonic()
        if self.is_current and self.app.app_focus:
            self._look_at(self._sightings.rested(now))
        if self.has_begun:
            self._show_place()
        if self.session.due(now):
            self.session.save(now, self.session.writer.do)
        self.show_problems()

    @on(ReadingPane.PlaceChanged)
    def _moved(self, event: ReadingPane.PlaceChanged) -> None:
        event.stop()
        if self.briefing is None or event.slab >= len(self.view.slabs):
            return
        passage = self.passage_at(event.slab)
        here = self.outline.at(passage)
        if self.pane == "sections":
            self.note_place()
            self.contents.follow(here)
        jumped, self._jumps = self._jumps != self.text.jumps, self.text.jumps
        self._look_at(self._sightings.moved(*self.text.window, monotonic(), jumped=jumped))
        self.status.place = self._place(event.slab, here, event.progress)

    def note_place(self) -> None:
        """Note the place at the top of the whole text, to be kept when that is due."""
        self._look_at(self._sightings.rested(monotonic()))
        unread = self.session.unread
        if unread is None or self.pane != "sections" or not self.view.slabs:
            return
        if self.session.beyond or self.is_away:
            return  # a place further on, or in a half-written text, is not given up for this one
        top, offset = self.text.position()
        written = self.view.slabs[top].passage >= 0
        place = Position(self.passage_at(top), offset if written else 0, unread.progress)
        self.session.places.moved(place)

    def _place(self, slab: int, here: int | None, progress: float) -> tuple[Piece, ...]:
        """Where the reader is, in words."""
        briefing = self.briefing
        if briefing is None:
            return ()
        section = []
        if here is not None:
            section = [Piece(self.outline.headings[here].title, 0, elastic=True)]
        if self.pane != "sections":
            refs = list(dict.fromkeys(slab.ref for slab in self.view.slabs if self._counted(slab)))
            ref = self.view.slabs[slab].ref
            count = f"{refs.index(ref) + 1} of {len(refs)}" if ref in refs else ""
            name = views.NAMES[self.pane]
            section = [piece for piece in section if piece.text != name]
            return (Piece(count, 2), Piece(name, 1), *section)
        if not self.session.whole:
            return (*section, *self.told_of_rest())
        count = f"{here + 1} of {len(self.outline.headings)}" if here is not None else ""
        left = minutes(round(briefing.words * (1 - progress)))
        unread = len(self.session.unread.signs) if self.session.unread else 0
        remaining = f"{duration(left)} left" if left else f"{unread} unread" if unread else "read"
        return (
            *self.hunted(),
            Piece(count, 1),
            *section,
            Piece(f"{round(progress * 100)} %", 3),
            Piece(remaining if briefing.words else "", 2),
        )

    @staticmethod
    def _counted(slab: Slab) -> bool:
        """Whether a slab belongs to what its pane counts, and is not a heading over it."""
        return bool(slab.ref) and not slab.ref.startswith("s:")

    def signs(self) -> dict[str, str]:
        """Which parts are new or changed."""
        return dict(self.session.unread.signs) if self.session.unread else {}

    def view_changed(self, passage: int | None = None) -> None:
        """What was looked at is told by the slabs of this view."""
        super().view_changed(passage)
        self._sightings.forget()

    def _look_at(self, slabs: range) -> None:
        """These slabs were looked at: parts of which nothing is left were read."""
        unread = self.session.unread
        if unread is None or self.pane == "bookmarks" or not slabs:
            return
        shown = self.view.slabs[slabs.start : slabs.stop]
        if unread.look_at(slab.passage for slab in shown if slab.passage >= 0):
            self.contents.mark_unread(self.signs())
            self._show_place()

    def _show_place(self) -> None:
        slab = min(self.text.cursor, len(self.view.slabs) - 1)
        here = self.outline.at(self.passage_at(slab))
        self.status.place = self._place(slab, here, self.text.progress)

    def action_widen(self, cells: int) -> None:
        """Make the lines longer or shorter."""
        self.text.measure = min(WIDEST, max(NARROWEST, self.text.measure + cells))
        self.say(f"Lines of at most {self.text.measure} characters")

    def action_toggle_justify(self) -> None:
        """Straight or ragged right edge."""
        self.text.justify = not self.text.justify
        self.say("Lines are justified" if self.text.justify else "Lines are ragged")

    def back_out(self) -> None:
        """Esc: leave the search, the contents, or a pane of parts; never the reader."""
        if self.back_out_of_find():
            return
        if self.contents.has_focus:
            self.remove_class("-contents")
            self.text.focus()
        elif self.pane != "sections":
            self.action_show_pane("sections")
