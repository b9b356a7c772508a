from __future__ import annotations

import pytest

from briefing.search.stem import STEMS


@pytest.mark.parametrize(
    "words",
    [
        "strike strikes striking",
        "negotiate negotiations negotiating negotiator",
        "policy policies",
        "escalation escalating escalate escalated",
        "proliferation proliferate",
        "hope hoped hoping",
        "country countries",
        "agree agreed agreeing",
        "die dying dies",
        "happy happiness",
        "possible possibility",
        "electric electrical electricity",
        "organization organizations organise organizing",
    ],
)
def test_forms_of_one_word_have_one_stem(words: str) -> None:
    assert len({STEMS[word] for word in words.split()}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("organization", "organ"),
        ("international", "intern"),
        ("university", "universe"),
        ("police", "policy"),
        ("hop", "hope"),
        ("new", "news"),
        ("gas", "ga"),
    ],
)
def test_words_that_only_look_alike_stay_apart(one: str, other: str) -> None:
    assert STEMS[one] != STEMS[other]


# From the sample vocabulary published with the algorithm.
PUBLISHED = {
    "consign": "consign", "consigned": "consign", "consistency": "consist",
    "consolation": "consol", "consolingly": "consol", "conspicuously": "conspicu",
    "constancy": "constanc", "knack": "knack", "knightly": "knight", "knotted": "knot",
    "generously": "generous", "sky": "sky", "skies": "sky", "early": "earli",
    "news": "news", "inning": "inning", "exceed": "exceed", "ties": "tie", "cries": "cri",
}  # fmt: skip


@pytest.mark.parametrize("word", PUBLISHED)
def test_stems_are_those_published_for_the_algorithm(word: str) -> None:
    assert STEMS[word] == PUBLISHED[word]


@pytest.mark.parametrize("word", ["2025", "f16", "経", "ελλαδα", "ab"])
def test_what_is_not_an_english_word_is_its_own_stem(word: str) -> None:
    assert STEMS[word] == word
