"""What the stages of the splitter hand on: the document's blocks, each with what is known of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from briefing.document.model import Block, BlockKind, Reason, Role, Span, TipKind
from briefing.record import replace

FIRST_CJK = "\u3040"
"""From here on a character may be a word of its own, and may be cut from the next."""
Decided = Role | Literal[""]


@dataclass(slots=True)
class Piece:
    """A block on its way to its place. Stages give back new pieces; none is changed.

    It is not frozen because that makes it three times as slow to make, and many are made.
    """

    block: Block
    before: int = 1
    """Blank lines before it; -1 where it was cut from the line of the piece before it."""
    role: Decided = ""
    """Empty until a rule decides; then the later rules leave it alone."""
    reason: Reason | None = None
    opens: bool = False
    """Whether a trend, question or tip begins with it; other pieces of the role continue one."""
    label: int = 0
    """Of a trend: how much of its text is the label, signs after it included."""
    tip: TipKind | None = None
    text: str = field(init=False, repr=False, compare=False)
    """The block's text: every rule asks for it."""

    def __post_init__(self) -> None:
        self.text = self.block.text

    @property
    def free(self) -> bool:
        """Whether no rule has decided on it."""
        return not self.role

    def decided(
        self,
        role: Role,
        rule: str,
        *signs: str,
        runner_up: str = "",
        opens: bool = False,
        kind: BlockKind | None = None,
        level: int | None = None,
        tip: TipKind | None = None,
    ) -> Piece:
        """The piece with its role, and the reason for it."""
        block = self.block
        if kind is not None or level is not None:
            block = Block(
                block.kind if kind is None else kind,
                block.text,
                block.line,
                block.level if level is None else level,
                block.marker,
                block.spans,
                block.box,
                block.furniture,
            )
        reason = Reason(rule, signs, runner_up)
        return Piece(block, self.before, role, reason, opens, self.label, tip or self.tip)


def cut(piece: Piece, at: int, *, gap: int | None = None) -> tuple[Piece, Piece]:
    """The piece in two: its text up to `at`, and from `gap` on; between them stand no words.

    Space at the cut goes; spans are shared out. `gap` is `at` when not given.
    """
    block = piece.block
    at = word_end(block.text, at)
    first, second = block.text[:at], block.text[max(at, gap or 0) :]
    head = first.rstrip()
    tail = second.lstrip()
    begin = len(block.text) - len(tail)
    return (
        replace(piece, block=replace(block, text=head, spans=clip(block.spans, 0, len(head)))),
        replace(
            piece,
            block=replace(
                block, text=tail, marker="", spans=clip(block.spans, begin, len(block.text))
            ),
            before=-1,
        ),
    )


def word_end(text: str, at: int) -> int:
    """`at`, or the end of the word that it would cut."""
    while 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum():
        if text[at] >= FIRST_CJK or text[at - 1] >= FIRST_CJK:
            break
        at += 1
    return at


def clip(spans: tuple[Span, ...], start: int, end: int) -> tuple[Span, ...]:
    """The spans as they fall into `text[start:end]`."""
    return tuple(
        replace(span, start=max(span.start, start) - start, end=min(span.end, end) - start)
        for span in spans
        if span.start < end and span.end > start
    )


def strip_marker(piece: Piece, length: int) -> Piece:
    """The piece with the first `length` characters of its text moved into its marker."""
    block = piece.block
    length = word_end(block.text, length)
    head = block.text[:length].strip()
    rest = block.text[length:]
    begin = len(block.text) - len(rest.lstrip())
    marker = f"{block.marker} {head}".strip()
    return replace(
        piece,
        block=replace(
            block,
            text=block.text[begin:],
            marker=marker,
            spans=clip(block.spans, begin, len(block.text)),
        ),
    )
