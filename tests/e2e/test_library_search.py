"""Searching the library in a real terminal: one sitting, and what the next one knows of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.conftest import Start
from tests.e2e.test_reader import left_as_it_was, size

pytestmark = pytest.mark.e2e

NOTES = {
    "harbour": "# The harbour\n\n## Pumps\n\nThe quixotic pump was made in one workshop only.\n",
    "market": "# The market\n\n## Prices\n\nA quixotic price, say those who sell.\n",
}


@size
def test_what_is_found_is_stepped_through_and_kept(
    start: Start, own_home: Path, columns: int, rows: int
) -> None:
    folder = own_home / "data" / "documents"
    folder.mkdir(parents=True)
    for name, text in NOTES.items():
        (folder / f"{name}.md").write_text(text, "utf-8")
    first = start("ukraine-conflict", columns=columns, rows=rows)
    first.until("% ")
    first.press("S", "quixotc")
    first.until("Did you mean")
    first.press("enter")
    first.until("The harbour")
    first.until("result 1 of 2")
    first.press("enter")
    # What was read before stands there for a moment, so that no sign of one tells the other.
    shown = first.until(
        lambda text: "Search" not in text and ("workshop" in text or "say those" in text)
    )
    opened = "harbour" if "workshop" in shown else "market"
    first.until(f"The {opened}")
    first.press("]")
    other = "market" if opened == "harbour" else "harbour"
    first.until(f"The {other}")
    first.until("result 2 of 2")
    first.press("S")
    first.until("Search the library")
    first.until("result 2 of 2")
    first.press("ctrl+s")
    first.until("Save this search")
    first.press("Odd words", "enter")
    first.until("Saved as")
    first.press("escape")
    first.until(lambda text: "Search the library" not in text)
    first.press("q")
    assert first.end() == 0
    left_as_it_was(first)

    second = start("ukraine-conflict", columns=columns, rows=rows)
    second.until("% ")
    second.press("S")
    second.until("Odd words")
    second.press("escape")
    second.until(lambda text: "Search the library" not in text)
    second.press("q")
    assert second.end() == 0
    left_as_it_was(second)
