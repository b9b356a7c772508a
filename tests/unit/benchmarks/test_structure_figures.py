from __future__ import annotations

from collections import Counter

import pytest

from benchmarks.structure.figures import figures, interval, precision_recall_f1
from benchmarks.structure.score import Score


def scored(right: int, false: int, missed: int) -> Score:
    counts = {"headings.right": right, "headings.false": false, "headings.missed": missed}
    return Score(Counter({**counts, "perfect": int(not false and not missed)}))


def test_f1_is_the_harmonic_mean() -> None:
    precision, recall, f1 = precision_recall_f1(3, 1, 3)
    assert (precision, recall) == (0.75, 0.5)
    assert f1 == pytest.approx(0.6)


def test_nothing_wanted_and_nothing_found_is_right() -> None:
    assert precision_recall_f1(0, 0, 0) == (1.0, 1.0, 1.0)
    assert precision_recall_f1(0, 2, 0) == (0.0, 0.0, 0.0)


def test_elements_are_added_up_and_not_the_shares_of_documents() -> None:
    found = figures([scored(9, 0, 0), scored(0, 0, 1)])
    assert found["headings.recall"] == pytest.approx(0.9)
    assert found["headings.of"] == 10
    assert found["perfect"] == 0.5
    assert found["documents"] == 2


def test_a_list_that_no_document_has_gets_no_figure() -> None:
    found = figures([scored(1, 0, 0)])
    assert "trends.f1" not in found
    assert found["trends.of"] == 0


def test_the_interval_holds_the_figure_and_is_the_same_every_time() -> None:
    scores = [scored(8, 0, 0), scored(3, 4, 2), scored(5, 1, 0), scored(2, 0, 3)]
    low, high = interval(scores)
    assert low < figures(scores)["headings.f1"] < high
    assert interval(scores) == (low, high)


def test_documents_that_are_all_alike_leave_no_doubt() -> None:
    assert interval([scored(2, 0, 0)] * 5) == (1.0, 1.0)
