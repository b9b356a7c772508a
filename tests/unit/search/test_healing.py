from __future__ import annotations

import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.document.errors import Closed
from briefing.document.model import PartKind
from briefing.search.connections import Connections
from briefing.search.index import Index
from briefing.search.results import Interrupted, Stat
from briefing.search.schema import connect
from tests.unit.search.conftest import briefing

Put = Callable[..., None]
PART: tuple[PartKind, str, str] = ("section", "Drones", "The Caspian")


def file_of(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "index.db"


@pytest.mark.parametrize(
    "content", [b"", b"no database at all " * 100, b"SQLite format 3\0" + b"\xff" * 4000]
)
def test_a_damaged_file_is_built_anew(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "index.db"
    path.write_bytes(content)
    index = Index.open(path)
    assert index.documents() == {}
    assert index.search("drone").total == 0
    index.close()


@pytest.mark.parametrize("version", [0, 99])
def test_an_index_of_another_version_is_emptied(
    tmp_path: Path, put: Put, index: Index, version: int
) -> None:
    put("/one.txt", "One", PART)
    index.close()
    connection = sqlite3.connect(file_of(tmp_path))
    connection.execute(f"PRAGMA user_version = {version}")
    connection.close()
    again = Index.open(file_of(tmp_path))
    assert again.documents() == {}
    again.close()


def test_pages_that_rot_while_it_is_open_cost_no_more_than_a_refresh(
    tmp_path: Path, put: Put, index: Index
) -> None:
    for number in range(50):
        put(f"/{number}.txt", "One", PART)
    index.close()
    path = file_of(tmp_path)
    data = bytearray(path.read_bytes())
    for start in range(4096, len(data) - 512, 4096):
        data[start : start + 512] = b"\xff" * 512
    path.write_bytes(data)
    again = Index.open(path)
    sound = again.edition
    again.search("caspian")
    again.documents()
    again.remove("/1.txt")
    assert again.documents() == {}
    assert again.edition != sound
    again.put("/2.txt", Stat(1, 1, "digest"), briefing("Two", (PART,), id="2"))
    assert again.search("caspian").total == 1
    again.close()


def test_a_deleted_index_is_made_anew_at_the_next_start(
    tmp_path: Path, put: Put, index: Index
) -> None:
    put("/one.txt", "One", PART)
    index.close()
    file_of(tmp_path).unlink()
    again = Index.open(file_of(tmp_path))
    assert again.documents() == {}
    again.close()


def test_an_index_deleted_while_it_is_open_answers_on(
    tmp_path: Path, put: Put, index: Index
) -> None:
    put("/one.txt", "One", PART)
    file_of(tmp_path).unlink()
    assert index.search("caspian").total == 1


def test_an_index_that_another_process_made_anew_is_gone_over_to(
    tmp_path: Path, put: Put, index: Index
) -> None:
    put("/one.txt", "One", PART)
    for suffix in ("", "-wal", "-shm"):
        Path(f"{file_of(tmp_path)}{suffix}").unlink()
    other = Index.open(file_of(tmp_path))
    assert index.documents() == {}
    put("/two.txt", "Two", PART)
    assert list(other.documents()) == ["/two.txt"]
    other.close()


def test_without_a_place_for_a_file_the_index_is_in_memory(tmp_path: Path) -> None:
    (tmp_path / "blocked").write_text("")
    index = Index.open(tmp_path / "blocked" / "index.db")
    assert index.search("drone").total == 0
    assert index.documents() == {}
    index.close()


def test_the_index_is_for_its_owner_alone(tmp_path: Path, put: Put) -> None:
    put("/one.txt", "One", PART)
    assert file_of(tmp_path).stat().st_mode & 0o777 == 0o600
    assert file_of(tmp_path).parent.stat().st_mode & 0o777 == 0o700


def test_two_openings_share_one_index(tmp_path: Path, put: Put) -> None:
    other = Index.open(file_of(tmp_path))
    put("/one.txt", "One", PART)
    assert other.search("caspian").total == 1
    other.close()


def test_every_thread_may_search(put: Put, index: Index) -> None:
    put("/one.txt", "One", PART)
    totals: list[int] = []
    threads = [
        threading.Thread(target=lambda: totals.append(index.search("caspian").total))
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert totals == [1, 1, 1, 1]


def test_a_search_can_be_stopped_from_another_thread(tmp_path: Path) -> None:
    connections = Connections(tmp_path / "index.db")
    endless = (
        "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n"
    )
    stopper = threading.Timer(0.2, connections.interrupt)
    stopper.start()
    with pytest.raises(Interrupted), connections.asking() as connection:
        connection.execute(endless)
    stopper.join()
    with connections.asking() as connection:
        assert connection.execute("SELECT 1").fetchone() == (1,)
    connections.close()


def test_a_search_stopped_with_rows_half_read_stands_in_nobodys_way(tmp_path: Path) -> None:
    connections = Connections(tmp_path / "index.db")

    def ask_and_be_stopped() -> None:
        with connections.asking() as connection:
            half_read = connection.execute("SELECT 1 UNION ALL SELECT 2")
            assert half_read.fetchone() == (1,)
            connections.interrupt()
            connection.execute("SELECT 3")

    with pytest.raises(Interrupted):
        ask_and_be_stopped()
    with connections.writing() as connection:
        connection.execute("INSERT INTO vocabulary VALUES ('word', 'word', 0)")
    other = Connections(tmp_path / "index.db")
    with other.asking() as connection:
        assert connection.execute("SELECT count(*) FROM vocabulary").fetchone() == (1,)
    other.close()
    connections.close()


def test_a_change_that_fails_leaves_all_as_it_was(put: Put, index: Index) -> None:
    put("/one.txt", "One", PART)

    def remove_and_fail() -> None:
        with index.writing():
            index.remove("/one.txt")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        remove_and_fail()
    assert index.search("caspian").total == 1


def test_closing_while_another_thread_writes_waits_for_it(tmp_path: Path) -> None:
    connections = Connections(tmp_path / "index.db")
    writing = threading.Event()
    faults: list[BaseException] = []

    def fill() -> None:
        try:
            with connections.writing() as connection:
                writing.set()
                for number in range(100_000):
                    connection.execute(
                        "INSERT OR REPLACE INTO vocabulary VALUES (?, '', 0)", (number,)
                    )
        except sqlite3.Error as error:
            faults.append(error)

    thread = threading.Thread(target=fill)
    thread.start()
    assert writing.wait(10)
    connections.close()
    thread.join(20)
    assert not thread.is_alive()
    assert all("interrupted" in str(fault) or "closed" in str(fault) for fault in faults)


def test_what_comes_after_the_end_opens_nothing_anew(tmp_path: Path) -> None:
    connections = Connections(tmp_path / "index.db")
    connections.get()
    connections.close()
    with pytest.raises(Closed):
        connections.get()


def test_another_program_leaves_the_log_of_an_index_that_is_open(tmp_path: Path) -> None:
    path = file_of(tmp_path)
    index = Index.open(path)
    index.put("/a.md", Stat(1, 1), briefing("a", (PART,)))
    log = path.with_name("index.db-wal")
    before = log.stat().st_ino
    connect(path).close()  # as a second thread does
    ask = "import sqlite3, sys; sqlite3.connect(sys.argv[1]).execute('SELECT * FROM parts')"
    subprocess.run([sys.executable, "-c", ask, str(path)], check=True)
    assert log.stat().st_ino == before
    assert index.search("drones").total == 1
    index.close()
