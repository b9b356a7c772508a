"""Every screen at three sizes, as characters. Look at what changed, then approve it:

python -m pytest tests/snapshot --snapshot-update
"""

from __future__ import annotations

from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion
from textual.widgets import Input

from briefing.paths import Paths
from tests.tui.sitting import Sitting, sitting

SIZES = [(120, 40), (80, 24), (40, 15)]
TEXT = """\
The Quiet Quays: Why the Northern Ferries Stopped

By The Coast Desk

14 March 2025

Three harbours in the north have had no ferry since Tuesday. Their councils blame one another, and
the company blames the weather, which was mild.

A Part from Abroad

The largest of the three boats waits for a pump that is made in one workshop only. The workshop says
that it was asked for the pump in January and that nobody paid for it until last week.

Did you know? The route is older than the road: boats have run here since 1871.

The inspectors who came on Wednesday found no fault with the two smaller boats. They may sail as
soon as they have crews, and the crews were sent home.

Key Trends to Watch

  • Spare parts: Fewer workshops make them, and each of them has a longer queue.
  • Crews: Those who were sent home have found other work before.
  • Roads: The county counts more lorries on the coast road each week.

FAQ

Q: When will the ferries sail again?
A: The small boats within days, the company says; the large one not before May.

Q: Are tickets paid back?
A: On request, at the office in the harbour, which is closed.

Share this article with a friend who lives by the sea!
"""


@pytest.fixture(autouse=True)
def still(monkeypatch: pytest.MonkeyPatch) -> None:
    """No cursor blinks, no reply fades before it is looked at, and time reads nothing."""
    monkeypatch.setattr("briefing.tui.session.sighting.REST", 3600.0)
    monkeypatch.setattr(Input, "cursor_blink", False)
    monkeypatch.setattr("briefing.tui.widgets.status.MOMENT", 3600.0)


async def look(it: Sitting, screen: SnapshotAssertion, name: str) -> None:
    """Compare the screen with the approved one."""
    await it.pilot.pause()
    assert f"{it.shown}\n" == screen(name=name)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_screens_look_as_approved(
    paths: Paths, tmp_path: Path, screen: SnapshotAssertion, size: tuple[int, int]
) -> None:
    document = tmp_path / "quays.txt"
    document.write_text(TEXT, "utf-8")
    async with sitting(paths, document, size=size) as it:
        await it.until("The Quiet Quays")
        await look(it, screen, "sections")
        for key, pane in (("2", "trends"), ("3", "faq"), ("4", "tips"), ("5", "bookmarks")):
            await it.press(key)
            await look(it, screen, pane)
        await it.press("1", "t")
        await look(it, screen, "contents")
        await it.press("escape", "slash")
        await it.type("boats")
        await it.until("1 of")
        await look(it, screen, "find")
        await it.press("escape", "m", "G", "x", "G")
        await look(it, screen, "omitted")
        await it.press("g", "a")
        await look(it, screen, "note")
        await it.press("escape", "question_mark")
        await look(it, screen, "help")
        await it.press("escape", "T")
        await look(it, screen, "themes")
        await it.press("escape", "S")
        await look(it, screen, "search")
        await it.press("escape", "e")
        await look(it, screen, "explain")
