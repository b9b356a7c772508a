"""What the reader leaves is written beside the screen, in the order in which it was left."""

from __future__ import annotations

import threading
from collections.abc import Callable
from queue import SimpleQueue

PATIENCE = 10.0
"""Seconds that the end waits for a disk: what is not written by then was not called saved."""

Work = Callable[[], None]


class Writer:
    """Does one thing after another in a thread of its own, which starts with the first."""

    def __init__(self) -> None:
        self.faults: list[str] = []
        """What went wrong and was not expected to; what is expected to, the work itself says."""
        self._work: SimpleQueue[Work] = SimpleQueue()
        self._thread: threading.Thread | None = None

    def do(self, work: Work) -> None:
        """Do `work` once all that was asked for before is done."""
        self._work.put(work)
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="writer", daemon=True)
            self._thread.start()

    def finish(self, patience: float = PATIENCE) -> bool:
        """Wait until all that was asked for is done; whether it is."""
        if self._thread is None or self._thread is threading.current_thread():
            return True
        done = threading.Event()
        self.do(done.set)
        return done.wait(patience)

    def _run(self) -> None:
        while True:
            work = self._work.get()
            try:
                work()
            except Exception as error:
                self.faults.append(f"Not saved: {type(error).__name__}: {error}")
