from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from briefing.paths import Paths
from briefing.store.damage import finish
from briefing.store.state import State

PAGE = 4096


def truncated(data: bytes) -> bytes:
    return data[: len(data) // 2]


def half_a_page(data: bytes) -> bytes:
    return data[: PAGE + 100]


def garbage(data: bytes) -> bytes:
    return b"not a database, " * (len(data) // 16)


def header_gone(data: bytes) -> bytes:
    return bytes(100) + data[100:]


def zeroes_inside(data: bytes) -> bytes:
    return data[: 3 * PAGE] + bytes(PAGE) + data[4 * PAGE :]


def schema_scribbled(data: bytes) -> bytes:
    return data.replace(b"CREATE TABLE bookmarks", b"CREATE TUBLE bookmarks")


def foreign_mark(data: bytes) -> bytes:
    return data[:68] + b"\x01\x02\x03\x04" + data[72:]


def no_version(data: bytes) -> bytes:
    return data[:60] + bytes(4) + data[64:]


def flipped_every(step: int) -> Callable[[bytes], bytes]:
    def flip(data: bytes) -> bytes:
        changed = bytearray(data)
        for at in range(step, len(changed), step):
            changed[at] ^= 1 << (at % 8)
        return bytes(changed)

    flip.__name__ = f"a bit in {step} bytes flipped"
    return flip


DAMAGES = [
    truncated,
    half_a_page,
    garbage,
    header_gone,
    zeroes_inside,
    schema_scribbled,
    foreign_mark,
    no_version,
    flipped_every(97),
    flipped_every(1009),
    flipped_every(4097),
]


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: str(damage.__name__))
def test_a_damaged_store_is_kept_aside_and_the_reader_goes_on(
    filled: Paths, damage: Callable[[bytes], bytes]
) -> None:
    damaged = damage(filled.state.read_bytes())
    filled.state.write_bytes(damaged)
    state = State.open(filled)
    state.bookmarks()
    (problem,) = state.problems
    (aside,) = filled.data.glob("damaged-*")
    assert (aside / "state.db").read_bytes() == damaged
    assert str(aside) in problem
    assert "\n" not in problem
    assert state.read_only is False
    state.set_preference("theme", "ink")
    state.close()
    again = State.open(filled)
    assert (again.problems, again.preference("theme")) == ((), "ink")
    again.close()


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: str(damage.__name__))
def test_what_the_damage_took_comes_back_from_the_backup(
    filled: Paths, damage: Callable[[bytes], bytes]
) -> None:
    State.open(filled).close()  # the first opening of a day makes its backup
    assert list((filled.data / "backups").glob("*.db"))
    filled.state.write_bytes(damage(filled.state.read_bytes()))
    state = State.open(filled)
    labels = {mark.label for mark in state.bookmarks()}
    assert {f"mark {number}" for number in range(40)} <= labels
    state.close()


def test_rows_on_both_sides_of_a_damaged_page_are_rescued(filled: Paths) -> None:
    with closing(sqlite3.connect(filled.state)) as connection:
        connection.execute("UPDATE bookmarks SET note = note || note || note")
        connection.commit()
    data = filled.state.read_bytes()
    middle = data.index(b"mark 20") // PAGE * PAGE
    filled.state.write_bytes(data[:middle] + bytes(PAGE) + data[middle + PAGE :])
    state = State.open(filled)
    labels = [mark.label for mark in state.bookmarks()]
    assert "mark 0" in labels
    assert "mark 39" in labels
    assert 20 <= len(labels) < 40
    assert "others may be missing" in state.problems[0]
    state.close()


def test_a_trigger_that_we_did_not_make_is_taken_out(filled: Paths) -> None:
    with closing(sqlite3.connect(filled.state)) as connection:
        connection.execute(
            "CREATE TRIGGER t AFTER INSERT ON bookmarks BEGIN DELETE FROM bookmarks; END"
        )
        connection.commit()
    state = State.open(filled)
    mark = state.bookmarks()[0]
    state.add_bookmark(mark.document, mark.locator, label="one more")
    assert len(state.bookmarks()) == 41
    assert "40 bookmarks were rescued; the damaged file" in state.problems[0]
    state.close()


def test_a_view_in_place_of_a_table_is_not_read(filled: Paths) -> None:
    with closing(sqlite3.connect(filled.state)) as connection:
        connection.execute("ALTER TABLE seen RENAME TO seen_before")
        connection.execute(
            "CREATE VIEW seen AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n)"
            " SELECT x AS document, x AS part, x AS digest FROM n"
        )
        connection.commit()
    state = State.open(filled)
    assert len(state.bookmarks()) == 40
    assert "was damaged" in state.problems[0]
    state.close()


def test_columns_of_another_program_survive_a_rescue_and_every_change(filled: Paths) -> None:
    with closing(sqlite3.connect(filled.state)) as connection:
        connection.execute('ALTER TABLE bookmarks ADD COLUMN "the ""colour"""')
        connection.execute('UPDATE bookmarks SET "the ""colour""" = \'red\'')
        connection.execute("CREATE TRIGGER t AFTER INSERT ON seen BEGIN SELECT 1; END")
        connection.commit()
    state = State.open(filled)
    first = state.bookmarks()[0]
    state.set_note(first.id, "changed")
    state.restore_bookmark(state.remove_bookmark(first.id))
    state.close()
    with closing(sqlite3.connect(filled.state)) as connection:
        rows = connection.execute('SELECT "the ""colour""", count(*) FROM bookmarks GROUP BY 1')
        assert rows.fetchall() == [("red", 40)]


def test_a_bookmark_without_its_document_is_kept(filled: Paths) -> None:
    with closing(sqlite3.connect(filled.state)) as connection:
        connection.execute("UPDATE documents SET title = x'00'")
        connection.execute("PRAGMA user_version = 0")
        connection.commit()
    state = State.open(filled)
    assert len(state.bookmarks()) == 40
    assert state.bookmarks()[0].title == "A lost document"
    state.close()


def test_a_damaged_store_that_another_instance_has_open_is_left_alone(filled: Paths) -> None:
    other = State.open(filled)
    filled.state.write_bytes(damaged := truncated(filled.state.read_bytes()))
    state = State.open(filled)
    assert state.read_only
    assert "another briefing has it open" in state.problems[0]
    assert filled.state.read_bytes() == damaged
    state.close()
    other.close()


def test_damage_that_shows_while_reading_is_mended_at_once(filled: Paths) -> None:
    state = State.open(filled)
    state.document("/other.md", "2", "Other")
    filled.state.write_bytes(garbage(filled.state.read_bytes()))
    assert len(state.bookmarks()) == 40
    assert "was damaged" in state.problems[0]
    assert state.read_only is False
    state.close()


def test_a_rescue_that_a_crash_broke_off_is_finished(filled: Paths) -> None:
    rescued = filled.state.with_name("state.db.rescued")
    filled.state.rename(rescued)
    filled.state.write_bytes(b"damaged")
    filled.state.with_name("state.db-journal").write_bytes(b"of the damaged one")
    finish(filled.state)
    state = State.open(filled)
    assert (state.problems, len(state.bookmarks())) == ((), 40)
    state.close()


def test_a_rescue_without_room_changes_nothing(
    filled: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    filled.state.write_bytes(damaged := truncated(filled.state.read_bytes()))
    monkeypatch.setattr("briefing.store.damage.shutil.copyfileobj", full)
    state = State.open(filled)
    assert state.read_only
    assert "no space left on device" in state.problems[0]
    assert filled.state.read_bytes() == damaged
    state.close()


def test_another_programs_database_is_not_touched(paths: Paths) -> None:
    paths.data.mkdir(parents=True, mode=0o700)
    with closing(sqlite3.connect(paths.state)) as connection:
        connection.execute("CREATE TABLE recipes (name)")
        connection.commit()
    before = paths.state.read_bytes()
    state = State.open(paths)
    assert "another program's database" in state.problems[0]
    state.close()
    assert paths.state.read_bytes() == before


@pytest.mark.parametrize("kind", ["directory", "link", "pipe"])
def test_what_is_no_file_is_not_opened(paths: Paths, tmp_path: Path, kind: str) -> None:
    paths.data.mkdir(parents=True, mode=0o700)
    if kind == "directory":
        paths.state.mkdir()
    elif kind == "link":
        paths.state.symlink_to(tmp_path / "elsewhere.db")
    else:
        os.mkfifo(paths.state)
    state = State.open(paths)
    assert state.read_only
    assert "cannot be opened" in state.problems[0]
    assert not (tmp_path / "elsewhere.db").exists()
    state.close()
