"""A correction of the split: what a reader or an author says that a line is."""

from __future__ import annotations

from typing import Literal, get_args

from briefing.document.model import Passage
from briefing.document.words import WORD
from briefing.record import record

Kind = Literal["heading", "question", "answer", "trend", "tip", "text", "omitted"]
KINDS: tuple[Kind, ...] = get_args(Kind)
FIRST_WORDS = 12
"""Words of a line by which it is known again; lines that differ later than that are rare."""
LONGEST = 400
"""Characters of those words."""


@record
class Correction:
    """One line, and what it is."""

    line: int
    """Where it stood when it was corrected, from 1."""
    text: str
    """Its first words, so that a revised document still finds it."""
    kind: Kind
    level: int = 0
    """Of a heading, 1 to 6; 0 for that of its neighbours."""
    label: str = ""
    """Of a trend or tip: the words at its beginning that are its label."""

    def same_line(self, other: Correction) -> bool:
        """Whether both correct one line."""
        return (self.line, self.text) == (other.line, other.text)


def kind_of(name: str) -> Kind | None:
    """The kind called `name`."""
    return next((kind for kind in KINDS if kind == name), None)


def first_words(text: str) -> str:
    """The words by which a line is known again, as written."""
    end = 0
    for count, match in enumerate(WORD.finditer(text[:LONGEST]), 1):
        end = match.end()
        if count == FIRST_WORDS:
            break
    return " ".join(text[:end].split())


def words_of(passage: Passage) -> str:
    """The words by which a passage is known again; a marker that is read, as `Q:`, belongs to it.

    Empty where it has none, as a rule or a picture without a text.
    """
    block = passage.block
    marked = f"{block.marker} {block.text}" if WORD.search(block.marker) else block.text
    return first_words(marked)
