"""What the splitter makes of blocks that a format with markup has read."""

from __future__ import annotations

from collections import Counter

import tomli

from briefing.document.model import Block, Box, Manuscript, Metadata, Span
from briefing.document.words import words
from briefing.formats.text import lines
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


def test_a_heading_that_says_furniture_over_a_paragraph_is_a_section() -> None:
    assert roles(
        Block("heading", "Boats", 1, level=1),
        Block("heading", "Settings", 3, level=2),
        Block("paragraph", "Every engine has settings of its own, and some of them matter.", 5),
    )[1:] == [
        ("heading", "Settings"),
        ("text", "Every engine has settings of its own, and some of them matter."),
    ]


def test_an_item_with_a_label_among_such_items_is_kept() -> None:
    items = ("More boats: They sail in winter.", "Sign up for ice: The office warns of it.")
    found = roles(
        Block("heading", "Key takeaways", 1, level=2),
        *(Block("item", text, 3 + n, marker="-") for n, text in enumerate(items)),
    )
    assert found == [("heading", "Key takeaways"), *(("trend", text) for text in items)]


def bold(text: str, line: int) -> Block:
    return Block("paragraph", text, line, spans=(Span(0, len(text), "strong"),))


def test_bold_lines_over_a_text_are_headings() -> None:
    assert roles(
        Block("heading", "Boats", 1, level=1),
        bold("Why they sail", 3),
        Block("paragraph", "Wind.", 5),
    )[1:] == [("heading", "Why they sail"), ("text", "Wind.")]


def test_bold_lines_are_headings_beside_those_that_are_marked() -> None:
    found = roles(
        Block("heading", "Boats", 1, level=1),
        Block("heading", "Winter", 3, level=2),
        Block("heading", "Summer", 5, level=2),
        bold("North", 7),
        Block("paragraph", "Wind.", 9),
    )
    assert found[3] == ("heading", "North")


def test_a_bold_question_and_its_answer_may_be_one_paragraph() -> None:
    asked = "May I bring a dog?"
    answer = Block("paragraph", f"{asked} Yes.", 3, spans=(Span(0, len(asked), "strong"),))
    found = roles(Block("heading", "FAQ", 1, level=2), answer)
    assert found[1:] == [("question", asked), ("answer", "Yes.")]
    assert len(roles(Block("heading", "Dogs", 1, level=2), answer)) == 2


def test_a_statement_between_two_headings_that_ask_is_a_question_too() -> None:
    found = roles(
        Block("heading", "FAQ", 1, level=2),
        *(
            Block("heading" if n % 2 == 0 else "paragraph", text, 3 + n, level=3 - 3 * (n % 2))
            for n, text in enumerate(
                ["Where is it?", "North.", "It is shut!", "Ring.", "Who pays?", "You.", "More", "-"]
            )
        ),
    )
    assert [text for role, text in found if role == "question"] == [
        "Where is it?",
        "It is shut!",
        "Who pays?",
    ]


def test_a_list_of_questions_to_think_about_has_no_answer() -> None:
    found = roles(
        Block("heading", "FAQ", 1, level=2),
        Block("paragraph", "Ask yourself:", 2),
        *(Block("item", f"Is it {n} feet?", 3 + n, marker="-") for n in range(3)),
        Block("paragraph", "Then sail.", 9),
    )
    assert "question" not in [role for role, _ in found]


def test_boxes_to_open_under_an_faq_are_questions_without_a_question_mark() -> None:
    assert roles(
        Block("heading", "FAQ", 1, level=2),
        Block("paragraph", "Take them home.", 3, box=Box("details", "My plants", 1)),
    )[1:] == [("question", "My plants"), ("answer", "Take them home.")]


def test_the_date_that_a_page_shows_is_the_date() -> None:
    blocks = (
        Block("heading", "Boats", 1, level=1),
        Block("paragraph", "Updated March 28, 2022", 2, furniture="head"),
        Block("paragraph", "They sail.", 3),
    )
    manuscript = Manuscript("html", blocks, metadata=Metadata(title="Boats", date="2021-03-23"))
    assert split(manuscript, LEXICON).date == "2022-03-28"


def test_a_dateline_gives_the_date_of_a_text_that_has_no_other() -> None:
    text = (
        "Boats\n\nHARLOW, March 12, 2025 – The office opened a dock. It has room for ten boats.\n"
    )
    assert split(Manuscript("text", lines=lines(text)), LEXICON).date == "2025-03-12"


def test_a_bold_label_without_a_sign_begins_a_tip() -> None:
    spans = (Span(0, 4, "strong"),)
    assert roles(Block("quote", "Note Lunch is at noon.", 1, spans=spans)) == [
        ("tip-label", "Note"),
        ("tip", "Lunch is at noon."),
    ]


def test_a_bold_word_that_a_sentence_goes_on_from_is_no_label() -> None:
    spans = (Span(0, 4, "strong"),)
    block = Block("paragraph", "Tips are the asides.", 1, spans=spans)
    assert [role for role, _ in roles(block)] == ["lead"]


def test_a_number_among_numbered_questions_makes_a_question() -> None:
    assert roles(
        Block("heading", "FAQ", 1, level=1),
        Block("heading", "1. Who sails?", 3, level=2),
        Block("paragraph", "The owners.", 5),
        Block("heading", "2. Tickets", 7, level=2),
        Block("paragraph", "They are sold on board.", 9),
    )[3:] == [("question", "2. Tickets"), ("answer", "They are sold on board.")]


def test_the_author_that_a_page_shows_counts_where_its_metadata_names_none() -> None:
    blocks = (
        Block("heading", "Boats", 1, level=1),
        Block("paragraph", "Written by: Ann Lee", 2, furniture="head"),
        Block("paragraph", "They sail.", 3),
    )
    given = Metadata(title="Boats", byline="Bo Kim")
    assert split(Manuscript("html", blocks), LEXICON).byline == "Ann Lee"
    assert split(Manuscript("html", blocks, metadata=given), LEXICON).byline == "Bo Kim"


def test_a_label_in_bold_at_the_start_of_a_box_is_the_label_of_its_tip() -> None:
    box = Box("tip", "", 1)
    bold = (Span(0, 8, "strong"),)
    seen = roles(
        Block("paragraph", "Pro tip: Watch the ice.", 1, spans=bold, box=box),
        Block("paragraph", "And the wind.", 2, box=box),
    )
    assert seen == [("tip-label", "Pro tip"), ("tip", "Watch the ice."), ("tip", "And the wind.")]


def test_a_page_s_title_is_no_section_though_a_long_menu_stands_before_it() -> None:
    menu = [Block("item", f"Entry {n}", n, furniture="navigation") for n in range(40)]
    title = Block("heading", "Ferries return to the port", 50, level=1)
    body = Block("paragraph", "The port opens again in spring. " * 6, 51)
    page = Manuscript(
        "html", blocks=(*menu, title, body), metadata=Metadata("Ferries return to the port")
    )
    assert split(page, LEXICON).of_kind("section") == ()


def page_with_head(*lines: str) -> list[tuple[str, str]]:
    head = [Block("paragraph", line, n + 2, furniture="head") for n, line in enumerate(lines)]
    body = Block("paragraph", "The port opens again in spring. " * 6, 20)
    page = Manuscript("html", blocks=(Block("heading", "Ferries", 1, level=1), *head, body))
    briefing = split(page, LEXICON)
    assert Counter(words(" ".join(lines))) == Counter(
        word
        for passage in briefing.passages[1:-1]
        for word in words(f"{passage.block.marker} {passage.block.text}")
    )
    return [("byline", briefing.byline), ("date", briefing.date)]


def test_a_line_of_a_page_s_head_that_holds_byline_and_date_is_cut() -> None:
    assert page_with_head("By Ida Berg - 10 January 2020") == [
        ("byline", "Ida Berg"),
        ("date", "2020-01-10"),
    ]


def test_the_date_in_a_page_s_head_counts_whatever_else_its_line_says() -> None:
    found = page_with_head("Press notice of the harbour board, number 12, given on 20.01.2022")
    assert found == [("byline", ""), ("date", "2022-01-20")]


def test_a_quotation_that_begins_with_a_tip_s_label_is_a_tip() -> None:
    label, text = Block("quote", "Note", 3), Block("quote", "Nobody tests other sails.", 4)
    assert roles(label, text) == [("tip-label", "Note"), ("tip", "Nobody tests other sails.")]
