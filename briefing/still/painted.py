"""A still on the terminal: painted where all is as it was, and cleared away whatever happens."""

from __future__ import annotations

import os
import signal
import stat
import sys
from collections.abc import Mapping, Sequence
from types import FrameType, TracebackType

from briefing.folders import folders
from briefing.still.file import Still, kept, path_of
from briefing.still.terms import terms, text_digest

KEYS, PAGE = 0, 2
"""The descriptors where Textual takes keys from and where it paints."""
BEGIN = "\x1b[?1049h\x1b[?7l\x1b[?25l"
"""Other screen; neither line wrap nor cursor. The reader sets the same."""
END = "\x1b[?7h\x1b[?1049l\x1b[?25h\x1b[0m"
ENDING = ("SIGTERM", "SIGHUP", "SIGQUIT")


class Painted:
    """Within, the page where the reader left off may be on the screen: `lines` says whether.

    Keys that are typed meanwhile wait, unseen, for the reader to take over.
    """

    def __init__(self, docs: Sequence[str], environ: Mapping[str, str] = os.environ) -> None:
        """`docs` is what was asked for: nothing, or one document."""
        self.lines: tuple[str, ...] = ()
        """What is on the screen, row by row; empty where nothing was painted."""
        self.size = 0, 0
        """Columns and rows of the screen it was painted on."""
        self.modes: list[object] | None = None
        """How the terminal was set before."""
        self.taken_over = False
        """Whether the reader has the terminal, and with it the duty to restore it."""
        self._docs = docs
        self._environ = environ
        self._handlers: dict[int, object] = {}

    def __enter__(self) -> Painted:
        still = self._fitting()
        if still is not None:
            try:
                self._paint(still)
            except BaseException:
                self._restore()
                raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self.lines:
            self._restore()

    def _fitting(self) -> Still | None:
        """The still, where it is what would be painted now."""
        if len(self._docs) > 1 or not _is_terminal(self._environ):
            return None
        places = folders(self._environ)
        still = kept(path_of(places))
        if still is None or not _asked_for(still, self._docs):
            return None
        columns, rows = os.get_terminal_size(PAGE)
        self.size = size = columns, rows
        digest = text_digest(still.document)
        if not digest or len(still.lines) != rows:
            return None
        fits = still.terms == terms(still.document, digest, size, places, self._environ)
        return still if fits else None

    def _paint(self, still: Still) -> None:
        import termios

        for name in ENDING:
            number = getattr(signal, name)
            self._handlers[number] = signal.signal(number, self._end)
        self.lines = still.lines
        self.modes = list(termios.tcgetattr(KEYS))
        modes = termios.tcgetattr(KEYS)
        # As the reader will set it, so that keys wait as they were typed. Ctrl-C alone still ends.
        modes[0] &= ~(termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR | termios.IGNCR)
        modes[3] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN)
        modes[6][termios.VMIN], modes[6][termios.VTIME] = 1, 0
        modes[6][termios.VSUSP] = b"\0"
        termios.tcsetattr(KEYS, termios.TCSANOW, modes)
        rows = (f"\x1b[{row};1H{line}\x1b[0m" for row, line in enumerate(still.lines, 1))
        _write(BEGIN + "".join(rows))

    def _end(self, number: int, _frame: FrameType | None) -> None:
        """A signal that ends came: restore the terminal, and end by it."""
        self._restore()
        signal.signal(number, signal.SIG_DFL)
        os.kill(os.getpid(), number)

    def _restore(self) -> None:
        """Set the terminal as it was; what the reader restored is not done again."""
        import termios

        lines, self.lines = self.lines, ()
        try:
            if lines and not self.taken_over:
                _write(END)
            if self.modes is not None:
                termios.tcsetattr(KEYS, termios.TCSANOW, self.modes)  # type: ignore[arg-type]  # as tcgetattr gave it
        except (OSError, ValueError, termios.error):
            pass  # whatever of it is still there
        for number, handler in self._handlers.items():
            signal.signal(number, handler)  # type: ignore[arg-type]  # as signal gave it
        self._handlers.clear()


def _is_terminal(environ: Mapping[str, str]) -> bool:
    """Whether this is one terminal, in the foreground, that can place text in UTF-8."""
    if environ.get("TERM", "") in {"", "dumb", "unknown"} or environ.get("TEXTUAL_DRIVER"):
        return False
    try:
        import termios  # noqa: F401 -- not on every system

        devices = {os.fstat(each).st_rdev for each in (KEYS, 1, PAGE)}
        foreground = os.tcgetpgrp(KEYS) == os.getpgrp()
        alone = len(devices) == 1 and all(map(os.isatty, (KEYS, 1, PAGE)))
        character = stat.S_ISCHR(os.fstat(PAGE).st_mode)
    except (ImportError, OSError, AttributeError):
        return False
    encoding = getattr(sys.__stderr__, "encoding", "") or ""
    return alone and foreground and character and encoding.lower().replace("-", "") == "utf8"


def _asked_for(still: Still, docs: Sequence[str]) -> bool:
    """Whether `docs` means the still's document: the one read last, its path, or its id."""
    if not docs:
        return True
    try:
        path = os.path.abspath(os.path.expanduser(docs[0]))
        return stat.S_ISREG(os.stat(path).st_mode) and path == still.document
    except (OSError, ValueError):
        return docs[0] == still.name != ""


def _write(text: str) -> None:
    data = text.encode()
    while data:
        data = data[os.write(PAGE, data) :]
