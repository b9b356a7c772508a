"""Exact heights of everything, measured beside the event loop."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence

from briefing.tui.reading.page import Page
from briefing.tui.reading.slab import Slab
from briefing.tui.reading.typeset import height

BATCH_SECONDS = 0.25
"""How often measured heights are handed over."""
STEP = 16
"""Pieces between two looks at whether the work is still wanted."""

Deliver = Callable[["Measuring", int, list[int]], object]


class Measuring:
    """One run over all pieces for one page; stale as soon as another is started."""

    def __init__(self, items: Sequence[Slab], page: Page, deliver: Deliver) -> None:
        """`deliver(self, first_piece, heights)` is called in the thread, in order, for all."""
        self._items = items
        self._page = page
        self._deliver = deliver
        self._stopped = False
        self._thread = threading.Thread(target=self._run, name="measuring", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """End soon; nothing is delivered after this returns."""
        self._stopped = True
        if self._thread.ident is not None and self._thread is not threading.current_thread():
            self._thread.join(1.0)

    @property
    def running(self) -> bool:
        """Whether heights are still to come."""
        return self._thread.is_alive()

    def _run(self) -> None:
        items, page = self._items, self._page
        first = 0
        batch: list[int] = []
        due = time.monotonic() + BATCH_SECONDS
        previous: Slab | None = None
        for index, slab in enumerate(items):
            if index % STEP == 0:
                if self._stopped:
                    return
                if time.monotonic() >= due:
                    self._deliver(self, first, batch)
                    first, batch = index, []
                    due = time.monotonic() + BATCH_SECONDS
            batch.append(height(previous, slab, page))
            previous = slab
        if batch and not self._stopped:
            self._deliver(self, first, batch)
