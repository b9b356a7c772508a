from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.library import Library
from briefing.paths import Paths

WAR = """# Talks and drones

By Jane Doe

The lead speaks of the Caspian.

## Drone warfare

A warship was struck.

## Key trends

- **Energy:** Prices rise.
- **Alliances:** They shift.

## FAQ

### Is peace possible?

Perhaps.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "texts"
    made.mkdir()
    (made / "war.md").write_text(WAR, "utf-8")
    (made / "trade.txt").write_text("Trade\n\nHerring is shipped.\n", "utf-8")
    return made


@pytest.fixture
def library(paths: Paths, folder: Path) -> Iterator[Library]:
    made = Library.open(paths, (folder,))
    yield made
    made.close()
