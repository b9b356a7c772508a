"""HTML without a parser: tags told from text, in linear time, whatever is written."""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence

from briefing.document.pattern import pattern
from briefing.record import record

_NAME = pattern(r"/?[A-Za-z][\w:-]{0,40}")
_STOP = pattern(r"""["'<>]""")
_ATTRIBUTE = pattern(
    r"""(?<![\w:-])([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))|(?<![\w:-])(open|hidden)\b"""
)
LONGEST_TAG = 20_000
"""Characters of a tag; a longer one is text."""


@record
class Tag:
    """A tag: `name` in lower case, `written` what stands after it; a comment is called `!--`."""

    name: str
    closing: bool
    written: str

    def attributes(self) -> dict[str, str]:
        """Its attributes, entities read."""
        return {
            found[1].casefold(): html.unescape(found[2] or found[3] or found[4] or "")
            for found in _ATTRIBUTE.finditer(self.written)
            if found[1]
        }


def tokens(source: str, unread: Collection[str] = frozenset()) -> Iterator[tuple[int, str | Tag]]:
    """The texts and tags of `source`, each with where it begins.

    Elements called as in `unread` are passed over with all that is in them; of one that nothing
    closes, the tag alone.
    """
    closings: dict[str, list[int]] | None = None
    at = start = 0
    uncommented = False
    while (opening := source.find("<", at)) != -1:
        if source.startswith("<!--", opening) and not uncommented:
            end = source.find("-->", opening + 4)
            uncommented = end == -1
            end = -1 if uncommented else end + 3
            token: Tag | None = Tag("!--", False, source[opening:end])
        else:
            end, token = _tag(source, opening)
        if end == -1:
            at = opening + 1
            continue
        if opening > start:
            yield start, source[start:opening]
        if token and token.name in unread and not token.closing:
            closings = _closings(source, unread) if closings is None else closings
            end = _after(closings.get(token.name, ()), end)
        elif token:
            yield opening, token
        at = start = end
    if start < len(source):
        yield start, source[start:]


def _closings(source: str, names: Collection[str]) -> dict[str, list[int]]:
    """For each name, where its closing tags end."""
    found: dict[str, list[int]] = {}
    for closing in re.finditer(rf"</({'|'.join(names)})\b[^>]{{0,100}}>?", source, re.IGNORECASE):
        found.setdefault(closing[1].casefold(), []).append(closing.end())
    return found


def _after(ends: Sequence[int], at: int) -> int:
    """The first of `ends` beyond `at`, or `at` itself."""
    place = bisect_right(ends, at)
    return ends[place] if place < len(ends) else at


def _tag(source: str, opening: int) -> tuple[int, Tag | None]:
    """The end of the tag that begins at `opening`, and the tag; -1 when none begins there."""
    if source.startswith(("<!", "<?"), opening):
        end = source.find(">", opening, opening + LONGEST_TAG)
        return (end + 1 if end != -1 else -1), None
    name = _NAME.match(source, opening + 1)
    if not name:
        return -1, None
    end = _end(source, name.end())
    if end == -1:
        return -1, None
    bare = name[0].lstrip("/").casefold()
    return end + 1, Tag(bare, name[0].startswith("/"), source[name.end() : end])


def _end(source: str, at: int) -> int:
    """Where the tag closes; a bracket within quotes does not close it."""
    limit = at + LONGEST_TAG
    while found := _STOP.search(source, at, limit):
        if found[0] == ">":
            return found.start()
        if found[0] == "<":
            return -1
        at = source.find(found[0], found.end(), limit) + 1
        if not at:
            return -1
    return -1
