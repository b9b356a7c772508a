from __future__ import annotations

import pytest

from briefing.document.model import Block, Briefing, Part, Passage, Reason, Span


@pytest.fixture
def briefing() -> Briefing:
    """One of everything, with a text in it that would be markup or worse if it were let."""
    why = Reason("heading.short-alone", ("short", "blank on both sides"), "text")
    link = Span(4, 8, "link", "https://x.y/")
    passages = (
        Passage(Block("paragraph", "River & City", 1), "title"),
        Passage(Block("paragraph", "Opening words.", 3), "lead"),
        Passage(Block("heading", "Trends", 5, level=2), "heading", "s:trends", why),
        Passage(Block("item", "Water: It rises.", 7, marker="-"), "trend", "t:water", why),
        Passage(Block("heading", "FAQ", 9, level=2), "heading", "s:faq", why),
        Passage(Block("paragraph", "Why <now>?", 11, marker="Q:"), "question", "q:why-now", why),
        Passage(
            Block("paragraph", "See this *place*.", 12, marker="A:", spans=(link,)),
            "answer",
            "q:why-now",
        ),
        Passage(Block("paragraph", "Mind the step.", 14), "tip", "tip:mind", why),
        Passage(Block("code", "a < b\n  c", 16), "text", "s:faq"),
        Passage(
            Block("paragraph", "You may also like", 20), "omitted", "", Reason("related-links")
        ),
    )
    parts = (
        Part("s:trends", "section", "Trends", "", 5, 2, 4, level=1, reason=why),
        Part("t:water", "trend", "Water", "It rises.", 7, 3, 4, section="s:trends", reason=why),
        Part("s:faq", "section", "FAQ", "a < b\n  c", 9, 4, 9, level=1, reason=why),
        Part(
            "q:why-now",
            "question",
            "Why <now>?",
            "See this *place*.",
            11,
            5,
            7,
            section="s:faq",
            reason=why,
        ),
        Part("tip:mind", "tip", "", "Mind the step.", 14, 7, 8, section="s:faq", tip="note"),
    )
    return Briefing(
        "river-city",
        "markdown",
        passages,
        parts,
        title="River & City",
        byline="Ada Brook",
        date="2025-12-20",
        source="river.md",
        words=20,
    )
