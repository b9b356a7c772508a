"""A build goes on while somebody reads: between whichever two statements, nothing is half seen."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest

from briefing.document.model import PartKind
from briefing.search.index import Index
from briefing.search.results import Stat
from tests.unit.search.conftest import briefing

PARTS: tuple[tuple[PartKind, str, str], ...] = (
    ("section", "Drones", "The Caspian"),
    ("trend", "Drones", "The Caspian"),
)
STAT = Stat(1, 1, "digest")


def build(index: Index) -> None:
    """Two documents more; the second is compressed with the dictionary that the first began."""
    for name in ("two", "three"):
        index.put(f"/{name}", STAT, briefing(name, PARTS, id=name))


def asked_while_building(
    folder: Path, statement: int, ask: Callable[[Index], int]
) -> tuple[int, int]:
    """What `ask` says with a build before its `statement`th statement; then, what is in."""
    folder.mkdir()
    index, builder = Index.open(folder / "index.db"), Index.open(folder / "index.db")
    with index.writing() as connection:
        index.put("/one", STAT, briefing("one", PARTS, id="one"))
    passed = count()
    connection.set_trace_callback(lambda _: build(builder) if next(passed) == statement else None)
    answer = ask(index)
    connection.set_trace_callback(None)
    held = len(index.documents())
    index.close()
    builder.close()
    return answer, held


@pytest.mark.parametrize(
    ("ask", "each"),
    [
        (lambda index: len(index.search("caspian", counting=True).matches), 2),
        (lambda index: len(index.trends(9)), 1),
    ],
)
def test_what_is_read_during_a_build_is_the_index_before_it_or_after(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ask: Callable[[Index], int], each: int
) -> None:
    monkeypatch.setattr("briefing.search.writer._TAUGHT_FROM", 4)
    for statement in count():
        answer, held = asked_while_building(tmp_path / str(statement), statement, ask)
        if held == 1:
            break  # it asked all that it asks before the build would have begun
        assert held == 3
        assert answer in {each, 3 * each}
    assert statement > 3
