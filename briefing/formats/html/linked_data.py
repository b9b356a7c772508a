"""JSON-LD as a witness: what it says of title, authors and date. Never of the page's structure.

On one page in four that carried it, an FAQ in JSON-LD listed something else than the page shows.
"""

from __future__ import annotations

import html
import json
from collections.abc import Iterable

from briefing.record import record

ARTICLES = ("Article", "Posting", "Report", "WebPage", "Recipe", "Review", "HowTo")
LARGEST = 1_000_000


@record
class Witness:
    """What linked data says; empty where it says nothing that can be used."""

    title: str = ""
    authors: tuple[str, ...] = ()
    date: str = ""
    page_date: str = ""
    """A date of something else that the page describes, where it describes no article."""
    publishers: tuple[str, ...] = ()
    """Who is named as an organisation, and is no author."""


def witness(scripts: Iterable[str]) -> Witness:
    """The first article that the linked data of a page describes."""
    things = [thing for script in scripts for thing in _things(_loaded(script))]
    owners = tuple(name for thing in things for name in _owners(thing))
    dated = next((day for t in things if (day := _text(t.get("datePublished")))), "")
    known = {_text(thing.get("@id")): thing for thing in things if thing.get("name")}
    articles = [thing for thing in things if _is_article(thing)]
    if not articles:
        return Witness(page_date=dated, publishers=owners)
    signed = (_names(_resolved(thing.get("author"), known)) for thing in articles)
    return Witness(
        title=_text(articles[0].get("headline")),
        authors=tuple(next((names for names in signed if names), [])),
        date=_text(articles[0].get("datePublished")),
        page_date=dated,
        publishers=owners,
    )


def _is_article(thing: dict[str, object]) -> bool:
    kind = thing.get("@type")
    kinds = kind if isinstance(kind, list) else [kind]
    named = any(isinstance(k, str) and k.endswith(ARTICLES) for k in kinds)
    return named and bool(thing.get("headline") or thing.get("author"))


def _resolved(found: object, known: dict[str, dict[str, object]]) -> list[object]:
    """Who is named, where a thing only says under which `@id` the page describes them."""
    named = found if isinstance(found, list) else [found]
    keys = [_text(one.get("@id") if isinstance(one, dict) else one) for one in named]
    return [
        one if isinstance(one, dict) and one.get("name") else known.get(key, one)
        for one, key in zip(named, keys, strict=True)
    ]


def _loaded(script: str) -> object:
    try:
        return json.loads(script, strict=False) if len(script) <= LARGEST else None
    except (ValueError, RecursionError):
        return None


def _owners(thing: dict[str, object]) -> list[str]:
    """The organisations that a thing is, is by, or is published by."""
    return [
        name
        for found in (thing, thing.get("author"), thing.get("publisher"))
        for name in _names(found, organisations=True)
    ]


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


def _names(found: object, *, organisations: bool = False) -> list[str]:
    """The names of persons, or of organisations; what has no type may be either."""
    named = found if isinstance(found, list) else [found]
    names = [
        _text(one.get("name")) if isinstance(one, dict) else _text(one)
        for one in named
        if _is_organisation(one) is organisations
    ]
    return [name for name in names if name]


def _is_organisation(found: object) -> bool:
    return isinstance(found, dict) and str(found.get("@type")).endswith("Organization")


def _text(found: object) -> str:
    return " ".join(html.unescape(found).split()) if isinstance(found, str) else ""
