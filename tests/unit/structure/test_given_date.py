"""The date that front matter gives, as authors write it."""

from __future__ import annotations

import pytest
import tomli

from briefing.document.model import Block, Manuscript, Metadata
from briefing.resources import lexicons
from briefing.structure import split
from briefing.structure.lexicon import from_tables

LEXICON = from_tables(tomli.loads(path.read_text("utf-8")) for path in lexicons())


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2025-12-20", "2025-12-20"),
        ("2025-12-20T10:00:00Z", "2025-12-20"),
        ("2013-12-20 9:55:30 -0400", "2013-12-20"),
        ("20.12.2025", "2025-12-20"),
        ("20 December 2025", "2025-12-20"),
        ("20. Dezember 2025", "2025-12-20"),
        ("20 décembre 2025", "2025-12-20"),
        ("Sat, 20 Dec 2025 10:00:00 +0000", "2025-12-20"),
        ("December 20, 2025", "2025-12-20"),
        ("03/04/2025", ""),
        ("2025-13-40", ""),
        ("since 2025", ""),
    ],
)
def test_a_given_date_is_iso_or_nothing(written: str, day: str) -> None:
    block = Block("paragraph", "Nothing here says when.", 1)
    manuscript = Manuscript("markdown", (block,), metadata=Metadata(date=written))
    assert split(manuscript, LEXICON).date == day


def test_a_given_title_may_name_the_date_and_what_stands_beside_it_may_not() -> None:
    said = Block("paragraph", "last_reviewed_on: 2021-02-03", 3, furniture="front-matter")
    block = Block("paragraph", "Nothing here says when.", 5)
    for title, day in (("Report of 20 December 2025", "2025-12-20"), ("Report", "")):
        manuscript = Manuscript("markdown", (said, block), metadata=Metadata(title=title))
        briefing = split(manuscript, LEXICON)
        assert briefing.date == day
        assert [p.role for p in briefing.passages] == ["omitted", "lead"]
