"""A saved page: what is the article, what stands round it, and who says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.document.model import Block, Metadata
from briefing.formats.html import parse

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
