"""Laws of the splitter that hold for any blocks that markup may give."""

from __future__ import annotations

from collections import Counter

import tomli
from hypothesis import given
from hypothesis import strategies as st

from briefing.document.model import Block, Box, Briefing, Format, Manuscript
from briefing.document.words import words
from briefing.resources import lexicons
from briefing.structure import split
from briefing.structure.lexicon import from_tables

LEXICON = from_tables(tomli.loads(path.read_text("utf-8")) for path in lexicons())
TEXTS = st.one_of(
    st.sampled_from(
        [
            *("FAQ", "Key takeaways", "Q: Why? A: So.", "A: Because.", "Why so?", "3 May 2025"),
            *(
                "Label: text of it",
                "Pro Tip: Look twice.",
                "Did you know?",
                "by Ann Lee",
                "Question:",
            ),
            *(
                "Leave a comment",
                "Related posts",
                "Table of Contents",
                "Note: look. PRO TIP: look.",
            ),
            "A longer paragraph that goes on for a while, so that it is taken for text. It ends.",
        ]
    ),
    st.text(max_size=40).map(str.strip),
)
BOXES = st.none() | st.builds(
    Box,
    st.sampled_from(["tip", "note", "details"]),
    st.sampled_from(["", "Why?", "Pro tip"]),
    st.integers(0, 2),
)
BLOCKS = st.builds(
    Block,
    st.sampled_from(
        ["heading", "paragraph", "item", "quote", "code", "table", "term", "definition"]
    ),
    TEXTS,
    st.integers(1, 99),
    st.integers(1, 4),
    st.sampled_from(["", "-", "1."]),
    st.just(()),
    BOXES,
    st.sampled_from(["", "", "navigation"]),
)
DOCUMENTS = st.lists(BLOCKS, max_size=16).map(tuple)
FORMATS: st.SearchStrategy[Format] = st.sampled_from(["markdown", "html"])


def read(format_: Format, blocks: tuple[Block, ...]) -> Briefing:
    return split(Manuscript(format_, blocks), LEXICON, name="note")


def labels(blocks: tuple[Block, ...]) -> Counter[str]:
    """The words of the boxes' labels, which a splitter may show and a block does not hold."""
    return Counter(word for block in blocks if block.box for word in words(block.box.label))


@given(FORMATS, DOCUMENTS)
def test_every_word_of_the_blocks_stands_exactly_once(
    format_: Format, blocks: tuple[Block, ...]
) -> None:
    given_words = Counter(w for b in blocks for w in (*words(b.text), *words(b.marker)))
    placed = Counter(
        word
        for passage in read(format_, blocks).passages
        for word in (*words(passage.block.text), *words(passage.block.marker))
    )
    assert not given_words - placed
    assert not placed - given_words - labels(blocks)


@given(FORMATS, DOCUMENTS)
def test_parts_of_markup_lie_within_the_passages(
    format_: Format, blocks: tuple[Block, ...]
) -> None:
    briefing = read(format_, blocks)
    sections = {part.id: part for part in briefing.of_kind("section")}
    for part in briefing.parts:
        assert 0 <= part.start < part.end <= len(briefing.passages)
        if part.kind != "section" and part.section:
            assert sections[part.section].start < part.start
            assert part.end <= sections[part.section].end
    assert len({part.id for part in briefing.parts}) == len(briefing.parts)
