from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.search.narrow import values, with_field, without
from briefing.search.query import parse
from briefing.search.tree import PLACES


@pytest.mark.parametrize(
    ("query", "value", "narrowed"),
    [
        ("drone str", "faq", "in:faq drone str"),
        ("in:tips drone str", "faq", "in:faq drone str"),
        ("drone in:tips str", "faq", "in:faq drone str"),
        ("drone in:tips", "", "drone"),
        ("in:faq", "", ""),
        ("a in:faq in:tips b", "", "a b"),
        ("-in:faq drone", "tips", "in:tips -in:faq drone"),
        ("", "faq", "in:faq "),
        ("|drone", "faq", "in:faq drone"),
        ("OR|drone", "faq", "in:faq drone"),
    ],
)
def test_a_field_takes_the_place_of_another_of_its_name(
    query: str, value: str, narrowed: str
) -> None:
    assert with_field(query, "in", value) == narrowed


@given(st.text(max_size=40), st.sampled_from(PLACES))
def test_narrowed_and_widened_again_a_query_asks_for_the_same(text: str, place: str) -> None:
    plain = with_field(text, "in", "")
    assert values(parse(plain), "in") == ()
    narrowed = with_field(plain, "in", place)
    assert values(parse(narrowed), "in") == (place,)
    assert str(parse(with_field(narrowed, "in", ""))) == str(parse(plain))


def test_fields_can_be_left_out_of_what_is_asked() -> None:
    asked = parse("in:faq after:2025 drone -naval")
    left = without(asked, "in", "after")
    assert [asked.text[node.start : node.end] for node in left.root.nodes] == ["drone", "-naval"]
