from __future__ import annotations

from dataclasses import replace

import pytest

from benchmarks.structure.annotation import Annotation
from benchmarks.structure.outline import Answered, Item, Outline
from benchmarks.structure.score import score

TIDES = Annotation(
    file="tides.txt",
    format="plain",
    title="Tides of the Sound",
    other_titles=("The Sound and its tides",),
    byline="Nell Harker and Jon Aske",
    date="3 March 2025",
    headings=("1. Spring tides", "Neap tides", "Questions"),
    free_headings=("Sources",),
    trends=("Higher water", "Storms come later in the year than"),
    questions=("Who measures the water?",),
    tips=("Tip: take a lamp and a", "Did you know? The moon pulls twice"),
    furniture=("Share this page", "Follow us"),
)
SEEN = Outline(
    title="Tides of the Sound",
    byline="Nell Harker & Jon Aske",
    date="2025-03-03",
    headings=("Spring Tides:", "Neap tides", "Questions"),
    trends=(
        Item("Higher water", "It rises by a hand each decade."),
        Item("", "Storms come later in the year than they did."),
    ),
    questions=(Answered("Q: Who measures the water?", "The harbour master."),),
    tips=(
        Item("Tip", "take a lamp and a whistle."),
        Item("Did you know?", "The moon pulls twice a day."),
    ),
    kept=("Tides of the Sound", "Nobody should follow us into the marsh."),
)


def test_an_outline_as_annotated_has_no_error() -> None:
    scored = score(TIDES, SEEN)
    assert scored.errors == ()
    assert scored.counts["headings.right"] == 3
    assert scored.counts["trends.right"] == 2
    assert scored.counts["faq.right"] == 1
    assert scored.counts["tips.right"] == 2
    assert scored.counts["title.right"] == scored.counts["date.right"] == 1
    assert scored.counts["furniture.of"] == 2
    assert scored.counts["perfect"] == 1


def test_a_heading_too_many_and_one_too_few_are_told() -> None:
    scored = score(TIDES, replace(SEEN, headings=("Spring tides", "By boat", "Questions")))
    counts = scored.counts
    assert (counts["headings.right"], counts["headings.false"], counts["headings.missed"]) == (
        2,
        1,
        1,
    )
    assert counts["perfect"] == 0
    assert scored.errors == ("headings: false 'By boat'", "headings: missed 'Neap tides'")


@pytest.mark.parametrize(
    "heading",
    ["Sources", "Tides of the Sound", "Who measures the water?", "The Sound and its tides"],
)
def test_a_heading_that_may_be_read_either_way_costs_nothing(heading: str) -> None:
    scored = score(TIDES, replace(SEEN, headings=(*SEEN.headings, heading)))
    assert scored.counts["perfect"] == 1
    assert scored.errors == ()


def test_a_heading_twice_is_once_right_and_once_false() -> None:
    scored = score(TIDES, replace(SEEN, headings=(*SEEN.headings, "Neap tides")))
    assert (scored.counts["headings.right"], scored.counts["headings.false"]) == (3, 1)


def test_a_question_without_an_answer_is_not_found() -> None:
    scored = score(TIDES, replace(SEEN, questions=(Answered("Who measures the water?", " "),)))
    assert (scored.counts["faq.right"], scored.counts["faq.missed"]) == (0, 1)


def test_a_colon_inside_a_question_is_no_label() -> None:
    question = "P1: Why is the mark on the pier so low (see: figure two)?"
    annotation = replace(TIDES, questions=(question,))
    seen = replace(SEEN, questions=(Answered(question.removeprefix("P1: "), "It was moved."),))
    assert score(annotation, seen).counts["faq.right"] == 1


def test_tips_that_nobody_looked_for_are_not_counted() -> None:
    scored = score(replace(TIDES, tips=None), SEEN)
    assert [name for name in scored.counts if name.startswith("tips")] == []


def test_a_tip_with_other_words_is_false() -> None:
    scored = score(TIDES, replace(SEEN, tips=(*SEEN.tips, Item("Tip", "stay at home."))))
    assert scored.counts["tips.false"] == 1
    assert scored.errors == ("tips: false 'Tip stay at home.'",)


def test_what_the_document_lacks_must_not_be_made_up() -> None:
    scored = score(replace(TIDES, title=None, other_titles=(), byline=None, date=None), SEEN)
    assert scored.counts["title.made_up"] == scored.counts["date.made_up"] == 1
    assert (scored.counts["byline.of"], scored.counts["byline.right"]) == (1, 0)
    assert scored.counts["title.of"] == scored.counts["date.of"] == 0


@pytest.mark.parametrize(
    ("byline", "right"),
    [
        ("By Nell Harker, Jon Aske", True),
        ("Nell Harker and Jon Aske | Harbour Office", True),
        ("Nell Harker", False),
        ("Nell Harker and Jon Aske, 3 March 2025", False),
        ("", False),
    ],
)
def test_a_byline_names_the_same_people(byline: str, right: bool) -> None:
    assert score(TIDES, replace(SEEN, byline=byline)).counts["byline.right"] == right


@pytest.mark.parametrize(
    "date", ["2025-03-03", "03.03.2025", "March 3, 2025", "3. März 2025", "3 de marzo de 2025"]
)
def test_a_date_is_right_in_every_notation(date: str) -> None:
    assert score(replace(TIDES, date=date), SEEN).counts["date.right"] == 1


def test_another_day_is_wrong() -> None:
    scored = score(TIDES, replace(SEEN, date="2025-03-04"))
    assert scored.errors == ("date: '2025-03-04', not '2025-03-03'",)


@pytest.mark.parametrize(
    ("line", "leaked"),
    [
        ("Now share  this Page with friends.", 1),
        ("Follow us", 1),
        ("The end. Follow us!", 1),
        ("They follow us everywhere.", 0),
        ("Shares of this page", 0),
    ],
)
def test_furniture_leaks_by_phrase_or_by_sentence(line: str, leaked: int) -> None:
    assert score(TIDES, replace(SEEN, kept=(line,))).counts["furniture.leaked"] == leaked


def test_a_tool_is_asked_only_for_what_it_has_a_notion_of() -> None:
    scored = score(TIDES, Outline(headings=SEEN.headings)).of({"headings"})
    assert scored.errors == ()
    assert {name.partition(".")[0] for name in scored.counts} == {"headings", "perfect"}
