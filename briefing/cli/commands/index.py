"""`briefing index`: the search index, which heals itself; this shows or forces it."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from briefing.cli.commands import Command
from briefing.cli.output import Output
from briefing.cli.parser import Parser
from briefing.cli.session import library
from briefing.document.errors import BriefingError
from briefing.paths import default_paths

if TYPE_CHECKING:
    from briefing.library.refresh import Refreshed
    from briefing.library.status import Status


def declare(parser: Parser) -> None:
    """What to do with it."""
    either = parser.add_mutually_exclusive_group()
    either.add_argument("--rebuild", action="store_true", help="throw it away and read all again")
    either.add_argument("--status", action="store_true", help="show it and change nothing")


def run(args: Namespace, out: Output) -> int:
    """Bring it up to date and print where it is and what it holds."""
    path = default_paths().index
    if args.rebuild:
        for name in (path, path.with_name(f"{path.name}-wal"), path.with_name(f"{path.name}-shm")):
            try:
                name.unlink(missing_ok=True)
            except OSError as error:
                raise BriefingError(f"{name}: {error.strerror}; the index stays") from error
    from briefing.library.status import status

    with library() as books:
        done = None if args.status else books.refresh(out.progress)
        found = status(books)
    told = dict.fromkeys((*(done.failed if done else ()), *found.refused))
    for failed in told:
        out.note(failed)
    out.line(f"{path}: {found.fault or f'{found.size:,} bytes'}")
    out.line("; ".join(counts(found, done)))
    return 0


def counts(found: Status, done: Refreshed | None) -> list[str]:
    """How much is in, what was done, or is to be, and what cannot be read."""
    read = found.coverage.indexed - len(found.refused)
    told = [f"{read:,} of {found.coverage.total:,} briefings are indexed"]
    if done is not None:
        told.append(f"{done.read:,} read, {done.removed:,} removed")
    elif found.stale or found.gone:
        told.append(f"{found.stale:,} to be read, {found.gone:,} to be removed")
    else:
        told.append("up to date")
    if found.refused:
        told.append(f"{len(found.refused):,} cannot be read")
    return told


COMMAND = Command(
    declare,
    run,
    synopsis="[--rebuild | --status]",
    examples=("briefing index", "briefing index --rebuild"),
)
