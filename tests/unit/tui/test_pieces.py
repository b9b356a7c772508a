"""Giant slabs cut into pieces, and the way between both countings."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.document.model import Span
from briefing.tui.reading.pieces import GIANT, Pieces, cut
from briefing.tui.reading.slab import Slab, SlabStyle, Slice

STYLES = st.sampled_from(["text", "code", "table"])


@given(st.integers(0, 3 * GIANT), st.sampled_from([" ", "\n", "x"]), STYLES)
@settings(max_examples=40)
def test_the_pieces_together_are_the_text(length: int, joint: str, style: SlabStyle) -> None:
    text = (("word" * 5 + joint) * (length // 20 + 1))[:length]
    pieces = Pieces([Slab("before"), Slab(text, style=style), Slab("after")])
    mine = [piece for piece in range(pieces.count) if pieces.slab(piece) == 1]
    assert "".join(pieces.items[piece].text for piece in mine) == text
    assert (mine[0], mine[-1]) == (pieces.first(1), pieces.last(1))
    for offset in range(0, length, 997):
        piece, inside = pieces.place(1, offset)
        assert pieces.start(piece) + inside == offset
        assert pieces.items[piece].text[inside] == text[offset]


def test_slabs_that_are_not_giant_are_left_as_they_are() -> None:
    slabs = [Slab("a" * GIANT), Slab("b")]
    assert Pieces(slabs).items is slabs


def test_spans_are_cut_with_their_text() -> None:
    text = "word " * 4000
    slab = Slab(text, (Span(10, 14, "strong"), Span(100, 15_000, "link", "x")))
    for start, piece in cut(slab):
        for span in piece.spans:
            assert 0 <= span.start < span.end <= len(piece.text)
            original = slab.spans[0] if span.style == "strong" else slab.spans[1]
            assert original.start <= start + span.start < start + span.end <= original.end


def test_the_pieces_of_a_table_share_its_columns() -> None:
    table = Slab("name\tvalue\n" + "x\ty\n" * 5000 + "a much wider cell\tz", style="table")
    first, *later = [piece for _, piece in cut(table)]
    assert not isinstance(first, Slice)
    assert {piece.columns for piece in later if isinstance(piece, Slice)} == {(4, 5)}
