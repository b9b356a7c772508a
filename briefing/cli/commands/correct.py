"""`briefing correct DOC LINE --as KIND`: say what a line is, where the split has it wrong."""

from __future__ import annotations

from argparse import Namespace

from briefing.cli.commands import Command
from briefing.cli.output import Output
from briefing.cli.parser import Parser, one_of, positive
from briefing.cli.session import library
from briefing.document.correction import KINDS, Correction, kind_of
from briefing.document.errors import UsageError
from briefing.document.text import clean_line

DEEPEST = 6


def declare(parser: Parser) -> None:
    """Which line, and what it is."""
    parser.add_argument("doc", metavar="DOC", help="a path, `-`, or the start of an id")
    parser.add_argument("line", nargs="?", type=positive, metavar="LINE", help="its number, from 1")
    parser.add_argument(
        "--as", dest="kind", type=one_of(*KINDS), metavar="KIND", help=", ".join(KINDS)
    )
    parser.add_argument("--level", type=positive, metavar="N", help="of a heading: 1 to 6")
    parser.add_argument(
        "--label", default="", metavar="TEXT", help="of a trend or tip: the words that label it"
    )
    parser.add_argument("--list", action="store_true", help="print what was corrected")
    parser.add_argument("--undo", action="store_true", help="take back the last one, or LINE's")
    parser.add_argument("--json", action="store_true", help="with --list: print one JSON object")


def run(args: Namespace, out: Output) -> int:
    """Keep it and say so; --list and --undo end with 1 where there is none."""
    kind = kind_of(args.kind or "")
    if args.level and (kind != "heading" or args.level > DEEPEST):
        raise UsageError(f"--level is 1 to {DEEPEST}, and goes with --as heading")
    if args.label and kind not in ("trend", "tip"):
        raise UsageError("--label goes with --as trend and --as tip")
    if args.list + args.undo + (kind is not None) != 1 or (args.json and not args.list):
        raise UsageError("say LINE --as KIND, or --list, or --undo; see `briefing correct --help`")
    with library() as books:
        given = books.corrections(args.doc)
        if args.list:
            return listed(args.doc, given, out, as_json=args.json)
        if kind is None:
            chosen = [each for each in given if args.line in (None, each.line)]
            if not chosen:
                out.note(f"{args.doc}: no correction to undo")
                return 1
            books.uncorrect(args.doc, chosen[-1])
            out.line(f"undone: {shown(chosen[-1])}")
            return 0
        if args.line is None:
            raise UsageError("which line? `briefing show DOC --format json` has their numbers")
        line, text = books.line(args.doc, args.line)
        if not text:
            message = f"{args.doc}: nothing to correct on line {args.line}: no text stands there"
            raise UsageError(message)
        correction = Correction(line, text, kind, args.level or 0, clean_line(args.label))
        books.correct(args.doc, correction)
    out.line(f"corrected: {shown(correction)}")
    return 0


def listed(doc: str, given: tuple[Correction, ...], out: Output, *, as_json: bool) -> int:
    """Every correction, the oldest first."""
    if as_json:
        out.json({"corrections": [as_object(correction) for correction in given]})
    for correction in given if not as_json else ():
        out.line(shown(correction))
    if not given:
        out.note(f"{doc}: nothing is corrected")
    return 0 if given else 1


def shown(correction: Correction) -> str:
    """One line."""
    level = f" of level {correction.level}" if correction.level else ""
    return f"line {correction.line}: {correction.kind}{level}: {correction.text}"


def as_object(correction: Correction) -> dict[str, object]:
    """Its keys as in a sidecar."""
    return {
        "line": correction.line,
        "text": correction.text,
        "as": correction.kind,
        "level": correction.level or None,
        "label": correction.label,
    }


COMMAND = Command(
    declare,
    run,
    synopsis="DOC [LINE] (--as KIND | --list | --undo)",
    examples=(
        "briefing correct report.txt 31 --as heading",
        "briefing correct report.txt 31 --as heading --level 2",
        "briefing correct report.txt --list",
        "briefing correct report.txt --undo",
    ),
)
