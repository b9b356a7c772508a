"""Laws of reading pages: nothing raises, and the words of a page are all there once."""

from __future__ import annotations

import re
from collections import Counter
from html import escape, unescape

from hypothesis import given
from hypothesis import strategies as st

from briefing.document.words import words
from briefing.formats.html.guard import suspicious
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


def nested(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Elements whose markup says a good deal of their own, with other elements in them."""
    some = st.lists(inner, min_size=1, max_size=3).map(" ".join)
    row = st.lists(some.map("<td>{}</td>".format), min_size=1, max_size=3).map("".join)
    table = st.lists(row.map("<tr>{}</tr>".format), min_size=1, max_size=3).map("".join)
    return st.one_of(
        some.map("<div>{}</div>".format),
        some.map("<ul><li>{}</li></ul>".format),
        some.map('<div class="note">{}</div>'.format),
        some.map('<div class="share">{}</div>'.format),
        st.builds("<table><caption>{}</caption>{}</table>".format, PROSE.map(escape), table),
        st.builds("<details><summary>{}</summary>{}</details>".format, PROSE.map(escape), some),
        st.builds("<details>{}<summary>{}</summary></details>".format, some, PROSE.map(escape)),
    )


@given(st.recursive(PROSE.map(lambda text: f"<p>{escape(text)}</p>"), nested, max_leaves=12))
def test_no_nesting_of_tables_and_boxes_loses_or_doubles_a_word(page: str) -> None:
    assert not suspicious(page)
    blocks, _ = read_page(page)
    labels = {block.box.ordinal: block.box.label for block in blocks if block.box}
    found = Counter(word for block in blocks for word in words(block.text))
    found += Counter(word for label in labels.values() for word in words(label))
    assert found == Counter(words(unescape(re.sub("<[^>]*>", " ", page))))
