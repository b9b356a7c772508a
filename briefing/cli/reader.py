"""Opening the reader: the only path of the command line that loads Textual."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from briefing.cli.output import Output
from briefing.cli.session import library
from briefing.document.errors import UsageError
from briefing.library.files import documents
from briefing.still.painted import Painted

STANDARD_INPUT = "-"
TERMINAL = "/dev/tty"


def read(docs: list[str], out: Output, painted: Painted) -> int:
    """Run the reader on the first of `docs`, with every one of them in its library.

    A folder is opened as the library, in which what it holds stands first. `painted` is what is on
    the screen until then.
    """
    if STANDARD_INPUT in docs[1:]:
        raise UsageError("-: standard input can only be named alone")
    named = tuple(Path(doc) for doc in docs)
    with library(tuple(path for path in named if path.exists())) as books:
        document = first(docs[0]) if docs else None
        # Read before the screen is taken, so that a wrong name is told in one line. The reader does
        # so itself with the one that it opens, unless the keyboard takes the place of what is read.
        for doc in docs[1:]:
            if not Path(doc).exists():
                books.read(doc)
        if document == STANDARD_INPUT:
            books.read(document)
        keyboard()
        out.stdout.flush()
        from briefing.tui import run

        return run(books, document, painted)


def first(doc: str) -> str | None:
    """What to open when `doc` is named; None for a folder, whose documents the library lists."""
    path = Path(doc)
    holds = path.is_dir() and next(documents(path), None) is not None
    return None if holds else doc


def keyboard() -> None:
    """Make the terminal standard input again where a pipe or a file stands in its place."""
    if sys.stdin is not None and sys.stdin.isatty():
        return
    try:
        terminal = os.open(TERMINAL, os.O_RDWR)
    except OSError as error:
        raise UsageError("no keyboard: standard input is no terminal; try --plain") from error
    os.dup2(terminal, 0)
    os.close(terminal)
