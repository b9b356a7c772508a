from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing.document.words import count_words, words

ODD = st.sampled_from([*"a1_ é’“–…-'경語カ\u0301\u3000ß", "word"])


@given(st.lists(st.one_of(st.characters(), ODD), max_size=60).map("".join))
def test_counting_in_a_hurry_counts_the_same_words(text: str) -> None:
    assert count_words(text) == len(list(words(text)))
