from __future__ import annotations

import pytest

from briefing.document.words import duration


@pytest.mark.parametrize(
    ("minutes", "shown"),
    [(1, "1 min"), (119, "119 min"), (120, "2 h"), (7905, "132 h")],
)
def test_a_long_text_is_told_in_hours(minutes: int, shown: str) -> None:
    assert duration(minutes) == shown
