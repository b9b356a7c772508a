from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing.structure.phrases import Phrases, all_folded, all_keys, fold, key

TEXTS = st.lists(st.text(st.sampled_from("aÀßΣ’“– \n\xa0 .:_北")) | st.text(), max_size=6)


@given(TEXTS)
def test_texts_folded_together_are_as_folded_one_by_one(texts: list[str]) -> None:
    assert all_folded(texts) == list(map(fold, texts))
    assert all_keys(texts) == list(map(key, texts))


@given(TEXTS, TEXTS)
def test_a_union_is_as_a_set_of_all_phrases(some: list[str], others: list[str]) -> None:
    union = Phrases.union([Phrases(some, literal=True), Phrases(others, literal=True)])
    whole = Phrases([*some, *others], literal=True)
    for text in map(fold, [*some, *others, "a b"]):
        assert (text in union) == (text in whole)
        assert union.opening(text) == whole.opening(text)
        assert union.closing(text) == whole.closing(text)
