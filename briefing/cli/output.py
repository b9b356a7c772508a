"""The only writer to standard output and standard error.

Whatever is printed is cleaned first, so no byte of a document or of a file's name can act on the
terminal; the colours added here are the only escape sequences that a command writes.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import Literal, TextIO

from briefing.document.errors import BriefingError

Style = Literal["bold", "dim", "match", "good", "bad"]
Piece = str | tuple[str, Style]

SEQUENCES: dict[Style, str] = {"bold": "1", "dim": "2", "match": "1;33", "good": "32", "bad": "31"}
DEBUG_VARIABLE = "BRIEFING_DEBUG"


class Output:
    """Data to standard output, everything else to standard error."""

    def __init__(self, stdout: TextIO, stderr: TextIO, *, colour: bool = False) -> None:
        self.stdout = stdout
        self.stderr = stderr
        self.colour = colour

    @classmethod
    def of_process(cls) -> Output:
        """The process's own streams; colour on a terminal only, and never with `NO_COLOR`."""
        for stream in (sys.stdout, sys.stderr):
            # A terminal that cannot show a character gets `?` for it, not an exception.
            reconfigure = getattr(stream, "reconfigure", None)
            if reconfigure is not None:
                reconfigure(errors="replace")
        stdout = sys.stdout if sys.stdout is not None else _closed()
        stderr = sys.stderr if sys.stderr is not None else _closed()
        plain = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
        return cls(stdout, stderr, colour=stdout.isatty() and not plain)

    def line(self, *pieces: Piece) -> None:
        """One line of data, its pieces joined."""
        self.stdout.write("".join(map(self._styled, pieces)) + "\n")

    def text(self, text: str) -> None:
        """Data of many lines; ends with exactly one line break unless empty."""
        text = _clean(text).rstrip("\n")
        self.stdout.write(text + "\n" if text else "")

    def json(self, value: object, *, lines: bool = False) -> None:
        """One JSON value, indented, or with `lines` on one line."""
        from briefing.cli.json import printable

        encoding = (getattr(self.stdout, "encoding", None) or "utf-8").lower().replace("-", "")
        self.stdout.write(
            printable(value, ascii_only=encoding != "utf8", indent=None if lines else 2) + "\n"
        )

    def flush(self) -> None:
        """Data that was written so far goes out now. Raises OSError where it cannot."""
        self.stdout.flush()

    def note(self, message: str) -> None:
        """One line to standard error that is no error: what was ignored, what to try.

        The data before it goes out first, so that both read in order where they share a terminal.
        """
        self.stdout.flush()
        self.stderr.write(f"briefing: {_clean_line(message)}\n")

    def progress(self, done: int, total: int) -> None:
        """How far long work is, on one line that is written over; on a terminal only."""
        if self.stderr.isatty():
            self.stderr.write(f"\r{done} of {total}\x1b[K" if done < total else "\r\x1b[K")
            self.stderr.flush()

    def guard(self, run: Callable[[list[str], Output], int], argv: list[str]) -> int:
        """The status of `run`, with every failure told in one line and none as a traceback."""
        try:
            status = run(argv, self)
            self.stdout.flush()
        except BriefingError as error:
            return self._failed(str(error))
        except BrokenPipeError:
            # The reader of the pipe has enough, as `head` does. Python would complain at exit.
            os.dup2(os.open(os.devnull, os.O_WRONLY), self.stdout.fileno())
            return 0
        except OSError as error:
            return self._failed(f"{error.filename or 'output'}: {error.strerror or error}")
        except Exception as error:
            if os.environ.get(DEBUG_VARIABLE):
                raise
            detail = f"{type(error).__name__}: {error}"
            return self._failed(
                f"unexpected error: {detail} ({DEBUG_VARIABLE}=1 shows where; please report it)"
            )
        return status

    def _failed(self, message: str) -> int:
        try:
            self.stdout.flush()
        except OSError:
            # What was buffered cannot be written; the pipe or disk is told of below.
            os.dup2(os.open(os.devnull, os.O_WRONLY), self.stdout.fileno())
        self.note(message)
        return 2

    def _styled(self, piece: Piece) -> str:
        if isinstance(piece, str):
            return _clean_line(piece)
        text, style = _clean_line(piece[0]), piece[1]
        return f"\x1b[{SEQUENCES[style]}m{text}\x1b[0m" if self.colour and text else text


def _clean(text: str) -> str:
    """`text` made safe. Printable ASCII is, and need not wait 15 ms for the tables to load."""
    if text.isascii() and text.replace("\n", "").isprintable():
        return text
    from briefing.document.text import clean

    return clean(text).text


def _clean_line(text: str) -> str:
    """`text` made safe, on one line."""
    if text.isascii() and text.isprintable():
        return text
    from briefing.document.text import clean_line

    return clean_line(text)


def _closed() -> TextIO:
    """Stands for a stream that the caller closed (`>&-`)."""
    return open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123 - lives as long as we do
