"""Paths as SQLite can keep them: a file's name need not be Unicode."""

from __future__ import annotations

_ESCAPED = "\x01"


def key(path: str) -> str:
    """`path`, with what is not Unicode escaped."""
    try:
        path.encode("utf-8")
    except UnicodeEncodeError:
        return _ESCAPED + path.encode("unicode_escape").decode("ascii")
    return path


def name(key: str) -> str:
    """The path that `key` stands for."""
    if key.startswith(_ESCAPED):
        return key[1:].encode("ascii").decode("unicode_escape")
    return key
