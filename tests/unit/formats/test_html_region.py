"""What on a saved page is the article: names, rows of teasers, forms, pointers, standfirsts."""

from __future__ import annotations

import pytest
from selectolax.lexbor import LexborHTMLParser

from briefing.formats.html.page import read_page
from briefing.formats.html.tree import grow

BODY = "".join(
    f"<p>Paragraph {n} of the harbour story goes on for long enough to be prose in its own right, "
    "and nobody would take it for a teaser or a line of a menu.</p>"
    for n in range(6)
)
NOTE = "A second text of nearly a hundred letters that stands in a block with a name of its own."


def reasons(page: str) -> dict[str, str]:
    return {block.text: block.furniture for block in read_page(page)[0]}


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("relatedArticles", "related-links"),
        ("storyComments", "comments"),
        ("noticias-relacionadas", "related-links"),
        ("popup-cookie", "notice"),
        ("post__author-info", "about"),
    ],
)
def test_a_block_is_what_its_name_says_in_any_spelling(name: str, reason: str) -> None:
    link = '<a href="/other">Something else that the paper wrote about boats</a>'
    page = f'<article>{BODY}<div class="{name}"><p>{NOTE}</p>{link}</div></article>'
    assert reasons(page)[NOTE] == reason


@pytest.mark.parametrize(
    "name",
    ["teaser-text", "section--has-ads", "toc_entry_3", "paywall", "read-more", "widget-statement"],
)
def test_text_without_links_is_text_though_its_name_is_a_box_s(name: str) -> None:
    page = f'<article>{BODY}<div class="{name}"><p>{NOTE}</p></div>{BODY}</article>'
    assert reasons(page)[NOTE] == ""


def test_classes_of_the_article_s_own_element_do_not_make_it_furniture() -> None:
    page = f'<body class="comments-open"><article class="post enable-pin-share">{BODY}</article>'
    assert not any(reasons(page).values())


def test_comments_are_left_out_though_they_are_longer_than_the_article() -> None:
    page = f'<div><div>{BODY}</div><div id="comments">{BODY.replace("story", "reply")}</div></div>'
    found = reasons(page)
    assert all(found[text] for text in found if "reply" in text)
    assert not any(found[text] for text in found if "story" in text)


def test_the_id_of_a_heading_says_nothing_of_it() -> None:
    page = f'<article>{BODY}<h2 id="nav_what_remains">What remains</h2>{BODY}</article>'
    assert reasons(page)["What remains"] == ""


def test_a_row_of_linked_headlines_is_no_part_of_the_article() -> None:
    row = "".join(
        f'<div class="c{n}"><h3><a href="/{n}">Another story of the harbour, part {n}</a></h3>'
        f"<p>What the other story number {n} is about, told in one sentence that is long.</p></div>"
        for n in range(4)
    )
    found = reasons(f"<main><h1>Ferries</h1>{BODY}<div>{row}</div></main>")
    assert {found[text] for text in found if "nother story" in text or "other story" in text} == {
        "related-links"
    }


def test_headings_that_open_a_panel_on_the_page_are_no_teasers() -> None:
    panels = "".join(
        f'<div><div><h3><a href="#p{n}">What is it that panel number {n} holds, and why?</a></h3>'
        f"</div><p>{NOTE}</p></div>"
        for n in range(4)
    )
    found = reasons(f"<main><h1>Ferries</h1>{BODY}<div>{panels}</div></main>")
    assert found["What is it that panel number 2 holds, and why?"] == ""


def test_what_stands_round_a_form_goes_with_it() -> None:
    box = f"<div><h4>Letters from the quay</h4><p>{NOTE}</p><form><button>Go</button></form></div>"
    found = reasons(f"<article>{BODY}{box}{BODY}</article>")
    assert found["Letters from the quay"] == found[NOTE] == "subscribe"


def test_a_label_with_the_headline_of_another_article_is_a_pointer_to_it() -> None:
    pointer = '<p><b>Lea también:</b> <a href="/x">El puerto del norte cierra en marzo</a></p>'
    text = '<p>The tide tables are here: <a href="/t">tables</a></p>'
    found = reasons(f"<article>{BODY}{pointer}{text}</article>")
    assert found["Lea también: El puerto del norte cierra en marzo"] == "related-links"
    assert found["The tide tables are here: tables"] == ""


def test_a_sentence_under_the_title_is_text_and_the_head_goes_on_below_it() -> None:
    stand = "The port opens again in spring, says the council, and nobody knows who pays for it."
    page = (
        f"<main><header><h1>Ferries return to the port</h1><h2>{stand}</h2><p>By Ida Berg</p>"
        f"<p>4 March 2025, 10:15</p></header><div>{BODY}</div></main>"
    )
    blocks, _ = read_page(page)
    assert [(b.kind, b.furniture) for b in blocks[:4]] == [
        ("heading", ""),
        ("paragraph", ""),
        ("paragraph", "head"),
        ("paragraph", "head"),
    ]


def test_a_table_beside_the_only_prose_of_the_page_belongs_to_it() -> None:
    table = "<div><table><tr><th>Flour</th><td>250 g</td></tr></table></div>"
    assert reasons(f"<main><h1>Bread</h1>{table}<div>{BODY}</div></main>")["Flour\t250 g"] == ""


def test_a_long_heading_is_never_the_whole_article() -> None:
    page = f"<div><h3>{NOTE}</h3><ul><li>First of the day</li></ul></div>"
    assert reasons(page)["First of the day"] == ""


def test_names_are_read_as_words() -> None:
    body = grow(LexborHTMLParser('<div class="shareBar Post_Nav" id="topBanner"></div>'))
    assert next(n.names.strip() for n in body.elements() if n.tag == "div") == (
        "share-bar post_nav top-banner"
    )


def test_a_heading_over_nothing_but_teasers_goes_with_them() -> None:
    links = "".join(f'<li><a href="/{n}">Another story of the quay, {n}</a></li>' for n in range(4))
    page = f"<article>{BODY}<h2>And now this</h2><ul>{links}</ul></article>"
    assert reasons(page)["And now this"] == "related-links"


def test_a_heading_that_leads_elsewhere_and_has_no_text_is_a_pointer() -> None:
    page = (
        f"<article>{BODY}<h2>How it began</h2>{BODY.replace('story', 'tale')}"
        '<h2><a href="/soup">FISH SOUP AS ON THE QUAY</a></h2>'
        '<h2><a href="/bread">BREAD AS ON THE QUAY</a></h2></article>'
    )
    found = reasons(page)
    assert found["How it began"] == ""
    assert found["FISH SOUP AS ON THE QUAY"] == found["BREAD AS ON THE QUAY"] == "related-links"


def test_what_a_picture_shows_is_said_once() -> None:
    figure = (
        '<figure><img alt="The quay at dawn"><figcaption>The quay at dawn, seen from the mole'
        "</figcaption></figure>"
    )
    page = f"<article><h1>The quay</h1>{BODY}{figure}{figure}</article>"
    shown = [b.text for b in read_page(page)[0] if b.kind == "image"]
    assert shown.count("The quay at dawn") == 0
    assert "The quay at dawn, seen from the mole" in shown


def test_the_links_by_which_a_heading_is_edited_are_not_read() -> None:
    page = (
        f'<article>{BODY}<h2>Tides<span class="mw-editsection">[edit]</span></h2>{BODY}</article>'
    )
    assert "Tides" in reasons(page)


def test_a_role_does_not_make_a_box() -> None:
    page = f'<article>{BODY}<div role="note" class="hatnote">{NOTE}</div></article>'
    assert not any(block.box for block in read_page(page)[0])


def test_a_reading_over_a_word_is_not_read_twice() -> None:
    page = f"<h1><ruby>港<rp>(</rp><rt>みなと</rt><rp>)</rp></ruby>の祭り</h1>{BODY}"
    assert "港の祭り" in reasons(page)


def test_wide_characters_are_prose_at_half_the_length() -> None:
    first = "この港の祭りは今年も八月に開かれて、町の人と旅の人が夜まで船で歌い花火を見ました。"
    page = f"<title>祭りの夜</title><article><h1>祭りの夜</h1><p>{first}</p>{BODY}</article>"
    assert reasons(page)[first] == ""


def test_a_class_that_makes_a_line_look_like_a_heading_makes_it_one() -> None:
    page = (
        f'<article><div class="h4 mb-2">In short</div>{BODY}'
        f'<p class="h3">+49 0000</p><p class="h6">May 2019</p></article>'
    )
    kinds = {block.text: (block.kind, block.level) for block in read_page(page)[0]}
    assert kinds["In short"] == ("heading", 4)
    assert kinds["+49 0000"][0] == kinds["May 2019"][0] == "paragraph"


def test_what_is_named_a_note_and_holds_the_text_is_no_box() -> None:
    named = f'<section class="{{}}">{BODY}</section>'
    for name in ("note", "note-body"):
        blocks, _ = read_page(f"<main>{named.format(name)}</main>")
        assert all(block.box is None for block in blocks)


def test_what_stands_off_the_screen_and_hints_over_buttons_is_not_the_article() -> None:
    away = '<div style="position:absolute;top:-9999px"><a href="/x">Cheap sails</a></div>'
    hint = '<div role="tooltip"><h6>Read later</h6></div>'
    found = reasons(f"<main>{BODY}{away}{hint}</main>")
    assert found["Cheap sails"]
    assert found["Read later"]


def test_a_standfirst_set_as_a_heading_is_text_below_many_small_lines() -> None:
    standfirst = (
        "The old ferry goes again from the first of May, and the town has paid for all of it."
    )
    lines = "".join(f"<div>{n} reads</div>" for n in range(7))
    page = f"<article><h1>The ferry sails</h1>{lines}<h5>{standfirst}</h5>{BODY}</article>"
    kinds = {block.text: block.kind for block in read_page(page)[0]}
    assert kinds[standfirst] == "paragraph"


def test_a_kicker_in_a_headline_is_no_part_of_it() -> None:
    page = f'<main><h1><span class="topline">27.01.2022</span>Ferry figures</h1>{BODY}</main>'
    blocks, said = read_page(f"<title>Port - Ferry figures</title>{page}")
    assert said.title == "Ferry figures"
    assert [block.text for block in blocks[:2]] == ["Ferry figures", "27.01.2022"]


def test_below_a_bar_that_says_the_title_the_head_is_that_of_the_headline() -> None:
    page = (
        "<title>The ferry sails</title><main><h1>The ferry sails</h1><h6>Share</h6>"
        f"<h1>The ferry sails</h1><p>May 20, 2019</p>{BODY}</main>"
    )
    assert reasons(page)["May 20, 2019"] == "head"


def test_a_button_beside_the_words_of_a_heading_is_no_heading() -> None:
    page = f"<h3>Stores <div><button>1x</button></div></h3>{BODY}<h3><button>Why?</button></h3>"
    kinds = {block.text: block.kind for block in read_page(page + BODY)[0]}
    assert (kinds["Stores"], kinds["1x"], kinds["Why?"]) == ("heading", "paragraph", "heading")


def test_a_front_page_below_an_article_is_none_of_it() -> None:
    lines = "".join(
        f'<div><h3><a href="/{n}">Headline number {n} of today</a></h3><p>Said at {n}.</p></div>'
        for n in range(6)
    )
    opened = f"<div><h3>News</h3>{f'<p>{NOTE} Today.</p>' * 4}</div>"
    page = f"<div><div>{BODY}</div><div>{opened}{lines}</div></div>"
    found = reasons(page)
    assert found["Headline number 3 of today"]
    assert found[f"{NOTE} Today."]


def test_links_that_show_their_addresses_are_sources() -> None:
    link = '<li><a href="https://{0}">https://{0}</a></li>'
    addresses = [f"quay.example/a-long-report-number-{n}" for n in range(3)]
    listed = "".join(link.format(address) for address in addresses)
    found = reasons(f"<main>{BODY}<h2>Sources</h2><ul>{listed}</ul></main>")
    assert found["Sources"] == ""
    assert found[f"https://{addresses[0]}"] == ""
