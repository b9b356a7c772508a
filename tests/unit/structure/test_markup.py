"""What the splitter makes of blocks that a format with markup has read."""

from __future__ import annotations

from collections import Counter

import tomli

from briefing.document.model import Block, Box, Manuscript, Metadata
from briefing.document.words import words
from briefing.resources import lexicons
from briefing.structure import split
from briefing.structure.lexicon import from_tables

LEXICON = from_tables(tomli.loads(path.read_text("utf-8")) for path in lexicons())


def roles(*blocks: Block, metadata: Metadata | None = None) -> list[tuple[str, str]]:
    manuscript = Manuscript("markdown", blocks, metadata=metadata or Metadata())
    briefing = split(manuscript, LEXICON)
    given = Counter(word for block in blocks for word in words(f"{block.marker} {block.text}"))
    placed = Counter(
        word
        for passage in briefing.passages
        for word in words(f"{passage.block.marker} {passage.block.text}")
    )
    assert given - placed == Counter()
    return [(passage.role, passage.block.text) for passage in briefing.passages]


def test_an_alert_is_a_tip_with_its_label() -> None:
    box = Box("warning", "Thin ice", 1)
    assert roles(Block("paragraph", "Stay ashore.", 3, box=box)) == [
        ("tip-label", "Thin ice"),
        ("tip", "Stay ashore."),
    ]


def test_a_box_to_open_with_a_question_on_it_is_a_question() -> None:
    box = Box("details", "Who decides?", 1)
    assert roles(Block("paragraph", "The office.", 3, box=box)) == [
        ("question", "Who decides?"),
        ("answer", "The office."),
    ]


def test_headings_that_say_question_and_answer_label_what_is_under_them() -> None:
    assert roles(
        Block("heading", "Boats", 1, level=2),
        Block("heading", "Question:", 3, level=3),
        Block("paragraph", "Who decides on boats?", 5),
        Block("heading", "Answer:", 7, level=3),
        Block("paragraph", "The office.", 9),
        Block("heading", "Ice", 11, level=2),
        Block("paragraph", "It is thin.", 13),
    )[1:] == [
        ("question", "Who decides on boats?"),
        ("answer", "The office."),
        ("heading", "Ice"),
        ("text", "It is thin."),
    ]


def test_a_list_of_links_to_what_stands_below_is_left_out() -> None:
    assert roles(
        Block("heading", "Boats", 1, level=1),
        Block("item", "Count", 2, marker="-"),
        Block("item", "Fuel", 3, marker="-"),
        Block("item", "Ice", 4, marker="-"),
        Block("heading", "Count", 5, level=2),
        Block("heading", "Fuel", 7, level=2),
        Block("heading", "Ice", 9, level=2),
    )[:4] == [("title", "Boats"), ("omitted", "Count"), ("omitted", "Fuel"), ("omitted", "Ice")]


def test_a_heading_that_says_the_given_title_is_the_title() -> None:
    assert roles(
        Block("heading", "Boats", 1, level=1),
        Block("paragraph", "They sail.", 3),
        metadata=Metadata(title="Boats"),
    ) == [("title", "Boats"), ("lead", "They sail.")]


def test_what_a_page_sets_outside_its_text_is_omitted_for_its_reason() -> None:
    block = Block("paragraph", "Our harbour news", 1, furniture="navigation")
    assert roles(block) == [("omitted", "Our harbour news")]
