from __future__ import annotations

from pathlib import Path

import pytest

from briefing.document.locator import Locator
from briefing.store.state import State


def test_a_document_is_known_by_its_path_though_its_text_changed(state: State) -> None:
    assert state.document("/a.md", "one", "A") == state.document("/a.md", "two", "B")


def test_a_file_that_was_moved_keeps_its_bookmarks(
    state: State, locator: Locator, tmp_path: Path
) -> None:
    old, new = tmp_path / "old.md", tmp_path / "new.md"
    old.write_text("text")
    document = state.document(str(old), "one", "A")
    state.add_bookmark(document, locator, label="x")
    old.rename(new)
    assert state.document(str(new), "one", "A") == document
    assert state.bookmarks()[0].path == str(new)


def test_two_copies_are_two_documents(state: State, tmp_path: Path) -> None:
    one, two = tmp_path / "one.md", tmp_path / "two.md"
    one.write_text("text")
    two.write_text("text")
    assert state.document(str(one), "d", "A") != state.document(str(two), "d", "A")


def test_a_missing_digest_moves_nothing(state: State) -> None:
    assert state.document("/gone.md", "", "A") != state.document("/other.md", "", "A")


def test_a_name_that_is_no_file_is_never_looked_up(
    state: State, monkeypatch: pytest.MonkeyPatch
) -> None:
    bundled = state.document("bundled:guide.md", "d", "Guide")
    monkeypatch.setattr("briefing.store.documents.os.lstat", _must_not_be_called)
    assert state.document("/copy/guide.md", "d", "Guide") != bundled
    assert state.document("stdin:d", "d", "Guide") != bundled
    assert state.document("bundled:guide.md", "d", "Guide") == bundled


def _must_not_be_called(path: str) -> None:
    message = f"looks at {path}"
    raise AssertionError(message)


def test_a_document_whose_disk_cannot_be_read_has_not_moved(
    state: State, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: str) -> None:
        raise PermissionError(13, "Permission denied", path)

    first = state.document("/secret/a.md", "d", "A")
    monkeypatch.setattr("briefing.store.documents.os.lstat", refuse)
    assert state.document("/b.md", "d", "A") != first
