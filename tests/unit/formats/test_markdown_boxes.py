"""Boxes that kramdown, MDX and raw HTML make in Markdown, and templates in it."""

from __future__ import annotations

import pytest

from briefing.document.model import Block
from briefing.formats.markdown import parse


def blocks(text: str) -> tuple[Block, ...]:
    return parse(text)[0]


def boxed(text: str) -> list[tuple[str, str, str]]:
    """Kind and label of the box of each block, and its text."""
    return [
        (block.box.kind, block.box.label, block.text) if block.box else ("", "", block.text)
        for block in blocks(text)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "{: .warning }\nBears come at night.\nHide the jam.\n\nNext.",
        "Bears come at night.\nHide the jam.\n{: .warning }\n\nNext.",
        "{: .warning }\n> Bears come at night.\n> Hide the jam.\n\nNext.",
        "> Bears come at night.\n> Hide the jam.\n{: .alert .alert-warning }\n\nNext.",
        "<Warning>\n\nBears come at night.\nHide the jam.\n\n</Warning>\n\nNext.",
        "<Warning>\n  Bears come at night.\n  Hide the jam.\n</Warning>\nNext.",
        '<Callout type="warning">Bears come at night. Hide the jam.</Callout>\n\nNext.',
    ],
)
def test_a_block_that_is_set_apart_is_a_box_in_any_notation(text: str) -> None:
    assert boxed(text) == [
        ("warning", "", "Bears come at night. Hide the jam."),
        ("", "", "Next."),
    ]


def test_a_box_has_the_title_that_is_written() -> None:
    assert boxed("{: .note-title }\n> Parking\n>\n> Behind the mill.") == [
        ("note", "Parking", "Behind the mill.")
    ]
    assert boxed('<Tip title="Parking">\nBehind the mill.\n</Tip>') == [
        ("tip", "Parking", "Behind the mill.")
    ]


def test_an_attribute_that_names_no_box_makes_none() -> None:
    assert boxed("The valley in short.\n{: .summary }\n\n# Roads\n{: .note }\n\nMud.") == [
        ("", "", "The valley in short."),
        ("", "", "Roads"),
        ("", "", "Mud."),
    ]


def test_a_component_that_nothing_closes_is_none() -> None:
    assert boxed("<Note>\n\nThe valley.\n\nThe hill.") == [
        ("", "", "The valley."),
        ("", "", "The hill."),
    ]


def test_a_folded_admonition_is_of_the_kind_that_its_class_says() -> None:
    text = (
        '<details class="danger" markdown>\n<summary>Ice</summary>\n\nRoads freeze.\n\n</details>'
    )
    assert boxed(text) == [("warning", "Ice", "Roads freeze.")]
    plain = text.replace(' class="danger" markdown', "")
    assert boxed(plain) == [("details", "Ice", "Roads freeze.")]


@pytest.mark.parametrize("title", ["<%= current_page.title %>", "{{ page.title }}"])
def test_a_heading_that_a_template_fills_is_none(title: str) -> None:
    first, second = blocks(f"# {title}\n\nMud.")
    assert (first.text, first.furniture) == (title, "markup")
    assert second.text == "Mud."


def test_a_comment_of_mdx_is_no_word_of_a_heading() -> None:
    first, second = blocks("## Roads {/*roads*/}\n\nMud.")[:2]
    assert (first.kind, first.text) == ("heading", "Roads")
    assert (second.text, second.furniture) == ("{/*roads*/}", "markup")


def test_an_alert_may_say_how_it_is_to_look() -> None:
    assert boxed("> [!warning | left] Bears\n> They come at night.") == [
        ("warning", "Bears", "They come at night.")
    ]


def test_a_pull_quote_is_a_quote_under_any_name_for_one() -> None:
    for name in ("pquote", "pull-quote", "quote"):
        found = blocks(f'<aside class="{name}">\n\nIt rains.\n\n</aside>\n\nNext.')
        assert [(block.kind, block.box) for block in found] == [
            ("quote", None),
            ("paragraph", None),
        ]


def test_key_points_between_colons_are_a_box() -> None:
    assert boxed("::: keypoints\n\n- Boats are slow.\n\n:::\n\nNext.") == [
        ("points", "", "Boats are slow."),
        ("", "", "Next."),
    ]
