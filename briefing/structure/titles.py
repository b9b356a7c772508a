"""Which line or heading is the title, and where the body begins."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.document.model import Format, Metadata
from briefing.document.pattern import pattern
from briefing.structure import bylines, dates, mastheads
from briefing.structure.draft import Piece
from briefing.structure.faq import labelled
from briefing.structure.form import form
from briefing.structure.lexicon import Lexicon
from briefing.structure.marks import phone
from briefing.structure.phrases import key
from briefing.structure.signatures import signed

WITHIN = 16
"""Pieces from the start in which a head can be; what a page's menu says does not count."""
LONGEST_MENU = 1000
"""Pieces of a head with its menus."""
LONGEST_STEPS, STEPS_ABOVE = 80, 3
"""Characters of the steps of a site that a page glues before its title, and lines between."""
BODY_WORDS = 28
"""Words from which a paragraph is the beginning of the body."""
TITLE_WORDS = 32
_SENTENCES = pattern(r"(?:[^\W_]{3,}\.|[^\W_]!) [^\W\d_a-zß-ÿ]")
"""One sentence behind another: no title is as long as that."""
NAME_WORDS = 4
"""Words of a site's name, which may stand where a title does."""
TEXT_WORDS = 10
"""Words of a sentence that is text: a title does not stand under it."""
EQUALS = 2
"""Later lines in capitals from which on the first is no title, but one of them."""
HEADLINE_WORDS = 6
"""Words of a headline, under a line of one word."""
SHORTEST_GLUED = 12
"""Characters of a title with which the line above may end."""
FEWEST_ENTRIES, TINY = 3, 2
"""Entries of a menu that tell a site's name from a title; one fewer for a name this short."""


def of(pieces: Sequence[Piece], metadata: Metadata, kind: Format, lexicon: Lexicon) -> int | None:
    """The place of the title; None where metadata gives it or no line is one."""
    if metadata.title:
        return None
    return _marked_title(pieces, lexicon) if kind != "text" else _plain_title(pieces, lexicon)


def _marked_title(pieces: Sequence[Piece], lexicon: Lexicon) -> int | None:
    """The first heading, if it is above all others or a first-level one, with no text before it."""
    headings = [at for at, piece in enumerate(pieces) if piece.block.kind == "heading"]
    if not headings:
        return None
    copies = [p for p in pieces[:2] if p.block.kind == "paragraph" and _titled(p, lexicon)]
    if len(copies) > 1 and key(copies[0].text) == key(copies[1].text):
        return 0
    first = headings[0]
    level = pieces[first].block.level
    others = [pieces[at].block.level for at in headings[1:]]
    if any(len(piece.text) > 200 for piece in pieces[:first] if piece.free):
        return None
    folded = key(pieces[first].text)
    if level > 1 and (folded in lexicon.trends or folded in lexicon.known_headings):
        return None
    top = first == 0 or not any(p.free and p.block.kind == "paragraph" for p in pieces[:first])
    if all(other > level for other in others):
        return first if top or level == 1 else None
    return first if level == 1 and top else None


def _plain_title(pieces: Sequence[Piece], lexicon: Lexicon) -> int | None:
    """A line that stands twice in the head; else the first line, if it can be a title."""
    end = body(pieces, 0, "text")
    if (twice := _twice(pieces, end, lexicon)) is not None:
        return twice
    if (below := mastheads.behind_page(pieces, lexicon, _titled)) is not None:
        return below
    for at in range(_behind_tiny(pieces, end, lexicon), end):
        piece = pieces[at]
        if not piece.free or piece.block.kind == "rule" or meta(piece.text, lexicon):
            continue
        if _rubric(pieces, at, end, lexicon):
            continue
        if not _titled(piece, lexicon):
            return None
        if behind := (
            _behind_menu(pieces, at, end, lexicon)
            or mastheads.behind_series(pieces, at, lexicon, _titled)
            or _dated(pieces, at, end, lexicon)
            or _under_word(pieces, at, end, lexicon)
        ):
            return behind
        if _among_equals(pieces, at):
            return None
        return at if _over_something(pieces, at, lexicon) else None
    return None


def _among_equals(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a few capitals close over text come again so: they are the name of a section."""
    like = [n for n in range(at, len(pieces) - 1) if _capitals(pieces, n)][: EQUALS + 1]
    return len(like) > EQUALS and like[0] == at


def _capitals(pieces: Sequence[Piece], at: int) -> bool:
    if pieces[at + 1].before or not pieces[at].free or pieces[at].block.kind != "paragraph":
        return False
    shape = form(pieces[at].text)
    return shape.case == "caps" and shape.words <= NAME_WORDS and len(pieces[at + 1].text) > 60


def _twice(pieces: Sequence[Piece], end: int, lexicon: Lexicon) -> int | None:
    """The longest line that stands twice: a button or the name of a section may as well."""
    seen: dict[str, int] = {}
    left_out: set[str] = set()
    found: list[int] = []
    for at in range(end):
        folded = key(pieces[at].text)
        alone = folded.rpartition(" - ")[0] or folded  # `Title - Name of the site`
        if (copy := folded if folded in seen else alone) in seen and _titled(pieces[at], lexicon):
            found.append(seen[copy])
        shape = form(pieces[at].text)
        if pieces[at].free and shape.words > TEXT_WORDS and shape.end in (".", ":"):
            break
        if meta(pieces[at].text, lexicon):
            continue
        if pieces[at].free:
            seen.setdefault(folded, at)
            if folded in left_out and _titled(pieces[at], lexicon):
                found.append(at)
        elif shape.words > NAME_WORDS:
            left_out.add(alone)
        if _glued(pieces, at) and _titled(pieces[at], lexicon):
            found.append(at)
    found = [at for at in found if not bylines.unheard(pieces, at, lexicon)]
    return max(found, key=lambda at: form(pieces[at].text).words, default=None)


def _glued(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a line just above is a page's steps, without signs, that end with this line."""
    text = pieces[at].text
    if len(text) < SHORTEST_GLUED:
        return False
    above = [piece.text for piece in pieces[max(0, at - STEPS_ABOVE) : at]]
    return any(len(text) < len(a) < len(text) + LONGEST_STEPS and a.endswith(text) for a in above)


def _behind_tiny(pieces: Sequence[Piece], end: int, lexicon: Lexicon) -> int:
    """Where a longer line stands, apart, under a menu of tiny lines in a block; 0 if none does."""
    for at in range(end):
        shape = form(pieces[at].text)
        if at and pieces[at].before:
            titled = _titled(pieces[at], lexicon) and shape.words > TINY
            return at if at >= FEWEST_ENTRIES and titled else 0
        if shape.words > TINY or shape.end or meta(pieces[at].text, lexicon):
            return 0
    return 0


def _rubric(pieces: Sequence[Piece], at: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a line names a part of a newspaper, `Politics`, `No. 12`, over a title."""
    if form(pieces[at].text).key.rstrip("0123456789").rstrip(" .№#") not in lexicon.rubrics:
        return False
    below = (n for n in range(at + 1, end) if pieces[n].free)
    for n in below:
        shape = form(pieces[n].text)
        if shape.key in lexicon.rubrics or meta(pieces[n].text, lexicon):
            continue
        return _titled(pieces[n], lexicon) and shape.words > TINY
    return False


def _dated(pieces: Sequence[Piece], at: int, end: int, lexicon: Lexicon) -> int:
    """The line right above byline or date, with furniture between a site's name and it; else 0."""
    if form(pieces[at].text).words > NAME_WORDS or at + 1 >= end or pieces[at + 1].free:
        return 0
    below = next((n for n in range(at + 1, end - 1) if pieces[n].free), 0)
    if not below or not _titled(pieces[below], lexicon) or meta(pieces[below].text, lexicon):
        return 0
    return below if meta(pieces[below + 1].text, lexicon) else 0


def _under_word(pieces: Sequence[Piece], at: int, end: int, lexicon: Lexicon) -> int:
    """The headline that stands apart under a line of one word; 0 if there is none."""
    shape = form(pieces[at].text)
    if shape.words != 1 or shape.end or shape.digits:
        return 0
    if shape.key in lexicon.trends or shape.key in lexicon.weak_trends or shape.key in lexicon.faq:
        return 0
    for n in range(at + 1, end):
        piece = pieces[n]
        if not piece.free or meta(piece.text, lexicon):
            continue
        below = form(piece.text)
        field = ":" in " ".join(piece.text.split()[:2])  # `Contact: Ann Lee`
        whole = below.words >= HEADLINE_WORDS and below.end != "?" and not field
        return n if whole and piece.before and _titled(piece, lexicon) else 0
    return 0


def _behind_menu(pieces: Sequence[Piece], at: int, end: int, lexicon: Lexicon) -> int:
    """The first longer line behind a site's name and its menu; 0 if `at` is no such name."""
    shape = form(pieces[at].text)
    if shape.words > NAME_WORDS or shape.key in lexicon.faq or at + 1 >= end:
        return 0
    entries = sum(map(_entry, pieces[:at]))
    fewest = FEWEST_ENTRIES - (shape.words <= TINY and not pieces[at + 1].before)
    for n in range(at + 1, end):
        piece = pieces[n]
        if _entry(piece):
            entries += 1
        elif not piece.free or form(piece.text).words <= NAME_WORDS:
            continue
        else:
            titled = _titled(piece, lexicon) and not meta(piece.text, lexicon)
            return n if titled and entries >= fewest else 0
    return 0


def _entry(piece: Piece) -> bool:
    return piece.reason is not None and piece.reason.rule in ("navigation", "subscribe")


def meta(text: str, lexicon: Lexicon) -> bool:
    """Whether a line is a byline or a date and nothing else."""
    return bool(
        bylines.marked(text, lexicon)
        or dates.date_line(text, lexicon)
        or signed(text, lexicon)
        or form(text).key in lexicon.date_labels
    )


def _titled(piece: Piece, lexicon: Lexicon) -> bool:
    """Whether a line can be a title."""
    shape = form(piece.text)
    if not piece.free or piece.block.kind not in ("paragraph", "heading"):
        return False
    trails = shape.words <= TITLE_WORDS / 2 and piece.text.rstrip().endswith(("….", "..."))
    if shape.words > TITLE_WORDS or shape.end in (",", ";") or not shape.key:
        return False
    if (shape.end == "." and not trails) or (shape.end == ":" and shape.words < 8):
        return False
    if shape.words > TITLE_WORDS / 2 and _SENTENCES.search(piece.text):
        return False
    if labelled(piece.text, lexicon.question_labels) or phone(piece.text):
        return False
    small = shape.words == 1 and shape.case == "lower" and piece.block.kind == "paragraph"
    return not small and shape.key not in lexicon.known_headings and not shape.digits > 0.6


def _over_something(pieces: Sequence[Piece], at: int, lexicon: Lexicon) -> bool:
    """A trends or FAQ heading is a title only if no list or question follows it at once."""
    folded = key(pieces[at].text)
    listed = at + 1 < len(pieces) and pieces[at + 1].block.kind == "item"
    if listed and not pieces[at + 1].before and lexicon.trends.closing(folded):
        return False
    if folded in lexicon.trends or folded in lexicon.weak_trends:
        return folded in lexicon.weak_trends and at + 1 < len(pieces) and not listed
    below = [p for p in pieces[at + 1 : at + 3] if p.block.kind != "rule"]
    if not below:
        return len(pieces) <= 2 and form(pieces[at].text).words > 2
    if folded in lexicon.faq:
        return form(below[0].text).end != "?" and not lexicon.question_labels.opening(
            below[0].text.casefold()
        )
    return not lexicon.question_labels.opening(folded) or ":" not in pieces[at].text[:12]


def signs(pieces: Sequence[Piece], at: int) -> tuple[str, ...]:
    """What was seen of the title at `at`."""
    if pieces[at].block.kind == "heading":
        return ("the first heading, above the others",)
    folded = key(pieces[at].text)
    again = any(key(p.text) == folded for p in pieces[at + 1 : at + WITHIN])
    return ("stands twice in the head",) if again else ("the first line", "short")


def body(pieces: Sequence[Piece], start: int, kind: Format) -> int:
    """Where the body begins: at the first long paragraph, list or (in markup) heading."""
    left = WITHIN
    at = start
    while left and at < min(start + LONGEST_MENU, len(pieces)):
        piece = pieces[at]
        left -= piece.role != "omitted"
        at += 1
        if not piece.free or piece.block.kind in ("rule", "image"):
            continue
        if kind != "text" and piece.block.kind == "heading":
            return at - 1
        if form(piece.text).words > BODY_WORDS and not _short_enough(piece):
            return at - 1
    return at


def _short_enough(piece: Piece) -> bool:
    shape = form(piece.text)
    return shape.words <= TITLE_WORDS and shape.end in ("", "?", "!")
