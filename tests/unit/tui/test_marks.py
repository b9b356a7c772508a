"""Spans and hits over a text."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from briefing.tui.reading.look import CURRENT, HIT, LINK, STRONG
from briefing.tui.reading.marks import Hits, Overlay, Stretch, stretches
from briefing.tui.reading.pieces import GIANT, Pieces
from briefing.tui.reading.slab import Slab

FLAGS = [STRONG, HIT, 4, 8]


@dataclass(frozen=True)
class Found:
    index: int
    start: int
    end: int


@given(
    st.lists(
        st.builds(Overlay, st.integers(0, 20), st.integers(0, 25), st.sampled_from(FLAGS)),
        max_size=8,
    )
)
def test_every_place_has_the_flags_that_lie_over_it(overlays: list[Overlay]) -> None:
    made = stretches(overlays)
    for at in range(26):
        expected = 0
        for overlay in overlays:
            if overlay.start <= at < overlay.end:
                expected |= overlay.flag
        assert [stretch.flags for stretch in made if stretch.start <= at][-1] == expected


def test_a_link_within_a_link_is_the_inner_one() -> None:
    made = stretches([Overlay(0, 9, LINK, "outer"), Overlay(3, 5, LINK, "inner")])
    assert made == [
        Stretch(0, LINK, "outer"),
        Stretch(3, LINK, "inner"),
        Stretch(5, LINK, "outer"),
        Stretch(9, 0, ""),
    ]


def test_hits_are_found_by_piece_in_the_pieces_own_offsets() -> None:
    text = "word " * (GIANT // 2)
    pieces = Pieces([Slab("a word"), Slab(text)])
    at = 10_000
    hits = Hits(pieces, [Found(0, 2, 6), Found(1, 0, 4), Found(1, at, at + 4)], 2)
    piece, inside = pieces.place(1, at)
    assert hits.over(0) == [Overlay(2, 6, HIT)]
    assert hits.over(piece) == [Overlay(inside, inside + 4, CURRENT)]


def test_whether_a_hit_begins_between_two_places() -> None:
    hits = Hits(Pieces([Slab("abc"), Slab("def")]), [Found(0, 1, 2), Found(1, 0, 1)], 1)
    assert hits.place(1) == (1, 0)
    assert hits.any_between((0, 0), (0, 2))
    assert not hits.any_between((0, 2), (1, 0))


class Counted(list[Found]):
    """Counts how many are looked at."""

    looked = 0

    def __getitem__(self, index):  # type: ignore[no-untyped-def]  # a spy
        self.looked += 1
        return super().__getitem__(index)


def test_of_very_many_hits_few_are_looked_at() -> None:
    many = Counted(Found(n, 0, 1) for n in range(100_000))
    hits = Hits(Pieces([Slab("word")] * 100_000), many, 5)
    assert hits.over(70_000) == [Overlay(0, 1, HIT)]
    assert many.looked < 50
