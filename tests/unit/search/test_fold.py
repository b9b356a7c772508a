from __future__ import annotations

import re

import pytest

from briefing.search.fold import BREAK, fold, terms


@pytest.mark.parametrize(
    ("written", "other"),
    [
        ("Drone", "DRONE"),
        ("café", "cafe"),
        ("cafe\u0301", "café"),
        ("Ελλάδα", "ελλαδα"),
        ("ёлка", "елка"),
        ("Łódź", "lodz"),
        ("Straße", "STRASSE"),
        ("ﬁnal", "final"),
        ("co\u00adoperate", "cooperate"),
        ("zero\u200bwidth", "zerowidth"),
        ("long\u00a0war", "long war"),
        ("long\nwar", "long war"),
        ("well—known", "well-known"),
        ("Russia’s", "Russia's"),
        ("Russia’s", "Russia"),
        ("“quoted”", '"quoted"'),
        ("ﾆｭｰｽ", "ニュース"),
        ("한국", "\u1112\u1161\u11ab\u1100\u116e\u11a8"),
        ("か\u3099", "が"),
    ],
)
def test_spellings_that_readers_take_for_one_fold_alike(written: str, other: str) -> None:
    assert terms(written) == terms(other) != []


def test_voiced_kana_are_letters_of_their_own() -> None:
    assert terms("が") != terms("か")


@pytest.mark.parametrize("text", ["経済", "한국", "ไทย"])
def test_characters_of_scripts_without_spaces_stand_alone(text: str) -> None:
    assert terms(text) == list(text)


def test_signs_of_indic_scripts_stay_in_their_word() -> None:
    assert len(terms("हिन्दी भाषा")) == 2


def test_an_apostrophe_parts_words_but_a_possessive_leaves_none() -> None:
    assert terms("l'Ukraine it's O’Brien the states' x") == [
        "l", "ukraine", "it", "o", "brien", "the", "states", "x"
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "plain words here",
        "Russia’s drones — strikes",
        "cafe\u0301 au lait",
        "½ … ﬁne",
        "経済ニュース today",
        "so\u00adft hy\u00adphen",
        "\ud800 lone",
        "é" * 50 + " long run of é",
    ],
)
def test_each_folded_word_leads_back_to_what_it_came_from(text: str) -> None:
    folded = fold(text)
    for match in re.finditer(r"[^ \n]+", folded.text):
        start, end = folded.original(*match.span())
        assert match[0] in fold(text[start:end]).text.split()


def test_an_accent_written_apart_belongs_to_its_letter() -> None:
    folded = fold("cafe\u0301 x")
    assert folded.original(0, 4) == (0, 5)


def test_a_break_between_passages_is_kept() -> None:
    assert fold(f"one{BREAK}two\nthree").text == "one\ntwo three"


def test_a_circled_syllable_is_the_syllable() -> None:
    assert terms("㉮ 항목") == terms("가 항목")
