"""`briefing search QUERY…`: what the library, or one briefing, says of it."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.cli.commands import Command
from briefing.cli.output import Output, Piece
from briefing.cli.parser import Parser, positive
from briefing.cli.session import library, refreshed, tell_problems
from briefing.document.errors import UsageError
from briefing.record import as_dict

if TYPE_CHECKING:
    from briefing.library import Library
    from briefing.search.results import Match, Results

LIMIT = 50


def declare(parser: Parser) -> None:
    """The query, where to look, how to print what is found, and the saved searches."""
    parser.add_argument(
        "words",
        nargs="*",
        metavar="QUERY",
        help="words, in the language of `briefing show guide --part s:searching`",
    )
    parser.add_argument("--doc", metavar="DOC", help="search this briefing alone")
    parser.add_argument(
        "--limit", type=positive, default=LIMIT, metavar="N", help=f"at most N, {LIMIT} if not said"
    )
    parser.add_argument("--json", action="store_true", help="one JSON object")
    parser.add_argument("--jsonl", action="store_true", help="one JSON object a match, on its line")
    parser.add_argument("--count", action="store_true", help="only how many, by kind and in all")
    parser.add_argument("--save", metavar="NAME", help="keep the query under NAME")
    parser.add_argument("--saved", action="store_true", help="list the saved searches")
    parser.add_argument("--new", metavar="NAME", help="what is new of a saved search")
    parser.add_argument("--remove", metavar="NAME", help="take a saved search away")


def run(args: Namespace, out: Output) -> int:
    """Print the matches, best first; status 1 when there is none, as grep does."""
    query = " ".join(args.words).strip()
    _check(args, query)
    named = Path(args.doc) if args.doc else None
    with library((named,) if named and named.is_file() else ()) as books:
        if args.save or args.saved or args.new or args.remove:
            return _saved(books, args, query, out)
        if args.doc:
            books.read(args.doc)  # tells what is wrong with it, which a search would not
        refreshed(books, out)
        if args.count:
            return _count(books, args, query, out)
        found = books.search(query, limit=args.limit, doc=args.doc, counting=True)
    _print(query, found, args, out)
    advise(found, out)
    return 0 if found.matches else 1


def _check(args: Namespace, query: str) -> None:
    """Raise UsageError for what does not go together."""
    asked = [f"--{name}" for name in ("save", "saved", "new", "remove") if getattr(args, name)]
    if len(asked) > 1:
        raise UsageError(f"search: {asked[0]} and {asked[1]} do not go together")
    if asked and args.doc:
        raise UsageError(f"search: {asked[0]} goes without --doc; say doc:ID in the query")
    if asked and args.count:
        hint = "; `briefing search --saved` tells how many are new" if args.new else ""
        raise UsageError(f"search: {asked[0]} goes without --count{hint}")
    if query and asked and asked != ["--save"]:
        raise UsageError(f"search: {asked[0]} goes without a query")
    if not query and (not asked or args.save):
        example = f"briefing search {'--save NAME ' if args.save else ''}drone"
        raise UsageError(f"search: name what to look for, as in `{example}`")
    if args.doc == "-":
        raise UsageError("-: standard input is not searched; `briefing add -` takes it in first")


def _saved(books: Library, args: Namespace, query: str, out: Output) -> int:
    from briefing.cli import saved

    tell_problems(books, out)
    if args.remove:
        return saved.remove(books, args.remove, out)
    refreshed(books, out)
    if args.save:
        return saved.save(books, args.save, query, out)
    if args.saved:
        return saved.listed(books, out, json=args.json)
    search, news = saved.new(books, args.new, args.limit)
    _print(search.query, news.results, args, out)
    saved.looked_at(books, search, news, out)
    saved.advise(news.results, out)
    return 0 if news.results.matches else 1


def _count(books: Library, args: Namespace, query: str, out: Output) -> int:
    """How many parts, a line a kind; status 1 when there is none."""
    counts = books.searches.counts(query, args.doc)
    total = sum(counts.values())
    if args.json or args.jsonl:
        out.json({"query": query, "total": total, "kinds": counts})
    else:
        for name, count in (*counts.items(), ("total", total)):
            out.line(f"{name:<8} {count:>7,}")
    advise(books.searches.checked(query), out, empty=not total)
    return 0 if total else 1


def _print(query: str, found: Results, args: Namespace, out: Output) -> None:
    if args.json:
        out.json(as_json(query, found))
    for match in () if args.json else found.matches:
        if args.jsonl:
            out.json(as_dict(match), lines=True)
        else:
            out.line(*as_line(match))


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
    """The results as one object; `total` counts what was found, also past the limit.

    `exact` of these hold all words; `note` says why there are others.
    """
    return {
        "query": query,
        "total": found.total,
        "matches": [as_dict(match) for match in found.matches],
        "ignored": [each.why for each in found.ignored],
        "suggestions": list(found.suggestions),
        "exact": found.exact,
        "note": found.note,
    }


def advise(found: Results, out: Output, *, empty: bool = True) -> None:
    """Say what was ignored, what was left off, and what to try."""
    from briefing.search.wording import told

    for line in told(found, empty=empty):
        out.note(line)
    if found.total > len(found.matches) > 0:
        out.note(f"{len(found.matches)} of {found.total} matches; --limit {found.total} shows all")


COMMAND = Command(
    declare,
    run,
    synopsis="QUERY... [--doc DOC] [--limit N] [--json|--jsonl|--count]",
    examples=(
        "briefing search caspian",
        "briefing search '\"drone strike\"' in:trends",
        "briefing search drone -naval after:2025-11",
        "briefing search settlement --doc report.md --json",
        "briefing search --save sea 'caspian OR \"black sea\"'",
        "briefing search --new sea",
    ),
    dashed_words=True,
)
