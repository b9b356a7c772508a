"""The library and the trend board at three sizes."""

from __future__ import annotations

from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from briefing.library import catalog
from briefing.library.catalog import Catalog
from briefing.paths import Paths
from tests.snapshot.test_screens import SIZES, TEXT, look
from tests.tui.sitting import sitting

OTHERS = {
    "levels.md": (
        "---\ntitle: Water levels in the delta\ndate: 2026-01-02\ntags: [water, delta]\n"
        "source: https://www.delta.example/levels\n---\n\nThe river is low.\n\n"
        "## What to watch\n\n- **Dykes:** two of them leak, and nobody mends them.\n"
        "- **Rain:** none until March.\n"
    ),
    "grain.md": (
        "---\ntitle: 'Grain: the long road to the harbour, and what it costs those who carry it'\n"
        "date: 2024-09-30\ntags: [trade]\n---\n\nLorries queue.\n"
    ),
}


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """The library without what comes with the program, which changes for reasons of its own."""
    whole = catalog.catalog

    def without(bundled: Path, folders: object) -> Catalog:
        return whole(bundled / "none", folders)  # type: ignore[arg-type]  # passed on as they came

    monkeypatch.setattr("briefing.library.holdings.catalog", without)


@pytest.mark.usefixtures("alone")
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_library_and_board_look_as_approved(
    paths: Paths, tmp_path: Path, screen: SnapshotAssertion, size: tuple[int, int]
) -> None:
    folder = tmp_path / "notes"
    folder.mkdir()
    (folder / "quays.txt").write_text(TEXT, "utf-8")
    for name, text in OTHERS.items():
        (folder / name).write_text(text, "utf-8")
    paths.config.mkdir(parents=True)
    paths.settings.write_text(f'folders = ["{folder}"]\n', "utf-8")
    async with sitting(paths, folder / "quays.txt", size=size) as it:
        await it.until(lambda: it.session.library.coverage().whole)
        await it.press("L")
        await it.until("Water levels")
        await look(it, screen, "library")
        await it.press("v", "v")
        await it.until("Jan 2026")
        await look(it, screen, "library-by-month")
        await it.press("W")
        await it.until("Dykes")
        await look(it, screen, "board")
        await it.press("slash", *"lorries")
        await it.until("1 of 5")
        await look(it, screen, "board-filtered")
        await it.type(" nosuch")
        await it.until("Nothing here holds")
        await look(it, screen, "board-empty")
