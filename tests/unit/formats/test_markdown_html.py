"""Raw HTML within Markdown, read as what it is."""

from __future__ import annotations

import time

import pytest

from briefing.document.model import Box, Span
from briefing.formats.markdown import parse


def shapes(text: str) -> list[tuple[str, int, str]]:
    return [(block.kind, block.level, block.text) for block in parse(text)[0]]


def test_lists_and_items_that_stand_alone() -> None:
    text = (
        '<li style="x">\n  <strong>Label.</strong> Text <ul>\n<li>\n inner\n</li>\n</ul>\n</li>\n'
        "<li>Two</li>"
    )
    assert shapes(text) == [("item", 0, "Label. Text"), ("item", 1, "inner"), ("item", 0, "Two")]
    assert parse(text)[0][0].spans == (Span(0, 6, "strong"),)


def test_ordered_lists_count() -> None:
    found = parse('<ol start="3"><li>a<li>b</ol>')[0]
    assert [(block.marker, block.text) for block in found] == [("3.", "a"), ("4.", "b")]


def test_headings_paragraphs_quotes_and_rules() -> None:
    text = '<h2 align="center">Head</h2>\n<p>One<p>Two<hr><blockquote>Three</blockquote>'
    assert shapes(text) == [
        ("heading", 2, "Head"),
        ("paragraph", 0, "One"),
        ("paragraph", 0, "Two"),
        ("rule", 0, ""),
        ("quote", 0, "Three"),
    ]


def test_tables_terms_and_preformatted_text() -> None:
    text = "<table><tr><th>a<th>b<tr><td>1<td>2</table><dl><dt>T<dd>D</dl><pre>x\n  y</pre>"
    assert shapes(text) == [
        ("table", 0, "a\tb\n1\t2"),
        ("term", 0, "T"),
        ("definition", 0, "D"),
        ("code", 0, "x\n  y"),
    ]


def test_links_entities_and_breaks_within_a_paragraph() -> None:
    found = parse('A <a href="http://x.y?a&amp;b">link</a> &amp; more<br>next')[0]
    assert [block.text for block in found] == ["A link & more", "next"]
    assert found[0].spans == (Span(2, 6, "link", "http://x.y?a&b"),)


def test_an_admonition_by_its_class_is_a_box() -> None:
    text = (
        '<div class="admonition warning" markdown>\n<p class="admonition-title">Mind</p>\n\n'
        "**It**\n\n</div>\n\nb"
    )
    inside, after = parse(text)[0]
    assert inside.box == Box("warning", "Mind", 1)
    assert after.box is None


def test_scripts_and_styles_are_not_text() -> None:
    assert shapes("<div>a<script>let x = '<p>b</p>'</script><style>p {}</style>c</div>") == [
        ("paragraph", 0, "ac")
    ]


def test_what_only_looks_like_a_tag_is_text() -> None:
    assert shapes("1 < 2 and a <3 b") == [("paragraph", 0, "1 < 2 and a <3 b")]
    assert shapes("<div>1 < 2, <a and <!-- more</div>") == [
        ("paragraph", 0, "1 < 2, <a and <!-- more")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "<a " * 100_000,
        "<div><!--" * 20_000,
        "<div>" * 50_000,
        '<div a="' * 30_000,
        "<ul><li>" * 20_000,
        "> " * 20_000 + "a",
        "*a **a " * 20_000,
        "!!! note\n" * 5_000,
        ":::tip\n" * 20_000,
        "{{< note >}}" * 20_000,
        "{" * 100_000,
        "&#27;" * 20_000,
        "**a&shy;b** " * 5_000,
        "[" * 50_000,
        "<details><summary>" * 10_000,
        "x\n: y\n" * 10_000,
    ],
    ids=lambda text: text[:12],
)
def test_hostile_text_is_read_in_linear_time(text: str) -> None:
    begun = time.perf_counter()
    parse(text)
    # Generous: each takes well under a second on a machine that has nothing else to do.
    assert time.perf_counter() - begun < 10
