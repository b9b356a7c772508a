"""What of a briefing goes into the index: one entry a part, each passage with its place."""

from __future__ import annotations

import sqlite3
import zlib
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from briefing.document.model import Block, Briefing, Passage
from briefing.record import record
from briefing.search.fold import BREAK, FOLDED_BREAK, fold
from briefing.search.impact import impacts
from briefing.search.results import KINDS, MatchKind
from briefing.search.stem import STEMS

GAP = "¶"
"""Stands between passages among the stems: no word, so no phrase reaches over it."""
KIND_WORDS: Mapping[MatchKind, str] = {kind: f"⁂{kind}" for kind in KINDS}
"""A word no text has, in the title of every part: its kind is found as words are."""
LARGEST = 50_000
"""Characters of one entry: a longer part goes in as several, so that an excerpt stays quick."""
_HEAD = frozenset(("title", "subtitle", "byline", "date"))
_TITLES = frozenset(("title", "heading", "question", "tip-label"))
_PACKED_FROM = 200
"""Bytes from which compressing pays; with a dictionary it always does."""
_LEVEL = 2
"""Of compressing: 3 takes 2 % less room, and a quarter longer."""
_RAW = -15
"""For zlib: no head and no checksum."""


@record
class Entry:
    """One part to be found, or a piece of a very long one."""

    kind: MatchKind
    part: str
    title: str
    heads: int
    """How many of `texts` are titles: they weigh more."""
    texts: tuple[str, ...]
    """Its passages as written, titles first."""
    places: tuple[tuple[int, int], ...]
    """Of each text, its index in `Briefing.passages` and its line."""

    def folded(self) -> tuple[str, str]:
        """Its titles and its other texts, folded, a line a text."""
        return (
            fold(BREAK.join(self.texts[: self.heads])).text,
            fold(BREAK.join(self.texts[self.heads :])).text,
        )


@record
class Terms:
    """An entry as the full-text tables take it: stems apart by spaces."""

    title: str
    body: str
    best: str


def stems(folded: str) -> str:
    """The stems of folded texts, apart by spaces, with `GAP` between one line and the next."""
    return " ".join(_stems(folded, set()))


def terms_of(entry: Entry, met: set[str]) -> Terms:
    """The stems of `entry`, with `GAP` between passages; its folded words are added to `met`."""
    title, body = (_stems(folded, met) for folded in entry.folded())
    best = impacts([stem for stem in title if stem != GAP], body)
    kind = KIND_WORDS[entry.kind]
    return Terms(f"{' '.join(title)} {GAP} {kind}", " ".join(body), best)


def _stems(folded: str, met: set[str]) -> list[str]:
    words = folded.replace(FOLDED_BREAK, f" {GAP} ").split()
    met.update(words)
    return list(map(STEMS.__getitem__, words))


def entries(briefing: Briefing) -> Iterator[Entry]:
    """All that can be found in `briefing`, in its order."""
    owned: dict[str, list[tuple[int, Passage]]] = {}
    head: list[tuple[int, Passage]] = []
    lead: list[tuple[int, Passage]] = []
    for number, passage in enumerate(briefing.passages):
        if passage.role in _HEAD:
            head.append((number, passage))
        elif passage.role == "lead":
            lead.append((number, passage))
        elif passage.part and passage.role != "omitted":
            owned.setdefault(passage.part, []).append((number, passage))
    title = briefing.title or briefing.id
    if briefing.byline and not any(passage.role == "byline" for _, passage in head):
        # Given by front matter or a page's head: it has no place of its own but that of the title.
        at, line = (head[0][0], head[0][1].block.line) if head else (0, 1)
        head.append((at, Passage(Block("paragraph", briefing.byline, line), "byline")))
    yield from _pieces("title", "", title, head, title)
    yield from _pieces("lead", "", "", lead)
    for part in briefing.parts:
        passages = owned.get(part.id, ())
        # A label within its text has no passage of its own; it weighs as a title all the same.
        labelled = any(passage.role in _TITLES for _, passage in passages)
        label = "" if labelled else part.title
        yield from _pieces(part.kind, part.id, part.title, passages, label)


def _pieces(
    kind: MatchKind,
    part: str,
    title: str,
    passages: Iterable[tuple[int, Passage]],
    label: str = "",
) -> Iterator[Entry]:
    heads: list[tuple[str, int, int]] = []
    bodies: list[tuple[str, int, int]] = []
    for number, passage in passages:
        text = passage.block.text.replace(BREAK, " ")
        place = heads if passage.role in _TITLES else bodies
        place.append((text, number, passage.block.line))
    if label and not heads:
        first = bodies[0] if bodies else ("", 0, 1)
        heads.append((label.replace(BREAK, " "), first[1], first[2]))
    if not heads and not bodies:
        return
    piece: list[tuple[str, int, int]] = []
    size = 0
    for body in bodies:
        if piece and size + len(body[0]) > LARGEST:
            yield _entry(kind, part, title, heads, piece)
            heads, piece, size = [], [], 0
        piece.append(body)
        size += len(body[0])
    yield _entry(kind, part, title, heads, piece)


def _entry(
    kind: MatchKind,
    part: str,
    title: str,
    heads: list[tuple[str, int, int]],
    bodies: list[tuple[str, int, int]],
) -> Entry:
    texts = (*heads, *bodies)
    return Entry(
        kind,
        part,
        title,
        len(heads),
        tuple(text for text, _, _ in texts),
        tuple((number, line) for _, number, line in texts),
    )


Packed = tuple[int, str, str, int, bytes, bytes]


class Packer:
    """Compresses texts, all with one dictionary of what texts like them say."""

    def __init__(self, dictionary: bytes = b"") -> None:
        # Copied for each text: to take in the dictionary every time would cost more than the text.
        self._begun = (
            zlib.compressobj(_LEVEL, zlib.DEFLATED, _RAW, 8, zlib.Z_DEFAULT_STRATEGY, dictionary)
            if dictionary
            else None
        )

    def pack(self, entry: Entry) -> Packed:
        """`entry` as the index keeps it: kind, part, title, heads, places, texts."""
        numbers = array("I", (number for place in entry.places for number in place))
        return (
            KINDS.index(entry.kind),
            storable(entry.part),
            storable(entry.title),
            entry.heads,
            numbers.tobytes(),
            self._packed(BREAK.join(entry.texts).encode("utf-8", "surrogatepass")),
        )

    def _packed(self, texts: bytes) -> bytes:
        # A first byte tells them apart.
        if self._begun is not None:
            compressing = self._begun.copy()
            return b"d" + compressing.compress(texts) + compressing.flush()
        return b"z" + zlib.compress(texts, 1) if len(texts) >= _PACKED_FROM else b"t" + texts


def unpack(packed: Sequence[Any], dictionary: bytes = b"") -> Entry:
    """The entry that a `Packer` with this `dictionary` made it of.

    Raises sqlite3.DatabaseError, as SQLite does, where the bytes are not what was put in.
    """
    kind, part, title, heads, places, texts = packed  # as SQLite gives a `Packed` back
    try:
        numbers = array("I", places)
        joined = _unpacked(texts, dictionary).decode("utf-8", "surrogatepass")
        return Entry(
            KINDS[kind],
            part,
            title,
            heads,
            tuple(joined.split(BREAK)),
            tuple(zip(numbers[::2], numbers[1::2], strict=True)),
        )
    except (zlib.error, ValueError, IndexError) as error:
        raise sqlite3.DatabaseError(f"malformed part: {error}") from error


def _unpacked(texts: bytes, dictionary: bytes) -> bytes:
    how = texts[:1]
    if how == b"d":
        decompressing = zlib.decompressobj(_RAW, dictionary)
        whole = decompressing.decompress(texts[1:])
        if not decompressing.eof:
            raise ValueError("it is cut short")
        return whole
    return zlib.decompress(texts[1:]) if how == b"z" else texts[1:]


def storable(text: str) -> str:
    """`text` as SQLite takes it: half a surrogate pair is not text to it."""
    return text.encode("utf-8", "replace").decode("utf-8")
