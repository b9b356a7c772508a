from __future__ import annotations

import time

import pytest

from briefing.document.slug import LONGEST, Ids, slug


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Drone warfare", "drone-warfare"),
        ("Élysée’s — plan!", "elysees-plan"),
        ("経済 2025", "経済-2025"),
        ("snake_case", "snake-case"),
        ("", "untitled"),
        ("?!", "untitled"),
    ],
)
def test_a_slug_is_lower_case_words_joined_by_hyphens(text: str, expected: str) -> None:
    assert slug(text) == expected


def test_a_long_slug_is_cut_at_a_word() -> None:
    made = slug("word " * 40)
    assert len(made) <= LONGEST
    assert made.endswith("word")


def test_a_repeated_name_is_numbered_and_never_takes_anothers() -> None:
    ids = Ids()
    assert [ids.take("s:", name) for name in ("a", "a 2", "a", "a", "a 2")] == [
        "s:a",
        "s:a-2",
        "s:a-3",
        "s:a-4",
        "s:a-2-2",
    ]


def test_a_name_repeated_many_times_costs_no_more_each_time() -> None:
    ids = Ids()
    start = time.perf_counter()
    assert [ids.take("s:", "same") for _ in range(20_000)][-1] == "s:same-20000"
    assert time.perf_counter() - start < 5
