"""The head of a document: its title, and what stands by it. Nothing is guessed."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from briefing.document.model import Format, Metadata
from briefing.record import replace
from briefing.structure import bylines, datelines, tips, titles
from briefing.structure.draft import Piece
from briefing.structure.form import form
from briefing.structure.headlines import labelled_date, segments
from briefing.structure.lexicon import Lexicon
from briefing.structure.phrases import key

TINY = 3
FIELDS = 5
"""Tiny lines under a title that are a page's fields."""
BELOW = 6
"""Pieces under a subtitle in which text follows: under a whole letter only its signature does."""
HEAD_OF_PAGE = "head"
"""What a page sets round its title: the furniture of blocks with byline, date and shares."""


def settle(
    pieces: Sequence[Piece], metadata: Metadata, kind: Format, lexicon: Lexicon
) -> list[Piece]:
    """The pieces, with title, subtitle, byline and date decided where they are seen."""
    found = _shown(pieces, metadata, lexicon) if kind == "html" else list(pieces)
    if kind == "text" and found and found[0].free:
        found[:1] = labelled_date(found[0], lexicon)
    at = titles.of(found, metadata, kind, lexicon)
    if at is not None:
        title = found[at]
        found[at] = title.decided(
            "title",
            "head.title",
            *titles.signs(found, at),
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
    end = titles.body(found, start, kind) + 1
    if kind == "text" and at is not None:
        end = _past_standfirst(found, end, lexicon)
    found[start:end] = _rubrics(segments(found[start:end], metadata, lexicon), lexicon)
    if at is not None and kind == "text":
        _of_site(found, at)
        _fields(found, at)
        _name(found, at, metadata, lexicon)
    _subtitle(found, at, kind, lexicon)
    return found


def _past_standfirst(pieces: Sequence[Piece], end: int, lexicon: Lexicon) -> int:
    """The end of a head that goes on below a long standfirst with lines of author and date."""
    for n in range(end, min(end + BELOW, len(pieces))):
        if pieces[n].free and form(pieces[n].text).words > titles.BODY_WORDS:
            break
        if pieces[n].free and titles.meta(pieces[n].text, lexicon):
            end = n + 2
    return min(end, len(pieces))


def _of_site(pieces: list[Piece], at: int) -> None:
    """Where a date or a name stands under the title, one before the title is the page's own."""
    for role in ("date", "byline"):
        if any(piece.role == role for piece in pieces[at + 1 : at + titles.WITHIN]):
            for n in range(at):
                if pieces[n].role == role:
                    sign = f"a {role} before title and {role}"
                    pieces[n] = pieces[n].decided("omitted", "navigation", sign, runner_up=role)


def _fields(pieces: list[Piece], at: int) -> None:
    """Tiny lines in a block of their own under the title are a page's fields: labels, values."""
    first = last = at + 1
    while last < len(pieces) - 1 and (last == first or not pieces[last].before):
        shape = form(pieces[last].text)
        kind = pieces[last].block.kind
        if kind not in ("paragraph", "item") or shape.words > TINY or shape.end:
            return
        last += 1
    if last - first < FIELDS or not pieces[first].before or not pieces[last].before:
        return
    for n in range(first, last):
        if pieces[n].free:
            pieces[n] = pieces[n].decided(
                "omitted", "navigation", "in a block of tiny lines", runner_up="lead"
            )


def _name(pieces: list[Piece], at: int, metadata: Metadata, lexicon: Lexicon) -> None:
    """A name alone under the title is the writer's; a short line close under it is a newspaper."""
    if metadata.byline or any(piece.role == "byline" for piece in pieces):
        return
    below = [n for n in range(at + 1, min(at + BELOW, len(pieces))) if pieces[n].free][:3]
    for n, following in pairwise(below):
        if not bylines.unheard(pieces, n, lexicon):
            if form(pieces[n].text).words > titles.TITLE_WORDS:
                return
            continue
        pieces[n] = pieces[n].decided(
            "byline", "head.byline", "a name under the title", runner_up="heading"
        )
        shape = form(pieces[following].text)
        if shape.key == key(pieces[n].text):
            pieces[following] = pieces[following].decided(
                "omitted", "byline", "repeats the name", runner_up="heading"
            )
        elif following == n + 1 and not pieces[following].before and shape.words <= TINY:
            pieces[following] = pieces[following].decided(
                "omitted", "byline", "close under a name", runner_up="heading"
            )
        return


def _rubrics(pieces: list[Piece], lexicon: Lexicon) -> list[Piece]:
    """The pieces under a title, the name of a section right above byline or date left out."""
    return [
        piece.decided("omitted", "navigation", "above byline or date", runner_up="heading")
        if piece.free and below.role in ("byline", "date") and key(piece.text) in lexicon.rubrics
        else piece
        for piece, below in zip(pieces, [*pieces[1:], *pieces[-1:]], strict=True)
    ]


def _shown(pieces: Sequence[Piece], metadata: Metadata, lexicon: Lexicon) -> list[Piece]:
    """The pieces, a page's own lines with date and author, which its reader sees, decided.

    The author's line counts where the metadata names nobody, and has to say that it is one.
    """
    found: list[Piece] = []
    named = bool(metadata.byline)
    for piece in pieces:
        parts = [piece]
        if piece.block.furniture == HEAD_OF_PAGE:
            cut = segments([replace(piece, role="")], Metadata(), lexicon)
            if all(part.role in ("byline", "date", "omitted") for part in cut):
                parts = [_seen(part, piece, named=named) for part in cut]
                named = named or any(part.role == "byline" for part in parts)
        found += parts
    return found


def _seen(part: Piece, piece: Piece, *, named: bool) -> Piece:
    """A part of a head's line as it is shown, or left out as the line is.

    A byline that another has come before, or that does not say that it is one, is no byline.
    """
    if part.role == "date" or (part.role == "byline" and part.block.marker and not named):
        return part
    if part.role == "omitted" or piece.reason is None:
        return part
    return part.decided("omitted", piece.reason.rule, *piece.reason.signs)


def _copies(pieces: list[Piece], at: int) -> None:
    """Later copies of the title in the head are left out."""
    folded = key(pieces[at].text)
    for n in range(at + 1, min(at + titles.WITHIN, len(pieces))):
        if not pieces[n].free:
            continue
        if _glued(pieces[n].text, pieces[at].text):
            pieces[n] = pieces[n].decided(
                "omitted", "navigation", "a word glued to the title", runner_up="heading"
            )
        elif key(pieces[n].text) == folded:
            pieces[n] = pieces[n].decided(
                "omitted", "duplicate-title", "repeats the title", runner_up="heading"
            )
            _between(pieces, at, n)
            _close_under(pieces, n)


def _glued(text: str, title: str) -> bool:
    """Whether a line is one word of a menu with the title right behind it: `NewsFewer boats`."""
    word = text.removesuffix(title)
    return 2 < len(word) < len(text) and word.isalpha() and title[0].isupper()


def _between(pieces: list[Piece], first: int, second: int) -> None:
    """Tiny lines between two copies of a title are a page's: a section's name, a button."""
    for n in range(first + 1, second):
        shape = form(pieces[n].text)
        if pieces[n].free and shape.words <= TINY and not shape.end:
            pieces[n] = pieces[n].decided(
                "omitted", "navigation", "between two copies of the title", runner_up="heading"
            )


def _close_under(pieces: list[Piece], copy: int) -> None:
    """A copy of the title is a picture's text, and a tiny line close under it the credit."""
    n = copy + 1
    if n + 1 >= len(pieces) or not pieces[n].free or pieces[n].before or pieces[n].block.marker:
        return
    shape = form(pieces[n].text)
    if shape.words < TINY and not shape.end:
        pieces[n] = pieces[n].decided(
            "omitted", "credit", "close under a copy of the title", runner_up="text"
        )


def _given(pieces: list[Piece], title: str) -> None:
    """A heading or line that says the title of the metadata again is the title."""
    folded = key(title)
    left = titles.WITHIN
    for n in range(len(pieces)):
        # A page's menus and buttons are left out by now, and say nothing of where its head ends.
        left -= pieces[n].free
        if left < 0:
            return
        if pieces[n].free and key(pieces[n].text) == folded:
            pieces[n] = pieces[n].decided(
                "title", "head.title", "says the given title", kind="heading", level=1
            )
            _copies(pieces, n)
            return


def _subtitle(pieces: list[Piece], at: int | None, kind: Format, lexicon: Lexicon) -> None:
    """The line under the title, if byline, date or a dateline follow it, or it stands close."""
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
    if tips.at_start(line, lexicon) or not any(p.free for p in pieces[below + 1 : below + BELOW]):
        return
    filed, _ = datelines.of_paragraph(pieces[below + 1].text, lexicon)
    meta = pieces[below + 1].role in ("byline", "date") or (filed and shape.end in ("", "."))
    one = ". " not in line.text and "! " not in line.text
    close = kind == "text" and one and line.before == 0 and pieces[below + 1].before > 0 and at == 0
    if meta or (close and shape.end != "?" and shape.words > 3):
        sign = "between title and byline or date" if meta else "close under the title"
        pieces[below] = replace(
            line.decided("subtitle", "head.subtitle", sign, runner_up="lead"), before=line.before
        )
