"""Texts of our own with the outline they must have: one file a family, in fixtures/splitter."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import tomli

from briefing.document.model import Manuscript
from briefing.formats.text import lines
from briefing.resources import lexicons
from briefing.structure import split
from briefing.structure.lexicon import from_tables

FOLDER = Path(__file__).parents[2] / "fixtures" / "splitter"
LEXICON = from_tables(tomli.loads(path.read_text("utf-8")) for path in lexicons())
QUOTED_WORDS = 3


def cases() -> list[tuple[str, str, list[str]]]:
    """Name, text and expected passages of each case: `# name`, text, `---`, `role words`."""
    found = []
    for path in sorted(FOLDER.glob("*.md")):
        for case in re.split(r"^# ", path.read_text("utf-8"), flags=re.MULTILINE)[1:]:
            name, _, rest = case.partition("\n")
            text, _, expected = rest.rpartition("\n---\n")
            found.append((f"{path.stem}: {name}", text, expected.split("\n")))
    return found


@pytest.mark.parametrize(
    ("text", "expected"), [case[1:] for case in cases()], ids=[case[0] for case in cases()]
)
def test_a_text_is_split_as_its_case_says(text: str, expected: list[str]) -> None:
    briefing = split(Manuscript("text", lines=lines(text)), LEXICON)
    seen = [
        f"{passage.role} {' '.join(passage.block.text.split()[:QUOTED_WORDS])}"
        for passage in briefing.passages
    ]
    assert seen == [line for line in expected if line]


def test_a_trend_has_a_label_and_a_text() -> None:
    text = "Key takeaways\n\n• Fuel: It grows dearer.\n• Ice comes later.\n"
    trends = split(Manuscript("text", lines=lines(text)), LEXICON).of_kind("trend")
    assert [(trend.title, trend.text) for trend in trends] == [
        ("Fuel", "It grows dearer."),
        ("", "Ice comes later."),
    ]


def test_a_labels_kind_comes_from_the_lexicon() -> None:
    text = "Warning: The ice is thin.\n\nDid you know? It was thicker once.\n"
    tips = split(Manuscript("text", lines=lines(text)), LEXICON).of_kind("tip")
    assert [tip.tip for tip in tips] == ["warning", "fact"]


def test_every_part_says_which_rule_made_it() -> None:
    text = "Report\n\nFAQ\n\nQ: Why?\nA: So.\n\nTip: Look.\n"
    parts = split(Manuscript("text", lines=lines(text)), LEXICON).parts
    assert parts
    assert all(part.reason is not None and part.reason.rule for part in parts)


def test_an_empty_text_is_an_empty_briefing() -> None:
    briefing = split(Manuscript("text"), LEXICON, name="nothing")
    assert (briefing.passages, briefing.parts, briefing.id) == ((), (), "nothing")


def test_a_line_of_rights_is_left_out_as_one() -> None:
    text = "Report\n\nThe boats are back at sea.\n\n© 2026 Ann Lee\n\nAlle Rechte vorbehalten.\n"
    omitted = [
        p
        for p in split(Manuscript("text", lines=lines(text)), LEXICON).passages
        if p.role == "omitted"
    ]
    assert [passage.reason and passage.reason.rule for passage in omitted] == ["copyright"] * 2
