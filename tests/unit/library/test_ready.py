from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest

from briefing.library import ready
from briefing.library.lexicons import table
from briefing.resources import lexicons
from briefing.structure.lexicon import from_tables, plain


@pytest.fixture
def paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return [Path(shutil.copy(path, tmp_path)) for path in lexicons()]


def kept(paths: list[Path]) -> Path:
    return next((paths[0].parent / "__pycache__").iterdir())


def test_what_was_kept_is_the_lexicon_that_the_files_make(paths: list[Path]) -> None:
    made = from_tables(table(path.read_text("utf-8")) for path in paths)
    assert ready.load(paths) is None
    ready.keep(made, paths)
    again = ready.load(paths)
    assert again is not None
    assert plain(again) == plain(made)
    assert again.any_furniture.holds.texts() == made.any_furniture.holds.texts()


def test_a_file_that_changed_is_read_again(paths: list[Path]) -> None:
    ready.keep(from_tables([{}]), paths)
    assert ready.load(paths) is not None
    os.utime(paths[3], ns=(1, 1))
    assert ready.load(paths) is None


@pytest.mark.parametrize("damage", [b"", b"\x00", b"(\x02", b"not what was written"])
def test_what_is_damaged_is_as_good_as_absent(paths: list[Path], damage: bytes) -> None:
    ready.keep(from_tables([{}]), paths)
    kept(paths).write_bytes(damage)
    assert ready.load(paths) is None


def test_nothing_is_written_where_python_writes_nothing(
    paths: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    ready.keep(from_tables([{}]), paths)
    assert not (paths[0].parent / "__pycache__").exists()


def test_a_folder_that_cannot_be_written_costs_time_alone(paths: list[Path]) -> None:
    (paths[0].parent / "__pycache__").write_text("a file in its place")
    ready.keep(from_tables([{}]), paths)
    assert ready.load(paths) is None
