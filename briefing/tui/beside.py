"""The other screens beside the reader's: the search of the library, made once, and the help."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual import on
from textual.screen import Screen

from briefing.tui.catalogues import Catalogues
from briefing.tui.screens.reader import ReaderScreen
from briefing.tui.upkeep import IndexRefreshed

if TYPE_CHECKING:
    from briefing.tui.screens.search import SearchScreen


class ScreensBeside(Catalogues):
    """Opens both, and keeps what was found up to date."""

    _search: SearchScreen | None = None

    def action_search_library(self) -> None:
        """Search every briefing."""
        if self._search is None:
            from briefing.tui.screens.search import SearchScreen

            self._search = SearchScreen(self.session, self.keymap)
            self.install_screen(self._search, "search")
        if self.screen is not self._search:
            self.push_screen("search")

    def kept_screens(self) -> Iterable[Screen[None]]:
        """Those that were made."""
        made = () if self._search is None else (self._search,)
        return (*super().kept_screens(), *made)

    @on(ReaderScreen.MoreWanted)
    def _find_more(self) -> None:
        if self._search is not None:
            self._search.more(lambda: self._reader.action_step_result(1))

    @on(IndexRefreshed)
    def _search_again(self, event: IndexRefreshed) -> None:
        if event.changed and self._search is not None and self._search.is_current:
            self._search.again()

    def action_help(self) -> None:
        """Show every command and its key."""
        from briefing.tui.screens.help import HelpScreen

        self.push_screen(HelpScreen(self.keymap))
