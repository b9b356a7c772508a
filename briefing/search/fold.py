"""Text as search sees it: only words and spaces, with the way back to the text as written.

One folding serves the index, the search in a briefing and the marks, so what is found is what is
marked. Case, accents, kinds of quote, dash and space, soft hyphens and line wraps make no
difference. Characters of scripts that write no spaces stand alone, each a word of its own.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator

from briefing.document.pattern import pattern
from briefing.record import record

BREAK = "\x1e"
"""Between passages (the record separator of ASCII): no phrase reaches over it."""
FOLDED_BREAK = "\n"
"""What `BREAK` folds to; folded text holds no other line end."""

# Scripts without spaces between words: Thai, Lao, Burmese, Khmer, kana, Han, Hangul.
UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005\u3007\u3041-\u30ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\U00020000-\U0003ffff"
)
_UNSPACED = pattern(f"[{UNSPACED}]")
_COMPOSED = pattern("[\u3041-\u30ff\uac00-\ud7a3]")  # a voiced kana is a letter, not an accent
_NON_ASCII = pattern("[^\x00-\x7f]+")
_POSSESSIVE = pattern(r"'s(?!\w)(?<=\w's)")  # the literal first: a plain scan finds it
_ASCII = "".join(
    FOLDED_BREAK
    if chr(code) == BREAK
    else (chr(code).lower() if chr(code).isalnum() or chr(code) == "'" else " ")
    for code in range(128)
)
# Letters that are variants of another and that Unicode does not take apart.
_VARIANTS = {
    "ł": "l", "ø": "o", "đ": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th",
    "‘": "'", "’": "'", "ʼ": "'", "′": "'", "＇": "'", "‛": "'", "`": "'",
}  # fmt: skip
_RUNS_KEPT = 50_000
_LONGEST_RUN_KEPT = 40


@record
class Folded:
    """A folded text; `original` leads back to the text as written.

    `changes` holds what is not one code point for one, in order: where it begins in the folded
    text, its length there, where it begins in the original, its length there.
    """

    text: str
    changes: tuple[tuple[int, int, int, int], ...] = ()

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The range of the original that `text[start:end]`, not empty, came from."""
        if not self.changes:
            return start, end
        return self._start(start), self._end(end)

    def _start(self, position: int) -> int:
        at = bisect_right(self.changes, position, key=_begin) - 1
        if at < 0:
            return position
        begin, length, original, original_length = self.changes[at]
        past = position - begin - length
        return original if past < 0 else original + original_length + past

    def _end(self, end: int) -> int:
        at = bisect_right(self.changes, end - 1, key=_begin) - 1
        if at < 0:
            place = end
        else:
            begin, length, original, original_length = self.changes[at]
            past = end - begin - length
            place = original + original_length + max(past, 0)
        # An accent or a joiner that follows and folded to nothing belongs to what it follows.
        if at + 1 < len(self.changes):
            begin, length, original, original_length = self.changes[at + 1]
            if begin == end and not length and original == place:
                return original + original_length
        return place


def _begin(change: tuple[int, int, int, int]) -> int:
    return change[0]


def fold(text: str) -> Folded:
    """`text` folded: lower case, no accents, words apart by spaces, `BREAK` as a line end."""
    if text.isascii():
        return Folded(_without_apostrophes(text.translate(_ASCII)))
    pieces: list[str] = []
    changes: list[tuple[int, int, int, int]] = []
    done = length = 0
    for match in _NON_ASCII.finditer(text):
        start = match.start()
        if start > done:
            pieces.append(text[done:start].translate(_ASCII))
            length += start - done
        piece, inner = _run(match[0])
        for begin, folded_length, original, original_length in inner:
            changes.append((length + begin, folded_length, start + original, original_length))
        pieces.append(piece)
        length += len(piece)
        done = match.end()
    pieces.append(text[done:].translate(_ASCII))
    return Folded(_without_apostrophes("".join(pieces)), tuple(changes))


def terms(text: str) -> list[str]:
    """The folded words of `text`, in order."""
    return fold(text).text.split()


def _without_apostrophes(text: str) -> str:
    # Each apostrophe gives one space and `'s` two, so no place moves.
    if "'" not in text:
        return text
    return _POSSESSIVE.sub("  ", text).replace("'", " ")


_Run = tuple[str, tuple[tuple[int, int, int, int], ...]]
_runs: dict[str, _Run] = {}
_characters: dict[str, str] = {}


def _run(run: str) -> _Run:
    """A run of characters beyond ASCII, folded, with its changes; short runs are remembered."""
    known = _runs.get(run)
    if known is not None:
        return known
    pieces: list[str] = []
    changes: list[tuple[int, int, int, int]] = []
    length = 0
    for start, cluster in _clusters(run):
        piece = "".join(map(_character, cluster[0]))
        if len(piece) != cluster[1] or cluster[1] != 1:
            changes.append((length, len(piece), start, cluster[1]))
        pieces.append(piece)
        length += len(piece)
    folded = "".join(pieces), tuple(changes)
    if len(run) <= _LONGEST_RUN_KEPT:
        if len(_runs) >= _RUNS_KEPT:
            _runs.clear()
        _runs[run] = folded
    return folded


def _clusters(run: str) -> Iterator[tuple[int, tuple[str, int]]]:
    """Where each character begins, the character composed, and its length as written."""
    if unicodedata.is_normalized("NFC", run):
        yield from ((start, (char, 1)) for start, char in enumerate(run))
        return
    start = 0
    while start < len(run):
        end = start + 1
        while end < len(run) and (unicodedata.combining(run[end]) or _is_jamo_tail(run[end])):
            end += 1
        yield start, (unicodedata.normalize("NFC", run[start:end]), end - start)
        start = end


def _is_jamo_tail(char: str) -> bool:
    return "\u1160" <= char <= "\u11ff"


def _character(char: str) -> str:
    known = _characters.get(char)
    if known is None:
        known = _characters[char] = _fold_character(char)
    return known


def _fold_character(char: str) -> str:
    if _COMPOSED.match(char):
        return f" {char} "
    if unicodedata.category(char) == "Cf":  # soft hyphen, zero width, direction marks
        return ""
    plain = _VARIANTS.get(char) or _letters(char)
    plain = "".join(_VARIANTS.get(each, each) for each in _letters(plain.casefold()))
    if plain == "'" or not plain:
        return plain
    words = "".join(_word_character(each) for each in plain)
    # What is no word is one space, however Unicode spells it out: an ellipsis is not three.
    return words if words.strip() else " "


def _letters(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text)
    letters = "".join(char for char in decomposed if not unicodedata.combining(char))
    return unicodedata.normalize("NFC", letters)  # the parts of a Korean syllable are one again


def _word_character(char: str) -> str:
    if _UNSPACED.match(char):
        return f" {char} "
    # Vowel signs of Indic scripts are marks, and as much a part of the word as its letters.
    return char if char.isalnum() or unicodedata.category(char) in {"Mc", "Mn"} else " "
