"""Laws of reading Markdown: nothing raises, nothing is lost, every block is sound."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from briefing.document.text import clean
from briefing.document.words import words
from briefing.formats import front_matter, markdown

PIECES = st.sampled_from(
    (
        *(
            "# ",
            "## ",
            "- ",
            "* ",
            "1. ",
            "> ",
            "    ",
            "  ",
            "\n",
            "\n\n",
            "```",
            "~~~\n",
            "---\n",
        ),
        *("**", "*", "_", "`", "~~", "[", "](", ")", "![", "|", "|---|---|\n", "\\", "<", ">"),
        *('!!! tip "A"\n', "??? note\n", ":::", ":::tip T\n", "> [!TIP] t\n", "> [!NOTE]\n"),
        *("{{< note >}}", "{{< /note >}}", '{{% ref "x" %}}', "{% include a.html %}", "{#id .c}"),
        *("<details>", "<summary>", "</summary>", "</details>", "<ul><li>", "</ul>", "<li>", "<p>"),
        *(
            "<table>",
            "<tr><td>",
            "</table>",
            "<b>",
            "</b>",
            "<br>",
            "<pre>",
            "</pre>",
            "<!--",
            "-->",
        ),
        *(
            '<div class="admonition tip">',
            "</div>",
            "<blockquote>",
            "</blockquote>",
            "<h2>",
            "</h2>",
        ),
        *("&#27;", "&amp;", "&nbsp;", "&#x202e;", "[^1]", "[^1]: note\n", "Term\n: def\n", "[x] "),
        *(
            '=== "Tab"\n',
            "+++\n",
            "a: b\n",
            "one",
            "two ",
            "three\n",
            "четыре",
            "五",
            "\ue000",
            "é",
        ),
    )
)
DOCUMENTS = st.lists(PIECES, max_size=40).map("".join)
PROSE = st.lists(
    st.text(st.characters(categories=("Ll", "Lu", "Lo")), min_size=1, max_size=8),
    min_size=1,
    max_size=6,
).map(" ".join)


@given(DOCUMENTS)
def test_every_block_is_sound(text: str) -> None:
    blocks, _ = markdown.parse(text)
    last = text.count("\n") + 2
    for block in blocks:
        assert clean(block.text.replace("\t", " ")).text == block.text.replace("\t", " ")
        assert block.kind in ("code", "table") or "\n" not in block.text
        assert block.kind == "table" or "\t" not in block.text
        assert block.kind == "rule" or block.text.strip()
        assert 1 <= block.line <= last
        assert block.level >= 0
        for span in block.spans:
            assert 0 <= span.start < span.end <= len(block.text)


@given(st.text(max_size=200))
def test_no_text_raises(text: str) -> None:
    markdown.parse(text)
    markdown.parse(clean(text).text)


@given(st.lists(PROSE, min_size=1, max_size=8), st.data())
def test_words_stand_once_whatever_marks_stand_round_them(
    lines: list[str], data: st.DataObject
) -> None:
    marks = st.sampled_from(
        (
            *("{}", "# {}", "- {}", "1. {}", "> {}", "**{}**", "*{}*", "`{}`", "[{}](http://x.y)"),
            *("<p>{}</p>", "<li>{}</li>", "!!! note\n    {}", ":::tip\n{}\n:::", "> [!TIP]\n> {}"),
            *("<details>\n\n{}\n\n</details>", "{{{{< note >}}}}{}{{{{< /note >}}}}", "- [ ] {}"),
            *("| {} |\n|---|", "~~~\n{}\n~~~", "{}  \n", "<!-- zz -->\n{}"),
        )
    )
    text = "\n\n".join(data.draw(marks).format(line) for line in lines)
    blocks, _ = markdown.parse(text)
    found = Counter(word for block in blocks for word in words(block.text))
    assert found == Counter(word for line in lines for word in words(line))


@given(st.lists(PROSE, max_size=4), DOCUMENTS)
def test_front_matter_is_read_or_left_whole(lines: list[str], body: str) -> None:
    for mark in ("---", "+++"):
        text = "\n".join([mark, *lines, mark, body])
        matter = front_matter.split(text)
        assert matter.body == text or matter.body == body
