"""Correcting a document: beside it where that can be written, else in the reader's own state."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.document.correction import Correction, first_words, words_of
from briefing.document.errors import DocumentError
from briefing.document.model import Briefing, Manuscript
from briefing.library import sidecar
from briefing.library.sidecar import NOTHING, Beside
from briefing.record import record, replace
from briefing.resources import bundled

if TYPE_CHECKING:
    from briefing.store.state import State

_UNWRITABLE = frozenset((errno.EACCES, errno.EPERM, errno.EROFS))


@record
class Desk:
    """Where the corrections of documents are read and kept."""

    saved: Path
    """The state's file; until it exists nothing is kept in it."""
    state: Callable[[], State]

    def look(self, path: Path | str) -> Beside:
        """What stands beside the document at `path`, and what the state keeps of it.

        A text is the key of a document that is no file.
        """
        if isinstance(path, str):
            return Beside(own=self.state().corrections(path)) if self.saved.exists() else NOTHING
        found = sidecar.beside(path)
        if self.saved.exists() and not _can_be_written(path):
            return replace(found, own=self.state().corrections(str(path)))
        return found

    def given(self, path: Path | str) -> tuple[Correction, ...]:
        """The corrections of a document, the oldest first."""
        return sidecar.taken_in(Manuscript("text"), self.look(path))[1]

    def keep(self, path: Path | str, correction: Correction) -> None:
        """Keep a correction. Raises DocumentError, or NotSaved, with what to do."""
        if isinstance(path, Path) and _can_be_written(path):
            try:
                sidecar.append(path, correction)
            except OSError as error:
                raise _refused(path, error) from error
            return
        self.state().add_correction(str(path), correction)

    def drop(self, path: Path | str, correction: Correction) -> None:
        """Take a correction away, wherever it is kept. Raises DocumentError, or NotSaved."""
        if self.saved.exists() and self.state().remove_correction(str(path), correction):
            return
        if not isinstance(path, Path):
            return
        try:
            sidecar.take_out(path, correction)
        except OSError as error:
            raise _refused(path, error) from error


def key_of(data: bytes) -> str:
    """What the state calls a document that is no file."""
    return f"-{sha256(data).hexdigest()}"


def line_of(briefing: Briefing, number: int, data: Callable[[], bytes]) -> tuple[int, str]:
    """The passage on line `number`, or a line of the text itself, or the passage it goes on.

    Without words where no text stands: on a blank line, and beyond the last one.
    """
    held = [(p.block.line, words_of(p)) for p in briefing.passages if words_of(p)]
    if here := next((found for found in held if found[0] == number), None):
        return here
    from briefing import formats

    said = first_words(formats.line(data(), number))
    if not said or briefing.format == "text":
        return number, said
    return next((found for found in reversed(held) if found[0] < number), (number, ""))


def refusal(correction: Correction) -> str:
    """The notice of a briefing that has no such line."""
    from briefing.structure.corrections import notice

    return notice(correction)


def _can_be_written(path: Path) -> bool:
    """Whether a file can be put beside the document at `path`; none is beside a bundled one."""
    folder = path.parent
    return folder != bundled("content") and os.access(folder, os.W_OK)


def _refused(path: Path, error: OSError) -> DocumentError:
    why = "may not be written" if error.errno in _UNWRITABLE else error.strerror
    return DocumentError(
        f"{path.parent}: the correction is not kept: {why}; check space and rights"
    )
