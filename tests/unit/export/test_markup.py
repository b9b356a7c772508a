"""Markdown, HTML and citations: every text stays text."""

from __future__ import annotations

import re
from time import process_time
from types import ModuleType

import pytest

from briefing.document.model import Block, BlockKind, Briefing, Part, Passage, Role, Span, SpanStyle
from briefing.export import html, markdown, text
from briefing.export.citation import citation
from briefing.export.inline import marked, safe
from briefing.export.selection import tip_names
from briefing.library.reading import briefing_of
from tests.conftest import FIXTURES


def test_markdown_has_headings_lists_and_alerts(briefing: Briefing) -> None:
    assert markdown.render(briefing) == (
        "# River &amp; City\n\n*Ada Brook · 2025-12-20*\n\nOpening words.\n\n## Trends\n\n"
        "- Water: It rises.\n\n## FAQ\n\n**Q: Why \\<now\\>?**\n\n"
        "A: See [this](<https://x.y/>) \\*place\\*.\n\n> [!NOTE]\n> **Note**\n> Mind the step.\n\n"
        "```\na < b\n  c\n```\n"
    )


def quoted_tip(label: BlockKind = "quote") -> Briefing:
    """`> **Tip:** Compare.`, a further quotation in it, and one after it."""
    passages = (
        Passage(Block(label, "Tip:", 1, spans=(Span(0, 4, "strong"),)), "tip-label", "tip:tip"),
        Passage(Block("quote", "Compare.", 1), "tip", "tip:tip"),
        Passage(Block("quote", "As said.", 3, level=1), "tip", "tip:tip"),
        Passage(Block("quote", "Elsewhere.", 5), "lead"),
    )
    return Briefing("x", "markdown", passages, (Part("tip:tip", "tip", "Tip", "", 1, 0, 3),))


@pytest.mark.parametrize("label", ["quote", "paragraph"])
def test_the_mark_of_a_quotation_that_is_a_tip_is_not_repeated_in_it(label: BlockKind) -> None:
    briefing = quoted_tip(label)
    assert text.render(briefing) == "│ Tip:\n│ Compare.\n│\n│ > As said.\n\n> Elsewhere.\n"
    assert markdown.render(briefing) == (
        "> [!NOTE]\n> **Tip:**\n> Compare.\n>\n> > As said.\n\n> Elsewhere.\n"
    )
    page = html.render(briefing)
    assert (
        '<aside class="callout note">\n<p class="callout-title"><strong>Tip:</strong></p>\n'
        "<p>Compare.</p>\n"
        "<blockquote><p>As said.</p></blockquote>\n</aside>\n"
        "<blockquote><p>Elsewhere.</p></blockquote>"
    ) in page


@pytest.mark.parametrize("before", ["tip-label", "tip"])
def test_a_quotation_in_a_tip_keeps_its_mark(before: Role) -> None:
    passages = (
        Passage(Block("paragraph", "Compare.", 1), before, "tip:a"),
        Passage(Block("quote", "As said.", 3), "tip", "tip:a"),
    )
    tip = Part("tip:a", "tip", "", "", 1, 0, 2)
    assert "│ > As said." in text.render(Briefing("x", "markdown", passages, (tip,)))


def items(*marked: tuple[int, str]) -> Briefing:
    """A lead of items, each of a level and with a marker, named by their order."""
    passages = tuple(
        Passage(Block("item", "abcdefgh"[number], number + 1, level, marker), "lead")
        for number, (level, marker) in enumerate(marked)
    )
    return Briefing("x", "markdown", passages, ())


@pytest.mark.parametrize(
    ("marked", "shown"),
    [
        ([(0, "-"), (0, "*")], "<ul><li>a</li><li>b</li></ul>"),
        (
            [(0, "-"), (1, "1."), (1, "2."), (0, "-")],
            '<ul><li>a<ol><li value="1">b</li><li value="2">c</li></ol></li><li>d</li></ul>',
        ),
        ([(0, "-"), (0, "3)")], '<ul><li>a</li></ul><ol><li value="3">b</li></ol>'),
        (
            [(0, "-"), (3, "-"), (1, "-")],
            "<ul><li>a<ul><li>b</li></ul><ul><li>c</li></ul></li></ul>",
        ),
        ([(2, "-"), (0, "-")], "<ul><li>a</li></ul><ul><li>b</li></ul>"),
    ],
)
def test_items_that_follow_each_other_are_one_list(
    marked: list[tuple[int, str]], shown: str
) -> None:
    assert shown in html.render(items(*marked)).replace("\n", "")


def test_a_list_ends_where_something_else_begins(briefing: Briefing) -> None:
    assert "<ul>\n<li>Water: It rises.</li>\n</ul>\n<h2" in html.render(briefing)


def test_trends_that_are_paragraphs_are_one_list() -> None:
    passages = tuple(
        Passage(Block("paragraph", text, line), "trend", f"t:{text}")
        for line, text in enumerate(("one", "two"), 1)
    )
    page = html.render(Briefing("x", "text", passages, ()))
    assert "<ul>\n<li>one</li>\n<li>two</li>\n</ul>" in page


def test_a_page_stands_alone_and_escapes_all_text(briefing: Briefing) -> None:
    page = html.render(briefing)
    assert page.startswith("<!doctype html>")
    assert "<h1>River &amp; City</h1>" in page
    assert "Why &lt;now&gt;?" in page
    assert '<a href="https://x.y/" rel="noopener">this</a>' in page
    assert (
        '<aside class="callout note">\n<p class="callout-title"><strong>Note</strong></p>\n'
        "<p>Mind the step.</p>\n</aside>"
    ) in page
    assert "You may also like" not in page
    assert not re.search(r"<script|<link|<img|src=", page)


@pytest.mark.parametrize(
    "target",
    [
        *(
            "javascript:alert(1)",
            "data:text/html,x",
            "file:///etc/passwd",
            "relative.md",
            "#anchor",
        ),
        *('https://x.y/"onclick=', "https://x.y/>", "https://x.y/ a", "https://x.y/\n"),
    ],
)
def test_a_link_that_is_not_of_the_web_is_text(target: str) -> None:
    assert not safe(target)
    block = Block("paragraph", "text", 1, spans=(Span(0, 4, "link", target),))
    briefing = Briefing("x", "text", (Passage(block, "lead"),), ())
    assert markdown.render(briefing) == "text\n"
    assert "<p>text</p>" in html.render(briefing)


def test_markdown_does_not_make_marks_of_plain_text() -> None:
    written = ("# no heading", "- no item", "1. no number", "a_b_c *d* `e` [f](g) <h>", "+++")
    blocks = tuple(Block("paragraph", text, line) for line, text in enumerate(written, 1))
    briefing = Briefing("x", "text", tuple(Passage(block, "lead") for block in blocks), ())
    lines = markdown.render(briefing).strip().split("\n\n")
    assert lines[:3] == ["\\# no heading", "\\- no item", "1\\. no number"]
    assert lines[3] == r"a\_b\_c \*d\* \`e\` \[f\](g) \<h\>"


@pytest.mark.parametrize(
    ("ends", "shown"),
    [
        ([(0, 2), (2, 4)], "(ab)(cd)ef"),
        ([(0, 4), (1, 2)], "(a(b)cd)ef"),
        ([(0, 3), (2, 5)], "(ab(c))(de)f"),
        ([(1, 6), (1, 3)], "a((bc)def)"),
        ([], "abcdef"),
    ],
)
def test_marks_always_nest(ends: list[tuple[int, int]], shown: str) -> None:
    style: SpanStyle = "strong"
    spans = [Span(start, end, style) for start, end in ends]
    assert marked("abcdef", spans, str, lambda _: "(", lambda _: ")") == shown


def test_deeply_nested_marks_take_no_longer_than_their_number() -> None:
    spans = [Span(at, 40_000 - at, "strong") for at in range(20_000)]
    started = process_time()
    marked("x" * 40_000, spans, str, lambda _: "(", lambda _: ")")
    assert process_time() - started < 3


def test_a_citation_says_where_the_words_stand(briefing: Briefing) -> None:
    assert citation(briefing, 6) == (
        "“See this *place*.”\n— Ada Brook, “River & City”, FAQ, 2025-12-20, river.md"
    )
    assert citation(briefing, 1) == (
        "“Opening words.”\n— Ada Brook, “River & City”, 2025-12-20, river.md"
    )
    assert citation(briefing, 99) == ""


@pytest.mark.parametrize(
    ("text", "spans", "written"),
    [
        ("Run a_b *now*.", [(4, 7, "code")], "Run `a_b` \\*now\\*."),
        ("a_b", [(0, 3, "code"), (0, 3, "strong")], "**`a_b`**"),
        ("ab", [(0, 1, "code"), (1, 2, "code")], "<code>a</code><code>b</code>"),
        ("abc", [(0, 3, "code"), (1, 2, "strong")], "<code>a**b**c</code>"),
    ],
)
def test_code_in_markdown_stands_in_backticks_where_it_can(
    text: str, spans: list[tuple[int, int, SpanStyle]], written: str
) -> None:
    block = Block("paragraph", text, 1, spans=tuple(Span(*span) for span in spans))
    briefing = Briefing("x", "text", (Passage(block, "lead"),), ())
    assert markdown.render(briefing) == f"{written}\n"


@pytest.mark.parametrize("name", ["grain-corridor.txt", "night-trains.md"])
@pytest.mark.parametrize("form", [html, markdown])
def test_an_export_comes_back_whole(name: str, form: ModuleType) -> None:
    end = "html" if form is html else "md"
    briefing = briefing_of((FIXTURES / "library" / name).read_bytes(), name)
    again = briefing_of(form.render(briefing).encode(), f"export.{end}")
    assert (again.title, again.byline, again.date) == (
        briefing.title,
        briefing.byline,
        briefing.date,
    )
    for kind in ("trend", "question", "tip"):
        # A tip without a label is written with the name of its kind.
        assert [(part.title, part.text) for part in again.of_kind(kind)] == [
            (part.title or tip_names(briefing).get(part.id, ""), part.text)
            for part in briefing.of_kind(kind)
        ]
