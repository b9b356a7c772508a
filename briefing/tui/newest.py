"""One thread that answers questions, the newest first and only."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

Question = TypeVar("Question")
Answer = TypeVar("Answer")


class NewestWins(Generic[Question, Answer]):
    """Asks `answers` in a thread of its own; a question overtaken by a newer one is dropped.

    A question may have several answers, the soonest first and the best last. `interrupt` is called
    to stop the work on one that is overtaken, and only while that is at work. `deliver` is called
    in that thread with the question and each answer, only while no newer question waits; `failed`
    with the question and what went wrong.
    """

    def __init__(
        self,
        answers: Callable[[Question], Iterable[Answer]],
        deliver: Callable[[Question, Answer], None],
        failed: Callable[[Question, Exception], None],
        interrupt: Callable[[], None] = lambda: None,
    ) -> None:
        self._answers = answers
        self._deliver = deliver
        self._failed = failed
        self._interrupt = interrupt
        self._changed = threading.Condition()
        self._waiting: tuple[Question] | None = None
        self._busy = self._unwanted = self._over = False
        self._thread: threading.Thread | None = None

    def ask(self, question: Question) -> None:
        """Ask; the answers come by `deliver`. The thread starts with the first question."""
        with self._changed:
            if self._over:
                return
            self._waiting = (question,)
            self._stop_what_runs()
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="search", daemon=True)
                self._thread.start()
            self._changed.notify_all()

    def drop(self) -> None:
        """Nobody waits for an answer any more."""
        with self._changed:
            self._waiting = None
            self._stop_what_runs()

    def overtaken_within(self, seconds: float) -> bool:
        """Wait so long in the midst of an answer; whether nobody waits for the rest any more."""
        with self._changed:
            return self._changed.wait_for(lambda: self._unwanted, seconds)

    def close(self, patience: float = 1.0) -> None:
        """End the thread; waits at most `patience` seconds for the question at hand."""
        with self._changed:
            self._over, self._waiting = True, None
            self._stop_what_runs()
            self._changed.notify_all()
        if self._thread is not None:
            self._thread.join(patience)
            self._thread = None

    def _stop_what_runs(self) -> None:
        # Under the lock: a question is never stopped in place of the one before it.
        if self._busy:
            self._unwanted = True
            self._interrupt()
            self._changed.notify_all()

    def _run(self) -> None:
        while (asked := self._newest()) is not None:
            (question,) = asked
            try:
                for found in self._answers(question):
                    if self._unwanted:
                        break
                    self._deliver(question, found)
            except Exception as error:
                # An answer that nobody waits for any more is allowed to fail, or to be stopped.
                if not self._unwanted:
                    self._failed(question, error)

    def _newest(self) -> tuple[Question] | None:
        """The newest question, once there is one; None when it is time to end."""
        with self._changed:
            self._busy = False
            while self._waiting is None and not self._over:
                self._changed.wait()
            asked, self._waiting = self._waiting, None
            self._busy, self._unwanted = asked is not None, False
            return asked
