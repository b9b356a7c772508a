"""One thread that answers questions, the newest first and only."""

from __future__ import annotations

import threading
from collections.abc import Callable
from queue import Empty, SimpleQueue
from typing import Generic, TypeVar

Question = TypeVar("Question")
Answer = TypeVar("Answer")


class NewestWins(Generic[Question, Answer]):
    """Asks `answer` in a thread of its own; a question overtaken by a newer one is dropped.

    `interrupt` is called to stop the work on one that is overtaken. `deliver` is called in that
    thread with the question and its answer, only while no newer question waits; `failed` with the
    question and what went wrong.
    """

    def __init__(
        self,
        answer: Callable[[Question], Answer],
        deliver: Callable[[Question, Answer], None],
        failed: Callable[[Question, Exception], None],
        interrupt: Callable[[], None] = lambda: None,
    ) -> None:
        self._answer = answer
        self._deliver = deliver
        self._failed = failed
        self._interrupt = interrupt
        self._busy = False
        self._questions: SimpleQueue[tuple[Question] | None] = SimpleQueue()
        self._thread: threading.Thread | None = None

    def ask(self, question: Question) -> None:
        """Ask; the answer comes by `deliver`. The thread starts with the first question."""
        self._questions.put((question,))
        if self._busy:
            self._interrupt()
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="search", daemon=True)
            self._thread.start()

    def close(self, patience: float = 1.0) -> None:
        """End the thread; waits at most `patience` seconds for the question at hand."""
        self._questions.put(None)
        if self._thread is not None:
            self._thread.join(patience)
            self._thread = None

    def _run(self) -> None:
        while True:
            asked = self._newest()
            if asked is None:
                return
            (question,) = asked
            self._busy = True
            try:
                found = self._answer(question)
            except Exception as error:
                # An answer that nobody waits for any more is allowed to fail, or to be stopped.
                if self._questions.empty():
                    self._failed(question, error)
                continue
            finally:
                self._busy = False
            if self._questions.empty():
                self._deliver(question, found)

    def _newest(self) -> tuple[Question] | None:
        """The newest question that waits; None when it is time to end."""
        asked = self._questions.get()
        while asked is not None:
            try:
                asked = self._questions.get_nowait()
            except Empty:
                break
        return asked
