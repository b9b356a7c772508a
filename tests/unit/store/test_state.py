from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from briefing.document.locator import Locator
from briefing.paths import Paths
from briefing.store.errors import NotSaved
from briefing.store.state import State


def test_a_new_store_has_no_problem_and_holds_nothing(state: State) -> None:
    assert (state.problems, state.read_only) == ((), False)
    assert state.bookmarks() == ()
    assert state.last_document() is None


def test_what_was_saved_is_there_after_opening_again(filled: Paths, locator: Locator) -> None:
    state = State.open(filled)
    marks = state.bookmarks()
    assert [mark.label for mark in marks] == [f"mark {number}" for number in range(40)]
    assert marks[0].locator == locator
    assert (marks[0].path, marks[0].title) == ("/notes/tides.md", "Tides")
    assert marks[0].created == "2026-01-02T12:00:00+00:00"
    assert state.place(marks[0].document) == locator
    assert state.progress() == {"/notes/tides.md": 0.25}
    assert state.last_document() == "/notes/tides.md"
    assert state.preference("theme") == "paper"
    state.close()


def test_a_second_instance_sees_what_the_first_has_saved(state: State, paths: Paths) -> None:
    other = State.open(paths)
    document = state.document("/a.md", "1", "A")
    assert other.document("/a.md", "1", "A") == document
    other.set_preference("theme", "ink")
    assert state.preference("theme") == "ink"
    other.close()


def test_tags_are_made_sound_and_a_note_is_replaced(state: State, locator: Locator) -> None:
    mark = state.add_bookmark(state.document("/a", "1", "A"), locator, label="x", tags=["b", " b "])
    assert mark.tags == ("b",)
    state.set_note(mark.id, "see page 3")
    (changed,) = state.bookmarks()
    assert (changed.note, changed.tags) == ("see page 3", ("b",))


def test_a_removed_bookmark_comes_back_under_its_number(state: State, locator: Locator) -> None:
    document = state.document("/a", "1", "A")
    mark = state.add_bookmark(document, locator, label="x", note="y", tags=["z"])
    removed = state.remove_bookmark(mark.id)
    assert state.bookmarks() == ()
    later = state.add_bookmark(document, locator, label="later")
    assert later.id != mark.id
    state.restore_bookmark(removed)
    assert mark in state.bookmarks()


def test_a_bookmark_that_is_not_there_cannot_be_changed(state: State) -> None:
    with pytest.raises(NotSaved, match="no bookmark 7"):
        state.set_note(7, "x")
    with pytest.raises(NotSaved, match="no bookmark 7"):
        state.remove_bookmark(7)


def test_bookmarks_stand_by_document_and_then_by_place(state: State) -> None:
    second, first = state.document("/b", "2", "Zebra"), state.document("/a", "1", "aardvark")
    for document, passage in ((second, 1), (first, 9), (first, 2)):
        place = Locator("", (), "q", "", "", passage, 0, "")
        state.add_bookmark(document, place, label=str(passage))
    assert [mark.label for mark in state.bookmarks()] == ["2", "9", "1"]
    assert [mark.label for mark in state.bookmarks(second)] == ["1"]


def test_the_document_read_last_is_the_one_whose_place_was_set_last(
    state: State, locator: Locator
) -> None:
    first, second = state.document("/a", "1", "A"), state.document("/b", "2", "B")
    state.set_place(second, locator, 0.1)
    state.set_place(first, locator, 7.0)
    assert state.last_document() == "/a"
    assert state.progress() == {"/a": 1.0, "/b": 0.1}


def test_any_text_can_be_kept(state: State) -> None:
    text = "\udcff \0 ' \" -- 漢字 \U0001f600"
    place = Locator("s:\ud800", (text,), text, text, text, 0, 0, "")
    mark = state.add_bookmark(state.document("/x\udcff.md", "1", text), place, label=text)
    (kept,) = state.bookmarks()
    assert kept == mark
    assert kept.locator == place
    assert kept.path == "/x\udcff.md"
    assert "漢字" in kept.label


def test_a_stale_bookmark_is_forgotten_a_month_after_its_removal(
    filled: Paths, noon: Callable[[], datetime]
) -> None:
    state = State.open(filled, noon)
    removed = state.remove_bookmark(state.bookmarks()[0].id)
    state.close()
    later = State.open(filled, lambda: noon().replace(month=3))
    with closing(sqlite3.connect(filled.state)) as connection:
        assert connection.execute("SELECT count(*) FROM bookmarks").fetchone() == (39,)
    later.restore_bookmark(removed)
    assert len(later.bookmarks()) == 40
    later.close()


def test_importing_the_store_is_cheap() -> None:
    program = "import sys, briefing.store.state, briefing.store.settings; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60
    )
    heavy = {"platformdirs", "tomli", "asyncio", "textual", "rich", "subprocess", "shlex"}
    assert heavy & set(done.stdout.split()) == set()


def test_documents_that_a_full_disk_refused_are_saved_with_the_next_write(
    state: State, locator: Locator, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as context:
        context.setattr("briefing.store.documents.record", _disk_full)
        document = state.document("/a", "1", "A")
        assert document < 0
        assert "disk is full" in state.problems[0]
        assert state.bookmarks(document) == ()
        with pytest.raises(NotSaved, match="disk is full"):
            state.add_bookmark(document, locator, label="x")
    mark = state.add_bookmark(document, locator, label="x")
    assert mark.path == "/a"
    assert state.document("/a", "1", "A") == mark.document


def _disk_full(*_: object) -> int:
    message = "database or disk is full"
    raise sqlite3.OperationalError(message)


def test_a_database_taken_away_while_open_is_never_called_saved(
    state: State, paths: Paths, locator: Locator, tmp_path: Path
) -> None:
    document = state.document("/a", "1", "A")
    paths.state.rename(tmp_path / "elsewhere.db")
    with pytest.raises(NotSaved, match=r"state\.db"):
        state.add_bookmark(document, locator, label="x")
