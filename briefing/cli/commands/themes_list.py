"""`briefing themes list`: the colour themes that there are."""

from __future__ import annotations

from argparse import Namespace

from briefing.cli.commands import Command
from briefing.cli.output import Output
from briefing.cli.parser import Parser
from briefing.paths import default_paths
from briefing.record import as_dict
from briefing.resources import bundled
from briefing.theme import available


def declare(parser: Parser) -> None:
    """How to print them."""
    parser.add_argument("--json", action="store_true", help="one JSON object, with every colour")


def run(args: Namespace, out: Output) -> int:
    """Print a line a theme: the bundled ones and the owner's own."""
    listing = available([bundled("themes"), default_paths().themes])
    for fault in listing.faults:
        out.note(fault)
    if args.json:
        out.json({"themes": [as_dict(palette) for palette in listing.palettes]})
        return 0
    longest = max((len(palette.id) for palette in listing.palettes), default=0)
    for palette in listing.palettes:
        ground = "dark" if palette.dark else "light"
        about = palette.about or palette.name
        out.line((f"{palette.id:<{longest}}", "bold"), f"  {ground:<5}  {about}")
    return 0


COMMAND = Command(
    declare,
    run,
    synopsis="[--json]",
    examples=("briefing themes", "briefing themes list --json"),
)
