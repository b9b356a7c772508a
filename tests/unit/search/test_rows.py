from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.search import writer
from briefing.search.fold import BREAK
from briefing.search.index import Index
from briefing.search.rows import Entry, Packer, unpack
from tests.unit.search.conftest import Put

TAUGHT = b"the ships of the strait wait for the ships before the strait"
TEXTS = st.lists(st.text(st.characters(exclude_characters=BREAK)), min_size=1, max_size=4).map(
    tuple
)


def entry(*texts: str) -> Entry:
    return Entry("trend", "t:one", "One", 1, texts, tuple((at, at + 9) for at in range(len(texts))))


@given(TEXTS, st.sampled_from([b"", TAUGHT]))
def test_what_was_packed_is_unpacked_as_it_was(texts: tuple[str, ...], taught: bytes) -> None:
    assert unpack(Packer(taught).pack(entry(*texts)), taught) == entry(*texts)


def test_what_was_packed_before_there_was_a_dictionary_is_read_with_it() -> None:
    assert unpack(Packer().pack(entry("ships " * 99)), TAUGHT) == entry("ships " * 99)


def test_a_dictionary_makes_a_short_text_shorter() -> None:
    texts = entry("ships before the strait", "wait for the ships of the strait")
    plain, taught = (len(Packer(each).pack(texts)[5]) for each in (b"", TAUGHT))
    assert taught < plain / 2


@pytest.mark.parametrize("texts", [b"zno", b"dno no no", b"t\xff\xfe", b"z", b"d"])
def test_what_is_no_packed_text_is_damage_to_the_index(texts: bytes) -> None:
    kind, part, title, heads, places, _ = Packer().pack(entry("a"))
    with pytest.raises(sqlite3.DatabaseError, match="malformed"):
        unpack((kind, part, title, heads, places, texts), TAUGHT)


def test_a_larger_library_takes_its_dictionary_from_itself(
    index: Index, put: Put, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer, "_TAUGHT_FROM", 6)
    for number in range(9):
        put(
            f"/{number}.txt", f"Ships {number}", ("section", "Strait", f"Ship {number} waits here.")
        )
    index.remove("/8.txt")
    assert [match.excerpt for match in index.search('"ship 7 waits"').matches] == [
        "Ship 7 waits here."
    ]
    assert index.search("ship waits").total == 8
    with sqlite3.connect(tmp_path / "cache" / "index.db") as connection:
        ways = {bytes(texts)[:1] for (texts,) in connection.execute("SELECT texts FROM parts")}
    connection.close()
    assert ways == {b"t", b"d"}


def test_texts_whose_dictionary_is_lost_cost_no_more_than_a_refresh(
    index: Index, put: Put, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer, "_TAUGHT_FROM", 2)
    for number in range(4):
        put(f"/{number}.txt", "Ships", ("section", "Strait", f"Ship {number} waits here."))
    with sqlite3.connect(tmp_path / "cache" / "index.db") as connection:
        connection.execute("DELETE FROM dictionary")
    connection.close()
    assert index.search("ship").total == 0
    assert index.documents() == {}
