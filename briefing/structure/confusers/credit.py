"""Captions, credits and names of pictures: `Photo by …`, `img_2041.jpg`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from briefing.document.pattern import pattern
from briefing.structure.draft import Piece
from briefing.structure.form import form
from briefing.structure.lexicon import Lexicon
from briefing.structure.phrases import fold, word_set

MOST_WORDS = 24
CAPTION, LONGEST_CAPTION = 8, 60
"""Words of a caption that says what is to be seen; a shorter line may be a heading."""
ABOVE = 6
"""Lines above a picture's text in which the heading that it repeats stands."""
FEWEST_SAID = 4
"""Words of a picture's text that comes again with a credit."""
_FILE = pattern(r"\S+\.(?:jpe?g|png|gif|webp|svg|mp4|avif)", re.IGNORECASE)
_SNAKE = pattern(
    r"\w{3,}[1-9]\d{1,3}[xX][1-9]\d{1,3}|[^\W_]+(?:[_][^\W_]+){2,}|[^\W_]+(?:[-_][^\W_]+){4,}"
)
_RIGHTS = re.compile(r"©\s?(?:19|20)\d\d")
_PARTS = pattern(r"\s[|/•·]\s")
_BEHIND = pattern(r"\s?[/|©(]\s?[^\W\d_][^.!?:;]{2,40}")
_LOGO = pattern(r"(?:\S+\s){1,4}logo|logo(?:\s\S+){0,4}", re.IGNORECASE)
_AGENCIES = (
    r"(?:Getty(?: Images)?|Reuters|AFP|AP(?: Photo)?|EPA|Shutterstock|iStock|Unsplash|Pixabay"
    r"|Pexels|Flickr|Wikimedia(?: Commons)?|Bloomberg|Xinhua|TASS|dpa|imago|Adobe Stock|Alamy"
    r"|Dreamstime|Depositphotos|123RF|ZUMA Press|Newscom)\b"
)
_AGENCY = pattern(
    rf"(?:[(\[/|]\s*|^|[,;]\s|\s[–—-]\s){_AGENCIES}"
    r"|\bvia (?:flickr|unsplash|pexels|pixabay|getty|reuters|ap|afp|twitter|wikimedia)\b"
    r"|\bCC[ -]BY\b",
    re.IGNORECASE,
)
_CREDITED = pattern(
    rf"[(\[](?:[^()\[\]]{{1,40}}[/,|]\s?{_AGENCIES}|{_AGENCIES}\s?[/|,][^()\[\]]{{1,40}})[)\]]\.?$"
    rf"|[^\W_]\s?[/|]\s?{_AGENCIES}$"
)


def credit(pieces: Sequence[Piece], at: int, lexicon: Lexicon) -> Piece | None:
    """A short line that begins as a caption or names a picture agency, and a caption over one."""
    piece = pieces[at]
    if " " not in piece.text and (_FILE.fullmatch(piece.text) or _SNAKE.fullmatch(piece.text)):
        return piece.decided("omitted", "credit", "names a picture file", runner_up="heading")
    if piece.block.kind == "heading" or _RIGHTS.match(piece.text):
        return None
    if _said_twice(pieces, at):
        return piece.decided(
            "omitted", "credit", "a picture's text, and again with a credit", runner_up="text"
        )
    if found := _sign(piece.text, lexicon):
        sign, otherwise = found
        return piece.decided("omitted", "credit", sign, runner_up=otherwise)
    if _repeats(pieces, at, lexicon):
        return piece.decided(
            "omitted", "credit", "says a heading again over a credit", runner_up="text"
        )
    if _over_credit(pieces, at, lexicon):
        return piece.decided("omitted", "credit", "a caption over its credit", runner_up="text")
    return None


def _said_twice(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a line and the next are one text, a credit behind the second: `Boats / Ann Lee`."""
    for first in (at - 1, at):
        if first >= 0 and first + 1 < len(pieces):
            text, again = pieces[first].text, pieces[first + 1].text
            behind = again[len(text) :] if again.startswith(text) else ""
            if _BEHIND.fullmatch(behind) and len(text.split()) >= FEWEST_SAID:
                return True
    return False


def _sign(text: str, lexicon: Lexicon) -> tuple[str, Literal["heading", "text"]] | None:
    """Why a line is a credit, and what it would be otherwise; None if it is none."""
    shape = form(text)
    parted = any(map(text.__contains__, "([/|"))
    if parted and shape.words <= LONGEST_CAPTION and _CREDITED.search(text):
        return "ends with a picture agency", "text"
    if shape.words > MOST_WORDS:
        return None
    behind = text[max(text.rfind("("), text.rfind("[")) + 1 :]
    if found := lexicon.credits.opening(fold(behind)) if behind != text else "":
        return f"ends “{found}”", "heading"
    last = _PARTS.split(text)[-1]
    if found := lexicon.credits.opening(fold(last)) if last != text else "":
        return f"ends “{found}”", "heading"
    if _LOGO.fullmatch(text):
        return "names a logo", "heading"
    if found := lexicon.credits.opening(fold(text).lstrip("([")):
        return f"begins “{found}”", "text"
    if shape.words <= MOST_WORDS / 2 and shape.end not in (".", "?") and _AGENCY.search(text):
        return "names a picture agency", "heading"
    return None


def _over_credit(pieces: Sequence[Piece], at: int, lexicon: Lexicon) -> bool:
    """Whether a sentence stands alone but for the credit close under it."""
    if not at or at + 1 >= len(pieces) or pieces[at + 1].before or not pieces[at].before:
        return False
    shape = form(pieces[at].text)
    alone = shape.end == "." and (at + 2 >= len(pieces) or pieces[at + 2].before)
    if not CAPTION <= shape.words <= LONGEST_CAPTION or not (alone or not shape.end):
        return False
    below = pieces[at + 1]
    return below.block.kind == "paragraph" and _sign(below.text, lexicon) is not None


def _repeats(pieces: Sequence[Piece], at: int, lexicon: Lexicon) -> bool:
    """Whether a line between a heading and a credit has the heading's words: a picture's text."""
    if not at or at + 1 >= len(pieces) or form(pieces[at].text).end:
        return False
    words = word_set(fold(pieces[at].text))
    if not CAPTION / 2 <= len(words) <= MOST_WORDS:
        return False
    near = reversed(pieces[max(0, at - ABOVE) : at])
    above = next((p for p in near if p.role != "omitted"), pieces[at - 1])
    if form(above.text).words > MOST_WORDS:
        return False
    said = word_set(fold(above.text))
    return 2 * len(words & said) >= len(words) and _sign(pieces[at + 1].text, lexicon) is not None
