"""A sitting with the reader, driven as a person drives it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from textual import events
from textual.app import App
from textual.pilot import Pilot

from briefing.library import Library
from briefing.paths import Paths
from briefing.resources import bundled
from briefing.store.settings import Settings
from briefing.theme import available
from briefing.tui.app import BriefingApp
from briefing.tui.commands.keymap import keymap
from briefing.tui.screens.reader import ReaderScreen
from briefing.tui.session import Session

BUNDLED = bundled("content") / "ukraine-conflict.txt"
PALETTES = available([bundled("themes")]).palettes
PATIENCE = 200
"""Tries, of 20 ms each, before something that was waited for is missed."""


def shown_by(app: App[None]) -> str:
    """The characters on the screen, line by line."""
    size = app.size
    width = size.width
    lines = app.screen._compositor.render_strips(size)  # noqa: SLF001 - no public way to the cells
    return "\n".join(strip.crop(0, width).text.rstrip() for strip in lines)


@dataclass
class Sitting:
    """The reader, open."""

    app: BriefingApp
    session: Session
    pilot: Pilot[None]

    @property
    def reader(self) -> ReaderScreen:
        """Its first screen."""
        screen = self.app.screen_stack[0]
        assert isinstance(screen, ReaderScreen)
        return screen

    @property
    def shown(self) -> str:
        """What the screen shows."""
        return shown_by(self.app)

    async def press(self, *keys: str) -> None:
        """Press keys, and let their work be done."""
        await self.pilot.press(*keys)
        await self.pilot.pause()

    def burst(self, *keys: str) -> None:
        """Press keys in one go, as a fast typist or a script does; waits for nothing."""
        for key in keys:
            self.app.post_message(events.Key(key, key if len(key) == 1 else None))

    async def type(self, text: str) -> None:
        """Type a text."""
        await self.press(*("space" if char == " " else char for char in text))

    async def until(self, wanted: str | Callable[[], object]) -> str:
        """Wait until the screen shows a text, or until something holds."""
        for _ in range(PATIENCE):
            if wanted in self.shown if isinstance(wanted, str) else wanted():
                return self.shown
            await self.pilot.pause(0.02)
        message = f"waited for {wanted!r}; the screen:\n{self.shown}"
        raise AssertionError(message)


@asynccontextmanager
async def sitting(
    paths: Paths,
    doc: Path | str | None = BUNDLED,
    *,
    size: tuple[int, int] = (100, 30),
    keys: Mapping[str, str] | None = None,
) -> AsyncIterator[Sitting]:
    """Open the reader on `doc` and wait until it is shown; None opens what was read last."""
    library = Library.open(paths)
    live = keymap(keys or {})
    session = Session(library, live.faults)
    app = BriefingApp(session, Settings(), live, PALETTES, None if doc is None else str(doc))
    try:
        async with app.run_test(size=size) as pilot:
            held = Sitting(app, session, pilot)
            await held.until(
                lambda: held.reader.view.slabs or len(app.screen_stack) > 1 or session.briefing
            )
            await pilot.pause()
            yield held
    finally:
        session.close()
        library.close()
