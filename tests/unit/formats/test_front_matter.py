from __future__ import annotations

import pytest

from briefing.document.model import Metadata
from briefing.formats.front_matter import split
from briefing.formats.yaml import read


def test_yaml_as_it_is_found() -> None:
    matter = split(
        "---\n"
        "# a comment\n"
        "title: 'The river''s year'  # and another\n"
        "date: 2025-03-04 10:00:25 -0400\n"
        "authors:\n  - Ada Brook\n  - name: Ben Hill\n    url: x\n"
        'tags: [water, "flood, again"]\n'
        "deck: >\n  Two lines\n  folded\n"
        "summary: not shown\n"
        "lang: en\n"
        "---\n"
        "Body\n"
    )
    assert matter.metadata == Metadata(
        title="The river's year",
        subtitle="Two lines folded",
        byline="Ada Brook, Ben Hill",
        date="2025-03-04 10:00:25 -0400",
        language="en",
        tags=("water", "flood, again"),
    )
    assert matter.body == "Body\n"
    assert matter.lines == 15


def test_toml_with_a_date_and_tables() -> None:
    matter = split('+++\ntitle = "T"\ndate = 2025-01-02\n[taxonomies]\ntags = ["a"]\n+++\nBody')
    assert matter.metadata == Metadata(title="T", date="2025-01-02", tags=("a",))
    assert matter.body == "Body"


def test_a_date_below_a_key() -> None:
    matter = split("---\ndate:\n    created: 2022-11-10T19:00:00Z\n---\n")
    assert matter.metadata.date == "2022-11-10T19:00:00Z"


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: never closed\n\nText",
        "---\nA rule, and prose below it.\n---\nMore",
        "+++\ntitle = \n+++\nText",
        "+++\n" + "a." * 5_000 + "b = 1\n+++\nText",
        "+++\nx = " + "[" * 9_000 + "\n+++\nText",
        "---\n" + "k: v\n" * 9_000 + "---\nText",
        "Text\n---\ntitle: not at the beginning\n---\n",
    ],
    ids=["open", "prose", "broken", "dotted", "deep", "long", "later"],
)
def test_a_block_that_cannot_be_read_is_text(text: str) -> None:
    matter = split(text)
    assert matter.body == text
    assert matter.metadata == Metadata()


def test_an_empty_block_says_nothing() -> None:
    assert split("---\n---\nText").body == "Text"


def test_what_metadata_says_is_safe_to_show() -> None:
    matter = split('---\ntitle: "a\\x1b]0;b &amp; c"\n---\n')
    assert matter.metadata.title == "a␛]0;b & c"


@pytest.mark.parametrize(
    ("block", "values"),
    [
        ("a: null\nb: ~", {"a": "", "b": ""}),
        ("a: b: c", {"a": "b: c"}),
        ("a: http://x.y#z", {"a": "http://x.y#z"}),
        ("a: |\n  one\n  two", {"a": "one\ntwo"}),
        ("a:\n- x\n- y", {"a": ["x", "y"]}),
        ('"quoted key": 1', {"quoted key": "1"}),
        ("no key at all", None),
    ],
)
def test_the_values_of_a_block(block: str, values: object) -> None:
    assert read(block) == values


def test_a_date_is_what_names_a_year() -> None:
    assert split("---\ndate: 20 décembre 2025\n---\n").metadata.date == "20 décembre 2025"
    assert split("---\ndate: soon\nupdated: 2025-12-20\n---\n").metadata.date == "2025-12-20"


def test_what_is_said_under_other_names_is_kept_with_its_line() -> None:
    text = "---\ntitle: Soup\nsummary: Hot\n  and thick\nslug: soup\n# a remark\n---\nBoil.\n"
    assert split(text).unread == ((3, "summary: Hot and thick"), (5, "slug: soup"))
    text = '+++\ndate = 2024-05-06\nlastmod = 2025-01-02\n[extra]\nteam = "Cooks"\n+++\nBoil.\n'
    assert split(text).unread == (
        (3, "lastmod = 2025-01-02"),
        (4, "[extra]"),
        (5, 'team = "Cooks"'),
    )
