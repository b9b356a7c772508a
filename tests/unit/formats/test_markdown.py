"""Markdown to blocks, rule by rule."""

from __future__ import annotations

from briefing.document.model import Block, Box, Span
from briefing.formats.markdown import parse


def blocks(text: str) -> tuple[Block, ...]:
    return parse(text)[0]


def shapes(text: str) -> list[tuple[str, int, str]]:
    return [(block.kind, block.level, block.text) for block in blocks(text)]


def test_headings_lose_their_marks_and_attributes() -> None:
    assert shapes("# One {#one .big}\n\nTwo\n---\n\n### Three ###") == [
        ("heading", 1, "One"),
        ("heading", 2, "Two"),
        ("heading", 3, "Three"),
    ]


def test_a_heading_within_a_fence_is_code() -> None:
    assert shapes("```\n# not one\n```") == [("code", 0, "# not one")]


def test_a_paragraph_with_a_rule_stuck_beneath_it_is_no_heading() -> None:
    text = "So long a line that nobody would call it a heading. " * 4
    assert [block.kind for block in blocks(f"{text}\n---\n")] == ["paragraph", "rule"]


def test_styles_and_links_are_spans_over_the_text() -> None:
    (block,) = blocks("A **bold *both*** `code` ~~gone~~ [link](http://x.y 'title').")
    assert block.text == "A bold both code gone link."
    assert block.spans == (
        Span(2, 11, "strong"),
        Span(7, 11, "emphasis"),
        Span(12, 16, "code"),
        Span(17, 21, "strike"),
        Span(22, 26, "link", "http://x.y"),
    )


def test_items_keep_their_markers_and_depth() -> None:
    found = blocks("- a\n  - b\n* c\n\n3. d\n\n   more of d\n\n4) e")
    assert [(each.kind, each.level, each.marker, each.text) for each in found] == [
        ("item", 0, "-", "a"),
        ("item", 1, "-", "b"),
        ("item", 0, "*", "c"),
        ("item", 0, "3.", "d"),
        ("paragraph", 1, "", "more of d"),
        ("item", 0, "4)", "e"),
    ]


def test_a_task_shows_whether_it_is_done() -> None:
    assert shapes("- [x] done\n- [ ] open") == [("item", 0, "[x] done"), ("item", 0, "[ ] open")]


def test_each_block_knows_its_line() -> None:
    text = "---\ntitle: t\n---\n# A\n\nb\nb\n\n!!! note\n    c\n\n- d\n  - e\n"
    assert [(block.text, block.line) for block in blocks(text)] == [
        ("A", 4),
        ("b b", 6),
        ("c", 10),
        ("d", 12),
        ("e", 13),
    ]


def test_a_hard_break_begins_a_paragraph() -> None:
    assert shapes("one  \ntwo\\\nthree\nfour") == [
        ("paragraph", 0, "one"),
        ("paragraph", 0, "two"),
        ("paragraph", 0, "three four"),
    ]


def test_quotes_know_their_depth_and_hold_no_heading_of_the_document() -> None:
    assert shapes("> a\n> > b\n>\n> # c") == [
        ("quote", 0, "a"),
        ("quote", 1, "b"),
        ("quote", 0, "c"),
    ]


def test_a_table_is_a_line_a_row_and_a_tab_between_cells() -> None:
    assert shapes("| a | |\n|---|---|\n| **1** | 2 |") == [("table", 0, "a\t\n1\t2")]


def test_a_table_says_where_its_columns_stand_if_its_author_does() -> None:
    assert [block.marker for block in blocks("|a|b|c|\n|:--|---|:-:|\n|1|2|3|")] == [":-|-|:-:"]
    assert [block.marker for block in blocks("|a|b|\n|---|---|\n|1|2|")] == [""]


def test_the_title_of_an_image_follows_what_it_shows_unless_it_says_the_same() -> None:
    assert shapes('![A map](m.png "Of  1914")') == [("image", 0, "A map — Of 1914")]
    assert shapes('![A map](m.png "a map")') == [("image", 0, "A map")]
    assert shapes('![](m.png "Of 1914")') == [("image", 0, "Of 1914")]


def test_an_image_is_its_caption_and_follows_the_text_it_stands_in() -> None:
    assert shapes("![A map](m.png)\n\nSee ![an icon](i.png) here.\n\n# ![logo](l.png) Title") == [
        ("image", 0, "A map"),
        ("paragraph", 0, "See here."),
        ("image", 0, "an icon"),
        ("heading", 1, "Title"),
    ]


def test_footnotes_stay_where_they_are() -> None:
    found = blocks("Text[^1].\n\n[^1]: The note.\n\nAfter.")
    assert [(block.marker, block.text) for block in found] == [
        ("", "Text[1]."),
        ("[1]", "The note."),
        ("", "After."),
    ]


def test_definition_lists() -> None:
    assert shapes("Term\n: What it means") == [
        ("term", 0, "Term"),
        ("definition", 0, "What it means"),
    ]


def test_decoded_control_characters_are_made_safe() -> None:
    (block,) = blocks("a&#27;[2J **b&#x202e;c** d&#173;e")
    assert block.text == "a␛[2J b�c de"
    assert block.spans == (Span(6, 9, "strong"),)


def test_comments_are_not_read() -> None:
    assert shapes("a <!-- b --> c\n\n<!-- d\n\ne -->\n\nf") == [
        ("paragraph", 0, "a c"),
        ("paragraph", 0, "f"),
    ]


def test_github_alerts_are_boxes_with_or_without_a_title() -> None:
    plain, titled, quote = blocks("> [!TIP]\n> a\n\n> [!WARNING]- Mind *this*\n> b\n\n> c")
    assert plain.box == Box("tip", "", 1)
    assert titled.box == Box("warning", "Mind *this*", 2)
    assert (quote.kind, quote.box) == ("quote", None)


def test_a_kind_that_the_model_does_not_know_is_said_in_the_label() -> None:
    (block,) = blocks("> [!IMPORTANT]\n> a")
    assert block.box == Box("warning", "Important", 1)


def test_admonitions_end_where_their_indent_ends() -> None:
    text = '!!! tip "One"\n\n    a\n\n    - b\n\n    !!! note\n        c\n\n    d\n\ne'
    found = [(block.kind, block.text, block.box) for block in blocks(text)]
    assert found == [
        ("paragraph", "a", Box("tip", "One", 1)),
        ("item", "b", Box("tip", "One", 1)),
        ("paragraph", "c", Box("note", "", 2)),
        ("paragraph", "d", Box("tip", "", 3)),
        ("paragraph", "e", None),
    ]


def test_a_question_that_unfolds_is_details() -> None:
    (block,) = blocks('??? question "Why?"\n    Because.')
    assert block.box == Box("details", "Why?", 1)


def test_colon_containers_are_boxes_when_they_are_closed() -> None:
    first, second, after = blocks(":::tip Mind this\na\n:::\n\n:::: {.note}\nb\n::::\n\nc")
    assert first.box == Box("tip", "Mind this", 1)
    assert second.box == Box("note", "", 2)
    assert after.box is None
    assert shapes(":::tip Never closed\na") == [("paragraph", 0, "Never closed a")]


def test_details_take_their_summary_as_label() -> None:
    (block,) = blocks(
        "<details>\n<summary><b>Why</b> so?</summary>\n\nBecause *of it*.\n\n</details>"
    )
    assert block.box == Box("details", "Why so?", 1)
    assert block.text == "Because of it."


def test_the_label_of_an_empty_box_is_read_all_the_same() -> None:
    assert shapes("<details><summary>Only this</summary></details>") == [
        ("paragraph", 0, "Only this")
    ]


def test_shortcodes_that_hold_text_are_boxes_and_others_go() -> None:
    text = (
        'a {{< ref "b.md" >}}c\n\n{{< note variant="warning" >}}d **e**{{< /note >}}\n\n'
        '[f]({{< ref "x y" >}})\n\n{{% notice tip "Label" %}}\ng\n{{% /notice %}}\n\n{{< note >}}'
    )
    assert [(block.text, block.box) for block in blocks(text)] == [
        ("a c", None),
        ("d e", Box("warning", "", 1)),
        ("f", None),
        ("g", Box("tip", "Label", 2)),
    ]


def test_a_shortcode_in_code_is_an_example() -> None:
    assert shapes("`{{< note >}}`\n\n```\n{{< note >}}\n```") == [
        ("paragraph", 0, "{{< note >}}"),
        ("code", 0, "{{< note >}}"),
    ]


def test_tags_of_jekyll_are_kept_outside_the_text() -> None:
    text, tag = blocks("Before {% include chart.html %} after.")
    assert text.text == "Before after."
    assert (tag.text, tag.furniture) == ("{% include chart.html %}", "markup")


def test_code_between_tags_is_code_and_the_tags_are_kept() -> None:
    text = "Run:\n\n{% highlight sh %}\nmake  tea\n{% endhighlight %}\n\nDone."
    read = [(block.kind, block.text) for block in blocks(text) if not block.furniture]
    assert read == [("paragraph", "Run:"), ("code", "make  tea"), ("paragraph", "Done.")]
    kept = [block.text for block in blocks(text) if block.furniture]
    assert kept == ["{% highlight sh %}", "{% endhighlight %}"]


def test_a_closing_tag_of_jekyll_that_closes_nothing_is_kept_outside_the_text() -> None:
    kept = [block.text for block in blocks("{% raw %}\nSoup\n{% endraw %}") if block.furniture]
    assert kept == ["{% raw %}", "{% endraw %}"]
