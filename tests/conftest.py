"""What every test starts from: no test sees the developer's own files, network or colours."""

from __future__ import annotations

import socket
from pathlib import Path
from typing import NoReturn

import pytest

from briefing.folders import HOME_VARIABLE
from briefing.paths import Paths, default_paths

FIXTURES = Path(__file__).parent / "fixtures"


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """All of the reader's directories, in this test's own folder."""
    home = tmp_path / "home"
    monkeypatch.setenv(HOME_VARIABLE, str(home))
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES", "PAGER", "BROWSER"):
        monkeypatch.delenv(name, raising=False)
    return home


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """A connection is a failure: the reader works offline, always."""

    def refuse(_socket: socket.socket, address: object) -> NoReturn:
        message = f"connects to {address!r}"
        raise AssertionError(message)

    monkeypatch.setattr(socket.socket, "connect", refuse)


@pytest.fixture
def paths(own_home: Path) -> Paths:
    """The reader's own directories, as this test sees them."""
    assert own_home.name == "home"
    return default_paths()
