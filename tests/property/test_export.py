"""Laws of the exports: marks nest, and what was written as Markdown reads as the same words."""

from __future__ import annotations

import re

from hypothesis import example, given
from hypothesis import strategies as st

from briefing.document.model import Block, BlockKind, Briefing, Passage, Span, SpanStyle
from briefing.document.text import clean_line
from briefing.document.words import words
from briefing.export import html, markdown, text
from briefing.export.inline import marked
from briefing.formats.html.page import read_page
from briefing.formats.markdown import parse

STYLES: list[SpanStyle] = ["strong", "emphasis", "strike", "link"]
KINDS: list[BlockKind] = ["paragraph", "item", "quote", "heading"]
SIGNS = st.text(alphabet=st.sampled_from("ab1 #-+*_>|[]()`~:=.!<&\\"), min_size=1, max_size=30)
SPAN = st.tuples(st.integers(0, 20), st.integers(0, 20), st.sampled_from(STYLES))


def spans(found: list[tuple[int, int, SpanStyle]], length: int) -> tuple[Span, ...]:
    return tuple(Span(a, b, style) for a, b, style in found if a < b <= length)


@given(st.text(alphabet="abc", max_size=20), st.lists(SPAN, max_size=8))
def test_marks_nest_and_leave_the_text_alone(
    written: str, found: list[tuple[int, int, SpanStyle]]
) -> None:
    style = spans(found, len(written))
    shown = marked(written, style, str, lambda s: f"<{s.style}>", lambda s: f"</{s.style}>")
    assert re.sub("<[^>]*>", "", shown) == written
    open_: list[str] = []
    for closing, name in re.findall(r"<(/?)(\w+)>", shown):
        if closing:
            assert open_.pop() == name
        else:
            open_.append(name)
    assert open_ == []


@given(st.lists(st.tuples(st.sampled_from(KINDS), SIGNS), max_size=5))
@example([("paragraph", "1.")])
@example([("item", "1. a"), ("quote", "# b")])
def test_no_export_loses_or_doubles_a_word(pieces: list[tuple[BlockKind, str]]) -> None:
    blocks = [
        Block(kind, bare, line, marker="-" if kind == "item" else "")
        for line, (kind, written) in enumerate(pieces, 1)
        if (bare := " ".join(clean_line(written).split()))
    ]
    briefing = Briefing("x", "text", tuple(Passage(block, "lead") for block in blocks), ())
    expected = [word for block in blocks for word in words(block.text)]
    assert list(words(text.render(briefing))) == expected
    body = html.render(briefing).partition("<body>")[2]
    assert [word for block in read_page(body)[0] for word in words(block.text)] == expected
    read = parse(markdown.render(briefing))[0]
    assert [word for block in read for word in words(block.text)] == expected
