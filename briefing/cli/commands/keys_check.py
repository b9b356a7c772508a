"""`briefing keys check`: whether the owner's keys can all be used."""

from __future__ import annotations

from argparse import Namespace

from briefing.cli.commands import Command
from briefing.cli.output import Output
from briefing.cli.parser import Parser
from briefing.cli.settings import checked


def declare(parser: Parser) -> None:
    """Nothing to say."""
    del parser


def run(args: Namespace, out: Output) -> int:
    """Print nothing but the faults; status 2 when there is one."""
    del args
    _, faults = checked()
    for fault in faults:
        out.note(fault)
    return 2 if faults else 0


COMMAND = Command(declare, run, synopsis="", examples=("briefing keys check",))
