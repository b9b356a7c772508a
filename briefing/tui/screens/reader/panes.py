"""Showing panes, moving between them, and coming back."""

from __future__ import annotations

from dataclasses import dataclass

from textual import on
from textual.message import Message

from briefing.document.glance import roles
from briefing.tui import views
from briefing.tui.kept import bookmark_id
from briefing.tui.reading.pane import ReadingPane
from briefing.tui.screens.reader.base import ReaderBase
from briefing.tui.session import Bookmarks
from briefing.tui.session.trail import Stop
from briefing.tui.views import PANES, Pane, View
from briefing.tui.widgets.contents import Contents
from briefing.tui.widgets.tabs import PaneTabs, Tab

SHORT = {"sections": "Sec", "trends": "Trd", "faq": "FAQ", "tips": "Tip", "bookmarks": "Bkm"}

UNKNOWN = "…"
"""A count while only the beginning of a document is there."""
BY_ITEM: tuple[Pane, ...] = ("trends", "faq", "tips", "bookmarks")
"""Panes that are lists: a line down is an item down."""


@dataclass(eq=False, repr=False)
class BookmarksChanged(Message):
    """Bookmarks are others than were shown."""

    held: Bookmarks


class Panes(ReaderBase):
    """Panes, contents, jumps."""

    @dataclass(eq=False, repr=False)
    class NothingBefore(Message):
        """There was no jump to go back behind; the reader came from somewhere else, if at all."""

    def show_pane(
        self,
        pane: Pane,
        *,
        passage: int | None = None,
        offset: int = 0,
        view: View | None = None,
    ) -> None:
        """Show a pane, at `passage` if given, else where it was left; `view` is made already."""
        if self.pane != pane and self.view.slabs:
            self.spots[self.pane] = self.text.position()
        if pane == "bookmarks":
            self.read_bookmarks()
        view = view or self.make_view(pane)
        if passage is not None:
            at = view.nearest(passage)
        else:
            at, offset = self.spots.get(pane, (0, 0))
        self.show_pane_at(pane, at, offset, view)

    def show_pane_at(self, pane: Pane, at: int, offset: int, view: View | None = None) -> None:
        """Show a pane with a place in its slabs at the top."""
        self.pane, self.view = pane, view or self.make_view(pane)
        at = min(at, max(0, len(self.view.slabs) - 1))
        self.text.by_item = pane in BY_ITEM
        self.text.show(self.view.pieces, at=at, offset=offset)
        self.show_tabs()
        self.show_bookmarks()
        self.view_changed()

    def read_bookmarks(self) -> None:
        """Read the bookmarks again, beside the screen: another reader may have made some."""
        held = self.session.bookmarks
        if held is not None:
            self.session.writer.do(lambda: self._read_again(held))

    def _read_again(self, held: Bookmarks) -> None:
        before = held.placed
        held.refresh()
        if held.placed != before:
            self.post_message(BookmarksChanged(held))

    @on(BookmarksChanged)
    def _bookmarks_changed(self, event: BookmarksChanged) -> None:
        event.stop()
        if event.held is self.session.bookmarks:
            self.show_kept()

    def show_kept(self) -> None:
        """Show the bookmarks as they are now."""
        self.show_tabs()
        if self.pane == "bookmarks":
            at, offset = self.text.position()
            self.view = self.make_view("bookmarks")
            self.text.show(self.view.pieces, at=min(at, len(self.view.slabs) - 1), offset=offset)
        self.show_bookmarks()

    def show_tabs(self) -> None:
        """Bring the tabs' counts up to date."""
        tabs = self.query_one("#tabs", PaneTabs)
        if self.briefing is None:
            tabs.tabs = ()
            return
        held = self.session.bookmarks
        counts = views.counts(self.briefing, len(held.placed) + held.beyond if held else 0)
        known = PANES if self.session.whole else ("bookmarks",)
        tabs.tabs = tuple(
            Tab(pane, str(number), views.NAMES[pane], SHORT[pane], told)
            for number, pane in enumerate(PANES, 1)
            for told in [str(counts[pane]) if pane in known else UNKNOWN]
        )
        tabs.active = self.pane

    def show_bookmarks(self) -> None:
        """Put the sign of a bookmark at each slab that carries one."""
        held = self.session.bookmarks
        passages = held.passages if held and self.pane != "bookmarks" else frozenset()
        self.text.set_bookmarks({slab for passage in passages for slab in self.view.of(passage)})

    def go_to(self, passage: int, offset: int = 0) -> None:
        """Go to a passage in the whole text; `action_go_back` returns."""
        self.leave_trail()
        if self.pane != "sections":
            self.show_pane("sections", passage=passage, offset=offset)
        self.text.go(self.view.nearest(passage), offset, top=True)
        self.text.focus()

    def leave_trail(self) -> None:
        """Remember where the reader is, before a jump."""
        if self.view.slabs:
            self.session.trail.leave(Stop(self.pane, *self.text.position()))

    def action_show_pane(self, name: str) -> None:
        """Show the pane called `name`."""
        pane = next((pane for pane in PANES if pane == name), None)
        if pane is not None and pane != self.pane:
            self.leave_trail()
            self.show_pane(pane)
        self.text.focus()

    def action_cycle_pane(self, step: int) -> None:
        """Show the next pane, or the one before."""
        self.action_show_pane(PANES[(PANES.index(self.pane) + step) % len(PANES)])

    def action_go_back(self) -> None:
        """Return to where the reader was before the last jump."""
        stop = self.session.trail.back()
        if stop is None:
            self.post_message(self.NothingBefore())
            return
        pane = next(pane for pane in PANES if pane == stop.pane)
        if pane != self.pane:
            self.show_pane(pane)
        self.text.go(stop.index, stop.offset, top=True)
        self.text.focus()

    def action_focus_contents(self) -> None:
        """Move to the contents tree, which is shown for it; or back to the text."""
        if self.contents.has_focus:
            self.text.focus()
            return
        self.add_class("-contents")
        # It can have the focus only once it is shown.
        self.call_after_refresh(self.contents.focus)

    def action_toggle_contents(self) -> None:
        """Show or hide the contents tree."""
        shown = self.contents.display
        if shown:
            self.text.focus()
        self.remove_class("-contents")
        self.set_class(shown, "-no-contents")
        self.set_class(not shown, "-contents")

    def action_toggle_omitted(self) -> None:
        """Show or hide what was left out; the text under the eye stays."""
        if self.briefing is None:
            return
        count = roles(self.briefing.passages).count("omitted")
        if not count:
            self.say("Nothing was left out of this briefing")
            return
        self.omitted = not self.omitted
        if self.pane == "sections":
            top, offset = self.text.position()
            self.show_pane("sections", passage=self.passage_at(top), offset=offset)
        else:
            self.show_pane("sections")
        shown = "shown, each with its reason" if self.omitted else "hidden again"
        self.say(f"{count} line{'s' * (count > 1)} left out: {shown}")

    @on(PaneTabs.Chosen)
    def _tab(self, event: PaneTabs.Chosen) -> None:
        self.action_show_pane(event.name)

    @on(Contents.Chosen)
    def _heading(self, event: Contents.Chosen) -> None:
        self.remove_class("-contents")
        self.go_to(self.outline.headings[event.index].passage)

    @on(ReadingPane.Chosen)
    def _part(self, event: ReadingPane.Chosen) -> None:
        """From a pane of parts or bookmarks, go to the part in the text."""
        if self.pane == "sections" or event.slab >= len(self.view.slabs):
            return
        slab = self.view.slabs[event.slab]
        if slab.passage >= 0:
            self.go_to(slab.passage)
        elif bookmark_id(slab.ref) is not None:
            self.say("The text you kept is no longer in this document")
