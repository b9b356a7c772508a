"""`briefing config`: the owner's settings, where they are and whether they hold."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Mapping

from briefing.cli.commands import Command
from briefing.cli.output import Output
from briefing.cli.parser import Parser
from briefing.cli.settings import checked
from briefing.paths import Paths, default_paths
from briefing.store.settings import RULES, load


def declare(parser: Parser) -> None:
    """What to show of them."""
    either = parser.add_mutually_exclusive_group()
    either.add_argument("--path", action="store_true", help="print where the file is, and no more")
    either.add_argument("--check", action="store_true", help="print its faults, and no more")


def run(args: Namespace, out: Output) -> int:
    """Print the settings in force as TOML; with --check, status 2 when there is a fault."""
    path = default_paths().settings
    if args.path:
        out.line(str(path))
        return 0
    if args.check:
        _, faults = checked()
        for fault in faults:
            out.note(fault)
        return 2 if faults else 0
    settings, faults = load(path)
    for fault in faults:
        out.note(fault)
    values = {name: getattr(settings, name) for name in RULES}
    tables = {name: value for name, value in values.items() if isinstance(value, Mapping)}
    for name in (each for each in values if each not in tables):
        picked = "" if name != "theme" or values[name] else picked_theme(default_paths())
        source = "  # picked in the reader" if picked else ""
        out.line(f"{name} = {toml(picked or values[name])}{source}")
    for name, table in tables.items():
        out.line(f"[{name}]")
        for key, value in table.items():
            out.line(f"{toml(key)} = {toml(value)}")
    return 0


def picked_theme(paths: Paths) -> str:
    """The theme that was picked inside the reader; empty where none was."""
    if not paths.state.exists():
        return ""
    from briefing.store.state import State

    state = State.open(paths)
    try:
        return state.preference("theme") or ""
    finally:
        state.close()


def toml(value: object) -> str:
    """A value as TOML writes it, which for texts, numbers, flags and lists of them is JSON."""
    return json.dumps(list(value) if isinstance(value, tuple) else value, ensure_ascii=False)


COMMAND = Command(
    declare,
    run,
    synopsis="[--path | --check]",
    examples=("briefing config", '$EDITOR "$(briefing config --path)"', "briefing config --check"),
)
