"""What a still hangs on: where any of it is another, so may the page be."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Mapping

from briefing import __file__ as here
from briefing import __version__
from briefing.folders import Folders

try:
    from _blake2 import blake2b
except ImportError:  # `hashlib` has it on every Python, and takes 5 ms to load
    from hashlib import blake2b

LARGEST = 16 << 20
"""Bytes of the largest document whose page is kept: it is read whole before the page is shown."""
PACKAGE = os.path.dirname(here)
VARIABLES = (
    *("COLORTERM", "COLUMNS", "FORCE_COLOR", "LANG", "LC_ALL", "LC_CTYPE", "LINES", "NO_COLOR"),
    *("TERM", "TERM_PROGRAM", "TTY_COMPATIBLE", "TTY_INTERACTIVE"),
)
"""By which colours and sizes are found; one that is empty is as good as none."""
OF_THE_SCREEN = "TEXTUAL_"
"""What the names of Textual's own variables begin with."""
SET_BY_US = "TEXTUAL_FPS"
SIDECAR = ".briefing.toml"
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)


def terms(
    document: str, digest: str, size: tuple[int, int], places: Folders, environ: Mapping[str, str]
) -> str:
    """One digest of the document's place and text, the state, the settings and the terminal.

    `document` is an absolute path, `digest` that of its text, `size` columns and rows.
    """
    state = os.path.join(places.data, "state.db")
    files = [
        PACKAGE,
        os.path.dirname(PACKAGE),  # changes when what the program stands on is updated
        document + SIDECAR,
        os.path.splitext(document)[0] + SIDECAR,
        state,
        f"{state}-wal",
        os.path.join(places.config, "settings.toml"),
        *_themes(os.path.join(places.config, "themes")),
    ]
    parts = [
        __version__,
        sys.version,
        document,
        digest,
        f"{size[0]} {size[1]}",
        *(f"{name}={environ[name]}" for name in sorted(environ) if _matters(name, environ[name])),
        *(f"{name}: {_stamp(name)}" for name in files),
    ]
    return digest_of(os.fsencode("\0".join(parts)))


def digest_of(data: bytes) -> str:
    """What no other bytes have."""
    return blake2b(data, digest_size=32).hexdigest()


def text_digest(document: str) -> str:
    """The digest of a document as it is now; empty where no page of it is to be shown."""
    try:
        opened = os.open(document, _FLAGS)
    except (OSError, ValueError):
        return ""
    try:
        status = os.fstat(opened)
        if not stat.S_ISREG(status.st_mode) or status.st_size > LARGEST:
            return ""
        data = os.read(opened, LARGEST + 1)
        return digest_of(data) if len(data) == status.st_size else ""
    except OSError:
        return ""
    finally:
        os.close(opened)


def _matters(name: str, value: str) -> bool:
    ours = name in VARIABLES or (name.startswith(OF_THE_SCREEN) and name != SET_BY_US)
    return ours and value != ""


def _themes(folder: str) -> list[str]:
    try:
        return [folder, *(os.path.join(folder, name) for name in sorted(os.listdir(folder)))]
    except OSError:
        return [folder]


def _stamp(path: str) -> str:
    """Another one after every change; `ctime` also after those that keep size and `mtime`."""
    try:
        found = os.stat(path)
    except (OSError, ValueError):
        return "none"
    return f"{found.st_dev} {found.st_ino} {found.st_size} {found.st_mtime_ns} {found.st_ctime_ns}"
