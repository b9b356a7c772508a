"""A document that is read while the reader itself is still being loaded."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, wait
from threading import Thread
from typing import Any, TypeVar

from briefing.document.model import Briefing
from briefing.library import Library
from briefing.library.beginning import beginning, is_large

T = TypeVar("T")


class ReadAhead:
    """Reads `doc` in a thread of its own, from now on; of a large one only the beginning.

    All of that is read when it is asked for: the reader is loaded faster by itself than beside a
    process that is busy for seconds.
    """

    def __init__(self, library: Library, doc: str) -> None:
        self.doc = doc
        self._library = library
        self._large = is_large(doc)
        self._begun = _beside(lambda: beginning(library, doc) if self._large else None)
        self._outcome: Future[Briefing] = Future()
        if not self._large:
            self._outcome = _beside(lambda: library.read(doc))

    def done_within(self, seconds: float) -> bool:
        """Whether there is something to show, or nothing ever, `seconds` from now at the latest."""
        awaited: list[Future[Any]] = [self._begun if self._large else self._outcome]
        return bool(wait(awaited, seconds).done)

    @property
    def is_read(self) -> bool:
        """Whether all of it is read, or known to be unreadable."""
        return self._outcome.done()

    @property
    def has_begun(self) -> bool:
        """Whether the beginning of a large document is there."""
        return self._begun.done() and self._begun.result() is not None

    def beginning(self) -> Briefing | None:
        """The beginning of a large document; waits for that."""
        return self._begun.result()

    def briefing(self) -> Briefing:
        """All of it; waits for that. Raises what reading raises."""
        return self._library.read(self.doc) if self._large else self._outcome.result()


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
