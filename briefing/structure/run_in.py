"""Headings run together with their paragraph: `What's Next? The talks will …`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from briefing.document.pattern import pattern
from briefing.structure.draft import Piece, cut
from briefing.structure.lexicon import Lexicon
from briefing.structure.phrases import fold

SHORTEST = 60
"""Characters of a paragraph that can hold a heading and its text."""
MOST_WORDS = 9
FEWEST = 2
"""Run-in headings a text must have before any is cut that the lexicon does not hold."""
MANY = 3
"""Run-in headings from which on they are the text's way to write, and less tells one more."""
_SUBJECT = pattern(r"(?:^|[.!?]\s)([^\W\d_a-zß-ÿ][^\W_]+)\s[a-zß-ÿ]")
_PAIR = pattern(r"\b(?=([^\W\d_a-zß-ÿ][^\W_]*\s[^\W\d_a-zß-ÿ][^\W_]*)\b)")
_WORD = pattern(r"\S+")


def cut_out(pieces: Sequence[Piece], lexicon: Lexicon) -> list[Piece]:
    """The pieces, each run-in heading cut from its paragraph and decided.

    A heading that the lexicon holds is cut if the next word begins a sentence. Capitalised words
    before a word that only begins sentences are cut where a text does so more than once.
    """
    sure = {at: end for at, piece in enumerate(pieces) if (end := _known(piece, lexicon))}
    likely = {at: end for at, piece in enumerate(pieces) if (end := _capitalised(piece, lexicon))}
    ends = {**likely, **sure} if len(likely.keys() | sure.keys()) >= FEWEST else {}
    if not ends:
        ends = {at: end for at, end in sure.items() if _certain(pieces[at].text, end, lexicon)}
    if len(ends) >= MANY:
        ends = {**_cut_short(pieces, lexicon), **_before_names(pieces, ends, lexicon), **ends}
    found: list[Piece] = []
    for at, piece in enumerate(pieces):
        if at not in ends:
            found.append(piece)
            continue
        heading, text = cut(piece, ends[at])
        sign = "a heading of the lexicon" if at in sure else "capitals before a new sentence"
        found += [
            heading.decided(
                "heading", "heading.run-in", sign, runner_up="text", kind="heading", level=1
            ),
            text,
        ]
    return found


def _cut_short(pieces: Sequence[Piece], lexicon: Lexicon) -> dict[int, int]:
    """Ends of headings of the lexicon in paragraphs that break off soon."""
    ends = {at: _known(p, lexicon, shortest=0) for at, p in enumerate(pieces)}
    return {at: end for at, end in ends.items() if end and len(pieces[at].text[end:].split()) > 1}


def _before_names(
    pieces: Sequence[Piece], ends: Mapping[int, int], lexicon: Lexicon
) -> dict[int, int]:
    """Ends of capitalised headings before a name that begins sentences elsewhere in the text."""
    texts = [p.text for p in pieces if p.free and p.block.kind == "paragraph"]
    names = {name for text in texts for name in _SUBJECT.findall(text)}
    pairs = Counter(pair for text in texts for pair in _PAIR.findall(text))
    found: dict[int, int] = {}
    for at, piece in enumerate(pieces):
        if at in ends or not _possible(piece):
            continue
        words = list(_WORD.finditer(piece.text[:160]))
        small = (n for n, word in enumerate(words) if not _goes_on(word[0], lexicon))
        name = next(small, 0) - 1
        if not 3 <= name <= MOST_WORDS or words[name][0] not in names:
            continue
        before = words[name - 1]
        whole = f"{before[0]} {words[name][0]}"  # `Ann Lee` is one name
        if before[0][0].isupper() and pairs[whole] <= 1:
            found[at] = before.end()
    return found


def _known(piece: Piece, lexicon: Lexicon, shortest: int = SHORTEST) -> int:
    """Where the text begins behind a run-in heading of the lexicon; 0 if there is none."""
    text = piece.text
    if not _possible(piece, shortest):
        return 0
    phrase = lexicon.run_in.opening(fold(text[:LONGEST]))
    end = len(phrase)
    if not phrase or len(text) <= end + 1:
        return 0
    while end < len(text) and text[end] in "?!":
        end += 1
    rest = text[end:].lstrip()
    if not text[end : end + 1].isspace() or not rest[0].isupper() or text[0].islower():
        return 0
    return end


LONGEST = 80


def _certain(text: str, end: int, lexicon: Lexicon) -> bool:
    """Whether one run-in heading alone is believed: its end is marked, or a sentence opens."""
    opener = fold(text[end:].split(maxsplit=1)[0])
    return text[end - 1] in "?!" or opener in lexicon.sentence_openers


def _capitalised(piece: Piece, lexicon: Lexicon) -> int:
    """Where a sentence opens behind words that are all capitalised; 0 if it does not."""
    if not _possible(piece):
        return 0
    first, *second = piece.text[:160].split(maxsplit=2)[:2]
    if not (_goes_on(first, lexicon) and all(_goes_on(word, lexicon) for word in second)):
        return 0
    words = list(_WORD.finditer(piece.text[:160]))
    for count, word in enumerate(words[: MOST_WORDS + 1]):
        here = word[0]
        opens = count >= 2 and here[0].isupper() and fold(here) in lexicon.sentence_openers
        if opens and count + 1 < len(words) and words[count + 1][0][0].islower():
            return word.start()
        if not _goes_on(here, lexicon):
            return 0
        if here[-1] == "?" and count + 1 < len(words) and words[count + 1][0][0].isupper():
            return word.end() if count >= 2 else 0
    return 0


def _goes_on(word: str, lexicon: Lexicon) -> bool:
    """Whether the heading can go on behind a word: it is capitalised, or may stay small."""
    return word[-1] not in ".,;:!" and (word[0].isupper() or fold(word) in lexicon.small)


def _possible(piece: Piece, shortest: int = SHORTEST) -> bool:
    return piece.free and piece.block.kind == "paragraph" and len(piece.text) >= shortest
