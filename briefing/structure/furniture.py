"""Furniture: what a page says that is not part of the briefing, and why it is left out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.document.model import Reason
from briefing.document.pattern import pattern
from briefing.structure import bylines, content, dates
from briefing.structure.draft import Piece
from briefing.structure.form import form
from briefing.structure.lexicon import Furniture, Lexicon
from briefing.structure.phrases import fold, key, word_set

SHORT, BRIEF = 9, 45
"""Words of a line, and of a paragraph, that a phrase of furniture can make furniture."""
BUTTON = 4
"""Words of a button: under `Share`, what is longer and stands apart is the title."""
LONGEST_MENU, LONGEST_ENTRY = 300, 80
"""Characters of a row of links, and of its first."""
HEAD = 14
"""Pieces from the start in which a line may hold byline and date beside a button."""
_PARTED = pattern(r"\s[|•–—/-]\s|[|·•]")
LOOSE, SENTENCE, PROSE = 2, 8, 12
"""Words of a phrase that prose may hold, `follow us`, of a sentence with it, and of prose."""
LEFT_WORDS, INVITING = 2, ("comments", "share", "subscribe")
"""Words of a line left over at the end, and what stands under it."""
TAIL = 0.75
"""From this share of the document on, an invitation is taken for the end of the page."""
_PARTS = pattern(r"\s{2,}|\s*[|/·•,»›>]\s*")
_PART_END = pattern(r"\s\s|[|/·•,»›>]")
FENCES = ("```", "~~~")
_COUNTS = pattern(
    r"^\W*\d[\d.,]*\s?[km]?\s+(?:views?|downloads?|shares?|comments?|likes?|reads?|followers?|retweets?"
    r"|min(?:ute)?s?\.?(?: read)?|kommentare?|aufrufe|commentaires?|comentarios?"
    r"|перегляд\w*|просмотр\w*|комментари\w*|коментар\w*|مشاهدة|مشاهدات|تعليقات|צפיות|תגובות)\b"
    r"|^(?:views?|reads?|likes?|shares?|comments?|downloads?)\s?:\s?\d[\d.,]*\s?[km]?(?=\s*(?:$|[|·•]))"
    r"|^(?:조회수?|浏览量?|瀏覽數?|阅读量?|閱讀數?|點閱數?|人气|人氣|閲覧数?|ビュー)\s*[:：]?\s*\d[\d,.]*\s?[次回명건]?$",
    re.IGNORECASE,
)


def of_line(text: str, lexicon: Lexicon, *, tail: bool = False) -> tuple[Reason, bool] | None:
    """Why a text is furniture and whether it opens a run of it; None if it is not."""
    shape = form(text)
    if shape.words > BRIEF:
        return None
    if named := lexicon.furniture_lines.get(shape.key):
        reason, opens = named
        return Reason(reason, (f"says “{shape.key}”",), "heading"), opens
    folded = fold(text)
    words = word_set(folded)
    said = _within(lexicon.any_furniture, folded, words, tail=tail)
    for item in lexicon.furniture if said else ():
        if found := _within(item, folded, words, tail=tail):
            return Reason(item.reason, (f"says “{found}”",), "text"), False
    if text[:3] in FENCES and text[3:].isalnum():
        return Reason("markup", ("a fence of code",), "heading"), False
    if shape.digits and shape.words <= SHORT * 2 and _COUNTS.match(text):
        return Reason("navigation", ("counts readers",), "text"), False
    return _menu(text, lexicon)


def _within(item: Furniture, folded: str, words: frozenset[str], *, tail: bool) -> str:
    return (
        item.starts.opening(_bare(folded))
        or item.holds.within(folded, words)
        or (item.closing.within(folded, words) if tail else "")
    )


def _bare(folded: str) -> str:
    """A text without the signs that a link may begin with."""
    return folded.lstrip("-–—*•→▶►>»([ ")


def _menu(text: str, lexicon: Lexicon) -> tuple[Reason, bool] | None:
    """A line that is a row of links: each of its parts is furniture."""
    if len(text) > LONGEST_MENU:
        return None
    for parts in (_parted(text), _words(text, lexicon)):
        reasons: list[str] = []
        for part in parts:
            if not (folded := key(part)):
                continue
            if folded not in lexicon.furniture_lines:
                break
            reasons.append(lexicon.furniture_lines[folded][0])
        else:
            if len(reasons) > 1:
                same = len(set(reasons)) == 1
                return Reason(
                    reasons[0] if same else "navigation", ("a row of links",), "text"
                ), False
    return None


def _parted(text: str) -> list[str]:
    """The parts of a line; none if the first is too long for an entry of a menu."""
    return _PARTS.split(text) if _PART_END.search(text, 0, LONGEST_ENTRY) else []


def _words(text: str, lexicon: Lexicon) -> list[str]:
    """The words of a line; none if the first alone is not furniture."""
    first = text.split(maxsplit=1)[:1]
    folded = key(first[0]) if first else ""
    return [] if folded and folded not in lexicon.furniture_lines else text.split()


def mark(pieces: Sequence[Piece], lexicon: Lexicon) -> list[Piece]:
    """The pieces, furniture decided. A heading of furniture takes what stands under it along."""
    found: list[Piece] = []
    run: Reason | None = None
    final = False
    said = sum(map(_said, pieces)) > 1
    length = sum(len(piece.text) for piece in pieces) or 1
    past = 0
    for at, piece in enumerate(pieces):
        tail = past / length > TAIL
        below = pieces[at + 1] if at + 1 < len(pieces) else None
        past += len(piece.text)
        verdict = None
        if piece.block.furniture:
            verdict = Reason(piece.block.furniture, ("the page sets it apart",), "text"), False
        elif piece.free and piece.block.kind not in ("code", "table", "rule"):
            verdict = of_line(piece.text, lexicon, tail=tail)
            if said and _said(piece):
                verdict = Reason("comments", ("says who said what follows",), "text"), True
            if verdict and (
                (at < HEAD and verdict[0].rule == "navigation" and _of_head(piece, lexicon))
                or content.is_content(pieces, at, verdict[0].rule, lexicon)
                or _amid_prose(pieces, at, lexicon, tail=tail)
            ):
                verdict = None
        if verdict is None and run is None:
            found.append(piece)
            continue
        if verdict is not None:
            reason, opens = verdict
            if opens or run is None or not _under(piece, below, run, tail=tail):
                run = reason if opens else None
                end = past / length > TAIL or (said and _said(piece))
                final = opens and reason.rule == "comments" and end
            found.append(_omitted(piece, reason))
        elif run is not None and piece.free and (final or _under(piece, below, run, tail=tail)):
            found.append(_omitted(piece, Reason(run.rule, ("under a line of furniture",), "text")))
        else:
            run, final = None, False
            found.append(piece)
    return _left_over(found, lexicon)


def _said(piece: Piece) -> bool:
    """Whether a line stands over a reader's comment, as blogs write it: `Ann said...`."""
    ends = piece.text.endswith((" said...", " said…")) and len(piece.text) < LONGEST_ENTRY
    return ends and piece.free and bool(piece.before)


def _amid_prose(pieces: Sequence[Piece], at: int, lexicon: Lexicon, *, tail: bool) -> bool:
    """Whether a sentence between two paragraphs of prose says a phrase that any prose may.

    It is an invitation all the same if it begins with one such phrase and holds another.
    """
    if not (0 < at < len(pieces) - 1 and _prose(pieces[at], SENTENCE)):
        return False
    folded = fold(pieces[at].text)
    words = word_set(folded)
    every = lexicon.any_furniture
    said = {every.starts.opening(_bare(folded)), every.holds.within(folded, words)} - {""}
    if tail and not said:
        said = {every.closing.within(folded, words)} - {""}
    if len(said) != 1 or said.pop().count(" ") + 1 > LOOSE:
        return False
    return all(
        _prose(near, PROSE) and of_line(near.text, lexicon, tail=tail) is None
        for near in (pieces[at - 1], pieces[at + 1])
    )


def _prose(piece: Piece, words: int) -> bool:
    shape = form(piece.text)
    paragraph = piece.free and piece.block.kind == "paragraph"
    return paragraph and shape.words >= words and shape.end == "."


def _left_over(pieces: list[Piece], lexicon: Lexicon) -> list[Piece]:
    """The pieces, a last tiny line omitted that stands apart over nothing but invitations."""
    last = next((n for n in range(len(pieces) - 1, 0, -1) if pieces[n].role != "omitted"), 0)
    piece, below = pieces[last : last + 1], pieces[last + 1 :]
    if not last or not piece[0].free or piece[0].block.kind != "paragraph" or not piece[0].before:
        return pieces
    if not any(p.reason and p.reason.rule in INVITING for p in below):
        return pieces
    shape = form(piece[0].text)
    if shape.words > LEFT_WORDS or shape.end or bylines.bare_name(piece[0].text, lexicon):
        return pieces
    sign = Reason("navigation", ("over nothing but invitations",), "text")
    return [*pieces[:last], _omitted(piece[0], sign), *below]


def _of_head(piece: Piece, lexicon: Lexicon) -> bool:
    """Whether a line names an author or a date, among other things: the head's rules cut it."""
    if not _PARTED.search(piece.text):
        return False
    return bool(bylines.marked(piece.text, lexicon) or dates.find(piece.text[:140], lexicon))


def _under(piece: Piece, below: Piece | None, run: Reason, *, tail: bool) -> bool:
    """Whether a piece can be a link, a name or a button in a run of furniture."""
    shape = form(piece.text)
    teaser = run.rule == "related-links" and piece.text.endswith(("...", "…"))
    if piece.block.kind == "heading" or shape.words > 22:
        return False
    if teaser or shape.end in (":", "."):
        return teaser
    if run.rule == "share" and piece.before and shape.words > BUTTON and not tail:
        return False
    if tail and run.rule == "related-links" and shape.end in ("", "?"):
        return shape.end == "" or below is None or form(below.text).end != "."
    return piece.block.kind == "item" or run.rule in ("share", "comments", "navigation", "tags")


def _omitted(piece: Piece, reason: Reason) -> Piece:
    return piece.decided("omitted", reason.rule, *reason.signs, runner_up=reason.runner_up)
