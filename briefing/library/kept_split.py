"""Briefings as they were split, kept in the cache for the next time the same document is opened.

A split is believed only where nothing that it hangs on has changed: the document's bytes and name,
what stands beside it, the reader's corrections, the splitter itself, file by file, and the parsers
under it. One that is damaged, missing or that another user may have written is passed over, and the
document is split again.
"""

from __future__ import annotations

import os
import stat
import sys
from contextlib import suppress
from functools import cache
from hashlib import sha256
from importlib.machinery import PathFinder
from pathlib import Path
from threading import get_ident
from typing import TYPE_CHECKING

from briefing.document.packed import NotPackedError, pack, unpack
from briefing.store.filesystem import make_private_directory

if TYPE_CHECKING:
    from briefing.document.model import Briefing

LARGEST = 128 << 20
"""Bytes of a packed briefing that is kept: that of a document of about as many."""
MOST = 256 << 20
"""Bytes of all that is kept; what was used longest ago gives way."""
PACKAGE = Path(__file__).parent.parent
SPLITTER = ("", "document", "library", "formats", "structure")
"""Packages, with all inside them, of which a change may change a split."""
PARSERS = ("cchardet", "pyromark", "selectolax")
"""What the formats are read with."""
_OPEN = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)


class KeptSplits:
    """The splits in one folder, each in a file that is named by all that it hangs on."""

    def __init__(self, folder: Path) -> None:
        """`folder` need not exist yet."""
        self._folder = folder

    def get(self, asked: tuple[str, ...]) -> Briefing | None:
        """The briefing that was kept for `asked`: what tells the document from any other."""
        try:
            path = self._path(asked)
            data = _private(path)
            found = unpack(data) if data else None
        except (OSError, UnicodeEncodeError, NotPackedError):
            return None
        if found is not None:
            with suppress(OSError):
                os.utime(path)  # it was used
        return found

    def put(self, asked: tuple[str, ...], briefing: Briefing) -> None:
        """Keep `briefing` for `asked`, whole or not at all."""
        # Half a surrogate pair, which a name or an address may hold, cannot be kept.
        with suppress(OSError, UnicodeEncodeError):
            data = pack(briefing)
            if len(data) <= LARGEST:
                make_private_directory(self._folder)
                _write(self._path(asked), data)
                self._make_room()

    def _path(self, asked: tuple[str, ...]) -> Path:
        name = sha256(os.fsencode("\0".join((*splitter(), *asked)))).hexdigest()
        return self._folder / name

    def _make_room(self) -> None:
        """Take away what was used longest ago; another instance may do the same meanwhile."""
        with os.scandir(self._folder) as entries:
            held = [(entry.stat(), entry.path) for entry in entries]
        held.sort(key=lambda one: -one[0].st_mtime_ns)
        size = 0
        for status, path in held:
            size += status.st_size
            if size > MOST:
                with suppress(OSError):
                    Path(path).unlink()


def _write(path: Path, data: bytes) -> None:
    draft = path.with_name(f"{path.name}.{os.getpid()}.{get_ident()}")
    try:
        opened = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _OPEN, 0o600)
        with os.fdopen(opened, "wb") as file:
            file.write(data)
        draft.replace(path)
    except OSError:
        with suppress(OSError):
            draft.unlink()
        raise


def _private(path: Path) -> bytes:
    """The file at `path`; nothing where another user may have written it."""
    with os.fdopen(os.open(path, os.O_RDONLY | _OPEN), "rb") as file:
        status = os.fstat(file.fileno())
        ours = not hasattr(os, "geteuid") or status.st_uid == os.geteuid()
        if not (stat.S_ISREG(status.st_mode) and ours and not status.st_mode & 0o022):
            return b""
        return file.read(LARGEST + 1)


@cache
def splitter() -> tuple[str, ...]:
    """Another one for every change of the splitter or its parsers, and for another Python."""
    files = [sys.version, *map(_parser, PARSERS)]
    for name in SPLITTER:
        folders = [str(PACKAGE / name)]
        for folder in folders:
            with os.scandir(folder) as entries:
                for entry in entries:
                    if entry.name.endswith((".py", ".toml")):
                        status = entry.stat()
                        files.append(f"{entry.path} {status.st_size} {status.st_mtime_ns}")
                    elif name and entry.name != "__pycache__" and entry.is_dir():
                        folders.append(entry.path)
    return tuple(sorted(files))


def _parser(name: str) -> str:
    """Tells an installed package from any other version of it, without loading it."""
    found = PathFinder.find_spec(name)
    if found is None or not found.origin:
        return f"no {name}"
    status = Path(found.origin).stat()
    return f"{found.origin} {status.st_size} {status.st_mtime_ns}"
