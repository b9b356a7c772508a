"""Runs one Textual app in a real pseudo-terminal and hands back what it measured."""

from __future__ import annotations

import fcntl
import json
import os
import pty
import select
import struct
import sys
import termios
import time
from pathlib import Path
from tempfile import TemporaryDirectory

COLUMNS, LINES = 120, 40


def run_in_terminal(script: str, *argv: str, limit: float = 120) -> dict[str, float] | None:
    """What `script argv… RESULT` wrote to RESULT as JSON; None when it took too long."""
    with TemporaryDirectory() as folder:
        result = Path(folder) / "result.json"
        child, terminal = pty.fork()
        if child == 0:
            os.environ.update(TERM="xterm-256color", COLORTERM="truecolor")
            os.execv(sys.executable, [sys.executable, script, *argv, str(result)])  # noqa: S606
        fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))
        deadline = time.monotonic() + limit
        ended = _drain(terminal, deadline)
        if not ended:
            os.kill(child, 9)
        os.waitpid(child, 0)
        os.close(terminal)
        return json.loads(result.read_text("utf-8")) if result.exists() else None


def _drain(terminal: int, deadline: float) -> bool:
    """Read what the app draws until it ends; whether it did in time."""
    while time.monotonic() < deadline:
        if select.select([terminal], [], [], 0.2)[0]:
            try:
                if not os.read(terminal, 1 << 16):
                    return True
            except OSError:
                return True
    return False


def quantile(seconds: list[float], share: float) -> float:
    """So large a share of the times is no longer than this, in milliseconds."""
    ordered = sorted(seconds)
    return ordered[round((len(ordered) - 1) * share)] * 1000


def quantiles(seconds: list[float]) -> tuple[float, float]:
    """The median and the 99th percentile, in milliseconds."""
    return quantile(seconds, 0.5), quantile(seconds, 0.99)
