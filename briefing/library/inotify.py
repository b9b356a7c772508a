"""Linux tells which files change: its inotify, through the C library that Python stands on."""

from __future__ import annotations

import ctypes
import os
import select
import stat
import struct
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

MOST_FOLDERS = 4096
"""Folders that are watched; the system lets one person watch some ten thousand in all."""
_CLOSE_WRITE, _MOVED_FROM, _MOVED_TO, _CREATE, _DELETE = 0x8, 0x40, 0x80, 0x100, 0x200
_DELETE_SELF, _MOVE_SELF, _ONLYDIR = 0x400, 0x800, 0x1000000
_MASK = (
    *(_CLOSE_WRITE, _MOVED_FROM, _MOVED_TO, _CREATE, _DELETE),
    *(_DELETE_SELF, _MOVE_SELF, _ONLYDIR),
)
_OVERFLOW, _IGNORED, _ISDIR = 0x4000, 0x8000, 0x40000000
_UNTELLING = _OVERFLOW | _ISDIR | _DELETE_SELF | _MOVE_SELF
_HEAD = struct.Struct("iIII")
_BUFFER = 1 << 16
_CALM = 0.01
"""Seconds without an event after which a burst of them, such as a checkout, is over."""
_LONGEST = 50
"""Such pauses that a burst may take before it is told."""


class Inotify:
    """Names what changed in the folders given to it. Raises OSError where it is not to be had."""

    def __init__(self) -> None:
        if sys.platform != "linux":
            message = "inotify is Linux's own"
            raise OSError(message)
        try:
            self._library = ctypes.CDLL(None, use_errno=True)
            self._events = self._library.inotify_init1(os.O_NONBLOCK | os.O_CLOEXEC)
        except AttributeError as error:  # a C library without it
            raise OSError(*error.args) from error
        if self._events < 0:
            raise OSError(ctypes.get_errno(), "inotify_init1")
        self._folders: dict[int, set[str]] = {}
        """The names of each folder that is watched: there may be several, by links."""
        self._wake_end, self._waker = os.pipe2(os.O_NONBLOCK | os.O_CLOEXEC)
        self._poll = select.poll()
        self._poll.register(self._events, select.POLLIN)
        self._poll.register(self._wake_end, select.POLLIN)
        self.all_watched = True
        """Whether each folder that was given is watched."""

    def watch(self, folders: Iterable[str]) -> bool:
        """Watch `folders` and no others; whether there are new ones among them."""
        wanted = set(folders)
        for number, names in list(self._folders.items()):
            names &= wanted
            if not names:
                self._library.inotify_rm_watch(self._events, number)
                del self._folders[number]
        added = False
        for folder in sorted(wanted - self._watched):
            if len(self._folders) >= MOST_FOLDERS:
                break
            number = self._library.inotify_add_watch(
                self._events, os.fsencode(folder), ctypes.c_uint32(sum(_MASK))
            )
            if number >= 0:  # else it is gone, or there are too many
                added = True
                self._folders.setdefault(number, set()).add(folder)
        self.all_watched = wanted <= self._watched
        return added

    @property
    def _watched(self) -> set[str]:
        return set().union(*self._folders.values())

    def wait(self, seconds: float) -> set[str] | None:
        """The files that changed, waiting so long at most; None where that cannot be told."""
        changed: set[str] = set()
        pause = seconds
        for _ in range(_LONGEST):
            ready = [number for number, _ in self._poll.poll(pause * 1000)]
            if self._wake_end in ready:
                os.read(self._wake_end, _BUFFER)
            if self._events not in ready:
                break
            for path in self._told():
                if path is None:
                    changed.add("")
                else:
                    changed.add(path)
            pause = _CALM
        return None if "" in changed else changed

    def _told(self) -> Iterator[str | None]:
        data = os.read(self._events, _BUFFER)
        at = 0
        while at < len(data):
            number, mask, _, length = _HEAD.unpack_from(data, at)
            name = data[at + _HEAD.size : at + _HEAD.size + length].rstrip(b"\0")
            at += _HEAD.size + length
            if mask & _IGNORED:  # the folder is gone
                self._folders.pop(number, None)
            elif mask & _UNTELLING:
                yield None
            else:
                for folder in self._folders.get(number, ()):
                    path = Path(folder) / os.fsdecode(name)
                    if not mask & _CREATE or _is_linked(path):
                        yield str(path)

    def wake(self) -> None:
        """Have whoever waits wait no longer; from any thread."""
        os.write(self._waker, b".")

    def close(self) -> None:
        """Watch nothing any more; for the thread that waits."""
        for number in (self._events, self._wake_end, self._waker):
            os.close(number)


def _is_linked(path: Path) -> bool:
    """Whether a file that was made is a link, and so whole; any other is told when it is closed."""
    try:
        status = path.lstat()
    except OSError:
        return False
    return stat.S_ISLNK(status.st_mode) or status.st_nlink > 1
