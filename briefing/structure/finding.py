"""Where a correction finds its line: by its first words, and the nearest such line."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from briefing.document.correction import Correction
from briefing.document.words import WORD
from briefing.structure.draft import Piece

LONGEST = 4096
"""Characters of a piece that are compared."""
Found = tuple[int, int]
"""Which piece, and where in its text the line begins: 0 for its start."""


class Finder:
    """The beginnings of the pieces of one document."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self._pieces = pieces
        self._by_first: dict[str, list[tuple[int, list[str]]]] = defaultdict(list)
        for at, piece in enumerate(pieces):
            for text in {piece.text, f"{piece.block.marker} {piece.text}"}:
                if folded := folded_words(text[:LONGEST]):
                    self._by_first[folded[0]].append((at, folded))

    def find(self, correction: Correction) -> Found | None:
        """Where the line of `correction` is; None where it is nowhere, or in two places alike."""
        wanted = folded_words(correction.text)
        if not wanted:
            return None
        size = len(wanted)
        found = {
            at: (abs(self._line(at) - correction.line), len(folded) != size)
            for at, folded in self._by_first.get(wanted[0], ())
            if folded[:size] == wanted
        }
        if not found:
            return self._inside(wanted, correction.line)
        best = min(found.values())
        places = [at for at, distance in found.items() if distance == best]
        return (places[0], 0) if len(places) == 1 else None

    def _inside(self, wanted: list[str], line: int) -> Found | None:
        """The only place within a piece, at its line or a wrapped line of it, that says so."""
        places: list[Found] = []
        for at, piece in enumerate(self._pieces):
            if self._line(at) != line or piece.block.kind in ("code", "table"):
                continue
            matches = list(WORD.finditer(piece.text))
            folded = [match[0].casefold() for match in matches]
            places += [
                (at, matches[n].start())
                for n in range(1, len(folded) - len(wanted) + 1)
                if folded[n : n + len(wanted)] == wanted
            ]
        return places[0] if len(places) == 1 else None

    def _line(self, at: int) -> int:
        return self._pieces[at].block.line


def folded_words(text: str) -> list[str]:
    """The words of `text`, whatever their case and the signs between them."""
    return [match[0].casefold() for match in WORD.finditer(text)]
