"""`briefing bookmarks add DOC PART`: mark a part without opening the reader."""

from __future__ import annotations

from argparse import Namespace

from briefing.cli.commands import Command
from briefing.cli.commands.show import unknown_part
from briefing.cli.output import Output
from briefing.cli.parser import Parser
from briefing.cli.session import document_of, library, tell_problems
from briefing.document.errors import UsageError
from briefing.document.locator import locate

LABEL = 60
"""Characters of a label that is made from text."""


def declare(parser: Parser) -> None:
    """Where, and what to say there."""
    parser.add_argument("doc", metavar="DOC", help="a path or the start of an id")
    parser.add_argument("part", metavar="PART", help="the id of a part, as `show --format json`")
    parser.add_argument("--note", default="", metavar="TEXT", help="a note to keep with it")
    parser.add_argument(
        "--tag", action="append", default=[], metavar="NAME", help="a tag; may be given again"
    )


def run(args: Namespace, out: Output) -> int:
    """Save the bookmark and print its number."""
    if args.doc == "-":
        raise UsageError("-: standard input cannot be bookmarked; `briefing add -` keeps it first")
    with library() as books:
        briefing = books.read(args.doc)
        part = briefing.part(args.part)
        if part is None:
            raise UsageError(unknown_part(args.doc, briefing, args.part))
        tell_problems(books, out)
        saved = books.state.add_bookmark(
            document_of(books, args.doc, briefing),
            locate(briefing, part.start),
            label=part.title or part.text[:LABEL],
            note=args.note,
            tags=args.tag,
        )
    out.line(str(saved.id))
    return 0


COMMAND = Command(
    declare,
    run,
    synopsis="DOC PART [--note TEXT] [--tag NAME]",
    examples=(
        "briefing bookmarks add report.md t:energy-security",
        "briefing bookmarks add report.md q:why --note 'ask the desk' --tag energy",
    ),
)
