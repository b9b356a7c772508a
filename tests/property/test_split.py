"""Laws of the splitter that hold for any text at all."""

from __future__ import annotations

from collections import Counter

import tomli
from hypothesis import given
from hypothesis import strategies as st

from briefing.document.correction import KINDS, Correction, Kind, words_of
from briefing.document.model import Briefing, Manuscript
from briefing.document.words import words
from briefing.formats.text import lines
from briefing.resources import lexicons
from briefing.structure import split
from briefing.structure.lexicon import from_tables

LEXICON = from_tables(tomli.loads(path.read_text("utf-8")) for path in lexicons())
PIECES = st.sampled_from(
    [
        *(
            "FAQ",
            "Key takeaways",
            "Highlights:",
            "Q: Why?",
            "A: Because.",
            "Q: Why so? A: So.",
            "1. One",
        ),
        *(
            "• Label: text of it",
            "- second – item",
            "Pro Tip: Look twice.",
            "Did you know?",
            "by Ann Lee",
        ),
        *(
            "Note: look. PRO TIP: look.",
            "3 May 2025",
            "Ann Lee | 3 May 2025 | 5 min read",
            "=====",
            "●●",
        ),
        *(
            "Leave a comment",
            "Related posts",
            "Table of Contents",
            "  • deeper",
            "Conclusion It ends here.",
        ),
        *(
            "A longer paragraph that goes on for a while, so that it is taken for text. It ends.",
            "\n",
        ),
        *(
            "Home / News / Rates",
            "Photo by Ann Lee",
            "“Quoted”",
            "中文标题",
            "Straße: İstanbul",
            "Highlights ●●",
        ),
        *(
            "Friday, June 12, 2026The Daily Page",
            "date 2025-05-03 Then it goes on.",
            "> quoted",
            "Tags: a, b",
        ),
    ]
)
TEXTS = st.one_of(
    st.text(max_size=300),
    st.lists(st.one_of(PIECES, st.text(max_size=40)), max_size=24).map("\n".join),
    st.lists(PIECES, max_size=24).map("\n\n".join),
)


def read(text: str) -> Briefing:
    return split(Manuscript("text", lines=lines(text)), LEXICON, name="note")


@given(TEXTS)
def test_every_word_of_the_input_stands_exactly_once(text: str) -> None:
    placed = Counter(
        word
        for passage in read(text).passages
        for word in (*words(passage.block.text), *words(passage.block.marker))
    )
    assert placed == Counter(words(text))


@given(TEXTS)
def test_parts_lie_within_the_passages_and_sections_hold_their_parts(text: str) -> None:
    briefing = read(text)
    sections = {part.id: part for part in briefing.of_kind("section")}
    for part in briefing.parts:
        assert 0 <= part.start < part.end <= len(briefing.passages)
        if part.kind != "section" and part.section:
            assert sections[part.section].start < part.start
            assert part.end <= sections[part.section].end
    assert [part.start for part in briefing.parts] == sorted(part.start for part in briefing.parts)


@given(TEXTS)
def test_ids_are_unique_and_every_owner_exists(text: str) -> None:
    briefing = read(text)
    ids = [part.id for part in briefing.parts]
    assert len(set(ids)) == len(ids)
    assert {passage.part for passage in briefing.passages if passage.part} == set(ids)


@given(TEXTS)
def test_the_fields_of_the_parts_hold_no_word_twice(text: str) -> None:
    briefing = read(text)
    shown = Counter(
        word
        for passage in briefing.passages
        if not passage.part
        for word in words(passage.block.text)
    )
    for part in briefing.parts:
        shown.update([*words(part.title), *words(part.text)])
    passed = Counter(word for passage in briefing.passages for word in words(passage.block.text))
    assert shown == passed


@given(TEXTS)
def test_splitting_is_deterministic(text: str) -> None:
    assert read(text) == read(text)


CORRECTIONS = st.lists(
    st.tuples(st.integers(0, 30), st.sampled_from(KINDS), st.integers(0, 6), st.booleans()),
    max_size=6,
)


@given(TEXTS, CORRECTIONS)
def test_a_corrected_text_has_the_words_that_it_had(
    text: str, chosen: list[tuple[int, Kind, int, bool]]
) -> None:
    passages = read(text).passages
    corrections = [
        Correction(held.block.line, words_of(held), kind, level, label * "Note")
        for at, kind, level, label in chosen
        for held in passages[at : at + 1]
    ]
    manuscript = Manuscript("text", lines=lines(text))
    briefing = split(manuscript, LEXICON, name="note", corrections=corrections)
    placed = Counter(
        word
        for passage in briefing.passages
        for word in (*words(passage.block.text), *words(passage.block.marker))
    )
    assert placed == Counter(words(text))
    ids = [part.id for part in briefing.parts]
    assert len(set(ids)) == len(ids)
    assert {passage.part for passage in briefing.passages if passage.part} == set(ids)
