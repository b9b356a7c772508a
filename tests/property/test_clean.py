"""Laws of safe text."""

from __future__ import annotations

import re
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from briefing.document.text import clean, clean_line
from briefing.document.unsafe import defused
from briefing.document.words import words

UNSAFE = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\xad\u034f\u061c\u180b-\u180f\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f"
    "\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufe00-\ufe0d\ufeff\ufff9-\ufffb\ufffe\uffff"
    "\U000e0000-\U000e0fff\U000f0000-\U0010ffff]"
)
ODD = st.sampled_from(
    "\x00\x07\x08\t\n\x0b\r\x1b\x7f\x85\x9b\xa0\xad\u0301\u034f\u061c\u093e\u094d\u0915\u115f\u200b\u200c"
    "\u200d\u200e\u202e\u2028\u2066\ufe0e\ufe0f\ufeff\ufffe\ud800\ue000\U0001f468\U000e0041\U0010ffff"
    "[]0123;maé字"
)
ANY = st.text(st.one_of(ODD, st.characters()), max_size=60)


@given(ANY)
def test_nothing_unsafe_is_left(text: str) -> None:
    assert UNSAFE.search(clean(text).text) is None


@given(ANY)
def test_cleaning_what_is_clean_changes_nothing(text: str) -> None:
    once = clean(text).text
    assert clean(once).text == once


@given(ANY)
def test_a_line_is_one_line_and_safe(text: str) -> None:
    line = clean_line(text)
    assert "\n" not in line
    assert UNSAFE.search(line) is None


@given(ANY)
def test_what_is_clean_can_be_written_as_utf_8(text: str) -> None:
    written = clean(text).text
    assert written.encode().decode() == written


@given(st.text(st.characters(categories=("L", "Nd", "P", "Zs")), max_size=60))
def test_no_letter_is_lost_or_changed(text: str) -> None:
    fillers = "\u115f\u1160\u3164\uffa0"
    expected = [
        char for char in text if unicodedata.category(char)[0] in "LN" and char not in fillers
    ]
    kept = [char for char in clean(text).text if unicodedata.category(char)[0] in "LN"]
    assert kept == expected


@given(
    st.lists(st.text(st.characters(codec="ascii", categories=("L", "Nd")), min_size=1), max_size=8)
)
def test_a_soft_hyphen_does_not_part_a_word(parts: list[str]) -> None:
    assert list(words(clean("\xad".join(parts)).text)) == list(words("".join(parts)))


@given(ANY)
def test_no_letter_carries_more_than_four_thin_marks(text: str) -> None:
    run = 0
    for char in clean(text).text:
        run = run + 1 if unicodedata.category(char) in ("Mn", "Me") else 0
        assert run <= 5  # four, and the selector that an emoji may have


USUAL = st.text(
    st.sampled_from("a😀é™\r\n\t \xa0\xad\u2009\u200b\u200d\u200e\u2028\u202e\u3000\ufe0f")
)


@given(USUAL, st.sampled_from((4, 8)))
def test_the_short_way_leads_where_the_long_one_does(text: str, tab: int) -> None:
    assert clean(text, tab).text == defused(text, tab)[0]
