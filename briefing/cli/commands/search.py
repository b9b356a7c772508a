"""`briefing search QUERY…`: what the library, or one briefing, says of it."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.cli.commands import Command
from briefing.cli.output import Output, Piece
from briefing.cli.parser import Parser, positive
from briefing.cli.session import library, refreshed
from briefing.document.errors import UsageError
from briefing.record import as_dict

if TYPE_CHECKING:
    from briefing.search.results import Match, Results

LIMIT = 50


def declare(parser: Parser) -> None:
    """The query, where to look and how to print what is found."""
    parser.add_argument(
        "words", nargs="*", metavar="QUERY", help="words; see the query language in the README"
    )
    parser.add_argument("--doc", metavar="DOC", help="search this briefing alone")
    parser.add_argument(
        "--limit", type=positive, default=LIMIT, metavar="N", help=f"at most N, {LIMIT} if not said"
    )
    parser.add_argument("--json", action="store_true", help="one JSON object")


def run(args: Namespace, out: Output) -> int:
    """Print the matches, best first; status 1 when there is none, as grep does."""
    query = " ".join(args.words).strip()
    if not query:
        raise UsageError("search: name what to look for, as in `briefing search drone`")
    if args.doc == "-":
        raise UsageError("-: standard input is not searched; `briefing add -` takes it in first")
    named = Path(args.doc) if args.doc else None
    with library((named,) if named and named.is_file() else ()) as books:
        if args.doc:
            books.read(args.doc)  # tells what is wrong with it, which a search would not
        refreshed(books, out)
        found = books.search(query, limit=args.limit, doc=args.doc, counting=True)
    if args.json:
        out.json(as_json(query, found))
    else:
        for match in found.matches:
            out.line(*as_line(match))
    advise(found, out)
    return 0 if found.matches else 1


def as_line(match: Match) -> list[Piece]:
    """`path:line: title › part (kind): excerpt`, one line as grep prints it."""
    pieces: list[Piece] = [(f"{match.path}:{match.line}: ", "dim"), (match.title, "bold")]
    if match.part_title and match.part_title != match.title:
        pieces += [" › ", (match.part_title, "bold")]
    pieces.append(f" ({match.kind}): ")
    at = 0
    for start, end in match.marks:
        pieces += [match.excerpt[at:start], (match.excerpt[start:end], "match")]
        at = end
    return [*pieces, match.excerpt[at:]]


def as_json(query: str, found: Results) -> dict[str, object]:
    """The results as one object; `total` counts what was found, also past the limit."""
    return {
        "query": query,
        "total": found.total,
        "matches": [as_dict(match) for match in found.matches],
        "ignored": [each.why for each in found.ignored],
        "suggestions": list(found.suggestions),
    }


def advise(found: Results, out: Output) -> None:
    """Say what was ignored, what was left off, and what to try."""
    from briefing.search.wording import told

    for line in told(found):
        out.note(line)
    if found.total > len(found.matches) > 0:
        out.note(f"{len(found.matches)} of {found.total} matches; --limit {found.total} shows all")


COMMAND = Command(
    declare,
    run,
    synopsis="QUERY... [--doc DOC] [--limit N] [--json]",
    examples=(
        "briefing search caspian",
        "briefing search '\"drone strike\"' in:trends",
        "briefing search drone -naval after:2025-11",
        "briefing search settlement --doc report.md --json",
    ),
    dashed_words=True,
)
