"""Corrections: what was said of a line goes before every rule, which then decide in its light."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

from briefing.document.correction import LONGEST, Correction
from briefing.document.model import BlockKind, Line, Manuscript, Reason, Role, TipKind
from briefing.record import replace
from briefing.structure import tips
from briefing.structure.corrected import RULE, Corrected, settled
from briefing.structure.draft import Piece, cut, strip_marker
from briefing.structure.finding import Finder, folded_words
from briefing.structure.headings import numbered
from briefing.structure.labels import label_end
from briefing.structure.lexicon import Lexicon
from briefing.structure.phrases import key

MOST = 500
"""Corrections of one document; whoever needs more should mark up the document."""
Begin = Callable[[Sequence[Piece]], Sequence[Piece]]
Stages = Callable[[Manuscript, Lexicon, Begin], Sequence[Piece]]


def split_with(
    manuscript: Manuscript, lexicon: Lexicon, given: Sequence[Correction], stages: Stages
) -> tuple[Sequence[Piece], tuple[str, ...]]:
    """The pieces with the corrections `given`, and a notice for each that could not be followed.

    `stages` are those of the splitter; they call their last argument before the first rule runs.
    """
    notices: list[str] = []

    def begin(pieces: Sequence[Piece]) -> Sequence[Piece]:
        return _applied(pieces, given[:MOST], lexicon, notices)

    if len(given) > MOST:
        notices.append(f"{len(given) - MOST} corrections more than the {MOST} that are followed")
    lines = _apart(manuscript.lines, given[:MOST])
    pieces = stages(replace(manuscript, lines=lines), lexicon, begin)
    without = stages(manuscript, lexicon, tuple)
    return settled(pieces, without), tuple(notices)


def notice(correction: Correction) -> str:
    """What is said of a correction whose line is not there."""
    where = f"“{correction.text}” (line {correction.line}) as {correction.kind}"
    return f"correction of {where} no longer finds its line"


def _apart(lines: Sequence[Line], given: Sequence[Correction]) -> tuple[Line, ...]:
    """The lines, those that are a heading or a question whole set apart from their neighbours."""
    wanted = {
        tuple(folded_words(correction.text)): correction.line
        for correction in given
        if correction.kind in ("heading", "question")
    }
    if not wanted:
        return tuple(lines)
    nearest: dict[tuple[str, ...], int] = {}
    for line in lines:
        said = tuple(folded_words(line.text)) if len(line.text) <= LONGEST else ()
        number = wanted.get(said)
        if number is not None and (
            said not in nearest or abs(line.number - number) < abs(nearest[said] - number)
        ):
            nearest[said] = line.number
    apart = frozenset(nearest.values())
    found: list[Line] = []
    after = False
    for line in lines:
        here = line.number in apart
        found.append(replace(line, blanks=max(line.blanks, 1)) if here or after else line)
        after = here
    return tuple(found)


def _applied(
    pieces: Sequence[Piece], given: Sequence[Correction], lexicon: Lexicon, notices: list[str]
) -> list[Piece]:
    finder = Finder(pieces)
    places: dict[int, dict[int, Correction]] = defaultdict(dict)
    for correction in given:
        found = finder.find(correction)
        if found is None:
            notices.append(notice(correction))
        else:
            places[found[0]][found[1]] = correction
    labelled = {
        p.block.box.ordinal for n, p in enumerate(pieces) if p.block.box and n not in places
    }
    made: list[Piece] = []
    for at, piece in enumerate(pieces):
        if at not in places:
            made.append(piece)
            continue
        box = piece.block.box
        if box is not None and box.label and box.ordinal not in labelled:
            # The rule for boxes says their label, and does not see a box that is corrected whole.
            labelled.add(box.ordinal)
            label = replace(piece.block, kind="paragraph", text=box.label, marker="", spans=())
            made.append(_as(Piece(label, piece.before), Correction(0, "", "text"), pieces))
        rest: Piece | None = piece
        later: list[Piece] = []
        for offset, correction in sorted(places[at].items(), reverse=True):
            part = rest if rest is not None else piece
            if offset:
                rest, part = cut(part, offset)
            later[:0] = _corrected(part, correction, pieces, lexicon, notices)
        if 0 not in places[at] and rest is not None:
            made.append(rest)
        made += later
    return made


def _corrected(
    piece: Piece,
    correction: Correction,
    pieces: Sequence[Piece],
    lexicon: Lexicon,
    notices: list[str],
) -> list[Piece]:
    """One piece decided as `correction` says; a label of a tip is a piece of its own."""
    label = 0
    if correction.label:
        label = _label(piece.text, correction.label)
        if not label:
            notices.append(
                f"correction of “{correction.text}”: its line does not begin with the label"
                f" “{correction.label}”; the label is ignored"
            )
    if correction.kind == "tip":
        known = tips.at_start(piece, lexicon)
        kind: TipKind = known[0] if known else "tip"
        end = label or (known[1] if known else 0)
        if correction.label:
            kind = lexicon.tips.get(key(correction.label), kind)
        if 0 < end < len(piece.text):
            head, rest = cut(piece, end)
            first = _as(head, correction, pieces, role="tip-label", opens=True)
            second = _as(rest, correction, pieces, opens=False)
            return [replace(first, tip=kind), replace(second, tip=kind)]
        return [replace(_as(piece, correction, pieces), tip=kind)]
    if correction.kind == "trend":
        made = _as(piece, correction, pieces)
        return [replace(made, label=label or label_end(piece.block, dashes=True))]
    return [_as(piece, correction, pieces)]


def _label(text: str, label: str) -> int:
    """Where the text begins behind `label` and the signs after it; 0 where it has none."""
    if not text.casefold().startswith(label.casefold()):
        return 0
    end = len(label)
    while end < len(text) and not text[end].isalnum():
        end += 1
    return end if end < len(text) else 0


def _as(
    piece: Piece,
    correction: Correction,
    pieces: Sequence[Piece],
    *,
    role: Role | None = None,
    opens: bool | None = None,
) -> Corrected:
    kind = correction.kind
    if kind == "heading":
        piece = numbered(piece)
    elif kind in ("question", "answer") and (size := _asked(piece.text)):
        piece = strip_marker(piece, size)
    block = piece.block
    # Headings are made at the end: a rule that looks for a title must not take one for it.
    plain: BlockKind = "paragraph" if kind == "heading" or block.kind == "heading" else block.kind
    depth = block.level
    if kind == "heading":
        depth = correction.level or _level(pieces, block.line)
    elif block.kind == "heading":
        depth = 0
    block = replace(block, kind=plain, level=depth, box=None, furniture="")
    if opens is None:
        opens = kind in ("question", "trend", "tip")
    reason = Reason(RULE, (f"corrected as {kind}",))
    return Corrected(block, piece.before, role or kind, reason, opens, level=correction.level)


def _asked(text: str) -> int:
    """Characters of `Q:`, `A2.` and the like at the start."""
    head, colon, rest = text[:8].partition(":")
    short = head[:1].isalpha() and (len(head) == 1 or head[1:].strip().isdecimal())
    return len(head) + 1 if colon and short and (rest or text[8:]).strip() else 0


def _level(pieces: Sequence[Piece], line: int) -> int:
    """The level of the heading before, unless that is the first, which may be the title."""
    marked = [piece.block for piece in pieces if piece.block.kind == "heading"]
    above = [block.level for block in marked[1:] if block.line < line]
    below = [block.level for block in marked[1:] if block.line > line]
    return (above[-1:] or below[:1] or [2 if marked else 1])[0]
