"""The head of a document: its title, and what stands by it. Nothing is guessed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefing.document.model import Format, Metadata
from briefing.structure import bylines, dates
from briefing.structure.draft import Piece
from briefing.structure.faq import labelled
from briefing.structure.form import form
from briefing.structure.headlines import segments
from briefing.structure.lexicon import Lexicon
from briefing.structure.phrases import key

WITHIN = 16
"""Pieces from the start in which a head can be."""
BODY_WORDS = 28
"""Words from which a paragraph is the beginning of the body."""
TITLE_WORDS = 32
TINY = 3


def settle(
    pieces: Sequence[Piece], metadata: Metadata, kind: Format, lexicon: Lexicon
) -> list[Piece]:
    """The pieces, with title, subtitle, byline and date decided where they are seen."""
    found = list(pieces)
    at = _title(found, metadata, kind, lexicon)
    if at is not None:
        title = found[at]
        found[at] = title.decided(
            "title",
            "head.title",
            *_title_signs(found, at),
            runner_up="heading",
            kind="heading",
            level=1,
        )
        if kind == "text":
            before = segments(found[:at], metadata, lexicon)
            found[:at] = [
                piece.decided("omitted", "navigation", "stands before the title", runner_up="lead")
                if piece.free
                else piece
                for piece in before
            ]
            at = len(before)
        _copies(found, at)
    elif metadata.title:
        _given(found, metadata.title)
    start = 0 if at is None else at + 1
    end = _body(found, start, kind) + 1
    found[start:end] = segments(found[start:end], metadata, lexicon)
    _subtitle(found, at, kind)
    return found


def _title(
    pieces: Sequence[Piece], metadata: Metadata, kind: Format, lexicon: Lexicon
) -> int | None:
    if metadata.title:
        return None
    return _marked_title(pieces) if kind != "text" else _plain_title(pieces, lexicon)


def _marked_title(pieces: Sequence[Piece]) -> int | None:
    """The first heading, if it is above all others or a first-level one, with no text before it."""
    headings = [at for at, piece in enumerate(pieces) if piece.block.kind == "heading"]
    if not headings:
        return None
    first = headings[0]
    level = pieces[first].block.level
    others = [pieces[at].block.level for at in headings[1:]]
    if any(len(piece.text) > 200 for piece in pieces[:first] if piece.free):
        return None
    top = first == 0 or not any(p.free and p.block.kind == "paragraph" for p in pieces[:first])
    if all(other > level for other in others):
        return first if top or level == 1 else None
    return first if level == 1 and top else None


def _plain_title(pieces: Sequence[Piece], lexicon: Lexicon) -> int | None:
    """A line that stands twice in the head; else the first line, if it can be a title."""
    end = _body(pieces, 0, "text")
    seen: dict[str, int] = {}
    for at in range(end):
        folded = key(pieces[at].text)
        if folded in seen and _titled(pieces[at], lexicon):
            return seen[folded]
        if pieces[at].free:
            seen.setdefault(folded, at)
    for at in range(end):
        piece = pieces[at]
        if not piece.free or piece.block.kind == "rule" or _meta(piece.text, lexicon):
            continue
        if not _titled(piece, lexicon):
            return None
        return at if _over_something(pieces, at, lexicon) else None
    return None


def _meta(text: str, lexicon: Lexicon) -> bool:
    """Whether a line is a byline or a date and nothing else."""
    return bool(
        bylines.marked(text, lexicon)
        or dates.date_line(text, lexicon)
        or form(text).key in lexicon.date_labels
    )


def _titled(piece: Piece, lexicon: Lexicon) -> bool:
    """Whether a line can be a title."""
    shape = form(piece.text)
    if not piece.free or piece.block.kind not in ("paragraph", "heading"):
        return False
    if shape.words > TITLE_WORDS or shape.end in (".", ",", ";") or not shape.key:
        return False
    if shape.end == ":" and shape.words < 8:
        return False
    if labelled(piece.text, lexicon.question_labels):
        return False
    return shape.key not in lexicon.known_headings and not shape.digits > 0.6


def _over_something(pieces: Sequence[Piece], at: int, lexicon: Lexicon) -> bool:
    """A trends or FAQ heading is a title only if no list or question follows it at once."""
    folded = key(pieces[at].text)
    if folded in lexicon.trends or folded in lexicon.weak_trends:
        return (
            at + 1 < len(pieces)
            and pieces[at + 1].block.kind != "item"
            and (folded in lexicon.weak_trends)
        )
    below = [p for p in pieces[at + 1 : at + 3] if p.block.kind != "rule"]
    if not below:
        return len(pieces) <= 2 and form(pieces[at].text).words > 2
    if folded in lexicon.faq:
        return form(below[0].text).end != "?" and not lexicon.question_labels.opening(
            below[0].text.casefold()
        )
    return not lexicon.question_labels.opening(folded) or ":" not in pieces[at].text[:12]


def _title_signs(pieces: Sequence[Piece], at: int) -> tuple[str, ...]:
    folded = key(pieces[at].text)
    again = any(key(p.text) == folded for p in pieces[at + 1 : at + WITHIN])
    if pieces[at].block.kind == "heading":
        return ("the first heading, above the others",)
    return ("stands twice in the head",) if again else ("the first line", "short")


def _copies(pieces: list[Piece], at: int) -> None:
    """Later copies of the title in the head are left out."""
    folded = key(pieces[at].text)
    for n in range(at + 1, min(at + WITHIN, len(pieces))):
        if pieces[n].free and key(pieces[n].text) == folded:
            pieces[n] = pieces[n].decided(
                "omitted", "duplicate-title", "repeats the title", runner_up="heading"
            )
            _between(pieces, at, n)


def _between(pieces: list[Piece], first: int, second: int) -> None:
    """Tiny lines between two copies of a title are a page's: a section's name, a button."""
    for n in range(first + 1, second):
        shape = form(pieces[n].text)
        if pieces[n].free and shape.words <= TINY and not shape.end:
            pieces[n] = pieces[n].decided(
                "omitted", "navigation", "between two copies of the title", runner_up="heading"
            )


def _given(pieces: list[Piece], title: str) -> None:
    """A heading or line that says the title of the metadata again is the title."""
    folded = key(title)
    for n in range(min(WITHIN, len(pieces))):
        if pieces[n].free and key(pieces[n].text) == folded:
            pieces[n] = pieces[n].decided(
                "title", "head.title", "says the given title", kind="heading", level=1
            )
            _copies(pieces, n)
            return


def _body(pieces: Sequence[Piece], start: int, kind: Format) -> int:
    """Where the body begins: at the first long paragraph, list or (in markup) heading."""
    for at in range(start, min(start + WITHIN, len(pieces))):
        piece = pieces[at]
        if not piece.free or piece.block.kind in ("rule", "image"):
            continue
        if kind != "text" and piece.block.kind == "heading":
            return at
        if form(piece.text).words > BODY_WORDS and not _short_enough(piece):
            return at
    return min(start + WITHIN, len(pieces))


def _short_enough(piece: Piece) -> bool:
    return form(piece.text).words <= TITLE_WORDS and form(piece.text).end in ("", "?", "!")


def _subtitle(pieces: list[Piece], at: int | None, kind: Format) -> None:
    """The line under the title, if byline or date follow it, or it is in emphasis."""
    if at is None:
        return
    below = at + 1
    while below < len(pieces) and pieces[below].role == "omitted":
        below += 1
    if below + 1 >= len(pieces) or not pieces[below].free:
        return
    line = pieces[below]
    shape = form(line.text)
    if line.block.kind != "paragraph" or shape.words > 40 or shape.end == ":":
        return
    meta = pieces[below + 1].role in ("byline", "date")
    close = kind == "text" and line.before == 0 and pieces[below + 1].before > 0 and at == 0
    if meta or (close and shape.end != "?" and shape.words > 3):
        sign = "between title and byline or date" if meta else "close under the title"
        pieces[below] = replace(
            line.decided("subtitle", "head.subtitle", sign, runner_up="lead"), before=line.before
        )
