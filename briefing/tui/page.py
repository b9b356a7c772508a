"""The page that the next start shows first, kept when a sitting ends."""

from __future__ import annotations

import os
from pathlib import Path

from briefing.document.errors import DocumentError
from briefing.folders import folders
from briefing.library import Library, source
from briefing.record import record
from briefing.still.file import Still, forget, keep, path_of
from briefing.still.terms import LARGEST, digest_of, terms


@record
class Page:
    """A screen, and what it shows."""

    lines: tuple[str, ...]
    """Row by row, as they are written to the terminal."""
    size: tuple[int, int]
    """Columns and rows."""
    doc: str
    """What the document is asked for by."""
    digest: str
    """Of the text that was shown."""


def keep_page(page: Page | None, library: Library) -> None:
    """Keep `page`, or none; closes `library`, since a page holds for the state as it is left."""
    places = folders(os.environ)
    where = path_of(places)
    still = _still(page, library) if page is not None else None
    library.close()
    if page is None or still is None:
        forget(where)
        return
    held = terms(still.document, still.terms, page.size, places, os.environ)
    if not keep(still._replace(terms=held), where):
        forget(where)


def _still(page: Page, library: Library) -> Still | None:
    """The page, with the digest of its text for terms; None where that is not what was shown."""
    try:
        document = library.path(page.doc)
        found = source.read(Path(document))
    except (DocumentError, OSError):
        return None
    item = library.catalog.by_path.get(document)
    if found.digest != page.digest or found.size > LARGEST:
        return None
    if library.state.last_document() != document:
        return None
    name = item.id if item is not None and item.bundled else ""
    return Still(digest_of(found.data), document, name, page.lines)
