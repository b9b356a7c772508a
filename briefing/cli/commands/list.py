"""`briefing list`: what the library holds."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import asdict
from typing import TYPE_CHECKING

from briefing.cli.commands import Command
from briefing.cli.output import Output
from briefing.cli.parser import Parser, positive
from briefing.cli.session import library, refreshed
from briefing.document.errors import UsageError
from briefing.document.words import duration

if TYPE_CHECKING:
    from briefing.library.entry import Entry

ALL = 1_000_000


def declare(parser: Parser) -> None:
    """How to print it."""
    parser.add_argument(
        "--trends", action="store_true", help="the key trends of all briefings, the newest first"
    )
    parser.add_argument(
        "--limit", type=positive, metavar="N", help="of trends: at most N, all if not said"
    )
    parser.add_argument("--json", action="store_true", help="one JSON object")


def run(args: Namespace, out: Output) -> int:
    """Print two lines a briefing, or a trend."""
    if args.trends:
        return board(args, out)
    if args.limit:
        raise UsageError("list: --limit is for --trends")
    with library() as books:
        refreshed(books, out)
        entries = books.entries()
    if args.json:
        out.json({"briefings": [as_json(entry) for entry in entries]})
    else:
        longest = max((len(entry.id) for entry in entries), default=0)
        for entry in entries:
            out.line(f"{entry.id:<{longest}}  {entry.date or '':<10}  ", (entry.title, "bold"))
            out.line(f"{'':<{longest}}  {'':<10}  ", (counts(entry), "dim"))
    if not entries:
        out.note("the library is empty; `briefing add PATH` takes documents in")
    return 0


def board(args: Namespace, out: Output) -> int:
    """Print the trends; status 0, also when there is none."""
    with library() as books:
        refreshed(books, out)
        trends = books.trends(args.limit or ALL)
    if args.json:
        out.json({"trends": [asdict(trend) for trend in trends]})
        return 0
    for trend in trends:
        text = " ".join(trend.text.split())
        label = f"{trend.label}: " if trend.label else ""
        text = text.removeprefix(trend.label).lstrip(": ")
        out.line(f"{trend.date or '':<10}  ", (label, "bold"), text)
        out.line(f"{'':<10}  ", (f"{trend.title} · {trend.document_id} {trend.part}", "dim"))
    if not trends:
        out.note("no briefing in the library has key trends")
    return 0


def counts(entry: Entry) -> str:
    """What it is made of, and how far it was read."""
    named = (
        (entry.sections, "section"),
        (entry.trends, "trend"),
        (entry.questions, "question"),
        (entry.tips, "tip"),
        (entry.bookmarks, "bookmark"),
    )
    made = [f"{number} {name}{'' if number == 1 else 's'}" for number, name in named if number]
    read = f"{entry.progress:.0%} read" if entry.progress else "unread"
    return " · ".join([duration(entry.minutes), *made, read])


def as_json(entry: Entry) -> dict[str, object]:
    """Its fields, by name."""
    return entry._asdict()


COMMAND = Command(
    declare,
    run,
    synopsis="[--trends [--limit N]] [--json]",
    examples=(
        "briefing list",
        "briefing list --trends --limit 20",
        "briefing list --json | jq -r '.briefings[].title'",
    ),
)
