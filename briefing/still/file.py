"""A still on disk: private, and believed only where every byte of it is as it was written."""

from __future__ import annotations

import os
import stat
from typing import NamedTuple

from briefing.folders import Folders
from briefing.still.terms import digest_of

FORM = b"briefing still 1\n"
LARGEST = 1 << 20
"""Bytes: a screen of 300×100 cells, each of another colour, takes that much."""
ESCAPE = "\x1b["
_OPEN = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NONBLOCK", 0)


class Still(NamedTuple):
    """A page as it was painted."""

    terms: str
    document: str
    """Absolute path."""
    name: str
    """The id by which a bundled document may be asked for; empty for any other."""
    lines: tuple[str, ...]
    """One for each row of the screen: text, and what sets its colours."""


def path_of(places: Folders) -> str:
    """Where the one still is."""
    return os.path.join(places.cache, "still")


def is_sound(line: str) -> bool:
    """Whether a terminal can do nothing with `line` but show it: printable text and SGR alone."""
    first, *rest = line.split(ESCAPE)
    for piece in rest:
        codes, end, text = piece.partition("m")
        if not end or codes.strip("0123456789;") or not text.isprintable():
            return False
    return first.isprintable()


def keep(still: Still, path: str) -> bool:
    """Write `still` in the place of the one before; whether that could be done."""
    if not all(map(is_sound, still.lines)) or "\n" in still.document + still.name:
        return False
    text = "\n".join((still.terms, still.document, still.name, *still.lines))
    body = text.encode("utf-8", "surrogateescape")
    data = FORM + digest_of(body).encode("ascii") + b"\n" + body
    part = f"{path}.{os.getpid()}"
    try:
        os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
        opened = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _OPEN, 0o600)
        try:
            whole = len(data) <= LARGEST and os.write(opened, data) == len(data)
        finally:
            os.close(opened)
        if whole:
            os.replace(part, path)
        else:
            os.unlink(part)
    except OSError:
        forget(part)
        return False
    return whole


def forget(path: str) -> None:
    """Take the still away."""
    try:
        os.unlink(path)
    except OSError:
        return


def kept(path: str) -> Still | None:
    """The still at `path`; None where there is none, or any doubt about it."""
    try:
        opened = os.open(path, os.O_RDONLY | _OPEN)
    except OSError:
        return None
    try:
        status = os.fstat(opened)
        private = status.st_uid == os.geteuid() and not status.st_mode & 0o077
        if not (stat.S_ISREG(status.st_mode) and private and status.st_size <= LARGEST):
            return None
        data = os.read(opened, LARGEST + 1)
    except OSError:
        return None
    finally:
        os.close(opened)
    return _read(data)


def _read(data: bytes) -> Still | None:
    if not data.startswith(FORM):
        return None
    check, _, body = data[len(FORM) :].partition(b"\n")
    if check != digest_of(body).encode("ascii"):
        return None
    try:
        terms, document, name, *lines = body.decode("utf-8", "surrogateescape").split("\n")
    except ValueError:
        return None
    return Still(terms, document, name, tuple(lines)) if all(map(is_sound, lines)) else None
