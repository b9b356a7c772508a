from __future__ import annotations

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode


class ScreenExtension(SingleFileSnapshotExtension):
    """A screen as a text file: what a person would see without colours."""

    _write_mode = WriteMode.TEXT
    file_extension = "txt"


@pytest.fixture
def screen(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    """What a screen looked like when it was last approved."""
    return snapshot.use_extension(ScreenExtension)
