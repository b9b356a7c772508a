from __future__ import annotations

import re
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from briefing.search.fold import BREAK, UNSPACED, fold
from briefing.search.stem import STEMS

ODD = st.sampled_from([*"'’ \n\t\u00ad\u200b\u0301\u3099ßﬁ½…é経한が'sİı\ud800\x00", BREAK])
TEXT = st.text(st.one_of(st.characters(), ODD), max_size=60)


@given(TEXT)
def test_folded_text_is_words_spaces_and_breaks(text: str) -> None:
    for char in fold(text).text:
        known = char.isalnum() or unicodedata.category(char) in {"Mn", "Mc"}
        # A Python may not know the newest Han characters; they are words all the same.
        assert char in " \n" or known or re.match(f"[{UNSPACED}]", char)


@given(TEXT)
def test_folding_twice_is_folding_once(text: str) -> None:
    once = fold(text).text.split()
    assert fold(" ".join(once)).text.split() == once


@given(TEXT)
def test_every_folded_word_leads_to_text_that_folds_to_it(text: str) -> None:
    folded = fold(text)
    done = 0
    for match in re.finditer(r"[^ \n]+", folded.text):
        start, end = folded.original(*match.span())
        assert done <= start < end <= len(text) or len(fold(text[start:end]).text.split()) > 1
        assert match[0] in fold(text[start:end]).text
        done = start


@given(TEXT, TEXT)
def test_texts_fold_apart_as_they_fold_together(one: str, other: str) -> None:
    one, other = one.replace(BREAK, ""), other.replace(BREAK, "")
    lines = fold(f"{one} {BREAK} {other}").text.split("\n")
    assert [line.split() for line in lines] == [fold(one).text.split(), fold(other).text.split()]


@given(st.text("abcdeginorstuvyzl", min_size=1, max_size=14))
def test_a_stem_begins_as_its_word_does_but_for_two_letters(word: str) -> None:
    stem = STEMS[word]
    assert stem
    assert word.startswith(stem[: max(1, len(stem) - 2)])
