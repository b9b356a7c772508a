"""From the page that was painted before the app to the app's own screen, and back to a page."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from rich.console import RenderableType
from textual.app import App
from textual.screen import Screen

from briefing.still.painted import Painted

if TYPE_CHECKING:
    from textual.driver import Driver

OTHER_SCREEN = "\x1b[?1049h"
CLEAR = "\x1b[2J"
PATIENCE = 0.3
"""Seconds after the first paint for which a screen that is not the painted one may still become it:
what is laid out and measured in steps is then done."""
ROUNDS, PAUSE = 25, 0.01
"""Looks, and seconds between two of them, for which a screen may take to be still."""


def lines_of(screen: Screen[Any]) -> tuple[str, ...]:
    """The screen row by row, as it is written to the terminal."""
    update = screen._compositor.render_full_update()  # noqa: SLF001 -- there is no public way
    console = screen.app.console
    return tuple("".join(strip.render(console) for strip in line) for line in update.strips)


def taking_over(base: type[Driver], painted: Painted) -> type[Driver]:
    """A driver that finds the painted page on the terminal, and leaves it there."""

    class TakingOver(base):  # type: ignore[misc, valid-type]  # mypy knows no computed base
        _entered = False

        def start_application_mode(self) -> None:
            super().start_application_mode()
            if not self._entered and painted.modes is not None:
                # At the end the terminal is to be as it was before the page, not before the app.
                self.attrs_before = painted.modes
            self._entered = painted.taken_over = True

        def write(self, data: str) -> None:
            if data == OTHER_SCREEN and not self._entered:
                # Said twice it would clear the page. Of another size, the page is no more.
                data = "" if self._get_terminal_size() == painted.size else CLEAR
            if data:
                super().write(data)

    return TakingOver


class TakeOver(App[None]):
    """Shows nothing of its own while the page that was painted is right."""

    _page: tuple[str, ...] = ()
    _page_size: tuple[int, int] = (0, 0)

    def take_over(self, painted: Painted) -> None:
        """Begin with what is on the screen; to be called before the app runs."""
        if painted.lines:
            self._page, self._page_size = painted.lines, painted.size
            self.driver_class = taking_over(self.driver_class, painted)

    @property
    def holding(self) -> bool:
        """Whether the painted page stands, so that keys have to wait."""
        return bool(self._page)

    def let_go(self) -> None:
        """Show the app's own screen from now on."""
        if self._page:
            self._page = ()
            self.screen.refresh()
            self.call_later(self.let_keys_in)

    def let_go_soon(self) -> None:
        """The screen has what the page showed; it may differ, as after an edit."""
        if self._page:
            self.set_timer(PATIENCE, self.let_go)

    @property
    def has_keys(self) -> bool:
        """Whether a key waits for the app's own screen."""
        return False

    async def let_keys_in(self) -> None:
        """Called when the app's own screen is shown."""

    def is_complete(self) -> bool:
        """Whether the screen could be what the page shows."""
        return True

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        if self._page and self.size != self._page_size:
            self.let_go()
        if not self._page:
            super()._display(screen, renderable)
        elif (
            screen is self.screen
            and self.is_complete()
            # With a key it will be another one at once; to compare them all the same takes a frame.
            and (self.has_keys or lines_of(screen) == self._page)
        ):
            self.let_go()

    async def lines_once_still(self, screen: Screen[Any]) -> tuple[str, ...]:
        """What `screen` shows when it changes no more, nothing of it on the terminal.

        The app can do nothing but end afterwards; empty where the screen is not still in time.
        """
        self._page, self._page_size = ("",), self.size
        await self.push_screen(screen)
        before: tuple[str, ...] = ()
        for _ in range(ROUNDS):
            await asyncio.sleep(PAUSE)
            lines = lines_of(screen)
            if lines == before and self.is_complete():
                return lines
            before = lines
        return ()
