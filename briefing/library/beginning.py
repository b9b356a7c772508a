"""The beginning of a large document, to be read while all of it is split."""

from __future__ import annotations

import codecs
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.document.errors import BriefingError
from briefing.library import source
from briefing.record import replace

if TYPE_CHECKING:
    from briefing.document.model import Briefing
    from briefing.library.library import Library

LARGE = 1 << 18
"""Bytes from which on a document is worth showing before all of it is read, and all of it is split
in a process of its own: about a tenth of a second."""
PART = 1 << 16
"""Bytes that are read of it."""
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)


def is_large(doc: str, least: int = LARGE) -> bool:
    """Whether `doc` is a file by its path, of so many bytes at `least`."""
    try:
        return Path(doc).stat().st_size >= least
    except (OSError, ValueError):
        return False


def beginning(library: Library, doc: str) -> Briefing | None:
    """The first screens of a large document as a briefing of its own, with the digest of the whole.

    Takes some twenty milliseconds, and seven more for ten megabytes; never raises.
    None where the document is small, or where its beginning alone would be read as something else:
    a page, whose text is found by looking at all of it, and bytes of which lines cannot be told.
    """
    if doc == source.STDIN:
        return None
    try:
        path = Path(library.path(doc))
        if not is_large(str(path)):
            return None
        data = source.head(path, PART)
        data = data[: max(data.rfind(b"\n\n"), data.rfind(b"\n\r\n"), 0) or len(data)]
        if data.startswith(_WIDE) or b"\0" in data:
            return None
        found = library.split(_whole(data), path.name, doc)
        digest = source.digest(path)
    except (OSError, ValueError, BriefingError):
        return None  # reading all of it will say what is wrong
    return None if found.format == "html" else replace(found, digest=digest)


def _whole(data: bytes) -> bytes:
    """`data` without the first bytes of a UTF-8 character that it ends with."""
    for back in range(1, min(4, len(data)) + 1):
        byte = data[-back]
        if byte >= 0xC0:  # where a character of several bytes begins
            wanted = 2 + (byte >= 0xE0) + (byte >= 0xF0)
            return data if back >= wanted else data[:-back]
        if byte < 0x80:
            break
    return data
