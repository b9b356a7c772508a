"""The last stage: pieces become passages and parts. Every piece is placed, once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from briefing.document.model import Part, PartKind, Passage, Reason, Role, Span, TipKind
from briefing.document.slug import Ids
from briefing.record import replace
from briefing.structure.draft import Piece
from briefing.structure.labels import label_text

NAME_WORDS = 7
"""Words of its text that name a part without a title."""
PREFIX: dict[PartKind, str] = {"section": "s:", "trend": "t:", "question": "q:", "tip": "tip:"}
OWNER: dict[Role, PartKind] = {
    "trend": "trend",
    "question": "question",
    "answer": "question",
    "tip-label": "tip",
    "tip": "tip",
}


@dataclass(slots=True)
class _Open:
    """A part while its passages come in."""

    id: str
    kind: PartKind
    title: str
    line: int
    start: int
    end: int
    section: str
    reason: Reason | None
    level: int = 0
    tip: TipKind | None = None
    texts: list[str] = field(default_factory=list)

    def closed(self) -> Part:
        return Part(
            self.id,
            self.kind,
            self.title,
            "\n\n".join(text for text in self.texts if text),
            self.line,
            self.start,
            self.end,
            self.level,
            self.section,
            self.tip,
            self.reason,
        )


class _Assembly:
    """Takes pieces in order; what it holds at the end is the briefing's body."""

    def __init__(self) -> None:
        self.passages: list[Passage] = []
        self.parts: list[_Open] = []
        self._ids = Ids()
        self._sections: list[_Open] = []
        self._part: _Open | None = None

    def take(self, piece: Piece) -> None:
        role: Role = piece.role or ("text" if self._sections else "lead")
        if role == "text" and not self._sections:
            role = "lead"
        if role == "heading":
            self._section(piece)
        elif role in OWNER:
            self._own(piece, OWNER[role])
        elif role not in ("omitted",):
            self._part = None
            if role == "text":
                self._sections[-1].texts.append(piece.text)
        self._place(piece, role)

    def _place(self, piece: Piece, role: Role) -> None:
        owner = ""
        if role in OWNER and self._part:
            owner = self._part.id
            self._part.end = len(self.passages) + 1
        elif role in ("heading", "text") and self._sections:
            owner = self._sections[-1].id
        block = piece.block
        if role == "trend" and piece.opens and piece.label:
            block = replace(block, spans=_strong(block.text, piece.label, block.spans))
        self.passages.append(Passage(block, role, owner, piece.reason))

    def _section(self, piece: Piece) -> None:
        level = max(piece.block.level, 1)
        self._part = None
        here = len(self.passages)
        if self._sections:
            self._sections[-1].end = here
        while self._sections and self._sections[-1].level >= level:
            self._sections.pop()
        parent = self._sections[-1].id if self._sections else ""
        self._sections.append(self._begin(piece, "section", piece.text, parent, level))

    def _own(self, piece: Piece, kind: PartKind) -> None:
        section = self._sections[-1].id if self._sections else ""
        if self._part is None or self._part.kind != kind or piece.opens:
            if kind == "trend" and piece.opens:
                title, text = label_text(piece.text, piece.label), piece.text[piece.label :].strip()
            elif kind == "trend" or piece.role == "tip":
                title, text = "", piece.text
            else:
                title, text = piece.text, ""
            self._part = self._begin(piece, kind, title, section)
            self._part.texts.append(text)
            return
        self._part.texts.append(piece.text)

    def _begin(
        self, piece: Piece, kind: PartKind, title: str, section: str, level: int = 0
    ) -> _Open:
        here = len(self.passages)
        opened = _Open(
            "",
            kind,
            title,
            piece.block.line,
            here,
            here + 1,
            section,
            piece.reason,
            level,
            piece.tip,
        )
        name = title or " ".join(piece.text.split(maxsplit=NAME_WORDS)[:NAME_WORDS])
        opened.id = self._ids.take(PREFIX[kind], name)
        self.parts.append(opened)
        return opened

    def finish(self) -> None:
        if self._sections:
            self._sections[-1].end = len(self.passages)


def assemble(pieces: Sequence[Piece]) -> tuple[tuple[Passage, ...], tuple[Part, ...]]:
    """The passages, one a piece and in the same order, and the parts by their beginning."""
    assembly = _Assembly()
    for piece in pieces:
        assembly.take(piece)
    assembly.finish()
    return tuple(assembly.passages), tuple(part.closed() for part in assembly.parts)


def _strong(text: str, end: int, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans with the label strong."""
    if any(span.style == "strong" and span.start == 0 for span in spans):
        return spans
    size = len(text[:end].rstrip())
    return (Span(0, size, "strong"), *spans)
