"""The library and the trend board, each made when it is first wanted, and kept."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual import on
from textual.screen import Screen

from briefing.tui.background import Background
from briefing.tui.commands.keymap import Keymap
from briefing.tui.screens.reader import ReaderScreen
from briefing.tui.upkeep import IndexRefreshed

if TYPE_CHECKING:
    from briefing.tui.screens.board import BoardScreen
    from briefing.tui.screens.library import LibraryScreen


class Catalogues(Background):
    """Opens both, keeps them up to date, and finds the way back to the board."""

    keymap: Keymap
    _reader: ReaderScreen
    _library: LibraryScreen | None = None
    _board: BoardScreen | None = None

    def action_library(self) -> None:
        """List every briefing."""
        if self._library is None:
            from briefing.tui.screens.library import LibraryScreen

            self._library = LibraryScreen(self.session, self.keymap)
            self.install_screen(self._library, "library")
        if self.screen is not self._library:
            self.push_screen("library")

    def action_trend_board(self) -> None:
        """List the key trends of all briefings."""
        if self._board is None:
            from briefing.tui.screens.board import BoardScreen

            self._board = BoardScreen(self.session, self.keymap)
            self.install_screen(self._board, "board")
        if self.screen is not self._board:
            self.push_screen("board")

    def kept_screens(self) -> Iterable[Screen[None]]:
        """Those that were made."""
        return tuple(screen for screen in (self._library, self._board) if screen is not None)

    @on(IndexRefreshed)
    def _refreshed(self, event: IndexRefreshed) -> None:
        if not event.changed or not self.screen_stack:
            return
        for screen in (self._library, self._board):
            if screen is not None and screen is self.screen:
                screen.reload()

    @on(ReaderScreen.NothingBefore)
    def _back_to_the_board(self, event: ReaderScreen.NothingBefore) -> None:
        """Before the first jump in a briefing comes the trend from which it was opened."""
        event.stop()
        chosen = self._board.chosen if self._board is not None else None
        if chosen is not None and chosen.path == self.session.doc:
            self.action_trend_board()
        else:
            self._reader.say("There is nowhere to go back to")
