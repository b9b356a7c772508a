"""Lines that a hand broke anywhere, as in mails: a sentence that the next line goes on with."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from briefing.document.model import Line
from briefing.document.pattern import pattern
from briefing.structure import bylines, dates
from briefing.structure.lexicon import Lexicon
from briefing.structure.phrases import fold, key

SHORTEST = 30
"""Characters of a broken line: a shorter one may be a greeting, a name or a tag."""
FEWEST_SHORT, MOST_EACH = 3, 8
"""Short broken lines that show that a text has them, and broken lines to each of them."""
MOST_WHOLE = 3
"""Lines under no blank to each that is broken within a sentence."""
MOST_LABEL = 24
"""Characters before a colon that make a line a label's."""
_STOPS = ".!?:…|。！？：؟"
_CLOSERS = "\"'”’»)]*_"
_QUOTES = "\"'“„«‘‚"
_FIGURE = pattern(r"[$€£]?\d[\d.,]*\s?%?\s+[^\W\d_]{2}")
_COLUMNS = pattern(r"\t|\S\s{3,}\S")


def rule(lines: Sequence[Line], lexicon: Lexicon) -> Callable[[Sequence[Line], Line], bool | None]:
    """Whether a line goes on with the sentence of the lines before it, as a function of both.

    A byline or date right under the first line does not; None where the words do not say.
    """
    shortest = 1 if _everywhere(lines) else SHORTEST

    def goes_on(group: Sequence[Line], line: Line) -> bool | None:
        text = line.text
        opening = text.lstrip(_QUOTES)[:2]
        if not (_small(opening) or text[:1].isdigit() or text[:1] in "$€£"):
            return None
        if group[0].number == 1 and len(group) == 1 and _names(text, lexicon):
            return False
        return (_broken(group, line, shortest) and _continues(group[-1], text, lexicon)) or None

    return goes_on


def _small(opening: str) -> bool:
    """Whether a word begins small and goes on so, unlike `iPhone`."""
    return opening[:1].islower() and not opening[1:].isupper()


def _everywhere(lines: Sequence[Line]) -> bool:
    """Whether lines are broken within sentences all over a text, and short ones often enough."""
    inner = [
        (a, line) for a, line in pairwise(lines) if not line.blanks and a.indent == line.indent
    ]
    broken = [
        len(above.text)
        for above, line in inner
        if _small(line.text.lstrip(_QUOTES)[:2]) and above.text.rstrip(_CLOSERS)[-1:] not in _STOPS
    ]
    short = sum(size < SHORTEST for size in broken)
    return (
        short >= FEWEST_SHORT
        and len(broken) <= MOST_EACH * short
        and len(inner) <= MOST_WHOLE * len(broken)
    )


def _broken(group: Sequence[Line], line: Line, shortest: int) -> bool:
    """Whether the sentence is open at the end of the group, and neither line is a list's."""
    last = group[-1].text
    first = group[0].text.lstrip(_QUOTES)
    if len(last) < shortest or first[:1].islower():
        return False
    end = last.rstrip(_CLOSERS)[-1:]
    if end in _STOPS or _COLUMNS.search(last) or _COLUMNS.search(line.text):
        return False
    ends = line.text.rstrip(_CLOSERS)[-1:] in _STOPS
    if group[0].number == 1 and len(group) == 1 and shortest == SHORTEST:
        return ends
    return ends or len(line.text) >= min(shortest, SHORTEST)


def _continues(last: Line, text: str, lexicon: Lexicon) -> bool:
    if text[:1].isdigit() or text[:1] in "$€£":
        word = fold(last.text).rpartition(" ")[2]
        return bool(_FIGURE.match(text)) and (word[-1:] == "," or word in lexicon.small)
    label, colon, _ = text[: MOST_LABEL + 1].replace("：", ":").partition(":")
    if (colon and len(label.split()) <= 2) or key(text) in lexicon.furniture_lines:
        return False
    return not (lexicon.credits.opening(fold(text)) or _names(text, lexicon))


def _names(text: str, lexicon: Lexicon) -> bool:
    """Whether a line names who wrote it, or when, and says nothing else."""
    return bool(bylines.marked(text, lexicon)) or dates.date_line(text, lexicon) is not None
