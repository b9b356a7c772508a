"""`Label: text`: where a label ends and its text begins."""

from __future__ import annotations

from briefing.document.model import Block
from briefing.document.pattern import pattern

MOST_WORDS, LONGEST = 9, 80
_COLON = pattern(r"\s?[:：]\s+|[:：](?=[\u2e80-\u9fff“「])|\s?[:：]$")
_DASH = pattern(r"\s+[–—-]{1,2}\s+|\s?[–—]\s?")
_STRONG_END = pattern(r"\s*(?:[.:：–—!?-]+\s*)?")
_SENTENCE = pattern(r"[.!?;]\s")


def label_end(block: Block, *, dashes: bool = False) -> int:
    """Where the text begins after the block's label; 0 if it has none.

    A label is strong from the start, or short and followed by a colon; with `dashes`, by a dash.
    """
    text = block.text
    strong = next((s for s in block.spans if s.style == "strong" and s.start == 0), None)
    if strong is not None and strong.end < len(text):
        after = _STRONG_END.match(text, strong.end)
        if after and after.end() < len(text) and _short(text[: strong.end], 24):
            return after.end()
        return 0
    for sign in (_COLON, _DASH) if dashes else (_COLON,):
        match = sign.search(text[: LONGEST + 4])
        if match and match.start() and _short(text[: match.start()], MOST_WORDS):
            return match.end()
    return 0


def _short(label: str, words: int) -> bool:
    return len(label.split()) <= words and not _SENTENCE.search(label)


def label_text(text: str, end: int) -> str:
    """The label itself, without the signs that part it from its text."""
    return text[:end].strip().rstrip(":：–—-. ").strip()
