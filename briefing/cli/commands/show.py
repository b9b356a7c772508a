"""`briefing show DOC`: a briefing, or one part of it, on standard output."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING, cast

from briefing.cli.commands import Command
from briefing.cli.output import Output
from briefing.cli.parser import Parser, one_of
from briefing.cli.session import library
from briefing.document.errors import UsageError

if TYPE_CHECKING:
    from briefing.document.model import Briefing

GROUPS = {"sections": "section", "trends": "trend", "faq": "question", "tips": "tip"}
UNWRAPPED = 1_000_000
"""Cells: no paragraph is that long, so none is wrapped."""


def declare(parser: Parser) -> None:
    """The document, what of it, and in which form."""
    parser.add_argument("doc", metavar="DOC", help="a path, `-`, or the start of an id")
    parser.add_argument(
        "--part", metavar="PART", help="sections, trends, faq, tips, omitted, or the id of a part"
    )
    parser.add_argument(
        "--format",
        type=one_of("text", "markdown", "html", "json"),
        metavar="FORMAT",
        help="text (the default), markdown, html or json",
    )
    parser.add_argument(
        "--explain", action="store_true", help="the rule that made each part, in JSON"
    )
    parser.add_argument(
        "--plain", action="store_true", help="a paragraph a line, unwrapped; for screen readers"
    )


def run(args: Namespace, out: Output) -> int:
    """Print it; status 0, also for a part that is known and empty."""
    form = args.format or ("json" if args.explain else "text")
    if args.explain and form != "json":
        raise UsageError(f"--explain is written in JSON, not as {form}")
    with library() as books:
        briefing = books.read(args.doc)
    for notice in briefing.notices:
        out.note(f"{args.doc}: {notice}")
    part = args.part
    if part and part != "omitted" and part not in GROUPS and briefing.part(part) is None:
        raise UsageError(unknown_part(args.doc, briefing, part))
    if not briefing.passages:
        out.note(f"{args.doc}: an empty briefing, there is nothing in it to read")
    if form == "json":
        out.json(as_json(briefing, part, explain=args.explain))
    else:
        out.text(as_text(briefing, part, form, width(out, plain=args.plain)))
    return 0


def unknown_part(doc: str, briefing: Briefing, part: str) -> str:
    """What to say of a part that the briefing does not have."""
    from difflib import get_close_matches

    near = get_close_matches(part, [one.id for one in briefing.parts], 1, 0.5)
    hint = f"did you mean {near[0]}?" if near else f"name one of {', '.join(GROUPS)}, omitted"
    return f"{doc}: no part {part!r}: {hint}"


def width(out: Output, *, plain: bool) -> int:
    """Cells to wrap at: the terminal's, at most 80 as for a pipe."""
    if plain:
        return UNWRAPPED
    if not out.stdout.isatty():
        return 80
    import shutil  # here: it loads what reads archives

    return min(80, shutil.get_terminal_size().columns)


def as_json(briefing: Briefing, part: str | None, *, explain: bool) -> object:
    """The contract object, or the list of one kind of part, or the object of one part."""
    from briefing.export.contract import to_object

    whole = to_object(briefing, explain=explain)
    if not part:
        return whole
    if part == "omitted" or part in GROUPS:
        return {part: whole[part]}
    kind = next(one.kind for one in briefing.parts if one.id == part)
    group = next(name for name, of in GROUPS.items() if of == kind)
    listed = cast("list[dict[str, object]]", whole[group])
    return next(one for one in listed if one["id"] == part)


def as_text(briefing: Briefing, part: str | None, form: str, cells: int) -> str:
    """The briefing as text, Markdown or HTML."""
    if form == "markdown":
        from briefing.export import markdown

        return markdown.render(briefing, part=part)
    if form == "html":
        from briefing.export import html

        return html.render(briefing, part=part)
    from briefing.export import text

    return text.render(briefing, width=cells, part=part)


COMMAND = Command(
    declare,
    run,
    synopsis="DOC [--part PART] [--format FORMAT] [--explain] [--plain]",
    examples=(
        "briefing show report.md",
        "briefing show report.md --part trends",
        "briefing show report.md --explain",
        "pdftotext report.pdf - | briefing show -",
    ),
)
