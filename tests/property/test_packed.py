"""Laws of packed briefings: what comes back is what was packed, or nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.document import model
from briefing.document.model import Block, Box, Briefing, Part, Passage, Reason, Span
from briefing.document.packed import NotPackedError, pack, unpack
from briefing.formats import read
from briefing.library.lexicons import lexicon
from briefing.structure import split

TEXTS = st.text(max_size=12) | st.sampled_from(
    ["", "one", "two\nlines", "déjà vu", "中文", "\ud800"]
)
SMALL = st.integers(0, 5)
IDS = st.sampled_from(["", "s:one", "s:two", "t:three", "q:four"])
REASONS = st.none() | st.builds(Reason, TEXTS, st.lists(TEXTS, max_size=2).map(tuple), TEXTS)


def one_of(kind: object) -> st.SearchStrategy[str]:
    """Any of the words of a Literal."""
    return st.sampled_from(get_args(kind))


SPANS = st.lists(st.builds(Span, SMALL, SMALL, one_of(model.SpanStyle), TEXTS), max_size=3).map(
    tuple
)
BLOCKS = st.builds(
    Block,
    one_of(model.BlockKind),
    TEXTS,
    SMALL,
    SMALL,
    TEXTS,
    SPANS,
    st.none() | st.builds(Box, one_of(model.BoxKind), TEXTS, SMALL),
    TEXTS,
)
PASSAGES = st.lists(st.builds(Passage, BLOCKS, one_of(model.Role), IDS, REASONS), max_size=5)
PARTS = st.lists(
    st.builds(
        Part,
        IDS,
        one_of(model.PartKind),
        TEXTS,
        TEXTS,
        SMALL,
        SMALL,
        SMALL,
        SMALL,
        IDS,
        st.none() | one_of(model.TipKind),
        REASONS,
    ),
    max_size=4,
)
BRIEFINGS = st.builds(
    Briefing,
    TEXTS,
    one_of(model.Format),
    PASSAGES.map(tuple),
    PARTS.map(tuple),
    TEXTS,
    words=SMALL,
    tags=st.lists(TEXTS, max_size=2).map(tuple),
    digest=TEXTS,
)
LINES = st.lists(
    st.sampled_from(
        [
            *("# A title", "## Key trends", "## FAQ", "- **One**: first", "- two", "Q: Why?"),
            *("A: Because.", "> [!TIP]", "> Look twice.", "A [link](x.html) in text.", "", ""),
            *("A paragraph of *some* length, which ends here.", "| a | b |", "|---|---|", "中文"),
        ]
    ),
    max_size=30,
).map("\n".join)


@given(BRIEFINGS)
def test_any_briefing_comes_back_equal(briefing: Briefing) -> None:
    back = unpack(pack(briefing))
    assert back == briefing
    assert unpack(pack(back)) == briefing
    revised = replace(back, title="another")
    assert unpack(pack(revised)) == replace(briefing, title="another")


@given(LINES, st.sampled_from(["a.md", "a.txt"]))
def test_what_the_splitter_made_answers_the_same_questions(text: str, name: str) -> None:
    briefing = split(read(text.encode(), name), lexicon(), name="a")
    back = unpack(pack(briefing))
    assert back == briefing
    assert [back.part(part.id) for part in briefing.parts] == list(briefing.parts)
    assert back.part("s:nothing-of-this-name") is None
    for kind in get_args(model.PartKind):
        assert back.of_kind(kind) == briefing.of_kind(kind)
        assert back.count(kind) == briefing.count(kind) == len(briefing.of_kind(kind))


@given(BRIEFINGS, st.data())
def test_damaged_bytes_are_refused(briefing: Briefing, data: st.DataObject) -> None:
    packed = pack(briefing)
    at = data.draw(st.integers(0, len(packed) - 1))
    other = bytes([packed[at] ^ data.draw(st.integers(1, 255))])
    with pytest.raises(NotPackedError):
        unpack(packed[:at] + other + packed[at + 1 :])
    with pytest.raises(NotPackedError):
        unpack(packed[:at])


@given(BRIEFINGS)
def test_items_are_found_from_either_end_and_by_slices(briefing: Briefing) -> None:
    back = unpack(pack(briefing))
    for lazy, made in ((back.passages, briefing.passages), (back.parts, briefing.parts)):
        assert len(lazy) == len(made)
        assert [lazy[at] for at in range(-len(made), 0)] == list(made)
        assert lazy[1:3] == made[1:3]
        assert hash(lazy) == hash(made)
        with pytest.raises(IndexError):
            lazy[len(made)]


def test_a_changed_field_leaves_the_rest_as_it_was() -> None:
    passage = Passage(Block("paragraph", "One.", 1), "lead")
    briefing = Briefing("a", "text", (passage,), ())
    assert replace(unpack(pack(briefing)), id="b") == replace(briefing, id="b")
