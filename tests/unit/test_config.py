from __future__ import annotations

from briefing.cli.commands.config import picked_theme
from briefing.paths import Paths
from briefing.store.state import State


def test_the_theme_picked_in_the_reader_is_the_one_in_force(paths: Paths) -> None:
    assert picked_theme(paths) == ""
    assert not paths.data.exists()
    state = State.open(paths)
    state.set_preference("theme", "sepia")
    state.close()
    assert picked_theme(paths) == "sepia"
