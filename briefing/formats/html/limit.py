"""Reading a page in a process that can be stopped."""

from __future__ import annotations

import pickle
import subprocess
import sys

from briefing import child
from briefing.document.model import Block, Metadata
from briefing.formats.html.page import read_page

SECONDS = 2.0
"""Any file at all gives a first screen within this time; a parser cannot be stopped from within."""


def read_under_limit(page: str) -> tuple[tuple[Block, ...], Metadata] | None:
    """As `read_page`, in a child process that is stopped after `SECONDS`; None where it was."""
    try:
        done = subprocess.run(  # noqa: S603 - this interpreter and our own code, no shell
            child.command(__name__, answer.__name__),
            input=page.encode("utf-8", "replace"),
            capture_output=True,
            timeout=SECONDS,
            check=True,
        )
        blocks, said = pickle.loads(done.stdout)  # noqa: S301 - written by our own child just now
    except (subprocess.SubprocessError, OSError, pickle.UnpicklingError, EOFError):
        return None
    return blocks, said


def answer() -> None:
    """The child's side: a page on standard input, its reading on standard output."""
    page = sys.stdin.buffer.read().decode("utf-8", "replace")
    sys.stdout.buffer.write(pickle.dumps(read_page(page)))
