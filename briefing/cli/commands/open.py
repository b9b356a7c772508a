"""`briefing [DOC…]`: open the reader, or print where there is no terminal to open it on."""

from __future__ import annotations

import gc
import os
import stat
import sys
from argparse import Namespace

from briefing.cli.commands import SUMMARIES, VERSION, Command
from briefing.cli.output import Output
from briefing.cli.parser import Answer, Parser

STANDARD_INPUT = "-"


def declare(parser: Parser) -> None:
    """Documents, and how to show them."""
    parser.add_argument(
        "docs",
        nargs="*",
        metavar="DOC",
        help="a path, `-` for standard input, or the start of an id in the library",
    )
    parser.add_argument("--plain", action="store_true", help="print, and do not open the reader")
    parser.add_argument(
        "--version",
        action=Answer,
        nargs=0,
        const=VERSION,
        help="the version of this program",
    )


def run(args: Namespace, out: Output) -> int:
    """Open the reader on a terminal; anywhere else print the documents, or the list of them."""
    docs = args.docs or ([STANDARD_INPUT] if is_given_something() else [])
    if args.plain or not on_a_terminal(out):
        return printed(docs, out, plain=args.plain)
    from briefing.still.painted import Painted

    with Painted(docs) as painted:
        # What is loaded stays: looking through it for garbage takes a tenth of the time to load.
        gc.disable()
        from briefing.cli.reader import read

        return read(docs, out, painted)


def is_given_something() -> bool:
    """Whether standard input is a pipe or a file, and not a terminal, nothing, or closed."""
    if sys.stdin is None:
        return False
    try:
        mode = os.fstat(sys.stdin.fileno()).st_mode
    except (OSError, ValueError):
        return False
    return stat.S_ISFIFO(mode) or stat.S_ISREG(mode)


def on_a_terminal(out: Output) -> bool:
    """Whether the reader can be shown: a terminal that can place text."""
    return out.stdout.isatty() and os.environ.get("TERM", "") not in {"", "dumb"}


def printed(docs: list[str], out: Output, *, plain: bool) -> int:
    """Print each document as `show` does; with nothing named, the list of the library."""
    from briefing.cli.commands import command, parser_of

    if not docs:
        return command("list").run(parser_of("list").read([]), out)
    for number, doc in enumerate(docs):
        if number:
            out.line()
        argv = [*(["--plain"] if plain else []), "--", doc]
        command("show").run(parser_of("show").read(argv), out)
    return 0


FOOTER = "\n".join(
    [
        "Commands:",
        *(f"  {name:<22}{summary}" for name, summary in SUMMARIES.items()),
        "",
        "`briefing COMMAND --help` tells more. A file named like a command opens as ./show.",
        "Exit status: 0 done, 1 nothing found, 2 wrong use or unreadable input.",
        "Environment: BRIEFING_HOME keeps everything the reader saves in one folder; NO_COLOR.",
    ]
)

COMMAND = Command(
    declare,
    run,
    synopsis="[DOC...] | COMMAND [options]",
    examples=(
        "briefing                             the briefing read last",
        "briefing report.md                   open a document",
        "curl -s URL | briefing               open what another program prints",
        "briefing show report.md --part faq   print one part of it",
        "briefing search caspian in:trends    find words in the library",
    ),
    footer=FOOTER,
)
