"""Blocks, gathered piece by piece in reading order by whatever reads the markup."""

from __future__ import annotations

from dataclasses import dataclass, field

from briefing.document.model import Block, BlockKind, Box, BoxKind, Span, SpanStyle
from briefing.document.pattern import pattern
from briefing.document.text import clean, clean_line
from briefing.record import replace

_BLANKS = pattern(r"[ \n]+")


@dataclass(slots=True)
class _OpenBox:
    number: int
    """By which it is closed; its ordinal changes when a box in it has ended."""
    box: Box
    name: str = ""
    """The label that it has where none is given."""
    used: bool = False
    """Whether a block carries it, and with it its label."""


@dataclass(slots=True)
class BlockBuilder:
    """Takes text, inline styles and boxes as they come; `blocks` holds what is finished.

    `decoded` says that the text may hold characters written as entities, which are cleaned here.
    """

    decoded: bool = True
    blocks: list[Block] = field(default_factory=list)
    kind: BlockKind = "paragraph"
    level: int = 0
    marker: str = ""
    line: int = 1
    ready: bool = False
    """Whether a block has begun and has no text yet."""
    _instead: Block | None = None
    _following: list[Block] = field(default_factory=list)
    _pieces: list[str] = field(default_factory=list)
    _length: int = 0
    _spans: list[Span] = field(default_factory=list)
    _open: list[tuple[SpanStyle, str, int]] = field(default_factory=list)
    _boxes: list[_OpenBox] = field(default_factory=list)
    _ordinals: int = 0

    @property
    def empty(self) -> bool:
        """Whether the block at hand has no text yet."""
        return self._length == 0

    @property
    def length(self) -> int:
        """Characters of the block at hand."""
        return self._length

    @property
    def ends_with_space(self) -> bool:
        """Whether more space would be too much."""
        return not self._pieces or self._pieces[-1].endswith((" ", "\n", "\t"))

    def begin(self, kind: BlockKind, line: int, level: int = 0, marker: str = "") -> None:
        """End the block at hand and begin another."""
        self.end()
        self.kind, self.line, self.level, self.marker = kind, line, level, marker
        self.ready = True

    def text(self, text: str) -> None:
        """Add text as it stands."""
        if text:
            self._pieces.append(text)
            self._length += len(text)
            self.ready = False

    def space(self) -> None:
        """Add a space, unless there is one."""
        if not self.ends_with_space:
            self.text(" ")

    def open(self, style: SpanStyle, target: str = "") -> None:
        """Begin an inline style."""
        self._open.append((style, target, self._length))

    def close(self, style: SpanStyle) -> None:
        """End the innermost inline style of this kind; without one, nothing happens."""
        for at in range(len(self._open) - 1, max(-1, len(self._open) - 32), -1):
            if self._open[at][0] == style:
                _, target, start = self._open.pop(at)
                if start < self._length:
                    self._spans.append(Span(start, self._length, style, target))
                return

    def end(self) -> None:
        """Finish the block at hand, if it has any text. Styles left open go on in the next."""
        if self._length:
            for style, target, start in self._open:
                if start < self._length:
                    self._spans.append(Span(start, self._length, style, target))
            self._put("".join(self._pieces), self._spans)
            self._pieces, self._spans, self._length = [], [], 0
        elif self._instead:
            self.blocks.append(replace(self._instead, box=self._box()))
        self._instead = None
        if self._open:
            self._open = [(style, target, 0) for style, target, _ in self._open]
        self.ready = False
        if self._following:
            following, self._following = self._following, []
            for block in following:
                self.blocks.append(block if block.furniture else replace(block, box=self._box()))

    def drop_styles(self) -> None:
        """Forget the styles that are open: they do not outlive the element they stand in."""
        self._open.clear()

    def add(self, block: Block) -> None:
        """Add a finished block after the one at hand."""
        self.end()
        self.blocks.append(replace(block, box=self._box()))

    def picture(self, block: Block) -> None:
        """Add an image: after the text that it stands in, or instead of a heading without one."""
        if self.kind == "heading" and (self.ready or not self.empty):
            self._instead = block
        elif self.empty:
            self.ready = False
            self.add(block)
        else:
            self._following.append(block)

    def follow(self, block: Block) -> None:
        """Add a block as soon as the one at hand has ended."""
        if self.empty:
            self.blocks.append(block)
        else:
            self._following.append(block)

    def open_box(self, kind: BoxKind, label: str, name: str = "") -> int:
        """Begin a box, called `name` where no label is found; its number closes it."""
        self.end()
        self._label_alone()
        self._ordinals += 1
        label = _BLANKS.sub(" ", clean_line(label)).strip()
        self._boxes.append(_OpenBox(self._ordinals, Box(kind, label, self._ordinals), name))
        return self._ordinals

    def label_box(self, label: str) -> bool:
        """Name the innermost box, where it has no label and nothing in it yet."""
        if not self._boxes or self._boxes[-1].used or self._boxes[-1].box.label:
            return False
        label = _BLANKS.sub(" ", clean_line(label)).strip()
        self._boxes[-1].box = replace(self._boxes[-1].box, label=label)
        return True

    def close_box(self, number: int = 0) -> None:
        """End box `number` and those in it, or the innermost; one not open is passed over."""
        if not any(open_.number == number for open_ in self._boxes) if number else not self._boxes:
            return
        self.end()
        while self._boxes:
            self._label_alone()
            closed = self._boxes.pop()
            if closed.number == number or not number:
                break
        if self._boxes and self._boxes[-1].used:
            # What follows is the same container, but its label has been said.
            self._ordinals += 1
            rest = replace(self._boxes[-1].box, label="", ordinal=self._ordinals)
            self._boxes[-1] = _OpenBox(self._boxes[-1].number, rest)

    def take_text(self) -> str:
        """The text at hand, which then becomes no block: a label, a caption."""
        text = "".join(self._pieces)
        self._pieces, self._spans, self._length = [], [], 0
        return text

    def finish(self) -> tuple[Block, ...]:
        """All the blocks."""
        self.end()
        while self._boxes:
            self.close_box()
        return tuple(self.blocks)

    def _box(self) -> Box | None:
        if not self._boxes:
            return None
        open_ = self._boxes[-1]
        if not open_.used and not open_.box.label:
            open_.box = replace(open_.box, label=open_.name)
        open_.used = True
        return open_.box

    def _label_alone(self) -> None:
        """A label whose box has nothing of its own becomes a paragraph, so that it is read."""
        if self._boxes and not self._boxes[-1].used and (label := self._boxes[-1].box.label):
            self._boxes[-1].used = True
            self.blocks.append(Block("paragraph", label, self.line))

    def _put(self, text: str, spans: list[Span]) -> None:
        if self.decoded:
            text, spans = _cleaned(text, spans, lines=self.kind in ("code", "table"))
        if self.kind != "table":
            text, spans = _stripped(text, spans, "\n" if self.kind == "code" else None)
        if text.strip():
            ordered = tuple(sorted(spans, key=lambda span: (span.start, -span.end)))
            marker = clean_line(self.marker)
            self.blocks.append(
                Block(self.kind, text, self.line, self.level, marker, ordered, self._box())
            )


def _stripped(text: str, spans: list[Span], space: str | None) -> tuple[str, list[Span]]:
    """`text` without `space` at its ends, and its spans moved with it."""
    start = len(text) - len(text.lstrip(space))
    bare = text.strip(space)
    if len(bare) == len(text):
        return text, spans
    moved = (
        replace(span, start=max(0, span.start - start), end=min(len(bare), span.end - start))
        for span in spans
    )
    return bare, [span for span in moved if span.start < span.end]


def _cleaned(text: str, spans: list[Span], *, lines: bool) -> tuple[str, list[Span]]:
    """`text` made safe once more, after its entities were read, and its spans moved with it."""
    tabs = "\t" in text and lines
    safe = "\t".join(clean(part).text for part in text.split("\t")) if tabs else clean(text).text
    if not lines and "\n" in safe:
        safe = safe.replace("\n", " ")
    if safe == text:
        return text, spans
    if len(safe) == len(text):
        return safe, spans
    # Rare: characters went. Each end of a span moves to where the text before it ends.
    ends = {at: len(clean(text[:at]).text) for span in spans[:64] for at in (span.start, span.end)}
    moved = (replace(span, start=ends[span.start], end=ends[span.end]) for span in spans[:64])
    return safe, [span for span in moved if span.start < span.end <= len(safe)]
