"""`briefing add PATH…|-`: take documents into the reader's own folder."""

from __future__ import annotations

from argparse import Namespace

from briefing.cli.commands import Command
from briefing.cli.output import Output
from briefing.cli.parser import Parser
from briefing.cli.session import library


def declare(parser: Parser) -> None:
    """What to take in."""
    parser.add_argument(
        "paths", nargs="+", metavar="PATH", help="a document, a folder, or `-` for standard input"
    )


def run(args: Namespace, out: Output) -> int:
    """Copy each and print where the copy is; what a folder holds that is no text is told of."""
    with library() as books:
        for path in args.paths:
            for copied in books.add(path, out.note):
                out.line(str(copied))
    return 0


COMMAND = Command(
    declare,
    run,
    synopsis="PATH... | -",
    examples=(
        "briefing add report.md",
        "briefing add ~/reports",
        "curl -s URL | briefing add -",
    ),
)
