"""The command: what to read, with what, and what to print."""

from __future__ import annotations

import argparse
import json
import platform
import statistics
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.structure.annotation import (
    FORMATS,
    AnnotationError,
    Format,
    locate,
    read_annotations,
)
from benchmarks.structure.figures import Figures, figures
from benchmarks.structure.measure import Document, Result, import_seconds, run
from benchmarks.structure.peers import OURS, PEERS
from benchmarks.structure.table import render

OWN = Path(__file__).parent / "documents"
TITLES: dict[Format, str] = {"plain": "plain text", "markdown": "Markdown", "html": "HTML"}


def main(argv: Sequence[str] | None = None) -> int:
    """Run the benchmark. Returns 0, or 2 for folders that cannot be used."""
    options = _parser().parse_args(argv)
    try:
        documents = _documents(options)
    except AnnotationError as error:
        print(error, file=sys.stderr)
        return 2
    kept: dict[str, object] = {}
    for form in FORMATS:
        group = [one for one in documents if one.annotation.format == form]
        if group:
            kept[form] = _group(form, group, options.verbose)
    if options.json:
        figures_of_all = {"python": platform.python_version(), "groups": kept}
        text = json.dumps(figures_of_all, ensure_ascii=False, indent=1)
        options.json.write_text(text + "\n", "utf-8")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="benchmarks.structure",
        description="Score the splitter, and what is installed of other tools, on documents that "
        "a person has annotated. Without folders: on a few documents of our own.",
    )
    for name, what in (("--docs", "documents"), ("--gold", "annotations, one JSON file each")):
        again = f"{what}; give it again for another folder"
        parser.add_argument(name, type=Path, action="append", metavar="DIR", help=again)
    parser.add_argument("--only", choices=FORMATS, help="one format group")
    parser.add_argument("--json", type=Path, metavar="FILE", help="keep every figure and error")
    parser.add_argument("--verbose", action="store_true", help="list each error of ours")
    return parser


def _documents(options: argparse.Namespace) -> list[Document]:
    # One kind of folder alone holds both, as our own does.
    folders = options.docs or options.gold or [OWN]
    return [
        Document(annotation, locate(annotation, folders).read_bytes())
        for annotation in read_annotations(options.gold or folders)
        if options.only in (None, annotation.format)
    ]


def _group(form: Format, documents: Sequence[Document], verbose: bool) -> dict[str, object]:
    """Print the table of one format group; returns its figures by tool."""
    peers = [tool for tool in PEERS if form in tool.reads]
    tools = [OURS, *(tool for tool in peers if tool.installed)]
    results = {tool.name: run(tool, documents) for tool in tools}
    columns: dict[str, Figures] = {}
    for tool in tools:
        found = results[tool.name]
        columns[tool.name] = figures([one.score for one in found])
        columns[tool.name]["ms"] = 1000 * statistics.median(one.seconds for one in found)
        if (seconds := import_seconds(tool, form)) is not None:
            columns[tool.name]["import"] = seconds
    absent = [tool.name for tool in peers if not tool.installed]
    if verbose:
        _print_errors(results[OURS.name])
    print(render(TITLES[form], len(documents), tools, columns, absent), end="\n\n", flush=True)
    kept: dict[str, object] = dict.fromkeys(absent, "not installed")
    for tool in tools:
        name, figure = tool.name, columns[tool.name]
        kept[name] = {
            "version": tool.version,
            "figures": {key: round(value, 4) for key, value in sorted(figure.items())},
            "errors": {one.file: one.score.errors for one in results[name] if one.score.errors},
        }
    return kept


def _print_errors(results: Sequence[Result]) -> None:
    for result in results:
        if result.score.errors:
            print(result.file, *result.score.errors, sep="\n    ")
