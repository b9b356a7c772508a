"""The lines between title and body: byline, date, and both on one line."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.document.model import Metadata
from briefing.document.pattern import pattern
from briefing.record import replace
from briefing.structure import bylines, dates, furniture
from briefing.structure.draft import Piece, cut, strip_marker, word_end
from briefing.structure.form import form
from briefing.structure.lexicon import Lexicon
from briefing.structure.phrases import fold, key
from briefing.structure.signatures import cut_signed

_SEPARATOR = pattern(
    r"\s+[|·•–—/-]\s+|\s*[|·•]\s*|\s{3,}"
    r"|\s+(?=\d[\d.,]*\s?[km]?\s+(?:views?|reads?|shares?|comments?|likes?)$)"
    r"|\s+(?=[\u3040-\u9fff\uac00-\ud7af]{2,8}\s?[:：]\s?\S)"
)
_MAIL = pattern(r"\s*[(<\[]?\s*[\w.+-]+@[\w-]+\.[\w.]+\s*[)>\]]?$")
_COUNT = pattern(r"(?!(?:19|20)\d\d$)\d{1,6}")
_JOIN = pattern(r"[\s,;|·•–—-]*(?:\b(?:on|am|le|el|il|em|op)\s+)?$")
_AGENCY = pattern(
    r"\((CNN|Reuters|AP|AFP|dpa|BBC|Xinhua|TASS|EFE|ANSA|UPI|PAP|Bloomberg)\)\s?[—–-]+\s?(?=\S)"
)
BUTTON_WORDS = 3
GLUED_WORDS = 10
"""Words behind a date with nothing between, as pages glue their own name to it."""


def segments(pieces: Sequence[Piece], metadata: Metadata, lexicon: Lexicon) -> list[Piece]:
    """The head's lines, each byline and date decided; a line that holds both is cut."""
    found: list[Piece] = []
    named = bool(metadata.byline)
    for piece in pieces:
        parts = _parts(piece, lexicon) if piece.free and piece.block.kind != "rule" else [piece]
        for part in parts:
            if part.role == "byline" and named:
                part = part.decided("omitted", "byline", "a second byline", runner_up="byline")
            elif part.free and any(
                p.role == "byline" and key(p.text) == key(part.text) for p in found
            ):
                part = part.decided(
                    "omitted", "byline", "names the author again", runner_up="heading"
                )
            named = named or part.role == "byline"
            found.append(part)
    if not named:
        _labelled_name(found, lexicon)
        _neighbour(found, lexicon)
    return found


def _labelled_name(pieces: list[Piece], lexicon: Lexicon) -> None:
    """`by` on a line of its own, and a person's name on the line under it."""
    for at, piece in enumerate(pieces[:-1]):
        name, folded = pieces[at + 1], key(piece.text)
        if not (piece.free and name.free and bylines.bare_name(name.text, lexicon)):
            continue
        if folded in lexicon.byline or folded in lexicon.byline_labels:
            pieces[at] = piece.decided(
                "omitted", "label", "names the author under it", runner_up="text"
            )
            pieces[at + 1] = name.decided(
                "byline", "head.byline", f"under “{folded}”", runner_up="heading"
            )
            return


def _parts(piece: Piece, lexicon: Lexicon) -> list[Piece]:
    if form(piece.text).words > 30 or _AGENCY.match(piece.text):
        return _dateline(piece, lexicon)
    if whole := _whole(piece, lexicon):
        return [whole]
    if "@" in piece.text and (mail := _MAIL.search(piece.text)) and mail.start():
        name, rest = cut(piece, mail.start())
        address = rest.decided("omitted", "navigation", "an address", runner_up="text")
        return _both(piece, _whole(name, lexicon), address)
    if pieces := _separated(piece, lexicon) or _buttoned(piece, lexicon):
        return pieces
    if len(pieces := cut_signed(piece, lexicon)) > 1:
        return pieces
    return _mixed(piece, lexicon)


def _whole(piece: Piece, lexicon: Lexicon) -> Piece | None:
    """The piece as a byline or a date, if it is one and nothing else."""
    if size := bylines.marked(piece.text, lexicon):
        if dates.find(piece.text, lexicon) is None:
            glued = word_end(piece.text, size) != size  # a word is never cut
            return (piece if glued else strip_marker(piece, size)).decided(
                "byline", "head.byline", f"begins “{piece.text[:size].strip()}”", runner_up="text"
            )
        return None
    if dated := dates.date_line(piece.text, lexicon):
        label, _ = dated
        return strip_marker(piece, label).decided(
            "date", "head.date", "a date and nothing else", runner_up="text"
        )
    if bylines.professional(piece.text, lexicon):
        return piece.decided("byline", "head.byline", "a name with a title", runner_up="text")
    if bylines.han_names(piece.text, lexicon):
        return piece.decided("byline", "head.byline", "names and nothing else", runner_up="text")
    if _COUNT.fullmatch(piece.text):
        return piece.decided("omitted", "navigation", "counts readers", runner_up="text")
    if form(piece.text).key in lexicon.date_labels and form(piece.text).end == ":":
        return piece.decided(
            "omitted", "empty-label", "a label with nothing behind it", runner_up="text"
        )
    return None


def _separated(piece: Piece, lexicon: Lexicon) -> list[Piece]:
    """`Ann Lee | 3 May 2025 | 5 min read`: cut at the signs, if each part is known."""
    bounds = [(match.start(), match.end()) for match in _SEPARATOR.finditer(piece.text)]
    if not bounds or len(bounds) > 5:
        return []
    parts: list[Piece] = []
    rest = piece
    for start, end in reversed(bounds):
        rest, part = cut(rest, start, gap=end)
        parts.append(part)
    parts.append(rest)
    parts.reverse()
    known = [_segment(part, lexicon) for part in parts]
    dated = any(part is not None and part.role == "date" for part in known)
    unknown = [n for n, part in enumerate(known) if part is None]
    if not dated and not any(part is not None and part.role == "byline" for part in known):
        return []
    for n in unknown:
        if len(unknown) == 1 and n == 0 and bylines.bare_name(parts[n].text, lexicon):
            known[n] = parts[n].decided(
                "byline", "head.byline", "a name beside a date", runner_up="text"
            )
        elif form(parts[n].text).words <= 6:
            known[n] = parts[n].decided(
                "omitted", "navigation", "beside byline or date", runner_up="text"
            )
        else:
            return []
    return [part for part in known if part is not None]


def _buttoned(piece: Piece, lexicon: Lexicon) -> list[Piece]:
    """`By Ann Lee close`: a byline, and the word on a button behind it."""
    name, space, button = piece.text.rpartition(" ")
    if not space or button[:1].isupper() or key(button) not in lexicon.furniture_lines:
        return []
    if not bylines.marked(name, lexicon):
        return []
    first, second = cut(piece, len(name))
    out = second.decided("omitted", "navigation", "a button beside a byline", runner_up="text")
    return _both(piece, _whole(first, lexicon), out)


def _segment(part: Piece, lexicon: Lexicon) -> Piece | None:
    if whole := _whole(part, lexicon):
        return whole
    if verdict := furniture.of_line(part.text, lexicon):
        return part.decided("omitted", verdict[0].rule, *verdict[0].signs, runner_up="text")
    return None


def _mixed(piece: Piece, lexicon: Lexicon) -> list[Piece]:
    """`By Ann Lee, 3 May 2025`, `3 May 2025 by Ann Lee`, `Friday, 3 May 2025The Daily News`."""
    found = dates.find(piece.text, lexicon)
    if found is None or form(piece.text).words > 20:
        return [piece]
    text = piece.text
    size = bylines.marked(text[: found.start], lexicon)
    join = _JOIN.search(text[: found.start])
    if size and join and dates.date_line(text[join.start() :].lstrip(" ,;|·•–—-"), lexicon):
        name, date = cut(piece, join.start(), gap=join.start())
        loose = len(date.text) - len(date.text.lstrip(" ,;|·•–—-"))
        return _both(piece, _whole(name, lexicon), _whole(strip_marker(date, loose), lexicon))
    head, tail = cut(piece, found.end)
    dated = dates.date_line(head.text, lexicon)
    if dated is None:
        return [piece]
    if bylines.marked(tail.text.lstrip(" ,|·–—-"), lexicon):
        loose = len(tail.text) - len(tail.text.lstrip(" ,|·–—-"))
        return _both(piece, _whole(head, lexicon), _whole(strip_marker(tail, loose), lexicon))
    if "|" in tail.text and all(form(p).words <= BUTTON_WORDS for p in tail.text.split("|")):
        buttons = tail.decided("omitted", "navigation", "buttons behind a date", runner_up="text")
        return _both(piece, _whole(head, lexicon), buttons)
    glued = text[found.end : found.end + 1].isalpha() and form(tail.text).words <= GLUED_WORDS
    if not glued:
        return labelled_date(piece, lexicon)
    rest = tail.decided("omitted", "navigation", "glued to a date", runner_up="text")
    return _both(piece, _whole(head, lexicon), rest)


def _both(piece: Piece, first: Piece | None, second: Piece | None) -> list[Piece]:
    """The two halves, if both are known; else the piece as it was."""
    return [piece] if first is None or second is None else [first, second]


def _dateline(piece: Piece, lexicon: Lexicon) -> list[Piece]:
    """`(CNN) — The talks …`: an agency in brackets before the first paragraph wrote it."""
    match = _AGENCY.match(piece.text)
    if match is None:
        return labelled_date(piece, lexicon)
    head, tail = cut(piece, match.end())
    name = replace(head, block=replace(head.block, text=match[1], marker=head.block.marker))
    byline = name.decided("byline", "head.byline", "an agency before the text", runner_up="text")
    return [byline, replace(tail, before=1)]


def labelled_date(piece: Piece, lexicon: Lexicon) -> list[Piece]:
    """`date 2025-05-03 Then the text …`: a labelled date before a paragraph is cut off."""
    label = lexicon.date_labels.opening(fold(piece.text[:40]))
    if not label:
        return [piece]
    found = dates.find(piece.text[:80], lexicon)
    if found is None or not found.iso or piece.text[len(label) : found.start].strip(" :"):
        return [piece]
    if piece.text[found.start : found.end].strip() != found.iso:
        return [piece]
    named, rest = cut(piece, found.start)
    head, tail = cut(rest, found.end - found.start)
    name = named.decided("omitted", "label", "names the date", runner_up="text")
    date = _whole(head, lexicon)
    return [name, date, replace(tail, before=1)] if date is not None and tail.text else [piece]


def _neighbour(pieces: list[Piece], lexicon: Lexicon) -> None:
    """A person's name on a line of its own right before or after the date is a byline."""
    for at, piece in enumerate(pieces):
        around = [pieces[n] for n in (at - 1, at + 1) if 0 <= n < len(pieces)]
        if (
            piece.free
            and piece.block.kind == "paragraph"
            and any(near.role == "date" for near in around)
            and bylines.bare_name(piece.text, lexicon)
        ):
            pieces[at] = piece.decided(
                "byline", "head.byline", "a name beside the date", runner_up="heading"
            )
            return
