"""What a saved page says of itself: whose heading is the title, who wrote it, and when."""

from __future__ import annotations

import json

import pytest

from briefing.document.model import Metadata
from briefing.formats.html.page import read_page

PROSE = "<p>" + "A sentence of the harbour story that is long enough to be prose. " * 3 + "</p>"


def said(page: str) -> Metadata:
    return read_page(page)[1]


def test_below_a_site_s_name_the_heading_that_the_page_s_title_names_is_the_title() -> None:
    page = (
        "<title>Old Quay Notes » The ferry that never left</title>"
        '<h1><a href="/">Old Quay Notes</a></h1>'
        f"<h2>The ferry that never left</h2>{PROSE}<h2>Old notes</h2>"
    )
    assert said(page).title == "The ferry that never left"


def test_a_heading_that_a_page_title_begins_with_stays_the_title() -> None:
    page = (
        "<title>Steel or wood: which hull lasts?</title>"
        f"<h1>Steel or wood</h1><h2>Steel or wood: which hull lasts?</h2>{PROSE}"
    )
    assert said(page).title == "Steel or wood"


def linked(**thing: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(thing)}</script><h1>Boats</h1>{PROSE}'


def test_an_organisation_is_no_author_and_its_name_no_person_s() -> None:
    owner = {"@type": "NewsMediaOrganization", "name": "Harbour Post"}
    page = linked(**{"@type": "NewsArticle"}, headline="Boats", author=owner, publisher=owner)
    assert said(page).byline == ""
    assert said(page + '<span class="author">Harbour Post</span>').byline == ""
    person = {"@type": "Person", "name": "Ida Berg"}
    assert said(linked(**{"@type": "Report"}, headline="Boats", author=person)).byline == "Ida Berg"


def test_the_first_post_of_a_thread_has_an_author() -> None:
    person = {"@type": "Person", "name": "Ida Berg"}
    kind = {"@type": "DiscussionForumPosting"}
    page = linked(**kind, headline="Boats", author=person, datePublished="2020-09-18")
    assert (said(page).byline, said(page).date) == ("Ida Berg", "2020-09-18")


def test_a_date_of_something_else_in_linked_data_counts_last() -> None:
    page = linked(**{"@type": "VideoObject"}, datePublished="2019-05-01")
    assert said(page).date == "2019-05-01"
    assert said(page + '<time datetime="2020-01-02">2 January</time>').date == "2020-01-02"


def test_who_comments_is_not_who_wrote_it() -> None:
    comment = f'<div id="comments"><span class="author">Jon Lund</span>{PROSE}</div>'
    assert said(f"<h1>Boats</h1>{PROSE * 4}{comment}").byline == ""


@pytest.mark.parametrize(
    ("name", "stamp"),
    [
        ("og:release_date", "2020-01-02 17:11"),
        ("vr:published-time", "02.01.2020 17:11"),
        ("citation_date", "2020/01/02"),
    ],
)
def test_a_date_is_found_under_the_names_that_systems_give_it(name: str, stamp: str) -> None:
    assert said(f'<meta name="{name}" content="{stamp}"><h1>B</h1>{PROSE}').date == "2020-01-02"


def test_a_heading_that_says_the_title_again_behind_the_text_heads_nothing() -> None:
    page = (
        '<title>The ferry that never left</title><h1><a href="/">Quay</a></h1>'
        f"<main>{PROSE * 4}<h3>The ferry that never left</h3></main>"
    )
    blocks, _ = read_page(page)
    assert sum(not block.furniture for block in blocks if block.kind == "paragraph") == 4


def test_a_name_is_read_up_to_the_end_of_its_line() -> None:
    box = '<div class="author"><img alt="">{}<br>Harbour Post Staff</div>'
    assert said(f"<h1>Boats</h1>{box.format('By Ida Berg')}{PROSE}").byline == "Ida Berg"
    assert said(f"<h1>Boats</h1>{box.format('talk to us')}{PROSE}").byline == ""
    spans = '<div class="author"><span>Ida Berg</span> <span>As of: 5 May 2020</span></div>'
    assert said(f"<h1>Boats</h1>{spans}{PROSE}").byline == "Ida Berg"


def test_an_author_is_found_under_the_key_that_an_article_gives() -> None:
    graph = [
        {"@type": "Article", "headline": "Boats", "author": {"@id": "#ida"}},
        {"@type": ["Person"], "@id": "#ida", "name": "Ida Berg"},
    ]
    assert said(linked(**{"@graph": graph})).byline == "Ida Berg"


def test_one_word_is_a_name_where_two_places_say_it() -> None:
    link = '<span class="author"><a rel="author" href="/a/">{}</a></span>'
    assert said(f"<h1>Boats</h1>{link.format('kaiQ')}{PROSE}").byline == "kaiQ"
    assert said(f"<h1>Boats</h1>{link.format('admin')}{PROSE}").byline == ""
    assert said(f"<h1>Boats</h1><a rel='author' href='/a/'>kaiQ</a>{PROSE}").byline == ""


def test_a_site_s_name_that_leads_home_is_no_title() -> None:
    page = (
        '<meta property="og:title" content="Nets and knots - quay.example">'
        f'<h1><a href="/">quay.example</a></h1><h1>Nets and knots</h1>{PROSE}'
    )
    assert said(page).title == "Nets and knots"


def test_a_site_s_name_before_a_bar_without_space_is_left_off() -> None:
    names = '<meta property="og:site_name" content="PORT NEWS">'
    assert said(f"{names}<title>PORT NEWS|港の祭り</title><p>港</p>").title == "港の祭り"
