from __future__ import annotations

import json
from dataclasses import replace

from briefing.document.model import Block, Briefing, Passage
from briefing.export.contract import to_object


def test_the_object_is_the_contract(briefing: Briefing) -> None:
    found = to_object(briefing)
    assert json.loads(json.dumps(found)) == found
    assert found == {
        "schema": "briefing/1",
        "id": "river-city",
        "title": "River & City",
        "subtitle": None,
        "byline": "Ada Brook",
        "date": "2025-12-20",
        "source": "river.md",
        "language": None,
        "words": 20,
        "tags": [],
        "lead": ["Opening words."],
        "sections": [
            {"id": "s:trends", "level": 1, "title": "Trends", "text": "", "line": 5},
            {"id": "s:faq", "level": 1, "title": "FAQ", "text": "a < b\n  c", "line": 9},
        ],
        "trends": [{"id": "t:water", "label": "Water", "text": "It rises.", "line": 7}],
        "faq": [
            {
                "id": "q:why-now",
                "question": "Why <now>?",
                "answer": "See this *place*.",
                "line": 11,
            }
        ],
        "tips": [
            {"id": "tip:mind", "kind": "note", "label": None, "text": "Mind the step.", "line": 14}
        ],
        "omitted": [{"text": "You may also like", "reason": "related-links", "line": 20}],
        "notices": [],
    }


def test_explaining_adds_the_reason_to_each_part(briefing: Briefing) -> None:
    found = to_object(briefing, explain=True)
    sections, omitted, tips = found["sections"], found["omitted"], found["tips"]
    assert isinstance(sections, list)
    assert isinstance(omitted, list)
    assert isinstance(tips, list)
    assert sections[0]["rule"] == "heading.short-alone"
    assert sections[0]["signs"] == ["short", "blank on both sides"]
    assert sections[0]["runner_up"] == "text"
    assert omitted[0]["rule"] == "related-links"
    assert tips[0]["rule"] is None


def test_an_empty_briefing_has_every_key() -> None:
    empty = to_object(Briefing("untitled", "text", (), ()))
    assert empty["lead"] == empty["sections"] == empty["omitted"] == []
    assert empty["title"] is None


def test_a_line_of_date_that_names_no_day_is_said_with_the_lead(briefing: Briefing) -> None:
    line = Passage(Block("paragraph", "April 2026", 2, marker="Last updated:"), "date")
    dated = replace(briefing, date="", passages=(*briefing.passages[:1], line))
    assert to_object(dated)["lead"] == ["Last updated: April 2026"]
