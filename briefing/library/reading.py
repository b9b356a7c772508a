"""From bytes to a briefing: a format reads them, the splitter splits what it read."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Protocol

from briefing.document.errors import UnreadableDocument
from briefing.document.model import Briefing
from briefing.document.slug import slug
from briefing.document.text import clean_line
from briefing.library import source
from briefing.library.sidecar import NOTHING, Beside, taken_in
from briefing.record import replace

READ = 0.2
"""The share of the work that is done once a document is read and not split."""


class Split(Protocol):
    """Makes a briefing of bytes, as `briefing_of` does."""

    def __call__(
        self,
        data: bytes,
        name: str,
        given: str = "",
        document_id: str = "",
        found: Beside = NOTHING,
    ) -> Briefing:
        """The briefing in `data`. Raises UnreadableDocument."""


def briefing_of(
    data: bytes,
    name: str,
    given: str = "",
    document_id: str = "",
    found: Beside = NOTHING,
    tell: Callable[[float], None] = lambda _: None,
) -> Briefing:
    """The briefing in `data`, of a file called `name`, which the reader calls `given`.

    `found` is what stands beside it; `tell` is called with the share of the work that is done, 0 to
    1, now and then. Its source is what its author said, else `given`. Raises
    UnreadableDocument where it is no text.
    """
    # Imported here: they are half of what there is to load, and a search needs neither.
    from briefing import formats
    from briefing.library.lexicons import lexicon
    from briefing.structure import split

    given = given or name
    try:
        manuscript = formats.read(data, name)
    except UnreadableDocument as error:
        # The format knows the file's name alone; the reader gave a path.
        told = str(error)
        if given != name and told.startswith(clean_line(name)):
            told = clean_line(given) + told[len(clean_line(name)) :]
        raise UnreadableDocument(told) from error
    tell(READ)
    manuscript, corrections = taken_in(manuscript, found)
    stem = Path(name).stem if name != source.STDIN else ""
    made = split(
        manuscript,
        lexicon(),
        name=stem,
        source=manuscript.metadata.source or clean_line(given),
        digest=sha256(data).hexdigest(),
        corrections=corrections,
        tell=lambda share: tell(READ + (1 - READ) * share),
    )
    if document_id or stem:
        return replace(made, id=document_id or slug(stem))
    return made
