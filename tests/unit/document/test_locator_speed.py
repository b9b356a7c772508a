"""How long it takes to place what is hard to place."""

from __future__ import annotations

import time

import pytest

from briefing.document.locator import Placer, locate
from briefing.document.model import Block, Briefing, Passage

SIZE = 100_000


def briefing(*texts: str) -> Briefing:
    passages = (Passage(Block("paragraph", text, n + 1), "lead") for n, text in enumerate(texts))
    return Briefing("b", "text", tuple(passages), ())


PERIODIC = {
    "one letter": "a" * SIZE,
    "one word": "word " * (SIZE // 5),
    "two words": "tick tock " * (SIZE // 10),
    "a sentence": "The tide comes in and the tide goes out again. " * (SIZE // 47),
    "lines": "the same line of text\n" * (SIZE // 22),
    "ideographs": "潮起潮落" * (SIZE // 4),
}


@pytest.mark.parametrize("text", PERIODIC.values(), ids=PERIODIC)
@pytest.mark.parametrize("cut", [1, 40])
def test_periodic_text_is_lost_in_no_time(text: str, cut: int) -> None:
    pieces = [text[start : start + SIZE // cut] for start in range(0, SIZE, SIZE // cut)]
    before = briefing(*pieces)
    after = briefing(*(piece[3:] + " x" for piece in pieces))
    locator = locate(before, cut // 2, 700)
    edited = locate(briefing(text[:300] + "unheard of" + text[:300]), 0, 250)
    placer = Placer(after)
    begun = time.perf_counter()
    statuses = {placer.place(locator).status, placer.place(edited).status}
    # Measured at 5 to 60 ms here; the bound leaves room for a busy machine.
    assert time.perf_counter() - begun < 0.5
    assert statuses == {"lost"}
