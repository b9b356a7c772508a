"""One command a file. A command's file is imported only when the command is run."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from briefing import __version__

if TYPE_CHECKING:
    from argparse import Namespace

    from briefing.cli.output import Output
    from briefing.cli.parser import Parser

VERSION = f"briefing {__version__}"
"""What `briefing --version` prints."""


class Command(NamedTuple):
    """What a command's file declares, as `COMMAND`."""

    declare: Callable[[Parser], None]
    """Add its arguments."""
    run: Callable[[Namespace, Output], int]
    """Do it, and return the exit status."""
    synopsis: str
    examples: tuple[str, ...]
    dashed_words: bool = False
    """Words that begin with one `-` are part of its query."""
    footer: str = ""


SUMMARIES = {
    "show": "print a briefing, or one part of it",
    "correct": "say what a line is, where the split has it wrong",
    "search": "find words in the library, or in one briefing",
    "list": "list the briefings in the library",
    "add": "take documents into the library",
    "bookmarks list": "list what was marked",
    "bookmarks add": "mark a part of a briefing",
    "bookmarks remove": "remove a bookmark",
    "bookmarks verify": "tell which bookmarks still stand where they were made",
    "bookmarks export": "print the bookmarks as Markdown or JSON",
    "index": "show the search index, or bring it up to date",
    "themes list": "list the colour themes",
    "themes check": "check a theme file",
    "keys list": "list the keys of the reader and what they do",
    "keys check": "check the keys in the settings",
    "config": "print the settings in force",
    "doctor": "check that everything the reader needs is here",
    "completion": "print a completion script for a shell",
}
"""Every command by its name on the command line, in the order of the help."""

DEFAULTS = {"bookmarks": "bookmarks list", "themes": "themes list", "keys": "keys list"}
"""What a command of several does when its name stands alone."""


def command(name: str) -> Command:
    """The command called `name`, or `open`."""
    module = import_module(f"briefing.cli.commands.{name.replace(' ', '_')}")
    declared: Command = module.COMMAND
    return declared


def parser_of(name: str) -> Parser:
    """The arguments of the command called `name`."""
    from briefing.cli.parser import Parser

    declared = command(name)
    parser = Parser(
        "briefing" if name == "open" else f"briefing {name}",
        SUMMARIES.get(name, "a terminal reader that sees what a briefing is made of"),
        synopsis=declared.synopsis,
        examples=declared.examples,
        footer=declared.footer,
        dashed_words=declared.dashed_words,
    )
    declared.declare(parser)
    return parser
