"""The sidecar beside a document: found, read, and written without touching what its owner wrote."""

from __future__ import annotations

import contextlib
import os
from hashlib import sha256
from pathlib import Path

from briefing.document.correction import Correction
from briefing.document.errors import DocumentError
from briefing.document.model import Manuscript, Metadata
from briefing.document.text import clean_line
from briefing.library import source
from briefing.library.files import SUFFIXES, sidecars
from briefing.record import record, replace


@record
class Beside:
    """What stands beside a document, and the corrections that are kept elsewhere."""

    path: Path | None = None
    data: bytes = b""
    fault: str = ""
    """Why it cannot be read."""
    mtime_ns: int = 0
    own: tuple[Correction, ...] = ()
    """Kept in the reader's own state."""

    @property
    def digest(self) -> str:
        """Another one for whatever changes the split; empty where there is nothing."""
        if self.path is None and not self.own:
            return ""
        told = repr((self.fault, self.own)).encode("utf-8", "replace")
        return sha256(self.data + told).hexdigest()


NOTHING = Beside()


def beside(path: Path) -> Beside:
    """The sidecar of the document at `path`; one that cannot be read is a fault, not an error."""
    for place in sidecars(path):
        try:
            if not place.is_file():
                continue
            read = source.read(place)
            return Beside(place, read.data, mtime_ns=read.mtime_ns)
        except FileNotFoundError:
            continue
        except (DocumentError, OSError, ValueError) as error:
            return Beside(place, fault=f"{clean_line(place.name)}: not used: {error}")
    return Beside()


def taken_in(manuscript: Manuscript, found: Beside) -> tuple[Manuscript, tuple[Correction, ...]]:
    """The manuscript with what its sidecar says, which wins, and the corrections of both kinds."""
    if found.path is None:
        return manuscript, found.own
    from briefing.formats import sidecar

    read = sidecar.parse(found.data, found.path.name)
    faults = (found.fault,) if found.fault else read.faults
    metadata = _joined(manuscript.metadata, read.metadata)
    notices = (*manuscript.notices, *faults)
    return replace(manuscript, metadata=metadata, notices=notices), (*read.corrections, *found.own)


def _joined(written: Metadata, given: Metadata) -> Metadata:
    return Metadata(
        title=given.title or written.title,
        subtitle=given.subtitle or written.subtitle,
        byline=given.byline or written.byline,
        date=given.date or written.date,
        source=given.source or written.source,
        language=given.language or written.language,
        tags=given.tags or written.tags,
    )


def append(path: Path, correction: Correction) -> None:
    """Write `correction` at the end of the sidecar of `path`, which is made where there is none.

    Raises OSError where nothing can be written, DocumentError where the sidecar is not sound.
    """
    from briefing.formats import sidecar

    found = beside(path)
    place = found.path or _place(path)
    if found.fault or not sidecar.parse(found.data, place.name).readable:
        message = f"{place}: the sidecar cannot be read; mend it first"
        raise DocumentError(message)
    before = found.data
    gap = b"" if not before else b"\n" if before.endswith(b"\n") else b"\n\n"
    after = before + gap + sidecar.block(correction).encode()
    if correction not in sidecar.parse(after, place.name).corrections:
        message = f"{place}: its corrections are not written as [[correct]]; add this one by hand"
        raise DocumentError(message)
    _write(place, after)


def take_out(path: Path, correction: Correction) -> None:
    """Take the block that `append` wrote out of the sidecar; an empty one goes altogether.

    Raises OSError where nothing can be written, DocumentError for what was written by hand.
    """
    from briefing.formats import sidecar

    found = beside(path)
    place = found.path or _place(path)
    written = sidecar.block(correction).encode()
    for part in (b"\n" + written, written):
        head, met, tail = found.data.rpartition(part)
        if met and (not tail or tail.startswith((b"\n", b"["))):
            break
    else:
        message = f"{place}: this correction was written by hand; take it out there"
        raise DocumentError(message)
    after = head + tail
    if after.strip():
        _write(place, after)
    else:
        place.unlink()


def _place(path: Path) -> Path:
    """Where a new sidecar goes: by the short name, unless a sibling document would share it."""
    whole, short = sidecars(path)
    shared = any(path.with_suffix(suffix).exists() for suffix in SUFFIXES - {path.suffix})
    return whole if shared else short


def _write(place: Path, data: bytes) -> None:
    # Imported here: only who corrects a document needs it.
    import tempfile

    place = place.resolve()
    opened, name = tempfile.mkstemp(dir=place.parent, prefix=".", suffix=".part")
    temporary = Path(name)
    try:
        with os.fdopen(opened, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        mode = place.stat().st_mode & 0o777 if place.exists() else 0o644
        temporary.chmod(mode)
        temporary.replace(place)
    finally:
        temporary.unlink(missing_ok=True)
    with contextlib.suppress(OSError):
        folder = os.open(place.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
