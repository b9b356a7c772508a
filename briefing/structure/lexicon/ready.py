"""A lexicon as plain lists and tables, and back: what a start reads instead of all languages."""

from __future__ import annotations

from typing import Any

from briefing.structure.lexicon.model import WAYS, Furniture, Lexicon
from briefing.structure.phrases import Phrases


def plain(lexicon: Lexicon) -> dict[str, Any]:
    """What `from_plain` makes the same lexicon of: strings, numbers, lists and tables of them."""
    made: dict[str, Any] = {}
    for name in Lexicon.__match_args__:
        value = getattr(lexicon, name)
        if isinstance(value, Phrases):
            made[name] = value.texts()
        elif isinstance(value, frozenset):
            made[name] = sorted(value)
        elif isinstance(value, dict):
            made[name] = value
    made["common"] = {code: sorted(words) for code, words in lexicon.common.items()}
    made["furniture"] = [
        [one.reason, *(getattr(one, way).texts() for way in WAYS)] for one in lexicon.furniture
    ]
    return made


def from_plain(data: dict[str, Any]) -> Lexicon:
    """The lexicon that `plain` gave; KeyError, TypeError or ValueError for anything else."""
    made: dict[str, Any] = {}
    for name, kind in Lexicon.__annotations__.items():
        if kind == "Phrases":
            made[name] = Phrases.ready(data[name])
        elif kind == "frozenset[str]":
            made[name] = frozenset(data[name])
        elif name != "any_furniture":
            made[name] = data[name]
    furniture = tuple(
        Furniture(reason, *map(Phrases.ready, ways)) for reason, *ways in data["furniture"]
    )
    made["furniture"], made["any_furniture"] = furniture, Furniture.union(furniture)
    made["common"] = {code: frozenset(words) for code, words in data["common"].items()}
    made["furniture_lines"] = {
        line: (reason, opens) for line, (reason, opens) in data["furniture_lines"].items()
    }
    return Lexicon(**made)
