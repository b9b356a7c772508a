"""FAQ, takeaways and boxes of a text with markup, where nothing asks or says what it is."""

from __future__ import annotations

from briefing.document.model import Block, Box
from tests.unit.structure.test_markup import roles


def test_items_of_an_faq_that_never_ask_are_questions_all_the_same() -> None:
    below = (
        Block("heading", "The gate stays shut", 3, level=3),
        Block("paragraph", "Ring twice.", 4),
        Block("heading", "No bread left", 5, level=3),
        Block("paragraph", "Come earlier.", 6),
        Block("heading", "Boats", 7, level=2),
        Block("paragraph", "They sail.", 8),
    )
    found = roles(Block("heading", "FAQ", 1, level=2), *below)
    assert [text for role, text in found if role == "question"] == [below[0].text, below[2].text]
    found = roles(Block("heading", "Ferries", 1, level=2), *below)
    assert "question" not in [role for role, _ in found]


def test_a_list_of_terms_right_under_an_faq_is_one_of_questions() -> None:
    term, meant = Block("term", "No ticket", 3), Block("paragraph", "Ask the guard.", 4)
    boats = Block("heading", "Boats", 1, level=1)
    found = roles(boats, Block("heading", "FAQ", 2, level=2), term, meant)
    assert found[2:] == [("question", "No ticket"), ("answer", "Ask the guard.")]
    asked = (Block("heading", "Who pays?", 2, level=3), Block("paragraph", "These do:", 3))
    found = roles(boats, Block("heading", "FAQ", 2, level=2), *asked, term, meant)
    assert ("answer", "No ticket") in found


def test_a_box_that_says_faq_holds_a_question_and_its_answer() -> None:
    answer = Block("paragraph", "Ring twice.", 4, box=Box("question", "The gate stays shut", 1))
    assert roles(answer) == [("question", "The gate stays shut"), ("answer", "Ring twice.")]
    box = Box("question", "", 1)
    assert roles(
        Block("paragraph", "Is it shut?", 3, box=box), Block("paragraph", "Ring.", 4, box=box)
    ) == [("question", "Is it shut?"), ("answer", "Ring.")]


def test_a_box_of_takeaways_is_a_list_of_trends() -> None:
    points = ("Boats are slow.", "Trains are full.")
    for box, said in (
        (Box("points", "", 1), []),
        (Box("note", "Key takeaways", 1), [("lead", "Key takeaways")]),
    ):
        found = roles(
            Block("heading", "Traffic", 1, level=1),
            *(Block("item", text, 3 + n, marker="-", box=box) for n, text in enumerate(points)),
            Block("paragraph", "All of it is a matter of days.", 8),
        )
        assert found[1:] == [
            *said,
            *(("trend", text) for text in points),
            ("lead", "All of it is a matter of days."),
        ]


def test_capitals_that_their_text_says_again_are_a_name_and_no_label() -> None:
    item = Block("item", "OBS: Use OBS to film the harbour.", 3, marker="-")
    assert roles(Block("heading", "Films", 1, level=1), item)[1] == ("lead", item.text)


def test_a_heading_that_says_furniture_over_a_list_is_a_section() -> None:
    assert roles(
        Block("heading", "Boats", 1, level=1),
        Block("heading", "Download", 3, level=2),
        Block("item", "The timetable, 2 pages", 5, marker="-"),
    )[1:] == [("heading", "Download"), ("text", "The timetable, 2 pages")]
