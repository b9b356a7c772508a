"""A saved page: what is the article, what stands round it, and who says so."""

from __future__ import annotations

from pathlib import Path
from time import process_time

import pytest

from briefing.document.model import Block, Metadata
from briefing.formats.html import parse
from briefing.formats.html.page import read_page

PAGE = (Path(__file__).parents[2] / "fixtures" / "pages" / "news.html").read_text("utf-8")


def read(page: str) -> tuple[tuple[Block, ...], Metadata]:
    result = parse(page)
    assert result is not None
    return result


def texts(page: str, kind: str | None = None) -> list[str]:
    """The article's own blocks, furniture aside."""
    blocks, _ = read(page)
    return [b.text for b in blocks if not b.furniture and kind in {None, b.kind}]


def test_the_page_is_read_as_its_reader_would() -> None:
    blocks, _ = read(PAGE)
    kept = [(b.kind, b.level, b.marker, b.text[:24]) for b in blocks if not b.furniture]
    assert kept == [
        ("heading", 1, "", "Ferries return to the no"),
        ("paragraph", 0, "", "The first ferry in eleve"),
        ("heading", 2, "", "What changed & why"),
        ("paragraph", 0, "", "Dredging finished in Feb"),
        ("heading", 3, "", "Night work"),
        ("paragraph", 0, "", "Residents had opposed ni"),
        ("paragraph", 0, "", "Book before noon: aftern"),
        ("item", 0, "3.", "Two sailings a day until"),
        ("item", 0, "4.", "Four from May on"),
        ("item", 1, "•", "six at weekends"),
        ("image", 0, "", "A ferry at the quay"),
        ("image", 0, "", "The first sailing on Mon"),
        ("table", 0, "", "Route\tHours\nNorth\t3"),
        ("code", 0, "", "08:00  depart\n11:00  arr"),
        ("quote", 0, "", "“We waited a year for th"),
        ("paragraph", 0, "", "Yes, until the end of Ju"),
        ("term", 0, "", "Basin"),
        ("definition", 0, "", "The water inside the har"),
    ]


def test_what_stands_round_the_article_is_kept_with_a_reason() -> None:
    blocks, _ = read(PAGE)
    reasons = {b.text: b.furniture for b in blocks if b.furniture}
    assert reasons["Home Sea"] == "outside-article"
    assert reasons["Share this story"] == "share"
    assert reasons["Read more"] == "related-links"
    assert reasons["Get our newsletter"] == "subscribe"
    assert reasons["Most read"] == "outside-article"
    assert reasons["By Ida O'Malley and Jon Berg"] == "head"
    assert reasons["Updated 6 March 2025"] == "head"


def test_boxes_are_told_from_asides_and_details_keep_their_summary() -> None:
    blocks, _ = read(PAGE)
    boxes = [(b.box.kind, b.box.label) for b in blocks if b.box]
    assert boxes == [("tip", ""), ("details", "Is the old ticket valid?")]


def test_inline_marks_become_spans_over_the_same_words() -> None:
    blocks, _ = read(PAGE)
    block = next(b for b in blocks if b.text.startswith("Dredging"))
    marked = {s.style: block.text[s.start : s.end] for s in block.spans}
    assert marked == {"strong": "February", "link": "changed the tender"}


def test_each_block_knows_its_line() -> None:
    blocks, _ = read(PAGE)
    lines = PAGE.splitlines()
    for start in ("Dredging", "Residents", "Book before"):
        block = next(b for b in blocks if b.text.startswith(start))
        assert start in lines[block.line - 1]


def test_title_byline_date_and_language_come_from_agreeing_witnesses() -> None:
    _, said = read(PAGE)
    assert said.title == "Ferries return to the northern route"
    assert said.byline == "Ida O'Malley, Jon Berg"
    assert said.date == "2025-03-04"
    assert said.language == "en"


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("<title>Rain at last - Daily Bay</title><h1>Rain at last</h1>", "Rain at last"),
        ("<title>Rain at last | Daily Bay</title>", "Rain at last"),
        ("<h1>Daily Bay</h1><h1>Rain at last</h1>", ""),
        ("<p>no title at all</p>", ""),
    ],
)
def test_a_title_is_found_or_absent(head: str, title: str) -> None:
    assert read(head)[1].title == title


@pytest.mark.parametrize(
    "byline", ["Staff", "The Daily Desk", "https://example.org/ida", "12 March", "Ida Berg 2025"]
)
def test_what_is_no_persons_name_is_no_byline(byline: str) -> None:
    assert read(f'<meta name="author" content="{byline}"><p>text</p>')[1].byline == ""


def test_controls_written_as_entities_never_get_through() -> None:
    kept = "".join(texts("<p>one&#27;]52;c;AAAA&#7; two&#155;31m three&#x202e; four</p>"))
    assert not any(char in kept for char in "\x1b\x07\x9b\u202e")
    assert "two" in kept
    assert "three" in kept


def test_hidden_panels_keep_their_prose_and_hidden_labels_do_not_show() -> None:
    answer = (
        "The answer is long enough to be prose, and an accordion hides it until it is asked for."
    )
    page = f"<main><p>{'Body text that goes on. ' * 9}</p><button>Why?</button>"
    page += f'<div hidden>Menu</div><div style="display: none"><p>{answer}</p></div></main>'
    assert answer in texts(page)
    assert "Menu" not in texts(page)


def test_a_page_of_nothing_is_nothing() -> None:
    assert read("") == ((), Metadata())


PROSE = "A sentence that is long enough to be prose in its own right, so that it is no teaser. "


def test_a_page_cannot_say_what_stands_before_an_item() -> None:
    blocks, _ = read(f'<p>{PROSE}</p><ul><li data-marker="&#27;]52;c;x&#7;">One of them</ul>')
    assert [b.marker for b in blocks if b.kind == "item"] == ["•"]


def test_a_language_is_a_code_or_it_is_none() -> None:
    assert read(f'<html lang="&#27;[2J"><p>{PROSE}')[1].language == ""
    assert read(f'<html lang="de-AT"><p>{PROSE}')[1].language == "de"


def test_a_table_keeps_its_caption_and_the_words_of_its_cells_apart() -> None:
    page = (
        f"<article><p>{PROSE}</p><table><caption>Sailings</caption>"
        "<tr><td><p>One</p><p>Two</p></td><td>3</td></tr></table></article>"
    )
    assert texts(page)[1:] == ["Sailings", "One Two\t3"]


def test_a_heading_in_a_table_of_data_is_a_label_of_its_row() -> None:
    row = f"<tr><th scope='row'><h3>Fees</h3></th><td>{PROSE}</td><td>{PROSE}</td></tr>"
    page = f"<article><p>{PROSE}</p><table>{row}</table></article>"
    assert texts(page, "heading") == []
    assert texts(page, "table")[0].startswith("Fees\tA sentence")


def test_tables_in_tables_only_lay_the_page_out() -> None:
    inner = "<table><tr><th>Port</th><td>North</td></tr></table>"
    page = f"<table><tr><td><p>{PROSE}</p></td><td>{inner}</td></tr></table>"
    assert texts(page) == [PROSE.strip(), "Port\tNorth"]


def test_tables_nest_deeper_than_python_recurses() -> None:
    page = "<table><tr><td>" * 400 + "deep"
    assert [b.text for b in read_page(page)[0]] == ["deep"]


def test_an_image_within_a_sentence_follows_it() -> None:
    page = f'<p>{PROSE}It grew <img alt="A chart of sailings"> by half.</p>'
    assert texts(page) == [f"{PROSE}It grew by half.", "A chart of sailings"]


def test_a_summary_without_details_is_still_read() -> None:
    page = f"<p>{PROSE}</p><details><summary>Alone</summary></details><p>After</p>"
    assert texts(page)[1:] == ["Alone", "After"]


def test_a_box_that_goes_on_after_another_does_not_repeat_its_label() -> None:
    page = (
        f"<p>{PROSE}</p><details><summary>Outer</summary><p>first</p>"
        "<details><summary>Inner</summary><p>second</p></details><p>third</p></details>"
    )
    boxes = [(b.text, b.box.label, b.box.ordinal) for b in read(page)[0] if b.box]
    assert [(text, label) for text, label, _ in boxes] == [
        ("first", "Outer"),
        ("second", "Inner"),
        ("third", ""),
    ]
    assert len({ordinal for *_, ordinal in boxes}) == 3


def test_a_formula_is_read_without_its_source() -> None:
    page = f"<p>{PROSE}<math><mi>x</mi><annotation>\\x</annotation></math></p>"
    assert texts(page) == [f"{PROSE}x"]


def test_many_elements_within_deep_ones_take_no_longer_than_their_number() -> None:
    page = "<span>" * 900 + "<i>x</i>" * 20_000 + "<div>end</div>"
    started = process_time()
    read_page(page)
    assert process_time() - started < 5


def test_a_regular_grid_of_plain_cells_is_a_table_however_long_its_texts() -> None:
    row = f"<tr><td><b>Fees</b></td><td>{PROSE}</td><td>{PROSE}</td></tr>"
    page = f"<article><p>{PROSE}</p><table>{row}{row}</table></article>"
    assert texts(page, "heading") == []
    assert len(texts(page, "table")) == 1


def test_a_paragraph_that_is_only_a_paid_link_is_an_advertisement() -> None:
    page = (
        f"<p>{PROSE}</p><p><a rel='nofollow sponsored' href='https://shop.example/'>Buy now</a></p>"
        "<p>Or read <a rel='sponsored' href='https://shop.example/'>the maker's page</a> first.</p>"
    )
    reasons = {b.text: b.furniture for b in read(page)[0]}
    assert reasons["Buy now"] == "advertisement"
    assert reasons["Or read the maker's page first."] == ""


@pytest.mark.parametrize(
    ("stamp", "day"),
    [
        ("2021-11-04T23:00Z", "2021-11-05"),
        ("2021-12-31T23:00:00.000Z", "2022-01-01"),
        ("2021-11-04T23:10:00Z", "2021-11-04"),
        ("2021-11-04T23:00:00+01:00", "2021-11-04"),
        ("2021-11-04", "2021-11-04"),
        ("2021-13-04T10:00Z", ""),
    ],
)
def test_a_stamp_of_midnight_in_europe_means_the_day_that_begins(stamp: str, day: str) -> None:
    page = f'<meta property="article:published_time" content="{stamp}"><p>{PROSE}</p>'
    assert read(page)[1].date == day


def test_a_short_first_paragraph_is_text_and_not_the_head() -> None:
    lead = "Prices rose by half, and nobody has stock."
    page = f"<article><h1>Rare earths</h1><p>By Ana Ruiz</p><p>{lead}</p><h2>Why</h2></article>"
    assert texts(page) == ["Rare earths", lead, "Why"]
