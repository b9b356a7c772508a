"""The tools that are compared: one small adapter for each, and none imported before it is used.

A tool says which formats it reads and of which things it has a notion; the others have no figure.
Each is used as its own documentation begins, with what it takes best: bytes where it finds out the
encoding itself, text otherwise.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib import import_module, metadata
from importlib.util import find_spec
from os import environ
from typing import Any

from benchmarks.structure.annotation import FORMATS, Format
from benchmarks.structure.outline import Answered, Item, Outline, lines_of

HEADINGS = tuple(f"h{level}" for level in range(1, 7))
Read = Callable[[bytes, str], Outline]
"""The bytes of a document and the name of its file."""


@dataclass(frozen=True, slots=True)
class Tool:
    """A tool, and how to ask it."""

    name: str
    distribution: str
    """Its name in a package registry."""
    module: str
    reads: tuple[Format, ...]
    notions: frozenset[str]
    """Of `headings`, `trends`, `faq`, `tips`, `title`, `byline`, `date`, `furniture`."""
    read: Read

    @property
    def installed(self) -> bool:
        """Whether it can be imported here."""
        return find_spec(self.module) is not None

    @property
    def version(self) -> str:
        """What is installed; empty for a checkout that was never installed."""
        try:
            return metadata.version(self.distribution)
        except metadata.PackageNotFoundError:
            return ""


def _ours(data: bytes, name: str) -> Outline:
    contract = import_module("briefing.export.contract")
    reading = import_module("briefing.library.reading")
    seen: dict[str, Any] = contract.to_object(reading.briefing_of(data, name))
    trends = _items(seen["trends"])
    tips = _items(seen["tips"])
    questions = tuple(Answered(pair["question"], pair["answer"]) for pair in seen["faq"])
    kept = [seen[key] or "" for key in ("title", "subtitle", "byline")] + seen["lead"]
    for section in seen["sections"]:
        kept += [section["title"], section["text"]]
    for pair in questions:
        kept += [pair.question, pair.answer]
    kept += [f"{item.label} {item.text}" for item in trends + tips]
    return Outline(
        title=seen["title"] or "",
        byline=seen["byline"] or "",
        date=seen["date"] or "",
        headings=tuple(section["title"] for section in seen["sections"]),
        trends=trends,
        questions=questions,
        tips=tips,
        kept=lines_of(*kept),
    )


def _items(found: Iterable[dict[str, Any]]) -> tuple[Item, ...]:
    return tuple(Item(one["label"] or "", one["text"]) for one in found)


def _unstructured(data: bytes, name: str) -> Outline:
    """Titles are its headings, the first of them its title. It is kept from reporting its use."""
    environ.update(DO_NOT_TRACK="1", UNSTRUCTURED_DISABLE_NOTICE="1")
    kind = {"md": "md", "html": "html", "htm": "html"}.get(name.rpartition(".")[2], "text")
    partition = getattr(import_module(f"unstructured.partition.{kind}"), f"partition_{kind}")
    elements = partition(text=data.decode("utf-8", "replace"))
    headings = tuple(one.text for one in elements if one.category == "Title")
    kept = lines_of(*(one.text for one in elements))
    return Outline(title=next(iter(headings), ""), headings=headings, kept=kept)


def _trafilatura(data: bytes, _name: str) -> Outline:
    """Its body keeps headings as elements."""
    found = import_module("trafilatura").bare_extraction(data, with_metadata=True)
    if found is None:
        return Outline()
    body = found.body
    headings = () if body is None else tuple("".join(one.itertext()) for one in body.iter("head"))
    return Outline(
        title=found.title or "",
        byline=found.author or "",
        date=found.date or "",
        headings=headings,
        kept=lines_of(found.title or "", found.text or ""),
    )


def _readability(data: bytes, _name: str) -> Outline:
    """Its summary is HTML, read with the parser that it is built on."""
    document = import_module("readability").Document(data.decode("utf-8", "replace"))
    summary = import_module("lxml.html").fromstring(document.summary())
    headings = tuple(one.text_content() for one in summary.iter(*HEADINGS))
    pieces = (text for one in summary.iter() for text in (one.text, one.tail) if text)
    title, byline = (
        "" if said in (None, "[no-title]", "[no-author]") else said
        for said in (document.short_title(), document.author())
    )
    # Whole for phrases that a link cuts in two, in pieces for what is a line of its own.
    kept = lines_of(title, byline, summary.text_content(), *pieces)
    return Outline(title=title, byline=byline, headings=headings, kept=kept)


def _html_to_markdown(data: bytes, _name: str) -> Outline:
    """It tells the headings and the metadata apart from the text."""
    made = import_module("html_to_markdown").convert(data.decode("utf-8", "replace"))
    said = made.metadata
    return Outline(
        title=said.document.title or "",
        byline=said.document.author or "",
        headings=tuple(one.text for one in said.headers),
        kept=lines_of(made.content or ""),
    )


EVERYTHING = frozenset(
    {"headings", "trends", "faq", "tips", "title", "byline", "date", "furniture"}
)
PAGE = frozenset({"headings", "title", "byline", "furniture"})
OURS = Tool("briefing", "briefing-reader", "briefing", FORMATS, EVERYTHING, _ours)
PEERS = (
    Tool(
        "unstructured",
        "unstructured",
        "unstructured",
        FORMATS,
        frozenset({"headings", "title", "furniture"}),
        _unstructured,
    ),
    Tool("trafilatura", "trafilatura", "trafilatura", ("html",), PAGE | {"date"}, _trafilatura),
    Tool("readability-lxml", "readability-lxml", "readability", ("html",), PAGE, _readability),
    Tool(
        "html-to-markdown",
        "html-to-markdown",
        "html_to_markdown",
        ("html",),
        PAGE,
        _html_to_markdown,
    ),
)
TOOLS = (OURS, *PEERS)
