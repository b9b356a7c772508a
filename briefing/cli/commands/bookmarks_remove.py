"""`briefing bookmarks remove ID`: remove a bookmark."""

from __future__ import annotations

from argparse import Namespace

from briefing.cli.commands import Command
from briefing.cli.output import Output
from briefing.cli.parser import Parser, positive
from briefing.cli.session import library, tell_problems
from briefing.document.errors import UsageError


def declare(parser: Parser) -> None:
    """Which."""
    parser.add_argument("id", type=positive, metavar="ID", help="its number in the list")


def run(args: Namespace, out: Output) -> int:
    """Remove it and print what it was."""
    with library() as books:
        tell_problems(books, out)
        if all(bookmark.id != args.id for bookmark in books.state.bookmarks()):
            raise UsageError(f"no bookmark {args.id}; `briefing bookmarks` lists them")
        removed = books.state.remove_bookmark(args.id)
    out.line(f"removed {removed.id}: {removed.title} › {removed.label}")
    return 0


COMMAND = Command(declare, run, synopsis="ID", examples=("briefing bookmarks remove 3",))
