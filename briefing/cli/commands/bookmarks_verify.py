"""`briefing bookmarks verify`: whether what was quoted still stands."""

from __future__ import annotations

from argparse import Namespace

from briefing.cli.commands import Command
from briefing.cli.output import Output, Style
from briefing.cli.parser import Parser
from briefing.cli.session import library, marked
from briefing.document.errors import DocumentError
from briefing.document.locator import place

STYLES: dict[str, Style] = {"placed": "good", "moved": "good"}


def declare(parser: Parser) -> None:
    """Which, and how to print them."""
    parser.add_argument("--doc", metavar="DOC", help="those of this briefing alone")
    parser.add_argument("--json", action="store_true", help="one JSON object")


def run(args: Namespace, out: Output) -> int:
    """Print `placed`, `moved`, `changed` or `lost` for each; status 1 when any has changed."""
    found: list[dict[str, object]] = []
    with library() as books:
        for bookmark in marked(books, args.doc, out):
            try:
                status: str = place(books.read(bookmark.path), bookmark.locator).status
            except DocumentError as error:
                out.note(str(error))
                status = "lost"
            found.append(
                {
                    "id": bookmark.id,
                    "status": status,
                    "path": bookmark.path,
                    "label": bookmark.label,
                    "quote": bookmark.locator.quote,
                }
            )
            if not args.json:
                out.line(
                    f"{bookmark.id:>4}  ",
                    (f"{status:<7}", STYLES.get(status, "bad")),
                    f"  {bookmark.title} › {bookmark.label}",
                )
    if args.json:
        out.json({"bookmarks": found})
    return 0 if all(each["status"] in STYLES for each in found) else 1


COMMAND = Command(
    declare,
    run,
    synopsis="[--doc DOC] [--json]",
    examples=("briefing bookmarks verify", "briefing bookmarks verify --doc report.md --json"),
)
