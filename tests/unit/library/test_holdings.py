from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from briefing.document.locator import locate
from briefing.library import Library
from briefing.library import refresh as refreshing
from briefing.library.holdings import LOCK
from briefing.library.refresh import Coverage, Refreshed
from briefing.paths import Paths
from briefing.search.results import NotIndexed
from briefing.store.lock import Lock

BUNDLED = 2
NO_TEXT = bytes(range(256)) * 8


def opened(library: Library, path: Path, *, read: bool = True, marked: bool = False) -> None:
    briefing = library.read(str(path))
    document = library.state.document(str(path), briefing.digest, briefing.title)
    if read:
        library.state.set_place(document, locate(briefing, 0), 0.5)
    if marked:
        library.state.add_bookmark(document, locate(briefing, 0), label="here")


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    path = tmp_path / "desk" / "memo.md"
    path.parent.mkdir()
    path.write_text("# Memo\n\nCormorants dive.\n", "utf-8")
    return path


@pytest.mark.parametrize(("read", "marked"), [(True, False), (False, True)])
def test_what_was_read_or_marked_from_elsewhere_stays_in_the_library(
    library: Library, paths: Paths, elsewhere: Path, read: bool, marked: bool
) -> None:
    opened(library, elsewhere, read=read, marked=marked)
    again = Library.open(paths)
    again.refresh()
    assert [entry.title for entry in again.entries() if not entry.bundled] == ["Memo"]
    assert again.search("cormorants").total == 1
    assert again.read("memo").title == "Memo"
    again.close()


def test_a_document_that_was_only_printed_does_not_stay(
    library: Library, paths: Paths, elsewhere: Path
) -> None:
    opened(library, elsewhere, read=False)
    assert elsewhere.stem not in [item.id for item in Library.open(paths).catalog.items]


def test_what_is_gone_leaves_the_list_and_keeps_its_bookmarks(
    library: Library, paths: Paths, elsewhere: Path
) -> None:
    opened(library, elsewhere, marked=True)
    elsewhere.unlink()
    again = Library.open(paths)
    again.refresh()
    assert [entry for entry in again.entries() if not entry.bundled] == []
    assert [bookmark.path for bookmark in again.state.bookmarks()] == [str(elsewhere)]
    again.close()


def test_a_document_of_a_folder_is_listed_once_though_it_was_read(
    library: Library, folder: Path
) -> None:
    opened(library, folder / "war.md")
    library.refresh()
    assert [entry.id for entry in library.entries()].count("war") == 1


def test_what_cannot_be_read_is_told_once_and_tried_again_when_it_changes(
    library: Library, folder: Path
) -> None:
    (folder / "bad.txt").write_bytes(NO_TEXT)
    assert len(library.refresh().failed) == 1
    assert library.refresh() == Refreshed()
    (folder / "bad.txt").write_text("Heron\n\nNow a text.\n", "utf-8")
    assert library.refresh() == Refreshed(read=1)
    assert library.search("heron").total == 1


def test_what_is_no_text_any_more_is_found_no_more(library: Library, folder: Path) -> None:
    library.refresh()
    (folder / "trade.txt").write_bytes(NO_TEXT)
    library.refresh()
    assert library.search("herring").total == 0


def test_the_library_knows_how_much_of_it_is_indexed(library: Library, folder: Path) -> None:
    (folder / "bad.txt").write_bytes(NO_TEXT)
    assert library.coverage() == Coverage(0, BUNDLED + 3)
    assert not library.coverage().whole
    library.refresh()
    assert library.coverage() == Coverage(BUNDLED + 3, BUNDLED + 3)


def test_what_could_not_be_written_does_not_count_as_indexed(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise NotIndexed("the disk is full")

    with monkeypatch.context() as without_room:
        without_room.setattr(refreshing, "_write", full)
        assert library.refresh() == Refreshed(failed=("the disk is full",), written=False)
        assert library.coverage() == Coverage(0, BUNDLED + 2)
    library.refresh()
    assert library.coverage() == Coverage(BUNDLED + 2, BUNDLED + 2)


def test_an_index_that_was_begun_anew_does_not_count_as_whole(
    library: Library, paths: Paths
) -> None:
    library.refresh()
    for suffix in ("", "-wal", "-shm"):
        Path(f"{paths.index}{suffix}").unlink(missing_ok=True)
    other = Library.open(paths)
    other.search("herring")
    library.search("herring")
    assert library.coverage() == Coverage(0, BUNDLED + 2)
    other.close()


def test_a_build_that_was_stopped_is_searched_as_far_as_it_came(library: Library) -> None:
    def stop(done: int, _total: int) -> None:
        if done == BUNDLED + 1:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        library.refresh(stop)
    assert library.coverage() == Coverage(BUNDLED + 1, BUNDLED + 2)
    assert library.search("herring").total == 1


def test_one_document_is_read_again_whatever_its_file_looks_like(
    library: Library, folder: Path
) -> None:
    library.refresh()
    path = folder / "trade.txt"
    before = path.stat()
    path.write_text(path.read_text("utf-8").replace("Herring", "Lobster"), "utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert library.refresh() == Refreshed(), "it looks the same"
    assert library.refresh(only=[str(path)]) == Refreshed(read=1)
    assert library.search("lobster").total == 1


def test_of_one_document_alone_no_other_is_looked_at(library: Library, folder: Path) -> None:
    library.refresh()
    (folder / "war.md").write_text("# Peace\n", "utf-8")
    assert library.refresh(only=[str(folder / "trade.txt")]) == Refreshed()
    assert library.refresh() == Refreshed(read=1)


@pytest.mark.parametrize("change", ["new", "gone"])
def test_a_document_that_is_new_or_gone_has_all_looked_at(
    library: Library, folder: Path, change: str
) -> None:
    library.refresh()
    path = folder / ("war-2.md" if change == "new" else "war.md")
    if change == "new":
        path.write_text("# Another war\n", "utf-8")
    else:
        path.unlink()
    assert library.refresh(only=[str(path)]) == Refreshed(
        read=change == "new", removed=change == "gone"
    )


def test_while_another_instance_reads_this_one_leaves_it_to_that(
    library: Library, paths: Paths
) -> None:
    paths.cache.mkdir(parents=True)
    other = Lock(paths.cache / LOCK)
    assert other.attempt()
    assert library.refresh(patience=0) == Refreshed(elsewhere=True)
    assert library.coverage().indexed == 0
    other.free()
    assert library.refresh(patience=0).read == BUNDLED + 2
    other.close()


def test_what_another_instance_read_meanwhile_is_not_read_again(
    library: Library, paths: Paths, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths.cache.mkdir(parents=True)
    turn = Lock(paths.cache / LOCK)
    assert turn.attempt()
    compared = threading.Event()
    compare = refreshing.compare

    def noted(*given: object) -> object:
        compared.set()
        return compare(*given)  # type: ignore[arg-type]  # passed on as they came

    monkeypatch.setattr("briefing.library.holdings.compare", noted)
    done: list[Refreshed] = []
    waiting = threading.Thread(target=lambda: done.append(library.refresh()))
    waiting.start()
    assert compared.wait(10)
    other = Library.open(paths, (folder,))
    refreshing.refresh(other.index, compare(other.index, other.catalog))
    other.close()
    turn.close()
    waiting.join(10)
    assert done == [Refreshed()]


def test_an_unchanged_library_waits_for_nobody(library: Library, paths: Paths) -> None:
    library.refresh()
    other = Lock(paths.cache / LOCK)
    assert other.attempt()
    assert library.refresh(patience=0) == Refreshed()
    other.close()


def test_trends_are_those_of_this_library(library: Library, paths: Paths, folder: Path) -> None:
    library.refresh()
    assert "Energy" in [trend.label for trend in library.trends(100)]
    other = Library.open(paths)
    assert str(folder / "war.md") not in {trend.path for trend in other.trends(100)}
    other.close()
