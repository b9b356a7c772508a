"""Where the eye rests."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing.tui.reading.eye import eye_row


@given(st.integers(1, 300), st.integers(1, 80))
def test_the_eye_goes_from_the_first_row_to_the_last_and_never_back(
    furthest: int, height: int
) -> None:
    rows = [scroll + eye_row(scroll, furthest, height) for scroll in range(furthest + 1)]
    assert rows[0] == 0
    assert rows[-1] == furthest + height - 1
    assert rows == sorted(rows)


def test_between_the_ends_it_rests_a_third_down() -> None:
    assert eye_row(50, 100, 30) == 10
