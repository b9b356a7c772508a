"""Front matter in the notations that only Markdown has."""

from __future__ import annotations

import pytest

from briefing.document.model import Metadata
from briefing.formats.markdown import parse
from briefing.formats.markdown.head_matter import head_matter

SOUP = Metadata(title="Soup", byline="Ada Quill", date="2024-05-06")


@pytest.mark.parametrize(
    "head",
    [
        "Title: Soup\nAuthor: Ada Quill\nDate: 2024-05-06\nServes: 4\n",
        (
            '@def title = "Soup"\n@def author = "Ada Quill"\n@def date = Date(2024, 5, 6)\n'
            "@def serves = 4\n"
        ),
        '```toml\n[dish]\ntitle = "Soup"\nauthor = "Ada Quill"\ndate = "2024-05-06"\n```\n',
    ],
)
def test_fields_before_the_text_are_front_matter(head: str) -> None:
    found = head_matter(head + "\n# Broth\n\nBoil.\n")
    assert found.metadata == SOUP
    assert found.body.strip() == "# Broth\n\nBoil."
    assert head.count("\n") >= found.lines >= head.count("\n") - 1


@pytest.mark.parametrize(
    "text",
    [
        "Title: Soup\n\nBoil.",
        "Warning: Date: 2024-05-06 is wrong\nTitle: x\n\nBoil.",
        "Title: Soup\nAuthor: Ada\nand all the others who cooked\n\nBoil.",
        "```toml\n[dish]\nserves = 4\n```\n\n# Broth",
        '```toml\ntitle = "Soup"\n```\n\nBoil it.',
    ],
)
def test_other_beginnings_are_text(text: str) -> None:
    assert head_matter(text).body == text


def test_what_is_not_known_is_kept_outside_the_text() -> None:
    blocks, _ = parse("Title: Soup\nDate: 2024-05-06\nServes: 4\n\nBoil.")
    assert [(block.text, block.furniture, block.line) for block in blocks] == [
        ("Serves: 4", "front-matter", 3),
        ("Boil.", "", 5),
    ]
