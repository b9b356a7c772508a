"""A position in a briefing that survives revision of its text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from briefing.document.model import Briefing
from briefing.record import as_dict, record

QUOTE = 200
"""The longest quote, in characters: about two lines on a wide screen, enough to be unique."""
CONTEXT = 64
"""Characters kept before and after the quote, across passages."""
BETWEEN = "\n"
"""Stands between two passages in `before` and `after`."""


Status = Literal["placed", "moved", "changed", "lost"]
"""The same text under the same headings; the same text elsewhere; edited text; not to be found."""


@record
class Place:
    """Where a locator leads in a briefing; passage and offset mean nothing when it is lost."""

    status: Status
    passage: int = 0
    offset: int = 0


LOST = Place("lost")


@record
class Locator:
    """Where something stood, said in several ways, so that one of them still holds later."""

    part: str
    """Id of the part; empty in the head, the lead and what is omitted."""
    headings: tuple[str, ...]
    """Titles of the sections around it, outermost first."""
    quote: str
    """The text itself, from the position on, within one passage."""
    before: str
    after: str
    passage: int
    """Index into the passages of the briefing it was made on."""
    offset: int
    """Code points into that passage's text."""
    digest: str
    """Of the document it was made on; empty where there was none."""

    def to_dict(self) -> dict[str, object]:
        """As a JSON object."""
        return {**as_dict(self), "headings": list(self.headings)}

    @classmethod
    def from_dict(cls, data: Mapping[str, object]) -> Locator:
        """From a JSON object; a missing key is empty. Raises ValueError for a wrong kind."""
        headings = data.get("headings", ())
        if not isinstance(headings, list | tuple):
            message = "locator: headings is not a list"
            raise ValueError(message)
        return cls(
            part=_text(data, "part"),
            headings=tuple(str(heading) for heading in headings),
            quote=_text(data, "quote"),
            before=_text(data, "before"),
            after=_text(data, "after"),
            passage=_count(data, "passage"),
            offset=_count(data, "offset"),
            digest=_text(data, "digest"),
        )


def _text(data: Mapping[str, object], key: str) -> str:
    value = data.get(key, "")
    if not isinstance(value, str):
        message = f"locator: {key} is not a text"
        raise ValueError(message)
    return value


def _count(data: Mapping[str, object], key: str) -> int:
    value = data.get(key, 0)
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        message = f"locator: {key} is not a count"
        raise ValueError(message)
    return value


def locate(briefing: Briefing, passage: int, offset: int = 0, length: int | None = None) -> Locator:
    """The locator of `passage` from `offset` on; both are brought into range.

    The quote is `length` characters, never more than QUOTE nor past the end of the passage.
    """
    if not briefing.passages:
        return Locator("", (), "", "", "", 0, 0, briefing.digest)
    passage = min(max(passage, 0), len(briefing.passages) - 1)
    text = briefing.passages[passage].block.text
    offset = min(max(offset, 0), len(text))
    wanted = QUOTE if length is None else min(max(length, 0), QUOTE)
    end = min(len(text), offset + wanted)
    part = briefing.passages[passage].part
    return Locator(
        part=part,
        headings=heading_path(briefing, part),
        quote=text[offset:end],
        before=_before(briefing, passage, offset),
        after=_after(briefing, passage, end),
        passage=passage,
        offset=offset,
        digest=briefing.digest,
    )


def heading_path(briefing: Briefing, part_id: str) -> tuple[str, ...]:
    """Titles of the sections that hold the part, outermost first, its own if it is a section."""
    path: list[str] = []
    part = briefing.part(part_id) if part_id else None
    if part is not None and part.kind != "section":
        part = briefing.part(part.section)
    while part is not None and len(path) < 32:  # a malformed briefing may run in a circle
        path.append(part.title)
        part = briefing.part(part.section) if part.section else None
    return tuple(reversed(path))


def _before(briefing: Briefing, passage: int, offset: int) -> str:
    text = briefing.passages[passage].block.text[:offset]
    while len(text) < CONTEXT and passage > 0:
        passage -= 1
        text = briefing.passages[passage].block.text[-CONTEXT:] + BETWEEN + text
    return text[-CONTEXT:]


def _after(briefing: Briefing, passage: int, end: int) -> str:
    text = briefing.passages[passage].block.text[end:]
    while len(text) < CONTEXT and passage < len(briefing.passages) - 1:
        passage += 1
        text += BETWEEN + briefing.passages[passage].block.text[:CONTEXT]
    return text[:CONTEXT]
