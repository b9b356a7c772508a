"""A split is kept for the next time, and believed only where nothing has changed."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.document.model import Briefing
from briefing.library import Library, kept_split, reading
from briefing.paths import Paths

Again = Callable[[], int]


@pytest.fixture
def again(paths: Paths, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Again:
    """Opens the document anew; says how many times it was split for that."""
    split: list[object] = []
    through = reading.briefing_of

    def count(*given: object) -> object:
        split.append(given)
        return through(*given)  # type: ignore[arg-type]  # handed through

    monkeypatch.setattr("briefing.library.library.briefing_of", count)

    def read() -> int:
        before = len(split)
        library = Library.open(paths, (folder,))
        made = library.read(str(folder / "war.md"))
        library.close()
        assert made == through((folder / "war.md").read_bytes(), "war.md", made.source, made.id)
        return len(split) - before

    return read


def test_the_second_opening_splits_nothing(again: Again) -> None:
    assert [again(), again(), again()] == [1, 0, 0]


def test_another_text_of_the_same_size_and_time_is_split(again: Again, folder: Path) -> None:
    again()
    path = folder / "war.md"
    status = path.stat()
    path.write_text(path.read_text("utf-8").replace("warship", "Warship"), "utf-8")
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert again() == 1


def test_what_stands_beside_it_counts(again: Again, folder: Path, paths: Paths) -> None:
    again()
    (folder / "war.briefing.toml").write_text('title = "Another"\n', "utf-8")
    library = Library.open(paths, (folder,))
    assert library.read(str(folder / "war.md")).title == "Another"
    library.close()
    (folder / "war.briefing.toml").unlink()
    assert again() == 0


def test_another_splitter_splits_again(again: Again, monkeypatch: pytest.MonkeyPatch) -> None:
    again()
    monkeypatch.setattr(kept_split, "splitter", lambda: ("another",))
    assert [again(), again()] == [1, 0]


def test_the_splitter_is_told_by_every_file_of_it() -> None:
    told = " ".join(kept_split.splitter())
    for name in (
        "record.py",
        "pipeline.py",
        "confusers/mail.py",
        "lexicon/en.toml",
        "html/walk.py",
        "pyromark",
        "selectolax",
        "cchardet",
    ):
        assert name in told
    assert "no " not in told  # every parser was found


def test_half_a_surrogate_pair_in_a_name_is_passed_over(folder: Path) -> None:
    splits = kept_split.KeptSplits(folder / "splits")
    splits.put(("\ud800",), Briefing("a", "text", (), ()))
    assert splits.get(("\ud800",)) is None


@pytest.mark.parametrize("harm", ["cut", "changed", "emptied", "open to others"])
def test_what_is_damaged_or_not_private_is_split_again(
    again: Again, paths: Paths, harm: str
) -> None:
    again()
    (kept,) = paths.splits.iterdir()
    data = kept.read_bytes()
    if harm == "cut":
        kept.write_bytes(data[:-1])
    elif harm == "changed":
        kept.write_bytes(data[:-1] + bytes([data[-1] ^ 1]))
    elif harm == "emptied":
        kept.write_bytes(b"")
    else:
        kept.chmod(0o666)
    assert [again(), again()] == [1, 0]


def test_nobody_else_may_read_it(again: Again, paths: Paths) -> None:
    before = os.umask(0)
    try:
        again()
    finally:
        os.umask(before)
    (kept,) = paths.splits.iterdir()
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert stat.S_IMODE(paths.splits.stat().st_mode) == 0o700
    assert stat.S_IMODE(paths.cache.stat().st_mode) == 0o700


def test_where_nothing_can_be_kept_it_is_split_each_time(again: Again, paths: Paths) -> None:
    paths.cache.mkdir(parents=True, exist_ok=True)
    paths.splits.write_text("a file stands in the way", "utf-8")
    assert [again(), again()] == [1, 1]


def test_what_was_used_longest_ago_gives_way(
    again: Again, paths: Paths, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = folder / "war.md"
    first = path.read_text("utf-8")
    again()
    (kept,) = paths.splits.iterdir()
    os.utime(kept, ns=(0, 0))
    monkeypatch.setattr(kept_split, "MOST", 3 * kept.stat().st_size)
    for number in range(4):
        path.write_text(f"{first}\nMore, {number}.\n", "utf-8")
        assert again() == 1
    assert 0 < sum(each.stat().st_size for each in paths.splits.iterdir()) <= kept_split.MOST
    assert again() == 0
    path.write_text(first, "utf-8")
    assert again() == 1


def test_a_text_from_a_pipe_is_not_kept(paths: Paths, folder: Path) -> None:
    library = Library.open(paths, (folder,))
    library.read_bytes(b"# Private\n\nNobody's file.\n", "-")
    library.close()
    assert not paths.splits.exists()
