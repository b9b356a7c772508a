"""A seat at a terminal: a program in a pseudo-terminal, its keys, its frames and its CPU."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from pathlib import Path
from types import TracebackType

COLUMNS, LINES = 120, 40
IDLE, NOTHING = 0.4, 0.04
"""Seconds, and the share of them in CPU below which a process has nothing of its own to do."""
_ESCAPES = re.compile(rb"\x1b\[[0-9;?]*[a-zA-Z]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)")


class Seat:
    """One program, started at once and ended with the block."""

    def __init__(self, *argv: str) -> None:
        self.begun = time.perf_counter()
        self._seen = b""
        self.pid, self._terminal = pty.fork()
        if self.pid == 0:
            os.execvp(argv[0], argv)  # noqa: S606 -- a program to be measured
        self.resize(COLUMNS)

    def __enter__(self) -> Seat:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self._terminal)

    def read(self, seconds: float) -> bytes:
        """What is drawn, waiting so long at most for the first of it."""
        if not select.select([self._terminal], [], [], seconds)[0]:
            return b""
        try:
            return os.read(self._terminal, 1 << 16)
        except OSError:
            return b""

    def until(self, words: bytes, patience: float) -> float:
        """Seconds from the start until these words were drawn; `inf` when they never were."""
        while time.perf_counter() - self.begun < patience:
            if words in _ESCAPES.sub(b"", self._seen):
                return time.perf_counter() - self.begun
            self._seen = (self._seen + self.read(0.5))[-(1 << 17) :]
        return float("inf")

    def until_quiet(self, seconds: float, at_most: float = 3.0) -> None:
        """Read until nothing is drawn for so long; a cursor that blinks is waited for no longer."""
        end = time.perf_counter() + at_most
        while time.perf_counter() < end and self.read(seconds):
            pass

    def first_byte(self, seconds: float) -> float | None:
        """When the first byte of what is drawn next came."""
        return time.perf_counter() if self.read(seconds) else None

    def press(self, keys: bytes) -> None:
        """Type."""
        os.write(self._terminal, keys)

    def resize(self, columns: int) -> None:
        """Make the terminal wider or narrower."""
        size = struct.pack("HHHH", LINES, columns, 0, 0)
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, size)

    def until_idle(self, patience: float, seconds: float = IDLE) -> None:
        """Read until the process has done next to nothing for so long."""
        end = time.perf_counter() + patience
        while time.perf_counter() < end:
            before, last = self.cpu(), time.perf_counter() + seconds
            while (left := last - time.perf_counter()) > 0:
                self.read(left)
            if self.cpu() - before < seconds * NOTHING:
                return

    def cpu(self) -> float:
        """CPU seconds of all its threads so far."""
        total = 0
        for task in Path(f"/proc/{self.pid}/task").iterdir():
            total += int((task / "schedstat").read_text("ascii").split()[0])
        return total / 1e9

    def memory(self) -> float:
        """Its resident memory, in MB."""
        pages = int(Path(f"/proc/{self.pid}/statm").read_text("ascii").split()[1])
        return pages * os.sysconf("SC_PAGESIZE") / 1e6
