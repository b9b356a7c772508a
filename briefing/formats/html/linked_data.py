"""JSON-LD as a witness: what it says of title, authors and date. Never of the page's structure.

On one page in four that carried it, an FAQ in JSON-LD listed something else than the page shows.
"""

from __future__ import annotations

import html
import json
from collections.abc import Iterable
from dataclasses import dataclass, field

ARTICLES = ("Article", "BlogPosting", "Report", "WebPage")
LARGEST = 1_000_000


@dataclass(frozen=True, slots=True)
class Witness:
    """What linked data says; empty where it says nothing that can be used."""

    title: str = ""
    authors: list[str] = field(default_factory=list)
    date: str = ""


def witness(scripts: Iterable[str]) -> Witness:
    """The first article that the linked data of a page describes."""
    for script in scripts:
        if len(script) > LARGEST:
            continue
        try:
            found = json.loads(script, strict=False)
        except (ValueError, RecursionError):
            continue
        for thing in _things(found):
            kind = thing.get("@type")
            kinds = kind if isinstance(kind, list) else [kind]
            if any(isinstance(k, str) and k.endswith(ARTICLES) for k in kinds) and (
                thing.get("headline") or thing.get("author")
            ):
                return Witness(
                    _text(thing.get("headline")), _names(thing.get("author")),
                    _text(thing.get("datePublished")),
                )  # fmt: skip
    return Witness()


def _things(found: object) -> Iterable[dict[str, object]]:
    """The objects of a JSON-LD script: itself, a list of them, or an `@graph`."""
    waiting = [found]
    for thing in waiting:
        if isinstance(thing, list):
            waiting.extend(thing[:100])
        elif isinstance(thing, dict):
            yield thing
            if "@graph" in thing:
                waiting.append(thing["@graph"])
        if len(waiting) > 1_000:
            return


def _names(found: object) -> list[str]:
    authors = found if isinstance(found, list) else [found]
    names = [_text(a.get("name")) if isinstance(a, dict) else _text(a) for a in authors]
    return [name for name in names if name]


def _text(found: object) -> str:
    return " ".join(html.unescape(found).split()) if isinstance(found, str) else ""
