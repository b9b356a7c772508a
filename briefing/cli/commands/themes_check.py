"""`briefing themes check FILE`: every fault of a theme, by file, line and key."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from briefing.cli.commands import Command
from briefing.cli.output import Output
from briefing.cli.parser import Parser
from briefing.theme import check


def declare(parser: Parser) -> None:
    """Which files."""
    parser.add_argument("files", nargs="+", metavar="FILE", help="a theme, as docs/themes.md says")


def run(args: Namespace, out: Output) -> int:
    """Print nothing but the faults; status 2 when there is one."""
    faults = [fault for name in args.files for fault in check(Path(name))]
    for fault in faults:
        out.note(fault)
    return 2 if faults else 0


COMMAND = Command(
    declare,
    run,
    synopsis="FILE...",
    examples=("briefing themes check ~/.config/briefing/themes/mine.toml",),
)
