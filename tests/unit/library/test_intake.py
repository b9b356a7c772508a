from __future__ import annotations

import os
from pathlib import Path

import pytest

from briefing.document.errors import DocumentError, UnknownDocument, UnreadableDocument
from briefing.library import Library
from briefing.paths import Paths


@pytest.fixture
def own(paths: Paths) -> Path:
    return paths.documents


def test_a_document_is_copied_into_the_own_folder(
    library: Library, folder: Path, own: Path
) -> None:
    (copy,) = library.add(str(folder / "war.md"))
    assert copy == own / "war.md"
    assert copy.read_bytes() == (folder / "war.md").read_bytes()
    assert copy.stat().st_mode & 0o777 == 0o600
    assert own.stat().st_mode & 0o777 == 0o700


def test_a_document_that_is_there_already_is_not_doubled(library: Library, folder: Path) -> None:
    assert library.add(folder / "war.md") == library.add(folder / "war.md")


def test_a_name_that_is_taken_is_never_overwritten(
    library: Library, tmp_path: Path, own: Path
) -> None:
    for number in range(3):
        path = tmp_path / str(number) / "note.md"
        path.parent.mkdir()
        path.write_text(f"# Note {number}\n")
        library.add(path)
    assert sorted(path.name for path in own.iterdir()) == ["note-2.md", "note-3.md", "note.md"]
    assert (own / "note.md").read_text() == "# Note 0\n"


def test_a_folder_gives_each_document_in_it(library: Library, folder: Path) -> None:
    (folder / "picture.png").write_bytes(b"\x89PNG")
    assert {path.name for path in library.add(folder)} == {"war.md", "trade.txt"}


def test_what_cannot_be_taken_from_a_folder_is_told_by_name(library: Library, folder: Path) -> None:
    (folder / "noise.txt").write_bytes(bytes(range(256)))
    (folder / "empty.txt").write_bytes(b"")
    told: list[str] = []
    added = library.add(folder, told.append)
    assert {path.name for path in added} == {"war.md", "trade.txt", "empty.txt"}
    assert len(told) == 1
    assert told[0].startswith(str(folder / "noise.txt"))
    assert "\n" not in told[0]


def test_a_folder_of_which_nothing_can_be_taken_is_refused(
    library: Library, tmp_path: Path
) -> None:
    (tmp_path / "noises").mkdir()
    (tmp_path / "noises" / "noise.txt").write_bytes(bytes(range(256)))
    told: list[str] = []
    with pytest.raises(UnreadableDocument, match="no document in it can be read"):
        library.add(tmp_path / "noises", told.append)
    assert len(told) == 1


def test_standard_input_is_named_by_its_title(library: Library, folder: Path) -> None:
    (copy,) = library.add((folder / "war.md").read_bytes())
    assert copy.name == "talks-and-drones.md"
    assert library.read("talks-and-drones").title == "Talks and drones"


def test_a_document_of_another_kind_of_name_is_kept_as_text(
    library: Library, tmp_path: Path
) -> None:
    (tmp_path / "NOTES").write_text("Some notes\n")
    assert [path.name for path in library.add(tmp_path / "NOTES")] == ["notes.txt"]


def test_what_cannot_be_taken_is_told_and_leaves_nothing(
    library: Library, tmp_path: Path, own: Path
) -> None:
    (tmp_path / "bad.txt").write_bytes(bytes(range(256)) * 8)
    (tmp_path / "bare").mkdir()
    with pytest.raises(UnreadableDocument):
        library.add(tmp_path / "bad.txt")
    with pytest.raises(UnreadableDocument, match="without briefings"):
        library.add(tmp_path / "bare")
    with pytest.raises(UnknownDocument):
        library.add(tmp_path / "none.txt")
    assert not own.exists() or list(own.iterdir()) == []


def test_a_failure_to_write_leaves_no_half_a_document(
    library: Library, folder: Path, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DocumentError, match="No space left"):
        library.add(folder / "war.md")
    assert list(own.iterdir()) == []
