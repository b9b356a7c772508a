"""`briefing bookmarks list`: what was marked."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from briefing.cli.commands import Command
from briefing.cli.output import Output
from briefing.cli.parser import Parser
from briefing.cli.session import library, marked

if TYPE_CHECKING:
    from briefing.store.bookmarks import Bookmark


def declare(parser: Parser) -> None:
    """Which, and how to print them."""
    parser.add_argument("--doc", metavar="DOC", help="those of this briefing alone")
    parser.add_argument("--tag", metavar="NAME", help="those with this tag alone")
    parser.add_argument("--json", action="store_true", help="one JSON object")


def run(args: Namespace, out: Output) -> int:
    """Print them in the order in which they were made."""
    with library() as books:
        found = [
            bookmark
            for bookmark in marked(books, args.doc, out)
            if not args.tag or args.tag in bookmark.tags
        ]
    if args.json:
        out.json({"bookmarks": [as_json(bookmark) for bookmark in found]})
    else:
        for bookmark in found:
            tags = "".join(f" #{tag}" for tag in bookmark.tags)
            out.line(
                (f"{bookmark.id:>4}  ", "dim"),
                (bookmark.title, "bold"),
                f" › {bookmark.label}",
                (tags, "dim"),
            )
            if bookmark.note:
                out.line(f"      {bookmark.note}")
    if not found:
        out.note("no bookmarks; `m` in the reader makes one, or `briefing bookmarks add`")
    return 0


def as_json(bookmark: Bookmark) -> dict[str, object]:
    """Its fields, by name."""
    return {
        "id": bookmark.id,
        "path": bookmark.path,
        "title": bookmark.title,
        "label": bookmark.label,
        "note": bookmark.note,
        "tags": list(bookmark.tags),
        "created": bookmark.created,
        "locator": bookmark.locator.to_dict(),
    }


COMMAND = Command(
    declare,
    run,
    synopsis="[--doc DOC] [--tag NAME] [--json]",
    examples=("briefing bookmarks", "briefing bookmarks list --tag energy --json"),
)
