from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import pytest

from briefing.document.errors import UnknownDocument, UnreadableDocument
from briefing.document.locator import locate
from briefing.library import Library
from briefing.paths import Paths


def test_a_path_opens_without_touching_index_or_state(
    library: Library, folder: Path, paths: Paths
) -> None:
    briefing = library.read(str(folder / "war.md"))
    assert briefing.title == "Talks and drones"
    assert briefing.id == "war"
    assert briefing.source == str(folder / "war.md")
    assert len(briefing.digest) == 64
    assert not paths.index.exists()
    assert not paths.state.exists()


def test_an_id_opens_and_so_does_its_beginning(library: Library, folder: Path) -> None:
    assert library.read("war") == library.read("wa")
    assert library.path("trade") == str(folder / "trade.txt")


def test_the_bundled_briefings_are_there(library: Library) -> None:
    assert library.read("ukraine-conflict").of_kind("question")
    assert [entry.bundled for entry in library.entries()][2:4] == [True, True]


def test_a_relative_path_keeps_the_name_it_was_given(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    assert library.read("war.md").source == "war.md"
    assert library.path("war.md") == str(folder / "war.md")


@pytest.mark.parametrize("doc", ["nosuch", "nosuch.md", "texts/nosuch", "", "x" * 9000])
def test_what_is_not_there_is_told_in_one_line(library: Library, doc: str) -> None:
    with pytest.raises((UnknownDocument, UnreadableDocument)) as caught:
        library.read(doc)
    assert str(caught.value).isprintable()
    assert len(str(caught.value)) < 400


def test_the_nearest_ids_are_named(library: Library) -> None:
    with pytest.raises(UnknownDocument, match="did you mean trade"):
        library.read("trad-e")


def test_a_folder_is_told_from_one_without_briefings(
    library: Library, folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "bare").mkdir()
    with pytest.raises(UnreadableDocument, match="without briefings"):
        library.read(str(tmp_path / "bare"))
    with pytest.raises(UnreadableDocument, match="name a document in it"):
        library.read(str(folder))


def test_what_is_no_text_is_told_by_the_path_that_was_given(
    library: Library, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_bytes(bytes(range(256)) * 8)
    os.mkfifo(tmp_path / "pipe")
    for name, told in (("a.txt", "not a text"), ("pipe", "not a document")):
        with pytest.raises(UnreadableDocument) as caught:
            library.read(str(tmp_path / name))
        assert str(caught.value).startswith(str(tmp_path / name))
        assert told in str(caught.value)


def test_an_empty_file_is_an_empty_briefing(library: Library, tmp_path: Path) -> None:
    (tmp_path / "empty.md").write_bytes(b"")
    briefing = library.read(str(tmp_path / "empty.md"))
    assert (briefing.passages, briefing.words) == ((), 0)


def test_standard_input_is_a_briefing_too(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = io.BytesIO((folder / "war.md").read_bytes())
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(data))
    assert library.read("-").title == "Talks and drones"


def test_the_settings_name_more_folders(paths: Paths, folder: Path) -> None:
    paths.config.mkdir(parents=True)
    paths.settings.write_text(f'folders = ["{folder}"]\n', "utf-8")
    library = Library.open(paths)
    assert library.read("war").title == "Talks and drones"
    library.close()


def test_entries_count_parts_bookmarks_and_what_is_unread(library: Library) -> None:
    library.refresh()
    before = next(entry for entry in library.entries() if entry.id == "war")
    assert (before.trends, before.questions, before.bookmarks) == (2, 1, 0)
    assert before.unread == before.sections + before.trends + before.questions
    briefing = library.read("war")
    document = library.state.document(library.path("war"), briefing.digest, briefing.title)
    library.state.add_bookmark(document, locate(briefing, 1), label="here")
    library.state.mark_seen(document, [briefing.parts[0].id])
    after = next(entry for entry in library.entries() if entry.id == "war")
    assert (after.bookmarks, after.unread) == (1, before.unread - 1)


def test_a_search_finds_parts_and_can_keep_to_one_briefing(library: Library) -> None:
    library.refresh()
    assert {match.document_id for match in library.search("caspian").matches} >= {
        "war",
        "ukraine-conflict",
    }
    only = library.search("caspian", doc="war")
    assert {match.document_id for match in only.matches} == {"war"}
    assert library.search("in:faq drone", doc="ukraine-conflict").total >= 1
    assert library.search("nosuchword").total == 0


def test_a_search_knows_what_is_bookmarked(library: Library) -> None:
    library.refresh()
    assert library.search("caspian is:bookmarked").total == 0
    briefing = library.read("war")
    document = library.state.document(library.path("war"), briefing.digest, briefing.title)
    library.state.add_bookmark(document, locate(briefing, 1), label="here")
    found = library.search("caspian is:bookmarked")
    assert {match.document_id for match in found.matches} == {"war"}


def test_a_folder_named_elsewhere_is_not_searched(paths: Paths, library: Library) -> None:
    library.refresh()
    other = Library.open(paths)
    other.refresh()
    assert other.search("herring").total == 0
    assert library.search("herring").total == 1
    other.close()


def test_the_last_word_may_go_on_while_typing(library: Library) -> None:
    library.refresh()
    assert library.search("herr").total == 0
    assert library.search("herr", typing=True).total == 1


def test_what_a_named_folder_holds_is_listed_first(library: Library, folder: Path) -> None:
    library.refresh()
    assert library.named_folders == (folder,)
    listed = [Path(entry.path).parent == folder for entry in library.entries()]
    assert listed[:2] == [True, True]
    assert not any(listed[2:])
