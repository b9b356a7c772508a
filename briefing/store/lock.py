"""Advisory locks between the instances of the reader, freed by the system when one dies."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from types import TracebackType

PATIENCE = 5.0
"""Seconds that a writer waits for its turn; a turn takes some 10 ms."""
FIRST_PAUSE, LONGEST_PAUSE = 0.0005, 0.01
"""Seconds between two attempts."""

if sys.platform == "win32":  # pragma: no cover - SQLite's own locks have to do there

    def _try(_fd: int, _shared: bool) -> bool:
        return True

    def _free(_fd: int) -> None:
        return

else:
    import fcntl

    def _try(fd: int, shared: bool) -> bool:
        try:
            fcntl.flock(fd, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _free(fd: int) -> None:
        fcntl.flock(fd, fcntl.LOCK_UN)


class Lock:
    """A file that one instance holds alone, or several hold together."""

    def __init__(self, path: Path) -> None:
        """Opens `path`, made with mode 0600 where it is missing. Raises OSError."""
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOFOLLOW", 0)
        self.path = path
        self._fd = os.open(path, flags, 0o600)

    def attempt(self, *, shared: bool = False) -> bool:
        """Takes it if it is free now."""
        return _try(self._fd, shared)

    def take(self, *, shared: bool = False, patience: float = PATIENCE) -> None:
        """Takes it, or raises TimeoutError after `patience` seconds."""
        deadline = time.monotonic() + patience
        pause = FIRST_PAUSE
        while not self.attempt(shared=shared):
            if time.monotonic() >= deadline:
                message = f"{self.path} is held by another briefing"
                raise TimeoutError(message)
            time.sleep(pause)
            pause = min(pause * 2, LONGEST_PAUSE)

    def free(self) -> None:
        """Gives it back."""
        _free(self._fd)

    def close(self) -> None:
        """Gives it back for good."""
        if self._fd >= 0:
            os.close(self._fd)
            self._fd = -1

    def __enter__(self) -> Lock:
        self.take()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.free()
