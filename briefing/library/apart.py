"""Splitting a large document in a process of its own.

A thread would do, but Python runs one thread at a time: each key would wait for the splitter, and
what that needs for a while, some eight times the document, would stay with the reader. The child
gets the bytes and gives back the briefing packed; it ends when it is done or when its parent is
gone, whichever comes first. While the reader itself is being loaded any document is split so, where
there is a second processor for it.
"""

from __future__ import annotations

import gc
import os
import pickle
import subprocess
import sys
import threading
from contextlib import suppress
from typing import IO

from briefing import child
from briefing.document.errors import BriefingError, Closed, UnreadableDocument
from briefing.document.model import Briefing
from briefing.document.packed import NotPackedError, pack, unpack
from briefing.document.text import clean_line
from briefing.library.beginning import LARGE
from briefing.library.reading import briefing_of
from briefing.library.sidecar import NOTHING, Beside

_LENGTH = 8
"""Bytes that tell how many follow."""
_DONE, _MADE, _REFUSED = b"D", b"M", b"R"
"""What is said: a share of the work, in hundredths; a packed briefing; an error."""
_MANNERS = 5
"""By how much the child gives way to the reader's own process."""
Child = subprocess.Popen[bytes]
Asked = tuple[str, str, str, Beside]
"""What `briefing_of` gets behind the bytes."""


class Apart:
    """Splits as `briefing_of` does, a large document in a child process."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._running: dict[Child, float] = {}
        self._closed = False
        self.least = LARGE
        """Bytes from which on a document is split in a child."""

    def __call__(
        self,
        data: bytes,
        name: str,
        given: str = "",
        document_id: str = "",
        found: Beside = NOTHING,
    ) -> Briefing:
        """The briefing in `data`. Raises UnreadableDocument; Closed where it was stopped."""
        asked = name, given, document_id, found
        process = self._child() if data and len(data) >= self.least else None
        if process is None:
            return briefing_of(data, *asked)
        with process:
            try:
                return self._asked(process, data, asked)
            except (OSError, EOFError, NotPackedError, pickle.UnpicklingError) as error:
                if self._closed:
                    raise Closed("the reader has ended") from error
                if len(data) < LARGE:
                    return briefing_of(data, *asked)
                shown = clean_line(given or name)
                why = f"{shown}: splitting it was stopped; there may be too little memory for it"
                raise UnreadableDocument(why) from error
            finally:
                process.kill()
                if process.stdin is not None:
                    with suppress(OSError):  # what is still in the pipe reaches nobody
                        process.stdin.close()
                with self._lock:
                    del self._running[process]

    def _child(self) -> Child | None:
        """A child; None where the system gives none."""
        with self._lock, suppress(OSError):
            if self._closed:
                raise Closed("the reader has ended")
            process = subprocess.Popen(  # noqa: S603 - this interpreter and our own code, no shell
                child.command(__name__, answer.__name__),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
            self._running[process] = 0.0
            return process
        return None

    @property
    def done(self) -> float | None:
        """The share of the work that is done, 0 to 1, of what began last; None where none runs."""
        with self._lock:
            return next(reversed(self._running.values()), None)

    def _asked(self, process: Child, data: bytes, asked: Asked) -> Briefing:
        """Hand the question over, and wait for the answer."""
        if process.stdin is None or process.stdout is None:
            raise EOFError
        _send(process.stdin, pickle.dumps(asked))
        _send(process.stdin, data)
        # It stays open: the child ends when it closes, as it does when this process ends.
        while (kind := process.stdout.read(1)) == _DONE:
            share = _received(process.stdout)[0] / 100
            self._running[process] = max(self._running[process], share)
        told = _received(process.stdout)
        if kind == _MADE:
            return unpack(told)
        raise pickle.loads(told)  # noqa: S301 - written by our own child just now

    def close(self) -> None:
        """Stop what runs; no large document is split from now on."""
        with self._lock:
            self._closed = True
            for process in self._running:
                process.kill()


def processors() -> int:
    """How many processes can run at once."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def answer() -> None:
    """The child's side: the question on standard input, the answer on standard output."""
    gc.disable()  # what is made is needed to the end
    asked: Asked = pickle.loads(_received(sys.stdin.buffer))  # noqa: S301 - written by our parent
    data = _received(sys.stdin.buffer)
    if len(data) >= LARGE:  # nobody can read yet while a smaller one is split
        with suppress(OSError, AttributeError):
            os.nice(_MANNERS)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    out = sys.stdout.buffer

    def tell(share: float) -> None:
        out.write(_DONE)
        _send(out, bytes([round(share * 100)]))

    try:
        kind, told = _MADE, pack(briefing_of(data, *asked, tell))
    except Exception as error:
        # Any other than our own may not be one that can be made again from its bytes.
        ours = isinstance(error, BriefingError)
        kind, told = _REFUSED, pickle.dumps(error if ours else RuntimeError(repr(error)))
    out.write(kind)
    _send(out, told)
    os._exit(0)  # to take apart what was made would be a tenth more


def _end_with_parent() -> None:
    sys.stdin.buffer.read(1)  # nothing comes but the end
    os._exit(1)


def _send(stream: IO[bytes], data: bytes) -> None:
    stream.write(len(data).to_bytes(_LENGTH, "little"))
    stream.write(data)
    stream.flush()


def _received(stream: IO[bytes]) -> bytes:
    length = int.from_bytes(stream.read(_LENGTH), "little")
    data = stream.read(length)
    if not data or len(data) < length:
        raise EOFError
    return data
