"""A document that is read while the reader itself is still being loaded."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, wait
from threading import Thread
from typing import TypeVar

from briefing.document.model import Briefing
from briefing.library import Library
from briefing.library.beginning import beginning, is_large

T = TypeVar("T")
HUGE = 32 << 20
"""Bytes of a document that is not made ready for the first frame, though its split was kept."""
AT_ONCE = 50_000
"""Passages that are made ready in a quarter of the time that the first frame takes: 10 MB."""


class ReadAhead:
    """Reads `doc` in a thread of its own, from now on; a large one only where its split was kept.

    Else its beginning, and all of it when it is asked for: the reader is loaded faster by itself
    than beside a process that is busy for seconds.
    """

    def __init__(self, library: Library, doc: str) -> None:
        self.doc = doc
        self._library = library
        self._large = is_large(doc)
        self._begun: Briefing | None = None
        self._outcome = _beside(self._kept if self._large else lambda: library.read(doc))

    def _kept(self) -> Briefing | None:
        # Of a huge one the beginning is shown in any case: both take the time of reading it all.
        huge = is_large(self.doc, HUGE)
        begun = _beside(self._beginning) if huge else None
        kept = self._library.kept(self.doc)
        if begun is not None:
            self._begun = begun.result()
        elif kept is None or len(kept.passages) > AT_ONCE:
            self._begun = self._beginning()
        return kept

    def _beginning(self) -> Briefing | None:
        return beginning(self._library, self.doc)

    def done_within(self, seconds: float) -> bool:
        """Whether there is something to show, or nothing ever, `seconds` from now at the latest."""
        return bool(wait([self._outcome], seconds).done)

    @property
    def is_read(self) -> bool:
        """Whether all of it is read, or known to be unreadable."""
        done = self._outcome.done()
        return done and (
            self._outcome.exception() is not None or self._outcome.result() is not None
        )

    def beginning(self) -> Briefing | None:
        """The beginning of a large document, where the whole takes its time; waits for that."""
        wait([self._outcome])
        return self._begun

    @property
    def has_begun(self) -> bool:
        """Whether there is a beginning, which is there."""
        return self._outcome.done() and self._begun is not None

    def briefing(self) -> Briefing:
        """All of it; waits for that. Raises what reading raises."""
        return self._outcome.result() or self._library.read(self.doc)


def _beside(work: Callable[[], T]) -> Future[T]:
    """Do `work` in a thread that the end does not wait for."""
    outcome: Future[T] = Future()

    def run() -> None:
        try:
            outcome.set_result(work())
        except BaseException as error:
            outcome.set_exception(error)

    Thread(target=run, name="read-ahead", daemon=True).start()
    return outcome
