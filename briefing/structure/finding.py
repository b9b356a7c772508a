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
        self._beginnings = [
            (at, folded)
            for at, piece in enumerate(pieces)
            for text in {piece.text, f"{piece.block.marker} {piece.text}"}
            if (folded := tuple(folded_words(text[:LONGEST])))
        ]
        self._by_words: dict[int, dict[tuple[str, ...], list[tuple[int, int]]]] = {}
        self._by_line: dict[int, list[int]] = defaultdict(list)
        for at, piece in enumerate(pieces):
            self._by_line[piece.block.line].append(at)

    def find(self, correction: Correction) -> Found | None:
        """Where the line of `correction` is; None where it is nowhere, or in two places alike."""
        wanted = folded_words(correction.text)
        if not wanted:
            return None
        size = len(wanted)
        found = {
            at: (abs(self._pieces[at].block.line - correction.line), count != size)
            for at, count in self._beginning(size).get(tuple(wanted), ())
        }
        if not found:
            return self._inside(wanted, correction.line)
        best = min(found.values())
        places = [at for at, distance in found.items() if distance == best]
        return (places[0], 0) if len(places) == 1 else None

    def _beginning(self, size: int) -> dict[tuple[str, ...], list[tuple[int, int]]]:
        """Pieces by their first `size` words, each with how many it has; made once a size."""
        if size not in self._by_words:
            made: dict[tuple[str, ...], list[tuple[int, int]]] = defaultdict(list)
            for at, folded in self._beginnings:
                if len(folded) >= size:
                    made[folded[:size]].append((at, len(folded)))
            self._by_words[size] = made
        return self._by_words[size]

    def _inside(self, wanted: list[str], line: int) -> Found | None:
        """The only place within the pieces of that line that says so."""
        places: list[Found] = []
        for at in self._by_line.get(line, ()):
            piece = self._pieces[at]
            if piece.block.kind in ("code", "table"):
                continue
            matches = list(WORD.finditer(piece.text))
            folded = [match[0].casefold() for match in matches]
            places += [
                (at, matches[n].start())
                for n in range(1, len(folded) - len(wanted) + 1)
                if folded[n : n + len(wanted)] == wanted
            ]
        return places[0] if len(places) == 1 else None


def folded_words(text: str) -> list[str]:
    """The words of `text`, whatever their case and the signs between them."""
    return [match[0].casefold() for match in WORD.finditer(text)]
