"""The parser's events with neighbouring texts joined, whichever version of it is installed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import pyromark

JOINS = tuple(map(int, pyromark.__version__.split(".")[:2])) >= (0, 10)
"""From 0.10 on, which needs Python 3.11, the parser joins them itself."""


def events_of(text: str, options: Any) -> Iterable[Any]:
    """Pairs of an event and its range in bytes."""
    if JOINS:
        return pyromark.events_with_range(text, options=options, merge_text=True)
    return joined(pyromark.events_with_range(text, options=options))


def joined(events: Iterable[Any]) -> Iterator[Any]:
    """`events` with each run of texts as one."""
    words: list[str] = []
    start = end = 0
    for event, where in events:
        if isinstance(event, dict) and "Text" in event:
            if not words:
                start = where["start"]
            words.append(event["Text"])
            end = where["end"]
            continue
        if words:
            yield {"Text": "".join(words)}, {"start": start, "end": end}
            words = []
        yield event, where
    if words:
        yield {"Text": "".join(words)}, {"start": start, "end": end}
