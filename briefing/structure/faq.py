"""Questions and answers, in every form that they are written."""

from __future__ import annotations

from collections.abc import Sequence
from unicodedata import normalize

from briefing.document.pattern import pattern
from briefing.record import replace
from briefing.structure import asking
from briefing.structure.draft import Piece, cut, strip_marker
from briefing.structure.evidence import ENOUGH, weigh
from briefing.structure.form import form
from briefing.structure.lexicon import Lexicon
from briefing.structure.phrases import Phrases, fold, key
from briefing.structure.setting import Setting, setting

_LABEL = pattern(
    r"[【\[]?(?P<label>[^\W\d_]{1,12})\s?[.．]?\s?(?P<number>\d{1,3}(?:-\d{1,2})?)?\s?"
    r"(?P<sign>[:：.．)】\]–—-]|\s-|(?<=\d)\s(?=[^\x00-\x7f]))\s*(?=\S)"
)
_LABEL_ALONE = pattern(r"[^\W\d_]{1,12}\s?\d{0,3}\s?[:：.]?")
_COLONS, _STOPS = frozenset(":：】]"), frozenset(".．)")
_ANSWER_INSIDE = pattern(r"(?:[?？]\s+|？)(?=[^\W\d_]{1,12}\s?\d{0,3}[:：])")
QUESTION_WORDS = 60
LONGEST_TITLE = 200
LONGEST_LABEL = 24


def mark_labelled(pieces: Sequence[Piece], lexicon: Lexicon, *, plain: bool) -> list[Piece]:
    """The pieces, questions and answers with labels decided: `Q:`, `A:`.

    In a `plain` text, which marks no headings, a line that looks like one ends the answer above it.
    """
    return _labelled(_cut_inside(_joined(pieces, lexicon), lexicon), lexicon, plain=plain)


def labelled(text: str, labels: Phrases) -> int:
    """Characters of the label `Q:`, `Question 3.` that `text` begins with; 0 if none."""
    match = _LABEL.match(text[:40])
    if match is None or key(normalize("NFKC", match["label"])) not in labels:
        return 0
    sign, number = match["sign"], match["number"]
    if not number and sign not in _COLONS and (sign not in _STOPS or len(match["label"]) > 1):
        return 0
    return match.end()


def _joined(pieces: Sequence[Piece], lexicon: Lexicon) -> list[Piece]:
    """A label on a line of its own, `### Question:`, is joined to what it is the label of."""
    found: list[Piece] = []
    for piece in pieces:
        last = found[-1] if found else None
        prose = piece.block.kind in ("paragraph", "heading", "item")
        if last is None or not prose or not piece.free or not _label_alone(last, lexicon):
            found.append(piece)
            continue
        label = last.text.rstrip(" :：.") + ": "
        spans = tuple(
            replace(s, start=s.start + len(label), end=s.end + len(label))
            for s in piece.block.spans
        )
        block = replace(piece.block, text=label + piece.text, spans=spans, line=last.block.line)
        found[-1] = replace(piece, block=block, before=last.before)
    return found


def _label_alone(piece: Piece, lexicon: Lexicon) -> bool:
    if not piece.free or len(piece.text) > LONGEST_LABEL or piece.block.marker:
        return False
    match = _LABEL_ALONE.fullmatch(piece.text)
    heading = piece.block.kind == "heading"
    if match is None or not (heading or piece.text.rstrip()[-1] in ":："):
        return False
    folded = key(piece.text).rstrip("0123456789").rstrip()
    if len(folded) == 1 and not piece.text.endswith((":", "：")):
        return False
    return folded in lexicon.question_labels or folded in lexicon.answer_labels


def _cut_inside(pieces: Sequence[Piece], lexicon: Lexicon) -> list[Piece]:
    """`Q: Why? A: Because.` on one line becomes two pieces."""
    found: list[Piece] = []
    for piece in pieces:
        if piece.free and labelled(piece.text, lexicon.question_labels):
            match = _ANSWER_INSIDE.search(piece.text)
            if match and labelled(piece.text[match.end() :], lexicon.answer_labels):
                found += cut(piece, match.end())
                continue
        found.append(piece)
    return found


def _labelled(pieces: Sequence[Piece], lexicon: Lexicon, *, plain: bool) -> list[Piece]:
    """Pairs with labels: `Q:` and `A:`, on any kind of block."""
    found = list(pieces)
    asked = [
        at
        for at, piece in enumerate(found)
        if piece.role in ("", "heading") and _asks(found, at, lexicon)
    ]
    where = setting(found) if asked and plain else None
    for order, at in enumerate(asked):
        following = asked[order + 1] if order + 1 < len(asked) else len(found)
        if where is not None:
            following = _closed(found, at, following, where, lexicon)
        _pair(found, at, following, last=order + 1 == len(asked), lexicon=lexicon)
    return found


def _closed(
    pieces: Sequence[Piece], at: int, following: int, where: Setting, lexicon: Lexicon
) -> int:
    """Where the answer to the question at `at` ends: at a heading, or at the question `following`.

    The heading stands alone behind the first of the answer, with a paragraph under it.
    """
    for place in range(at + 2, min(following, len(pieces) - 1)):
        piece, below = pieces[place], pieces[place + 1]
        if not (piece.before and below.before and piece.free and below.free):
            continue
        if piece.block.kind != "paragraph" or form(piece.text).end not in ("", ":", "?"):
            continue
        if labelled(piece.text, lexicon.answer_labels) or labelled(
            below.text, lexicon.answer_labels
        ):
            continue
        shape = form(piece.text)
        known = shape.key in lexicon.known_headings or shape.key in lexicon.weak_trends
        if known or weigh(pieces, place, where, lexicon).weight >= ENOUGH:
            return place
    return following


def _asks(pieces: Sequence[Piece], at: int, lexicon: Lexicon) -> bool:
    """A question label, and an answer's label or a question mark to go with it."""
    piece = pieces[at]
    size = labelled(piece.text, lexicon.question_labels)
    if not size:
        return False
    if form(piece.text).end == "?" and piece.text[size:].strip():
        return True
    if labelled(piece.text, lexicon.answer_labels):
        return False  # `В:` asks in Russian, and answers in Ukrainian
    return any(
        labelled(other.text, lexicon.answer_labels)
        for other in pieces[at + 1 : at + 4]
        if other.free
    )


def _pair(pieces: list[Piece], at: int, following: int, *, last: bool, lexicon: Lexicon) -> None:
    size = labelled(pieces[at].text, lexicon.question_labels)
    label = pieces[at].text[:size].strip()
    pieces[at] = strip_marker(pieces[at], size).decided(
        "question", "faq.label", f"begins “{label}”", runner_up="text", opens=True
    )
    place = at + 1
    level = pieces[at].block.level if pieces[at].block.kind == "heading" else 6
    answered = 0
    most = _longest_answer(pieces, at) if last else len(pieces)
    while place < following:
        piece = pieces[place]
        if piece.role == "omitted" or piece.block.kind == "rule":
            place += 1
            continue
        if piece.block.kind == "heading" and piece.block.level <= level:
            return
        if not piece.free or (answered >= most and piece.block.kind == "paragraph"):
            return
        size = labelled(piece.text, lexicon.answer_labels)
        if size:
            piece = strip_marker(piece, size)
        pieces[place] = piece.decided("answer", "faq.label", "under its question", runner_up="text")
        answered += 1
        place += 1


def _longest_answer(pieces: Sequence[Piece], at: int) -> int:
    """Paragraphs of the longest answer before `at`: the last answer has no sign of its end."""
    longest = run = 0
    for piece in pieces[:at]:
        run = run + 1 if piece.role == "answer" else 0
        longest = max(longest, run)
    return longest or 1000


def mark_headed(pieces: Sequence[Piece], title: str, lexicon: Lexicon) -> list[Piece]:
    """The pieces, questions under a heading or a title that says FAQ decided."""
    found = list(pieces)
    whole = says_faq(title, lexicon) or asking.announced(found, lexicon, _question)
    named = " " in lexicon.faq.opening(fold(title)) or key(title) in lexicon.faq
    # Where anything below such a title asks, what does not ask is no question.
    named = named and not any(_question(found, n) for n in range(len(found)))
    inside = 0 if whole else -1
    terms = False  # whether the FAQ at hand is a list of terms, which need not ask
    run = 0  # the level of numbered questions: one among them that does not ask is one too
    at = 0
    while at < len(found):
        piece = found[at]
        if inside >= 0 and (end := asking.run_in(piece)):
            found[at : at + 1] = cut(piece, end)
            piece = found[at]
        at += 1
        if piece.role == "heading":
            level = piece.block.level
            terms = False
            if says_faq(piece.text, lexicon):
                inside = level
                terms = at < len(found) and found[at].block.kind == "term"
                continue
            numbered = bool(form(piece.text).number)
            asks = _question(found, at - 1) or (numbered and level == run)
            within = inside or -named
            asks = asks or (
                inside >= 0 and level > inside and asking.among(found, at - 1, within, lexicon)
            )
            run = level if asks and numbered and inside >= 0 else 0
            if inside >= 0 and not asks:
                if level <= inside:
                    inside = 0 if whole else -1
                continue
            if inside < 0 or not asks:
                continue
        elif inside < 0 or not piece.free or not _question(found, at - 1, terms=terms):
            continue
        found[at - 1] = piece.decided(
            "question",
            "faq.headed",
            "a question under an FAQ",
            runner_up=piece.role or "text",
            opens=True,
        )
        while at < len(found) and _answers(found, at, terms=terms):
            if found[at].free:
                found[at] = found[at].decided(
                    "answer", "faq.headed", "under its question", runner_up="text"
                )
            at += 1
    return found


def says_faq(text: str, lexicon: Lexicon) -> bool:
    """Whether a heading or title announces questions and answers."""
    if not text or len(text) > LONGEST_TITLE:
        return False
    folded = fold(text)
    return bool(key(text) in lexicon.faq or lexicon.faq.within(folded))


def _question(pieces: Sequence[Piece], at: int, *, terms: bool = False) -> bool:
    """A question with something under it that can be its answer."""
    piece = pieces[at]
    shape = form(piece.text)
    if piece.block.kind not in ("paragraph", "heading", "item", "term"):
        return False
    if shape.end != "?" and not (terms and piece.block.kind == "term"):
        return False
    if shape.words > QUESTION_WORDS:
        return False
    if piece.block.kind == "item" and at and _asking_item(pieces[at - 1]):
        return False  # the last of a list of questions is no more answered than the others
    below = at + 1
    while below < len(pieces) and pieces[below].role == "omitted":
        below += 1
    return (
        below < len(pieces)
        and pieces[below].free
        and not (
            piece.block.kind == "item"
            and pieces[below].block.kind == "item"
            and form(pieces[below].text).end == "?"
        )
    )


def _asking_item(piece: Piece) -> bool:
    return piece.free and piece.block.kind == "item" and form(piece.text).end == "?"


def _answers(pieces: Sequence[Piece], at: int, *, terms: bool = False) -> bool:
    piece = pieces[at]
    if piece.role == "omitted":
        return any(p.free for p in pieces[at + 1 : at + 2]) and not _question(pieces, at + 1)
    if not piece.free:
        return False
    return not _question(pieces, at, terms=terms)
