"""The weak signs of a heading in plain text, weighed."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.document.pattern import pattern
from briefing.record import record
from briefing.structure.around import (
    bare_list,
    body,
    chained,
    goes_on,
    link,
    only_tiny,
    over_long,
    text_or_list,
)
from briefing.structure.draft import Piece
from briefing.structure.form import HAN_NUMBER, Form, form
from briefing.structure.lexicon import Lexicon
from briefing.structure.marks import code, phone
from briefing.structure.phrases import key
from briefing.structure.setting import Setting, candidate, label

MOST_CHAINED = 3
"""Candidates in a row that can all be headings."""
_COUNT = pattern(r"(\d{1,2})\s(?=[^\W\d_])")
_DEPTH = pattern(r"\d{1,2}(?:\.\d{1,2})+\.?\s")
_HAN = pattern(
    rf"[一二三四五六七八九十]{{1,3}}、|[(（][一二三四五六七八九十]{{1,3}}[)）]|{HAN_NUMBER}"
)
_FIGURE = pattern(r"[$€£]?\d{1,3}(?:[,.]\d+)+|[$€£]\d")
QUESTION_WORDS = 4
"""Words of a question that is no exclamation in the middle of a text."""
ENOUGH = 3.6
"""Weight from which a line is a heading. All weights were fitted by hand on annotated texts."""


@record
class Weighed:
    """What was seen of a candidate."""

    weight: float
    _signs: list[tuple[float, str]]

    @property
    def signs(self) -> tuple[str, ...]:
        """Each sign with its weight, the heaviest first."""
        ordered = sorted(self._signs, key=lambda sign: -abs(sign[0]))
        return tuple(f"{name} ({weight:+.1f})" for weight, name in ordered)


def weigh(pieces: Sequence[Piece], at: int, where: Setting, lexicon: Lexicon) -> Weighed:
    """How much speaks for the piece at `at` being a heading, and what."""
    piece, shape = pieces[at], form(pieces[at].text)
    signs = _space(pieces, at, where)
    signs += _ending(pieces, at, shape)
    opens = bool(lexicon.question_words.opening(shape.key))
    signs += _length(shape, opens=opens)
    signs += _letters(shape, piece.text)
    half = range(at - (at > 0 and shape.case == "lower"), at + 1)
    if any(goes_on(pieces, n, form(pieces[n].text), lexicon) for n in half):
        signs.append((-5.0, "half of a sentence"))
    chain = chained(pieces, at)
    name = key(piece.text[shape.number :]) if shape.number else shape.key
    known = name in lexicon.known_headings
    spoken = lexicon.trends.closing(shape.key) or lexicon.faq.closing(shape.key)
    most = MOST_CHAINED if known or spoken else chain
    signs += _follows(pieces, at, where, shape, chain=min(chain, most))
    signs += _siblings(pieces, at, where, shape, chain=chain)
    if known or name in lexicon.faq:
        signs.append((3.0, "a known heading"))
    elif spoken:
        signs.append((2.0, "speaks of trends or questions"))
    if shape.key in where.contents:
        signs.append((2.0, "stands in the contents"))
    asks = where.dense and shape.end == "?" and shape.words >= QUESTION_WORDS
    if asks and opens:
        signs.append((0.5, "begins as questions do"))
    like = where.shapes[shape.case, shape.end] - 1
    if like > 0 and where.candidates > 2:
        signs.append((min(1.0, 2 * like / where.candidates), f"{like} others look like it"))
    if where.dense and shape.case == "caps" and shape.words > 1 and not shape.end:
        signs.append((0.7, "capitals where no blank parts"))
    if _counted(pieces, at):
        signs.append((-3.0, "a number in a run of lines"))
    if shape.number and _DEPTH.match(piece.text):
        signs.append((2.0, "numbered in depth"))
    elif shape.number and _HAN.match(piece.text):
        signs.append((2.5, "numbered as headings are"))
    if piece.block.kind == "item" and piece.block.marker[:1] not in "([（":
        signs += _run(pieces, at)
    return Weighed(sum([weight for weight, _ in signs]), signs)


def _counted(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a line close to this one goes on with its number: `1 Boats`, `2 Ice`."""
    own = _COUNT.match(pieces[at].text)
    return own is not None and any(
        (other := _COUNT.match(pieces[n].text)) is not None
        and int(other[1]) == int(own[1]) + n - at
        and not pieces[max(n, at)].before
        for n in (at - 1, at + 1)
        if 0 <= n < len(pieces)
    )


def _space(pieces: Sequence[Piece], at: int, where: Setting) -> list[tuple[float, str]]:
    before = at == 0 or pieces[at].before > 0
    after = at + 1 >= len(pieces) or pieces[at + 1].before > 0
    if where.dense:
        apart = [(0.8, "blank before it")] if before and at else []
        shape = form(pieces[at].text)
        over = shape.end == ":" and where.shapes[shape.case, ":"] > 1 and over_long(pieces, at)
        bare = where.stopped and (not shape.end or over)
        return [*apart, (0.8, "no full stop where others have one")] if bare else apart
    signs = [(1.5, "blank before it") if before else (-1.5, "no blank before it")]
    if at > 1 and not (before or pieces[at - 1].before) and all(map(link, pieces[at - 2 : at])):
        signs.append((-1.0, "the last of a block of lines"))
    if after:
        signs.append((1.0, "blank after it"))
    elif not (body(pieces[at + 1]) or pieces[at + 1].block.kind == "item"):
        signs.append((-1.0, "no blank after it"))
    if pieces[at].before > 1:
        signs.append((0.3, "more blanks than one before it"))
    return signs


def _ending(pieces: Sequence[Piece], at: int, shape: Form) -> list[tuple[float, str]]:
    if shape.end == "":
        return [(1.0, "no end mark")]
    if shape.end == "?":
        return [(0.8, "a question")]
    if shape.end == ":":
        listed = at + 1 < len(pieces) and pieces[at + 1].block.kind == "item"
        if listed and shape.words > (2 if shape.case in ("sentence", "none") else 5):
            return [(-2.5, "introduces a list")]
        return [(-0.5 if shape.words <= 6 else -2.0, "ends with a colon")]
    return [(-2.0 if shape.end == "!" else -3.5, f"ends with “{shape.end}”")]


def _length(shape: Form, *, opens: bool) -> list[tuple[float, str]]:
    if shape.words <= 10:
        return [(1.0, "short")]
    if shape.words <= 14:
        return [(0.2, "rather short")]
    if shape.case == "sentence" and not (shape.end or opens):
        return [(-2.2, "as long as a sentence")]
    return [(-1.5, "long")]


def _letters(shape: Form, text: str) -> list[tuple[float, str]]:
    signs = {
        "caps": [(1.0, "capitals")],
        "title": [(1.0, "title case")],
        "sentence": [],
        "lower": [(-2.0, "begins small")],
        "none": [(0.3, "a script without capitals")] if shape.end != ":" else [],
    }[shape.case]
    if shape.digits > 0.4:
        signs = [*signs, (-3.0, "figures")]
    elif _FIGURE.match(text) and not shape.number:
        signs = [*signs, (-2.5, "begins with a figure")]
    if shape.quoted:
        signs = [*signs, (-4.0, "a quotation")]
    if "   " in text or "\t" in text:
        signs = [*signs, (-4.0, "columns")]
    if code(text):
        signs = [*signs, (-5.0, "looks like code")]
    if "http" in text or "@" in text or "www." in text or phone(text):
        signs = [*signs, (-5.0, "an address")]
    return signs


def _siblings(
    pieces: Sequence[Piece], at: int, where: Setting, shape: Form, *, chain: int
) -> list[tuple[float, str]]:
    """Lines that say the same, or begin with the same label."""
    signs: list[tuple[float, str]] = []
    again = where.texts[shape.key] > 1 and shape.case != "lower"
    if again and not shape.digits and chain <= MOST_CHAINED:
        signs.append((2.0, "stands more than once"))
    own = "" if shape.number else label(pieces[at])  # `Step 3: Send it` is numbered
    if own and where.labels[own] > 1:
        signs.append((-2.5, "other lines begin with its label"))
    around = [pieces[n] for n in (at - 1, at + 1) if 0 <= n < len(pieces)]
    labelled = [bool(p.free and p.block.kind == "paragraph" and label(p)) for p in around]
    # Fields that come again, `Needs:` and `Gaps:`, are records, and what parts them is a heading.
    records = all(where.labels[label(p)] > 1 for p in around)
    if (own and any(labelled)) or (len(labelled) == 2 and all(labelled) and not records):
        signs.append((-4.0, "among lines with labels"))
    return signs


def _follows(
    pieces: Sequence[Piece], at: int, where: Setting, shape: Form, *, chain: int
) -> list[tuple[float, str]]:
    """What stands under it: text, a list, or nothing that needs a heading."""
    below = at + 1
    while below < len(pieces) and pieces[below].role in ("omitted", "text"):
        below += 1  # what a rule took for an attribution does not tell either
    if below >= len(pieces):
        return [(-3.0, "nothing under it")]
    after = pieces[below]
    if after.block.kind == "item" and not candidate(after):
        lone = below + 1 >= len(pieces) or pieces[below + 1].block.kind != "item"
        return [(-1.2, "one item under it")] if lone else [(1.2, "a list under it")]
    bare = bare_list(pieces, at, shape)
    if only_tiny(pieces, below) and not bare:
        return [(-3.0, "only tiny lines under it")]
    if after.block.kind == "heading" and chain <= MOST_CHAINED:
        parent = where.dense and where.stopped and not shape.end
        parent = parent and pieces[at - 1].role != "title"  # under it, the line is a subtitle
        return [(0.8 if parent else 0.0, "a heading under it")]
    if body(after) and len(after.text) > 1.3 * shape.chars:
        return [(1.5, "longer text under it")]
    if bare or after.block.kind in ("item", "table", "code", "quote"):
        return [(0.8, "a list under it")]
    if below + 1 < len(pieces) and where.dense:
        beyond, end = pieces[below + 1], form(after.text).end
        if end == ":" and beyond.block.kind == "item" and shape.end in ("", "?"):
            return [(1.5, "a list with its introduction under it")]
        if (
            not shape.end
            and end in ("", "?")
            and candidate(after)
            and where.stopped
            and text_or_list(beyond)
        ):
            return [(0.8, "a line with its text under it")]
    if chain > MOST_CHAINED:
        return [(-3.0, "one of many short lines")]
    return [_short(pieces, below, where, chain)]


def _short(pieces: Sequence[Piece], below: int, where: Setting, chain: int) -> tuple[float, str]:
    """What a short line at `below` says of the one above it."""
    after = pieces[below]
    if below + 1 == len(pieces) and form(after.text).words > 1:
        return (0.8, "text under it that breaks off")
    if candidate(after) and chain > 1 and (after.before or where.dense):
        return (0.0, "another candidate under it")
    return (-1.2, "short text under it")


def _run(pieces: Sequence[Piece], at: int) -> list[tuple[float, str]]:
    """A number, or a square, is a heading's if text stands between it and the next one."""
    marker = pieces[at].block.marker[:1]
    for n in (at - 1, at + 1):
        other = pieces[n].block if 0 <= n < len(pieces) else None
        if other is None or other.kind != "item":
            continue
        if other.marker[:1] == marker or (other.marker[:1].isalnum() and marker.isalnum()):
            return [(-3.0, "an item of a list")]
    if marker.isalnum():
        return [(1.0, "numbered, with text under it")]
    return [(1.5, f"behind {marker}, with text under it")]
