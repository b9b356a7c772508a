"""Laws of reading pages: nothing raises, and the words of a page are all there once."""

from __future__ import annotations

from collections import Counter
from html import escape

from hypothesis import given
from hypothesis import strategies as st

from briefing.document.words import words
from briefing.formats.html.page import read_page

TAGS = ["p", "div", "h2", "li", "span", "b", "blockquote", "section", "a", "td", "dd", "article"]
PROSE = st.text(alphabet=st.sampled_from("abcdefg xyz.,?éЖ中"), min_size=1, max_size=120)
ELEMENT = st.tuples(st.sampled_from(TAGS), PROSE).map(lambda t: f"<{t[0]}>{escape(t[1])}</{t[0]}>")
MARKUP = st.lists(
    st.one_of(
        st.sampled_from([f"<{tag}>" for tag in TAGS]),
        st.sampled_from([f"</{tag}>" for tag in TAGS]),
        st.sampled_from(
            ["<table><tr>", "</table>", "<details><summary>", "<br>", "<img alt='x y'>"]
        ),
        st.text(max_size=20),
    ),
    max_size=40,
).map("".join)


@given(MARKUP)
def test_no_page_raises(page: str) -> None:
    blocks, _ = read_page(page)
    assert all(block.line >= 1 for block in blocks)
    assert all(span.end <= len(block.text) for block in blocks for span in block.spans)


@given(st.lists(ELEMENT, max_size=8))
def test_every_word_of_a_page_stands_in_its_blocks_once(elements: list[str]) -> None:
    separate = " ".join(elements)
    plain = separate
    for tag in TAGS:
        plain = plain.replace(f"<{tag}>", " ").replace(f"</{tag}>", " ")
    blocks, _ = read_page(separate)
    found = Counter(word for block in blocks for word in words(block.text))
    assert found == Counter(words(plain))
