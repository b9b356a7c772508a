"""`briefing keys list`: every command of the reader, its keys and its id."""

from __future__ import annotations

from argparse import Namespace

from briefing.cli.commands import Command
from briefing.cli.output import Output
from briefing.cli.parser import Parser
from briefing.cli.settings import checked
from briefing.tui.commands import GROUPS


def declare(parser: Parser) -> None:
    """How to print them."""
    parser.add_argument("--json", action="store_true", help="one JSON object")


def run(args: Namespace, out: Output) -> int:
    """Print the keys in force, the owner's settings applied."""
    keys, faults = checked()
    for fault in faults:
        out.note(fault)
    if args.json:
        listed = [
            {"id": each.id, "keys": keys.of(each.id), "title": each.title, "group": group}
            for group, commands in GROUPS
            for each in commands
        ]
        out.json({"keys": listed})
        return 0
    for number, (group, commands) in enumerate(GROUPS):
        if number:
            out.line()
        out.line((group, "bold"))
        for each in commands:
            out.line(f"  {keys.all_shown(each.id):<18} {each.title:<36} ", (each.id, "dim"))
    return 0


COMMAND = Command(
    declare,
    run,
    synopsis="[--json]",
    examples=("briefing keys", "briefing keys --json"),
)
