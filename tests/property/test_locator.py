"""The laws of locators: exact while nothing changed, and never in the wrong place after."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from briefing.document.locator import Locator, Placer, locate, place
from briefing.document.model import Block, Briefing, Part, Passage

ANY_TEXT = st.text(max_size=300) | st.sampled_from(["", "a", "a a a", "Yes.", "Not available."])
SYLLABLES = "bacodufegihojukelimonuperisotuvewixayozu"


def sentence(chance: Random, number: int) -> str:
    """Twelve to twenty words that no sentence of another number has."""
    words = (
        "".join(chance.choices(SYLLABLES, k=chance.randint(2, 6)))
        for _ in range(chance.randint(12, 20))
    )
    return " ".join(f"{word}{number:03}" for word in words)


def sentences(chance: Random) -> list[str]:
    return [sentence(chance, number) for number in range(chance.randint(3, 8))]


# Seeds, not st.randoms: that one records every choice, and takes seconds.
CHANCES = st.integers(0, 2**32).map(Random)
DISTINCT = st.builds(sentences, CHANCES)


def briefing(texts: Sequence[str], digest: str = "one", size: int = 3) -> Briefing:
    """A briefing of `texts`, a section for each `size` of them."""
    passages = tuple(
        Passage(Block("paragraph", text, number + 1), "text", f"s:{number // size}")
        for number, text in enumerate(texts)
    )
    parts = tuple(
        Part(f"s:{n}", "section", f"Part {n}", "", 1, n * size, min(len(texts), n * size + size), 1)
        for n in range(-(-len(texts) // size))
    )
    return Briefing("b", "text", passages, parts, digest=digest)


@given(st.lists(ANY_TEXT, min_size=1, max_size=8), st.data())
def test_a_position_in_an_unchanged_document_is_exact(
    texts: list[str], data: st.DataObject
) -> None:
    document = briefing(texts)
    passage = data.draw(st.integers(0, len(texts) - 1))
    offset = data.draw(st.integers(0, len(texts[passage])))
    length = data.draw(st.none() | st.integers(0, 400))
    found = place(document, locate(document, passage, offset, length))
    assert (found.status, found.passage, found.offset) == ("placed", passage, offset)


@given(st.lists(ANY_TEXT, min_size=1, max_size=6), st.lists(ANY_TEXT, max_size=6), st.data())
def test_with_the_quote_still_there_no_place_lacks_it(
    texts: list[str], others: list[str], data: st.DataObject
) -> None:
    target = data.draw(st.integers(0, len(texts) - 1))
    locator = locate(briefing(texts), target, data.draw(st.integers(0, len(texts[target]))))
    keep = data.draw(st.sets(st.integers(0, len(texts) - 1))) | {target}
    revised = [text for number, text in enumerate(texts) if number in keep]
    for text in others:
        revised.insert(data.draw(st.integers(0, len(revised))), text)
    found = place(briefing(revised, "two"), locator)
    assert found.status in {"placed", "moved", "lost"}
    if found.status != "lost":
        assert revised[found.passage][found.offset :].startswith(locator.quote)


@given(DISTINCT, st.data())
def test_distinct_text_is_found_wherever_it_went(texts: list[str], data: st.DataObject) -> None:
    target = data.draw(st.integers(0, len(texts) - 1))
    revised = data.draw(st.permutations(texts))
    found = place(briefing(revised, "two"), locate(briefing(texts), target))
    assert found.status in {"placed", "moved"}
    assert (revised[found.passage], found.offset) == (texts[target], 0)


@given(DISTINCT, st.data())
def test_a_deleted_target_is_lost(texts: list[str], data: st.DataObject) -> None:
    target = data.draw(st.integers(0, len(texts) - 1))
    offset = data.draw(st.integers(0, len(texts[target]) // 2))
    revised = [text for number, text in enumerate(texts) if number != target]
    added = sentence(Random(1), 900)  # noqa: S311 - any text will do
    revised.insert(data.draw(st.integers(0, len(revised))), added)
    assert place(briefing(revised, "two"), locate(briefing(texts), target, offset)).status == "lost"


@given(DISTINCT, st.data())
def test_edited_text_is_in_its_own_passage_or_lost(texts: list[str], data: st.DataObject) -> None:
    chance = data.draw(CHANCES)
    share = data.draw(st.floats(0, 0.6))
    revised = [
        " ".join(
            chance.choice(["", "edited", "put in", "other-words"])
            if chance.random() < share
            else word
            for word in text.split()
        )
        for text in texts
    ]
    placer = Placer(briefing(revised, "two"))
    for target in range(len(texts)):
        found = placer.place(locate(briefing(texts), target))
        assert found.status == "lost" or (found.passage, found.offset) == (target, 0)


@given(DISTINCT, st.data())
def test_one_edited_word_in_a_long_text_loses_nothing(
    texts: list[str], data: st.DataObject
) -> None:
    target = data.draw(st.integers(0, len(texts) - 1))
    words = texts[target].split()
    words[data.draw(st.integers(0, len(words) - 1))] = "edited"
    revised = [*texts[:target], " ".join(words), *texts[target + 1 :]]
    found = place(briefing(revised, "two"), locate(briefing(texts), target))
    assert (found.status, found.passage, found.offset) in {
        ("changed", target, 0),
        ("placed", target, 0),  # the edit is past the end of the quote
    }


LOCATORS = st.builds(
    Locator,
    part=st.text(),
    headings=st.lists(st.text()).map(tuple),
    quote=st.text(),
    before=st.text(max_size=64),
    after=st.text(max_size=64),
    passage=st.integers(0, 10**6),
    offset=st.integers(0, 10**6),
    digest=st.sampled_from(["", "one", "two"]),
)


@given(LOCATORS)
def test_a_locator_survives_json(locator: Locator) -> None:
    assert Locator.from_dict(json.loads(json.dumps(locator.to_dict()))) == locator


@given(LOCATORS, st.lists(ANY_TEXT, max_size=5))
def test_any_locator_at_all_has_a_place_or_none(locator: Locator, texts: list[str]) -> None:
    document = briefing(texts)
    found = place(document, locator)
    if found.status != "lost" and texts:
        assert 0 <= found.offset <= len(texts[found.passage])
    assert place(document, replace(locator, digest="")).status in {
        "placed",
        "moved",
        "changed",
        "lost",
    }
