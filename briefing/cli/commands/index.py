"""`briefing index`: the search index, which heals itself; this shows or forces it."""

from __future__ import annotations

from argparse import Namespace

from briefing.cli.commands import Command
from briefing.cli.output import Output
from briefing.cli.parser import Parser
from briefing.cli.session import library
from briefing.document.errors import BriefingError
from briefing.paths import default_paths


def declare(parser: Parser) -> None:
    """What to do with it."""
    either = parser.add_mutually_exclusive_group()
    either.add_argument("--rebuild", action="store_true", help="throw it away and read all again")
    either.add_argument("--status", action="store_true", help="show it and change nothing")


def run(args: Namespace, out: Output) -> int:
    """Bring it up to date and print where it is and what it holds."""
    path = default_paths().index
    if args.status:
        size = path.stat().st_size if path.exists() else 0
        out.line(f"{path}: {f'{size:,} bytes' if size else 'not made yet'}")
        return 0
    if args.rebuild:
        for name in (path, path.with_name(f"{path.name}-wal"), path.with_name(f"{path.name}-shm")):
            try:
                name.unlink(missing_ok=True)
            except OSError as error:
                raise BriefingError(f"{name}: {error.strerror}; the index stays") from error
    with library() as books:
        done = books.refresh(out.progress)
        held = len(books.entries())
    for failed in done.failed:
        out.note(failed)
    out.line(f"{path}: {held} briefings; {done.read} read, {done.removed} removed")
    return 0


COMMAND = Command(
    declare,
    run,
    synopsis="[--rebuild | --status]",
    examples=("briefing index", "briefing index --rebuild"),
)
