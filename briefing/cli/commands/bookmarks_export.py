"""`briefing bookmarks export`: bookmarks and notes, for other programs and for people."""

from __future__ import annotations

from argparse import Namespace
from itertools import groupby
from typing import TYPE_CHECKING

from briefing.cli.commands import Command
from briefing.cli.commands.bookmarks_list import as_json
from briefing.cli.output import Output
from briefing.cli.parser import Parser, one_of
from briefing.cli.session import library, marked

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.store.bookmarks import Bookmark


def declare(parser: Parser) -> None:
    """Which, and in which form."""
    parser.add_argument("--doc", metavar="DOC", help="those of this briefing alone")
    parser.add_argument(
        "--format",
        type=one_of("markdown", "json"),
        default="markdown",
        metavar="FORMAT",
        help="markdown (the default) or json",
    )


def run(args: Namespace, out: Output) -> int:
    """Print all of them."""
    with library() as books:
        found = marked(books, args.doc, out)
    if args.format == "json":
        out.json({"bookmarks": [as_json(bookmark) for bookmark in found]})
    else:
        out.text(as_markdown(found))
    return 0


def as_markdown(bookmarks: Sequence[Bookmark]) -> str:
    """A heading a document, and under it each quote with its place, note and tags."""
    blocks = []
    ordered = sorted(bookmarks, key=lambda each: (each.path, each.locator.passage))
    for _, group in groupby(ordered, key=lambda each: each.path):
        listed = list(group)
        blocks.append(f"# {listed[0].title}\n\n{listed[0].path}")
        blocks.extend(map(_entry, listed))
    return "\n\n".join(blocks)


def _entry(bookmark: Bookmark) -> str:
    tags = " ".join(f"#{tag}" for tag in bookmark.tags)
    quote = "\n".join(f"> {line}" for line in bookmark.locator.quote.splitlines())
    return "\n\n".join(filter(None, [f"## {bookmark.label}", quote, bookmark.note, tags]))


COMMAND = Command(
    declare,
    run,
    synopsis="[--doc DOC] [--format FORMAT]",
    examples=(
        "briefing bookmarks export > marks.md",
        "briefing bookmarks export --doc report.md --format json",
    ),
)
