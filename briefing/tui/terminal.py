"""The terminal is as it was after every end: refused when unfit, restored after a signal."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import types
from collections.abc import Callable, Iterator, Mapping

ENDING = tuple(
    getattr(signal, name) for name in ("SIGTERM", "SIGHUP", "SIGQUIT") if hasattr(signal, name)
)
PATIENCE = 3.0
"""Seconds that the reader has to end by itself after a signal; it takes a fifth of one."""
RESTORED = (
    "\x1b[<u"  # kitty keyboard protocol off, before the other screen is left
    "\x1b[?2004l\x1b[?1004l"  # bracketed paste, focus reports
    "\x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1006l\x1b[?1015l\x1b[?1016l"  # mouse
    "\x1b[?2048l\x1b[?7h"  # resize reports off, line wrap on
    "\x1b[?1049l\x1b[?25h\x1b[0m"  # main screen, cursor, plain text
)


class Ended(BaseException):
    """A signal came, and the reader did not end in time."""


def unfit(environ: Mapping[str, str]) -> str:
    """Why the reader cannot open here, in one line; empty where it can."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return "briefing: this is not a terminal; use `briefing show` to print"
    if environ.get("TERM", "") in {"dumb", "unknown"}:
        return f"briefing: TERM={environ['TERM']} cannot show the reader; use `briefing show`"
    return ""


@contextlib.contextmanager
def guarded(leave: Callable[[int], None]) -> Iterator[None]:
    """Within, a signal that ends asks `leave(128 + n)`; whatever happens, the terminal is restored.

    A reader that is too busy to leave is ended after PATIENCE by `Ended`.
    """
    kept = _modes()
    before = {number: signal.getsignal(number) for number in (*ENDING, *_alarms())}

    def end(number: int, _frame: types.FrameType | None) -> None:
        for alarm in _alarms():
            signal.signal(alarm, give_up)
            signal.setitimer(signal.ITIMER_REAL, PATIENCE)
        leave(128 + number)

    def give_up(_number: int, _frame: types.FrameType | None) -> None:
        raise Ended

    for number in ENDING:
        signal.signal(number, end)
    try:
        yield
    except BaseException:
        _restore(kept)
        raise
    finally:
        for _ in _alarms():
            signal.setitimer(signal.ITIMER_REAL, 0)
        for number, handler in before.items():
            signal.signal(number, handler)


def _alarms() -> tuple[signal.Signals, ...]:
    return (signal.SIGALRM,) if hasattr(signal, "SIGALRM") else ()


def _modes() -> list[object] | None:
    """How the terminal is set, as termios knows it."""
    try:
        import termios
    except ImportError:
        return None
    with contextlib.suppress(termios.error, OSError, ValueError):
        return list(termios.tcgetattr(sys.stdin.fileno()))
    return None


def _restore(kept: list[object] | None) -> None:
    """Set the terminal as it was, whatever of it is still there."""
    with contextlib.suppress(OSError, ValueError):
        os.write(sys.__stdout__.fileno() if sys.__stdout__ else 1, RESTORED.encode("ascii"))
    if kept is None:
        return
    import termios

    with contextlib.suppress(termios.error, OSError, ValueError, TypeError):
        termios.tcsetattr(sys.stdin.fileno(), termios.TCSANOW, kept)  # type: ignore[arg-type]  # as tcgetattr gave it
