"""The bytes of a document, taken from whatever a path leads to without harm.

Opening never blocks on a pipe, never takes a terminal, reads regular files alone, and never maps
them: a file that shrinks while it is read must not kill the program.
"""

from __future__ import annotations

import errno
import hashlib
import os
import stat
import sys
from pathlib import Path

from briefing.document.errors import UnreadableDocument
from briefing.document.text import clean_line
from briefing.record import record

LARGEST = 256 * 1024 * 1024
"""Bytes of the largest document that is opened."""
STDIN = "-"
_PIECE = 1 << 20
# Windows has none of the first three and needs the last.
_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)
_KINDS = (
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


@record
class Source:
    """A document's bytes, and how its file looked when they were read."""

    data: bytes
    mtime_ns: int
    size: int

    @property
    def digest(self) -> str:
        """SHA-256 of the bytes, in hex."""
        return hashlib.sha256(self.data).hexdigest()


def read(path: Path, shown: str = "") -> Source:
    """The file at `path`, which messages call `shown`.

    Raises FileNotFoundError where there is none and UnreadableDocument, with what to do, where it
    is no regular file, may not be read or is too large.
    """
    shown = clean_line(shown or str(path))
    try:
        opened = os.open(path, _FLAGS)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise FileNotFoundError(errno.ENOENT, "no such file", str(path)) from error
    except (OSError, ValueError) as error:
        raise UnreadableDocument(_refused(path, shown, error)) from error
    try:
        status = os.fstat(opened)
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableDocument(_not_a_file(status.st_mode, shown))
        return Source(_content(opened, shown), status.st_mtime_ns, status.st_size)
    except OSError as error:
        raise UnreadableDocument(f"{shown}: cannot be read: {error.strerror}") from error
    finally:
        os.close(opened)


def head(path: Path, size: int) -> bytes:
    """The first `size` bytes of the file at `path`. Raises OSError; empty where it is no file."""
    opened = os.open(path, _FLAGS)
    try:
        return os.read(opened, size) if stat.S_ISREG(os.fstat(opened).st_mode) else b""
    finally:
        os.close(opened)


def digest(path: Path) -> str:
    """SHA-256 of the file at `path`, in hex, never held whole. Raises OSError."""
    opened = os.open(path, _FLAGS)
    try:
        found = hashlib.sha256()
        while piece := os.read(opened, _PIECE):
            found.update(piece)
        return found.hexdigest()
    finally:
        os.close(opened)


def standard_input() -> bytes:
    """All of standard input. Raises UnreadableDocument when there is none or too much of it."""
    if sys.stdin is None:
        message = "-: standard input is closed; name a file, or pipe a document in"
        raise UnreadableDocument(message)
    try:
        data = sys.stdin.buffer.read(LARGEST + 1)
    except OSError as error:
        raise UnreadableDocument(f"-: cannot be read: {error.strerror}") from error
    if len(data) > LARGEST:
        raise UnreadableDocument(_too_large(STDIN))
    return data


def _content(opened: int, shown: str) -> bytes:
    pieces: list[bytes] = []
    size = 0
    while piece := os.read(opened, _PIECE):
        size += len(piece)
        if size > LARGEST:
            raise UnreadableDocument(_too_large(shown))
        pieces.append(piece)
    return b"".join(pieces)


def _too_large(shown: str) -> str:
    return f"{shown}: larger than {LARGEST >> 20} MB, the most that is opened; split it first"


def _refused(path: Path, shown: str, error: OSError | ValueError) -> str:
    if isinstance(error, ValueError):  # a NUL in the name
        return f"{shown}: no file can have this name; check the path"
    if error.errno in {errno.EACCES, errno.EPERM}:
        return f"{shown}: may not be read; check its permissions with `ls -l`"
    if error.errno == errno.ELOOP:
        return f"{shown}: a link that leads to itself; name the file itself"
    if error.errno == errno.ENAMETOOLONG:
        return f"{shown[:60]}…: no file can have a name this long; check the path"
    try:
        return _not_a_file(path.stat().st_mode, shown)
    except (OSError, ValueError):
        return f"{shown}: cannot be opened: {error.strerror}"


def _not_a_file(mode: int, shown: str) -> str:
    if stat.S_ISDIR(mode):
        return f"{shown}: a folder, not a document; name a document in it"
    kind = next((name for test, name in _KINDS if test(mode)), "no regular file")
    advice = f"pass its text on standard input: `briefing - < {shown}`"
    return f"{shown}: {kind}, not a document; {advice}"
