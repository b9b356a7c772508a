"""A program in a real pseudo-terminal: what it writes, shows and leaves behind."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType

import pyte

# Makes the terminal the program's own, as a shell does. A fresh Python does it and not a hook
# between fork and exec, which Python warns of in a process with threads.
LAUNCH = (
    "import fcntl, os, sys, termios\n"
    "os.setsid()\n"
    "fcntl.ioctl(0, termios.TIOCSCTTY, 0)\n"
    "os.execv(sys.argv[1], sys.argv[1:])\n"
)
KEYS = {
    "enter": "\r",
    "escape": "\x1b",
    "tab": "\t",
    "backspace": "\x7f",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "home": "\x1b[H",
    "end": "\x1b[F",
    "pagedown": "\x1b[6~",
    "ctrl+c": "\x03",
    "ctrl+d": "\x04",
    "ctrl+s": "\x13",
    "ctrl+z": "\x1a",
}
UNKNOWN_TO_PYTE = re.compile(rb"\x1b\[[<>=][\d;]*[a-z]")
"""Kitty's keyboard protocol, which pyte would print."""
PATIENCE = 20.0
"""Seconds; the machine that runs the tests may be busy."""


class Terminal:
    """One program on one terminal, from its start to its end."""

    def __init__(
        self,
        argv: Sequence[str | Path],
        *,
        columns: int = 80,
        rows: int = 24,
        environ: Mapping[str, str] | None = None,
        folder: Path | None = None,
    ) -> None:
        self.written = bytearray()
        self._display = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._display)
        self._ours, self._theirs = pty.openpty()
        self.resize(columns, rows, tell=False)
        self.settings_before = termios.tcgetattr(self._theirs)
        variables = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
        self._process = subprocess.Popen(
            [sys.executable, "-I", "-c", LAUNCH, *map(str, argv)],
            stdin=self._theirs,
            stdout=self._theirs,
            stderr=self._theirs,
            env={**variables, **(environ or {})},
            cwd=folder,
        )

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait()
        os.close(self._ours)
        os.close(self._theirs)

    @property
    def lines(self) -> list[str]:
        """What the screen shows, line by line."""
        return [line.rstrip() for line in self._display.display]

    @property
    def text(self) -> str:
        """What the screen shows."""
        return "\n".join(self.lines)

    def cells(self) -> list[list[pyte.screens.Char]]:
        """What the screen shows, cell by cell, with colours."""
        rows, columns = range(self._display.lines), range(self._display.columns)
        return [[self._display.buffer[y][x] for x in columns] for y in rows]

    @property
    def settings_after(self) -> list[object]:
        """The terminal's settings at this moment, to compare with those before."""
        return list(termios.tcgetattr(self._theirs))

    def press(self, *keys: str) -> None:
        """Press keys, by name or by what they type."""
        for key in keys:
            os.write(self._ours, KEYS.get(key, key).encode())

    def until(self, wanted: str | Callable[[str], bool], patience: float = PATIENCE) -> str:
        """The screen's text once it holds, or satisfies, what is wanted."""
        end = time.monotonic() + patience
        while not (wanted in self.text if isinstance(wanted, str) else wanted(self.text)):
            if time.monotonic() > end or (not self._read(0.05) and self.ended):
                message = f"waited {patience:.0f} s for {wanted!r}; the screen:\n{self.text}"
                raise AssertionError(message)
        return self.text

    def settle(self, quiet: float = 0.3) -> str:
        """The screen's text once nothing more was written for `quiet` seconds."""
        while self._read(quiet):
            pass
        return self.text

    @property
    def ended(self) -> bool:
        """Whether the program has ended."""
        return self._process.poll() is not None

    def end(self, patience: float = PATIENCE) -> int:
        """The program's exit status, once it ends; negative when a signal ended it."""
        end = time.monotonic() + patience
        while not self.ended:
            self._read(0.02)
            if time.monotonic() > end:
                message = f"still runs after {patience:.0f} s; the screen:\n{self.text}"
                raise AssertionError(message)
        while self._read(0.05):
            pass
        return self._process.returncode

    def send(self, number: signal.Signals) -> None:
        """Send the program a signal."""
        self._process.send_signal(number)

    def resize(self, columns: int, rows: int, *, tell: bool = True) -> None:
        """Give the terminal another size, and tell the program as the system does."""
        fcntl.ioctl(self._theirs, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self._display.resize(rows, columns)
        if tell:
            self.send(signal.SIGWINCH)

    def _read(self, wait: float) -> bool:
        """Take in what was written within `wait` seconds, if anything was."""
        if not select.select([self._ours], [], [], wait)[0]:
            return False
        data = os.read(self._ours, 65536)
        self.written += data
        self._stream.feed(UNKNOWN_TO_PYTE.sub(b"", data))
        return bool(data)
