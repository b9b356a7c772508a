from __future__ import annotations

import os
import queue
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from briefing.library import watch as watching
from briefing.library.catalog import Catalog, catalog
from briefing.library.inotify import Inotify
from briefing.library.watch import Noticed, Signals, Silence, Watch

PATIENCE = 20


class Watched:
    """A folder under watch, and what was noticed."""

    def __init__(self, folder: Path, told: Signals) -> None:
        self.folder = folder
        self.noticed: queue.Queue[Noticed] = queue.Queue()
        self._catalog = self._look()
        self.watch = Watch(lambda: self._catalog, lambda: told)
        self._thread = threading.Thread(target=self._run)
        self._thread.start()
        self.watch.look()
        self.until(lambda noticed: noticed.documents is None)

    def _look(self) -> Catalog:
        return catalog(self.folder / "none", [self.folder])

    def _run(self) -> None:
        while (noticed := self.watch.wait()) is not None:
            if noticed.documents is None or any(
                path not in self._catalog.by_path for path in noticed.documents
            ):
                found = self._look()
                self._catalog = self._catalog if found == self._catalog else found
            self.noticed.put(noticed)

    def until(self, wanted: Callable[[Noticed], object]) -> Noticed:
        while True:
            noticed = self.noticed.get(timeout=PATIENCE)
            if wanted(noticed):
                return noticed

    def close(self) -> None:
        self.watch.close()
        self._thread.join(PATIENCE)
        assert not self._thread.is_alive()


def told() -> Signals:
    try:
        return Inotify()
    except OSError:
        pytest.skip("nothing tells of files here")


@pytest.fixture(params=["told", "silence"])
def watched(
    request: pytest.FixtureRequest, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Watched]:
    monkeypatch.setattr(watching, "OPEN", 0.02)
    monkeypatch.setattr(watching, "SETTLED", 0.0)
    if request.param == "silence":
        monkeypatch.setattr(watching, "UNTOLD", 0.05)
    made = Watched(folder, told() if request.param == "told" else Silence())
    yield made
    made.close()


def names(noticed: Noticed, path: Path) -> bool:
    """Whether it tells of `path`, or has everything looked at."""
    return noticed.documents is None or str(path) in noticed.documents


def test_a_document_that_is_saved_is_noticed(watched: Watched) -> None:
    path = watched.folder / "war.md"
    path.write_text("# Peace\n", "utf-8")
    assert watched.until(lambda noticed: names(noticed, path))


def test_a_document_that_is_replaced_is_noticed(watched: Watched) -> None:
    path = watched.folder / "war.md"
    (watched.folder / ".war.md.part").write_text("# Peace\n", "utf-8")
    (watched.folder / ".war.md.part").replace(path)
    assert watched.until(lambda noticed: names(noticed, path))


def test_a_new_document_and_one_that_goes_are_noticed(watched: Watched) -> None:
    path = watched.folder / "new.md"
    path.write_text("# New\n", "utf-8")
    assert watched.until(lambda noticed: names(noticed, path))
    path.unlink()
    assert watched.until(lambda noticed: names(noticed, path))


def test_a_sidecar_tells_of_its_document(watched: Watched) -> None:
    (watched.folder / "war.briefing.toml").write_text('title = "Peace"\n', "utf-8")
    assert watched.until(lambda noticed: names(noticed, watched.folder / "war.md"))


def test_a_folder_that_is_new_is_watched_too(watched: Watched) -> None:
    inner = watched.folder / "inner"
    inner.mkdir()
    watched.until(lambda noticed: noticed.documents is None)
    (inner / "deep.md").write_text("# Deep\n", "utf-8")
    assert watched.until(lambda noticed: names(noticed, inner / "deep.md"))


def test_the_open_document_is_watched_wherever_it_lies(watched: Watched, tmp_path: Path) -> None:
    path = tmp_path / "desk" / "memo"
    path.parent.mkdir()
    path.write_text("Memo\n", "utf-8")
    watched.watch.follow(str(path))
    watched.until(lambda noticed: noticed.opened)
    path.write_text("Memo, revised\n", "utf-8")
    assert watched.until(lambda noticed: noticed.opened)
    path.unlink()
    assert watched.until(lambda noticed: noticed.opened)


def test_who_comes_back_has_everything_looked_at(watched: Watched) -> None:
    watched.watch.look()
    assert watched.until(lambda noticed: noticed.documents is None)


def test_what_is_no_document_is_not_told(folder: Path) -> None:
    signals = told()
    watch = Watch(lambda: catalog(folder / "none", [folder]), lambda: signals)
    signals.watch([str(folder)])
    for name in ("picture.png", ".war.md.swp", ".hidden.md", "lone.briefing.toml", "war.md"):
        (folder / name).write_text("x", "utf-8")
    noticed = watch.wait()
    assert noticed is not None
    assert noticed.documents == frozenset([str(folder / "war.md")])
    watch.close()
    assert watch.wait() is None


def test_a_file_is_told_once_it_is_written_and_a_link_at_once(folder: Path) -> None:
    signals = told()
    signals.watch([str(folder)])
    with (folder / "new.md").open("w", encoding="utf-8"):
        (folder / "soft.md").symlink_to(folder / "war.md")
        (folder / "hard.md").hardlink_to(folder / "war.md")
        assert signals.wait(PATIENCE) == {str(folder / "soft.md"), str(folder / "hard.md")}
    assert signals.wait(PATIENCE) == {str(folder / "new.md")}
    signals.close()


def test_a_folder_with_two_names_is_told_by_both_and_by_the_one_that_is_left(
    folder: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    other.symlink_to(folder, target_is_directory=True)
    signals = told()
    signals.watch([str(folder), str(other)])
    (folder / "war.md").write_text("# Peace\n", "utf-8")
    assert signals.wait(PATIENCE) == {str(folder / "war.md"), str(other / "war.md")}
    signals.watch([str(other)])
    assert signals.all_watched
    (folder / "war.md").write_text("# War\n", "utf-8")
    assert signals.wait(PATIENCE) == {str(other / "war.md")}
    signals.close()


def test_a_burst_is_told_at_once(folder: Path) -> None:
    signals = told()
    signals.watch([str(folder)])
    for number in range(50):
        (folder / f"{number}.md").write_text("# Peace\n", "utf-8")
    assert len(signals.wait(PATIENCE) or ()) == 50
    assert signals.wait(0) == set()
    signals.close()


def test_looking_takes_a_small_share_of_the_time() -> None:
    watch = Watch(lambda: Catalog(()), Silence)
    watch.took(1.0)
    assert watch._pause() == watching.SHARE  # noqa: SLF001 -- what is waited for cannot be told in a test


def test_a_file_being_written_is_left_until_it_is_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "SETTLED", 5.0)
    watch = Watch(lambda: Catalog(()), Silence)
    path = tmp_path / "memo.md"
    path.write_text("half", "utf-8")
    watch.follow(str(path))
    assert not watch._open_changed(())  # noqa: SLF001 -- as above
    os.utime(path, (1, 1))
    assert watch._open_changed(())  # noqa: SLF001 -- as above
    assert not watch._open_changed(())  # noqa: SLF001 -- as above


def test_the_end_is_the_end() -> None:
    watch = Watch(lambda: Catalog(()))
    watch.close()
    assert watch.wait() is None
    watch.look()
    watch.close()
