"""From a library to a running reader, and out of it again."""

from __future__ import annotations

import gc
import os
import sys
import traceback
from pathlib import Path

from briefing.document.errors import BriefingError
from briefing.document.text import clean_line
from briefing.library import Library
from briefing.library.apart import Apart, processors
from briefing.library.beginning import LARGE
from briefing.paths import default_paths
from briefing.resources import bundled
from briefing.still.painted import Painted
from briefing.store import settings as stored
from briefing.theme import available
from briefing.tui.commands.keymap import keymap
from briefing.tui.session import ReadAhead, Session
from briefing.tui.terminal import Ended, guarded, unfit

WRONG_USE, FAILED = 2, 1
PATIENCE = 0.3
"""Seconds that the screen waits for a document: what takes longer is waited for on the screen."""


def start(library: Library, document: str | None, painted: Painted | None) -> int:
    """Run the reader; returns the exit status."""
    if why := unfit(os.environ):
        sys.stderr.write(f"{why}\n")
        return WRONG_USE
    # Read by Textual when it is imported: a frame may then follow a key in 8 ms instead of 16.
    os.environ.setdefault("TEXTUAL_FPS", "120")
    if not os.environ.get("NO_COLOR"):
        # Textual takes an empty NO_COLOR for a wish, against no-color.org, and turns all grey.
        os.environ.pop("NO_COLOR", None)
    gc.disable()
    library.split = apart = Apart()
    if processors() > 1:
        apart.least = 0  # Textual is loaded meanwhile, which takes as long
    _load_asyncio()
    try:
        return _run(library, document, painted, apart)
    finally:
        apart.close()
        gc.enable()


def _load_asyncio() -> None:
    """Load it without TLS, which nothing here speaks: with it goes a twentieth of the time."""
    if "asyncio" not in sys.modules and "ssl" not in sys.modules:
        sys.modules["ssl"] = None  # type: ignore[assignment]  # as Python marks what is not there
        try:
            import asyncio  # noqa: F401 -- to be there
        finally:
            del sys.modules["ssl"]


def _run(library: Library, document: str | None, painted: Painted | None, apart: Apart) -> int:
    asked = document if document is not None else _left_off(library)
    ahead = ReadAhead(library, asked) if asked is not None else None

    from briefing.tui.app import BriefingApp
    from briefing.tui.page import keep_page

    if ahead is not None and ahead.done_within(PATIENCE) and ahead.is_read:
        try:
            ahead.briefing()
        except BriefingError:
            if document is not None:
                raise  # told in one line
            asked = ahead = None  # told on the screen, beside the library
    apart.least = LARGE
    paths = default_paths()
    settings, faults = stored.load(paths.settings)
    keys = keymap(settings.keys, settings.places)
    listing = available((bundled("themes"), paths.themes))
    unknown = listing.unknown(settings.theme, settings.places.get("theme", ""))
    session = Session(library, (*faults, *unknown, *keys.faults, *listing.faults), ahead)
    app = BriefingApp(session, settings, keys, listing.palettes, asked)
    app.settled = _freeze
    if painted is not None:
        app.take_over(painted)
    status = 0

    def leave(code: int) -> None:
        nonlocal status
        status = code
        app.leave(code)

    try:
        with guarded(leave):
            app.run(mouse=settings.mouse)
    except Ended:
        return status
    finally:
        session.close()
    keep_page(app.last_page, library)
    if app.failure is not None:
        return _tell(app.failure, paths.cache / "failure.txt")
    return status or app.return_code or 0


def _left_off(library: Library) -> str | None:
    """The document that was read last, where that is what opens."""
    last = None if library.named_folders else library.state.last_document()
    return last if last is not None and Path(last).is_file() else None


def _freeze() -> None:
    """Take what is loaded out of the collector's rounds, each of which would cost two frames.

    It is not collected before: that takes three frames, and finds a few hundred objects.
    """
    gc.freeze()
    gc.enable()


def _tell(failure: Exception, report: Path) -> int:
    """One line for the reader; the whole story in a file, for whoever mends it."""
    kept = ""
    try:
        report.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        lines = traceback.format_exception(failure)
        report.write_text("".join(lines), "utf-8", errors="replace")
        report.chmod(0o600)
        kept = f"; the details are in {clean_line(str(report))}"
    except OSError:
        pass
    where = traceback.extract_tb(failure.__traceback__)[-1:]
    place = f" in {Path(where[0].filename).name}, line {where[0].lineno}" if where else ""
    name = type(failure).__name__
    sys.stderr.write(f"briefing: stopped by a fault of its own: {name}{place}{kept}\n")
    return FAILED
