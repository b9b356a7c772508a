"""`briefing doctor`: whether everything the reader needs is here, and what to do where not."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Iterator
from typing import NamedTuple

from briefing import __version__
from briefing.cli.commands import Command
from briefing.cli.output import Output
from briefing.cli.parser import Parser
from briefing.paths import default_paths
from briefing.resources import bundled, lexicons

REQUIRED = ("textual", "rich", "tomli", "platformdirs", "pyromark", "faust-cchardet")


class Finding(NamedTuple):
    """One thing looked at."""

    subject: str
    state: str
    advice: str = ""
    """What to do about it; empty when all is well."""


def declare(parser: Parser) -> None:
    """Nothing to say."""
    del parser


def run(args: Namespace, out: Output) -> int:
    """Print a line for each thing looked at; status 1 when one needs attention."""
    del args
    findings = [
        *program(),
        *packages(),
        *database(),
        *directories(),
        *settings(),
        *data(),
        *index(),
    ]
    findings.append(terminal())
    for subject, state, advice in findings:
        out.line(("!!", "bad") if advice else ("ok", "good"), f"  {subject:<14} {state}")
        if advice:
            out.line(f"    {'':<14} {advice}")
    return 1 if any(finding.advice for finding in findings) else 0


def program() -> Iterator[Finding]:
    """This program and the Python under it."""
    yield Finding("briefing", __version__)
    advice = "" if sys.version_info >= (3, 10) else "install Python 3.10 or newer"
    yield Finding("Python", sys.version.split()[0], advice)


def packages() -> Iterator[Finding]:
    """The packages that the reader is built on."""
    from importlib.metadata import PackageNotFoundError, version

    for name in REQUIRED:
        try:
            yield Finding(name, version(name))
        except PackageNotFoundError:
            yield Finding(
                name, "missing", "install the program again: pipx install briefing-reader"
            )


def database() -> Iterator[Finding]:
    """SQLite and its full-text search."""
    import sqlite3

    try:
        with sqlite3.connect(":memory:") as connection:
            connection.execute("CREATE VIRTUAL TABLE words USING fts5(text)")
        state, advice = "full-text search works", ""
    except sqlite3.Error as error:
        state, advice = str(error), "use a Python whose SQLite has FTS5; search needs it"
    yield Finding("SQLite", f"{sqlite3.sqlite_version}, {state}", advice)


def directories() -> Iterator[Finding]:
    """The reader's own directories: there or not, writable, private."""
    paths = default_paths()
    for name, path in (("data", paths.data), ("cache", paths.cache), ("settings", paths.config)):
        if not path.exists():
            yield Finding(name, f"{path} (made when it is needed)")
        elif not os.access(path, os.W_OK | os.X_OK):
            yield Finding(name, f"{path} cannot be written", f"chmod u+rwx {path}")
        elif name == "data" and path.stat().st_mode & 0o077:
            yield Finding(name, f"{path} can be read by others", f"chmod 700 {path}")
        else:
            yield Finding(name, str(path))


def settings() -> Iterator[Finding]:
    """What the owner wrote in the settings, keys and folders among it."""
    from briefing.cli.settings import checked

    path = default_paths().settings
    _, faults = checked()
    for fault in faults:
        yield Finding("settings", fault, f"edit {path}; `briefing config --check` looks again")


def data() -> Iterator[Finding]:
    """What comes with the program."""
    again = "install the program again"
    for name, found in (
        ("briefings", [path for path in bundled("content").glob("*") if path.is_file()]),
        ("themes", list(bundled("themes").glob("*.toml"))),
        ("lexicons", list(lexicons())),
    ):
        listed = ", ".join(sorted(path.stem for path in found))
        yield Finding(name, listed or "none", "" if found else again)


def index() -> Iterator[Finding]:
    """The search index, which heals itself, and how the open reader notices changes."""
    from briefing.cli.session import library
    from briefing.library.status import status
    from briefing.library.watch import UNTOLD, Silence, signals

    with library() as books:
        found = status(books)
    held = f"{found.coverage.indexed:,} of {found.coverage.total:,} briefings"
    yield Finding("index", found.fault or f"{held}, {found.size:,} bytes")
    told = signals()
    told.close()
    every = f"looked for every {UNTOLD:.0f} s while the reader is open"
    yield Finding("changes", every if isinstance(told, Silence) else "told by the system (inotify)")


def terminal() -> Finding:
    """What the reader would be shown on."""
    kind = os.environ.get("TERM", "")
    encoding = (getattr(sys.stdout, "encoding", "") or "").lower()
    if kind in {"", "dumb"}:
        return Finding("terminal", f"TERM={kind}", "the reader needs a terminal that places text")
    if encoding.replace("-", "") != "utf8":
        return Finding("terminal", f"{kind}, {encoding}", "set a UTF-8 locale: LANG=C.UTF-8")
    colours = os.environ.get("COLORTERM", "") or "no COLORTERM"
    return Finding("terminal", f"{kind}, {encoding}, {colours}")


COMMAND = Command(declare, run, synopsis="", examples=("briefing doctor",))
