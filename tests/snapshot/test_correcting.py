"""The dialog in which a passage is corrected."""

from __future__ import annotations

from pathlib import Path

from syrupy.assertion import SnapshotAssertion

from briefing.paths import Paths
from tests.tui.sitting import sitting

TEXT = "The quays\n\nThree harbours in the north have had no ferry since Tuesday.\n"


async def test_the_dialog_looks_as_approved(
    paths: Paths, tmp_path: Path, screen: SnapshotAssertion
) -> None:
    document = tmp_path / "quays.txt"
    document.write_text(TEXT, "utf-8")
    async with sitting(paths, document, size=(80, 24)) as it:
        await it.press("J", "c")
        await it.pilot.pause()
        assert f"{it.shown}\n" == screen(name="correct")
