"""Captions, credits and names of pictures: `Photo by …`, `img_2041.jpg`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.document.pattern import pattern
from briefing.structure.draft import Piece
from briefing.structure.form import form
from briefing.structure.lexicon import Lexicon
from briefing.structure.phrases import fold

MOST_WORDS = 24
_FILE = pattern(r"\S+\.(?:jpe?g|png|gif|webp|svg|mp4|avif)", re.IGNORECASE)
_SNAKE = pattern(r"[^\W_]+(?:[_][^\W_]+){2,}|[^\W_]+(?:[-_][^\W_]+){4,}")
_PARTS = pattern(r"\s[|/•·]\s")
_LOGO = pattern(r"(?:\S+\s){1,4}logo|logo(?:\s\S+){0,4}", re.IGNORECASE)
_AGENCY = pattern(
    r"(?:[(\[/|]|^|[,;]\s|\s[–—-]\s)"
    r"(?:Getty(?: Images)?|Reuters|AFP|AP(?: Photo)?|EPA|Shutterstock|iStock|Unsplash|Pixabay"
    r"|Pexels|Flickr|Wikimedia(?: Commons)?|Bloomberg|Xinhua|TASS|dpa|imago|Adobe Stock|Alamy)\b"
    r"|\bvia (?:flickr|unsplash|pexels|pixabay|getty|reuters|ap|afp|twitter|wikimedia)\b"
    r"|\bCC[ -]BY\b",
    re.IGNORECASE,
)


def credit(pieces: Sequence[Piece], at: int, lexicon: Lexicon) -> Piece | None:
    """A short line that begins as a caption or names a picture agency."""
    text = pieces[at].text
    if " " not in text and (_FILE.fullmatch(text) or _SNAKE.fullmatch(text)):
        return pieces[at].decided("omitted", "credit", "names a picture file", runner_up="heading")
    shape = form(text)
    if shape.words > MOST_WORDS or pieces[at].block.kind == "heading":
        return None
    behind = text[max(text.rfind("("), text.rfind("[")) + 1 :]
    if found := lexicon.credits.opening(fold(behind)) if behind != text else "":
        return pieces[at].decided("omitted", "credit", f"ends “{found}”", runner_up="heading")
    last = _PARTS.split(text)[-1]
    if found := lexicon.credits.opening(fold(last)) if last != text else "":
        return pieces[at].decided("omitted", "credit", f"ends “{found}”", runner_up="heading")
    if _LOGO.fullmatch(text):
        return pieces[at].decided("omitted", "credit", "names a logo", runner_up="heading")
    if found := lexicon.credits.opening(fold(text).lstrip("([")):
        return pieces[at].decided("omitted", "credit", f"begins “{found}”", runner_up="text")
    if shape.words <= MOST_WORDS / 2 and shape.end not in (".", "?") and _AGENCY.search(text):
        return pieces[at].decided(
            "omitted", "credit", "names a picture agency", runner_up="heading"
        )
    return None
